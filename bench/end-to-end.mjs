// From the first request of a poll to the last numbered change.
import { insertBare } from './bare-insert.mjs'
import { median, round } from './figures.mjs'
import { playDay } from './wire.mjs'

/** A bulk day of texts, against bare inserts of the same rows. */
export async function measureEndToEnd(bench, { items, runs, workers, profile }) {
  const single = []
  for (let run = 0; run < runs; run++) {
    const played = await playDay(bench, { day: 'bulk', items, spreadSeconds: 0, speed: 'max', workers, profile })
    try {
      const bare = await insertBare(bench, played.database)
      const rate = items / played.seconds
      const bareRate = bare.stories / bare.seconds
      single.push({
        ...figuresOf(played),
        bareInsertsPerSecond: round(bareRate),
        ratio: round(rate / bareRate, 3),
        rows: bare.rows,
      })
    } finally {
      await played.database.drop()
    }
    bench.say(describe(run, single.at(-1)))
  }
  return {
    ...summary(single, workers),
    bareInsertsPerSecond: median(single.map((run) => run.bareInsertsPerSecond)),
    ratio: median(single.map((run) => run.ratio)),
    runs: single,
  }
}

/** The scripted day, made long: pictures with captions, corrections, kills, notices, refusals. */
export async function measureMixedDay(bench, { items, runs, workers, profile }) {
  const single = []
  for (let run = 0; run < runs; run++) {
    const played = await playDay(bench, { day: 'scripted', items, spreadSeconds: 0, speed: 'max', workers, profile })
    await played.database.drop()
    single.push(figuresOf(played))
    bench.say(describe(run, single.at(-1)))
  }
  return { ...summary(single, workers), runs: single }
}

function figuresOf(played) {
  const { cpuSeconds } = played
  const perStory = (seconds) => (seconds === undefined ? undefined : round((seconds * 1000) / played.items, 2))
  return {
    items: played.items,
    storiesPerSecond: round(played.items / played.seconds),
    seconds: round(played.seconds, 2),
    cpuMillisecondsPerStory: {
      workers: perStory(cpuSeconds.workers),
      postgresql: perStory(cpuSeconds.postgresql),
      simulator: perStory(cpuSeconds.simulator),
    },
    workerPeakMb: played.workerPeakMb,
    stages: played.stages,
  }
}

function summary(single, workers) {
  const cpu = (part) => median(single.map((run) => run.cpuMillisecondsPerStory[part]))
  return {
    items: single[0].items,
    workers,
    storiesPerSecond: median(single.map((run) => run.storiesPerSecond)),
    cpuMillisecondsPerStory: { workers: cpu('workers'), postgresql: cpu('postgresql'), simulator: cpu('simulator') },
    workerPeakMb: Math.max(...single.map((run) => run.workerPeakMb ?? 0)) || undefined,
  }
}

function describe(run, { storiesPerSecond, bareInsertsPerSecond, ratio, cpuMillisecondsPerStory: cpu, workerPeakMb }) {
  const bare = ratio === undefined ? '' : `, bare inserts ${bareInsertsPerSecond}/s, ratio ${ratio}`
  const spent = `worker ${cpu.workers}, PostgreSQL ${cpu.postgresql}, agency ${cpu.simulator} ms CPU a story`
  return `  run ${run + 1}: ${storiesPerSecond} stories/s${bare}; ${spent}; peak ${workerPeakMb} MB`
}
