// From the moment the agency publishes a story to the moment its change has a number, at a steady pace.
import { quantile, round } from './figures.mjs'
import { playDay } from './wire.mjs'

const storiesASecond = 50

export async function measureLatency(bench, { items, runs, workers }) {
  const { bulkDay } = await bench.load('simulator/index.js')
  // One item a second of the day, the day at fifty times its speed: evenly spaced, where whole seconds would come in
  // bursts.
  const published = new Map(bulkDay({ items, spreadSeconds: items }).map((event) => [event.etag, event.atSeconds]))
  const single = []
  for (let run = 0; run < runs; run++) {
    const played = await playDay(bench, { day: 'bulk', items, spreadSeconds: items, speed: storiesASecond, workers })
    try {
      const { rows } = await played.database.pool.query(
        `SELECT split_part(r.offer_key, '@', 2) AS etag, extract(epoch FROM c.numbered_at) * 1000 AS numbered
         FROM wire.changes c JOIN wire.revisions v ON v.story_id = c.story_id AND v.revision = c.revision
         JOIN wire.receipts r ON r.received_on = v.received_on AND r.id = v.receipt_id`,
      )
      // Both clocks are this machine's.
      const lags = rows
        .map(
          ({ etag, numbered }) =>
            Number(numbered) - (played.publishing + (published.get(etag) * 1000) / storiesASecond),
        )
        .sort((a, b) => a - b)
      if (lags.length !== items || lags.some(Number.isNaN)) throw new Error(`${lags.length} lags of ${items} items`)
      const figures = {
        p50: round(quantile(lags, 0.5)),
        p95: round(quantile(lags, 0.95)),
        p99: round(quantile(lags, 0.99)),
        max: round(lags.at(-1)),
        cpuSeconds: played.cpuSeconds,
        workerPeakMb: played.workerPeakMb,
      }
      single.push(figures)
      bench.say(`  run ${run + 1}: p50 ${figures.p50} ms, p95 ${figures.p95}, p99 ${figures.p99}, max ${figures.max}`)
    } finally {
      await played.database.drop()
    }
  }
  const middle = (name) =>
    quantile(
      single.map((run) => run[name]).sort((a, b) => a - b),
      0.5,
    )
  return {
    items,
    storiesASecond,
    milliseconds: { p50: middle('p50'), p95: middle('p95'), p99: middle('p99'), max: middle('max') },
    runs: single,
  }
}
