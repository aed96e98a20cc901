// How fast the copies of stories are found: a bulk day printed by three papers, by one loop and by four; and what a
// batch costs among 10,000 and 100,000 stories.
import { median, round } from './figures.mjs'
import { printStories } from './printed-stories.mjs'
import { costOf, cpuSecondsOfTree, startProcess } from './processes.mjs'
import { openDatabase } from './wire.mjs'

const papers = 3
const limit = 200

/** `stories` are texts; each is printed by three papers. `sizes` are stories stored beforehand. */
export async function measureCopies(bench, { stories, sizes, profile }) {
  const database = await openDatabase(bench)
  try {
    const { saveFeed } = await bench.load('store/feeds.js')
    const feed = await saveFeed(database.pool, { name: 'papers', kind: 'local', authority: '', config: {} })
    await printStories(database.pool, feed.id, { from: 0, to: stories, papers, prefix: 'day' })
    const runs = []
    for (const [processes, loops] of [
      [1, 1],
      [1, 4],
      [4, 1],
    ]) {
      const run = await compareAll(bench, database, { processes, loops, profile })
      bench.say(`  ${processes} process(es) with ${loops} loop(s): ${JSON.stringify(run)}`)
      runs.push({ processes, loops, ...run })
    }
    const growth = []
    for (const size of sizes) growth.push(await costAmong(bench, database, feed, size))
    return {
      oneLoop: runs[0].storiesPerSecond,
      fourLoops: runs[1].storiesPerSecond,
      fourProcesses: runs[2].storiesPerSecond,
      runs: [...runs, ...growth],
    }
  } finally {
    await database.drop()
  }
}

const everything =
  'wire.copy_work, wire.copy_prints, wire.copy_marks, wire.copy_pairs, wire.copy_groups, wire.copy_members'

/** Compares the day from nothing. */
async function compareAll(bench, { pool, url }, { processes, loops, profile }) {
  await pool.query(`TRUNCATE ${everything}`)
  const { rowCount } = await pool.query(
    'INSERT INTO wire.copy_work (story_id) SELECT id FROM wire.stories ORDER BY first_seen_at, id',
  )
  const running = []
  try {
    const settings = { build: bench.build, databaseUrl: url, limit, loops }
    const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
    for (let count = 0; count < processes; count++)
      running.push(await startProcess('copies-process.mjs', settings, flags))
    const postmaster = await bench.postmasterPid()
    const spent = () => running.reduce((sum, { pid }) => sum + (costOf(pid)?.cpuSeconds ?? 0), 0)
    const before = { workers: spent(), server: cpuSecondsOfTree(postmaster) ?? 0 }
    const started = performance.now()
    const done = await Promise.all(running.map((worker) => worker.ask('go')))
    const seconds = (performance.now() - started) / 1000
    const milliseconds = (cpuSeconds) => round((cpuSeconds * 1000) / rowCount, 3)
    const { rows } = await pool.query(
      `SELECT (SELECT count(*)::int FROM wire.copy_groups) AS groups, (SELECT count(*)::int FROM wire.copy_pairs) AS pairs,
              (SELECT count(*)::int FROM wire.copy_work) AS left`,
    )
    return {
      stories: rowCount,
      storiesPerSecond: round(rowCount / seconds),
      workerCpuMs: milliseconds(spent() - before.workers),
      postgresqlCpuMs: milliseconds((cpuSecondsOfTree(postmaster) ?? 0) - before.server),
      comparisons: done.reduce((sum, { compared }) => sum + compared, 0),
      ...rows[0],
    }
  } finally {
    for (const worker of running) await worker.stop()
  }
}

const marksOfAStory = 28
const batches = 8

/** What a batch costs when so many stories have been compared before: each a new text that three papers print. */
async function costAmong(bench, { pool, url }, feed, size) {
  const { openPool } = await bench.load('store/pool.js')
  const { relateStories } = await bench.load('store/copies/relate.js')
  await pool.query(`TRUNCATE ${everything}`)
  await fill(pool, size)
  const from = 10_000_000 + size
  const to = from + Math.ceil((batches * limit) / papers)
  await printStories(pool, feed.id, { from, to, papers, prefix: `among-${size}` })
  const working = openPool(url, { max: 2 })
  const memory = new Map()
  const spent = []
  try {
    for (;;) {
      const started = performance.now()
      const { printed, compared, postponed } = await relateStories(working, memory, limit)
      if (postponed.length > 0) throw postponed[0].error
      if (printed + compared === 0) break
      if (compared >= limit) spent.push((performance.now() - started) * (limit / compared))
    }
  } finally {
    await working.end()
  }
  const step = { stored: size, batch: limit, millisecondsPerBatch: round(median(spent), 1) }
  bench.say(`  among ${size} stories: ${JSON.stringify(step)}`)
  return step
}

/** Stories that share nothing with those that come, but for phrases that stand in many. */
async function fill(pool, size) {
  const first = 1_000_000_000
  await pool.query(
    `INSERT INTO wire.copy_prints (story_id, revision, revision_count, outlet, source, identity, page, made_from, made_to,
       words, marks, body, lede, stamp)
     SELECT ${first} + g, 1, 1, 'paper' || g % 60 || '.example', g % 60, 'filler ' || g, true, t, t, 400,
       ${marksOfAStory}, hashint4(g), hashint4(g % 50000), nextval('wire.copy_stamp')
     FROM generate_series(1, $1::int) g, LATERAL (SELECT timestamptz '2026-03-10' + g % 1440 * interval '1 minute' AS t) d`,
    [size],
  )
  // one mark in fourteen is a phrase of the trade, which many stories have
  await pool.query(
    `INSERT INTO wire.copy_marks (story_id, hash, source, lede)
     SELECT DISTINCT ON (story_id, hash) story_id, hash, source, lede FROM (
       SELECT ${first} + g AS story_id, g % 60 AS source, hashint4(g) AS lede,
         CASE WHEN k % 14 = 0 THEN hashint4(g * k % 997) ELSE hashint8(g::bigint * ${marksOfAStory} + k) END & -16 AS hash
       FROM generate_series(1, $1::int) g, generate_series(1, ${marksOfAStory}) k) m`,
    [size],
  )
  await pool.query('VACUUM ANALYZE wire.copy_marks, wire.copy_prints')
}
