// Many workers give families to the same captions at once, against one worker alone: the outcome must be the same.
import { captionForms, printCaptions, shuffle } from './printed-captions.mjs'
import { median, round } from './figures.mjs'
import { costOf, startProcess } from './processes.mjs'
import { openDatabase } from './wire.mjs'

/** Captions that each worker has compared before the race starts. */
const warmCaptions = 200

/** 600 captions in six forms, in any order, by this many workers, each a process of its own. */
export async function measureCaptionsRace(bench, { captions, workers, runs, limit }) {
  const single = []
  const alone = await race(bench, { captions, workers: 1, seed: 1, limit })
  bench.say(describe('one worker', alone))
  for (let run = 0; run < runs; run++) {
    const many = await race(bench, { captions, workers, seed: run + 2, limit })
    const same = JSON.stringify(many.families) === JSON.stringify(alone.families)
    bench.say(`${describe(`run ${run + 1}, ${workers} workers`, many)}; ${same ? 'the same' : 'OTHER'} families`)
    single.push({ ...figuresOf(many), sameAsOne: same })
  }
  return {
    captions: captions * 6,
    workers,
    oneWorker: figuresOf(alone),
    captionsPerSecond: median(single.map((run) => run.captionsPerSecond)),
    runs: single,
  }
}

async function race(bench, { captions, workers, seed, limit }) {
  const database = await openDatabase(bench)
  const running = []
  try {
    const { saveFeed } = await bench.load('store/feeds.js')
    const feed = await saveFeed(database.pool, { name: 'race', kind: 'local', authority: 'race', config: {} })
    const prints = []
    for (let n = 0; n < captions; n++)
      for (const [form, raw] of captionForms(n).entries()) prints.push({ n, form, raw })
    shuffle(prints, seed)
    const texts = prints.map(({ raw }) => raw)
    const settings = { build: bench.build, databaseUrl: database.url, limit }
    for (let count = 0; count < workers; count++) running.push(await startProcess('captions-process.mjs', settings))
    // workers of a newsroom have been at work for a while: each has compared some captions, of other people
    for (const [at, worker] of running.entries()) {
      const warm = Array.from({ length: warmCaptions }, (_, n) => captionForms(100_000 + at * warmCaptions + n)[n % 6])
      await printCaptions(bench, database.pool, feed.id, warm, `warm-${at}`)
      await worker.ask('go')
    }
    await database.pool.query('TRUNCATE wire.caption_families, wire.caption_shingles, wire.caption_pictures CASCADE')
    const ids = await printCaptions(bench, database.pool, feed.id, texts, 'race')
    const nameOf = new Map(ids.map((id, at) => [id, `${prints[at].n}.${prints[at].form}`]))
    const before = running.map(({ pid }) => costOf(pid)?.cpuSeconds ?? 0)
    const started = Date.now()
    const done = await Promise.all(running.map((worker) => worker.ask('go')))
    // to the end of the last batch: one that finds another at work looks again half a second later
    const seconds = (Math.max(...done.map(({ doneAt }) => doneAt)) - started) / 1000
    const cpuSeconds = running.reduce((sum, { pid }, at) => sum + (costOf(pid)?.cpuSeconds ?? 0) - before[at], 0)
    const { rows } = await database.pool.query(
      `SELECT array_agg(m.caption_id::float8) AS members FROM wire.caption_members m
       JOIN wire.caption_forms f ON f.id = m.form_id GROUP BY f.family_id`,
    )
    const families = rows.map(({ members }) => members.map((id) => nameOf.get(id)).sort()).sort()
    const { rows: stats } = await database.pool.query(
      `SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()`,
    )
    const split = new Map()
    for (const family of families) for (const n of new Set(family.map((name) => name.split('.')[0]))) split.set(n, (split.get(n) ?? 0) + 1) // prettier-ignore
    return {
      families,
      seconds,
      cpuSeconds,
      taken: done.reduce((sum, { taken }) => sum + taken, 0),
      deadlocks: stats[0].deadlocks,
      splitCaptions: [...split.values()].filter((count) => count > 1).length,
      mixedFamilies: families.filter((family) => new Set(family.map((name) => name.split('.')[0])).size > 1).length,
    }
  } finally {
    for (const worker of running) await worker.stop()
    await database.drop()
  }
}

const figuresOf = ({ families, seconds, cpuSeconds, taken, deadlocks, splitCaptions, mixedFamilies }) => ({
  families: families.length,
  captionsPerSecond: round(taken / seconds),
  cpuMillisecondsPerCaption: round((cpuSeconds * 1000) / taken, 3),
  deadlocks,
  splitCaptions,
  mixedFamilies,
})

function describe(name, result) {
  const { families, captionsPerSecond, cpuMillisecondsPerCaption, deadlocks, splitCaptions } = figuresOf(result)
  return `  ${name}: ${captionsPerSecond} captions/s, ${cpuMillisecondsPerCaption} ms worker CPU a caption, ${families} families, ${splitCaptions} split, ${deadlocks} deadlocks`
}
