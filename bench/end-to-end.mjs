// From the first request of a poll to the last numbered change, against bare inserts of the same rows.
import { insertBare } from './bare-insert.mjs'
import { median, round } from './figures.mjs'
import { playDay } from './wire.mjs'

export async function measureEndToEnd(bench, { items, runs, workers, profile }) {
  const single = []
  for (let run = 0; run < runs; run++) {
    const played = await playDay(bench, { items, spreadSeconds: 0, speed: 'max', workers, profile })
    try {
      const bare = await insertBare(bench, played.database)
      const rate = items / played.seconds
      const bareRate = bare.stories / bare.seconds
      single.push({
        storiesPerSecond: round(rate),
        bareInsertsPerSecond: round(bareRate),
        ratio: round(rate / bareRate, 3),
        seconds: round(played.seconds, 2),
        cpuSeconds: played.cpuSeconds,
        workerPeakMb: played.workerPeakMb,
        stages: played.stages,
        rows: bare.rows,
      })
      bench.say(
        `  run ${run + 1}: ${round(rate)} stories/s, bare inserts ${round(bareRate)}/s, ratio ${round(rate / bareRate, 3)}`,
      )
    } finally {
      await played.database.drop()
    }
  }
  return {
    items,
    workers,
    storiesPerSecond: median(single.map((run) => run.storiesPerSecond)),
    bareInsertsPerSecond: median(single.map((run) => run.bareInsertsPerSecond)),
    ratio: median(single.map((run) => run.ratio)),
    workerPeakMb: Math.max(...single.map((run) => run.workerPeakMb ?? 0)) || undefined,
    runs: single,
  }
}
