// What families cost when there are many of them: looking a text up, and giving families to new captions.
import { captionForms, printCaptions } from './printed-captions.mjs'
import { median, quantile, round } from './figures.mjs'
import { openDatabase } from './wire.mjs'

const batchSize = 200

/**
 * The same captions, among more and more others: batches of new captions, and look-ups of cut forms of known ones. Each
 * size has a database of its own with the same captions in it, filled up with rows of the same shape (random runs of
 * words, which nobody asks for); so what differs is the size alone.
 */
export async function measureCaptionsGrowth(bench, { sizes, captions, lookUps, runs }) {
  const steps = sizes.map((families) => ({ families, insert: [], walKb: [], p50: [], p99: [], found: [] }))
  // the first database warms the program
  await measureAt(bench, { size: 0, captions, lookUps })
  for (let run = 0; run < runs; run++) {
    for (const step of steps) {
      const figures = await measureAt(bench, { size: step.families, captions, lookUps })
      for (const [name, value] of Object.entries(figures)) step[name].push(value)
      bench.say(`  run ${run + 1}, ${step.families} families: ${JSON.stringify(figures)}`)
    }
  }
  const medians = steps.map(({ families, insert, walKb, p50, p99, found }) => ({
    families,
    insertMilliseconds: median(insert),
    walKilobytesPerCaption: median(walKb),
    lookUpP50: median(p50),
    lookUpP99: median(p99),
    found: median(found),
  }))
  // each run compares with the smaller size of its own time, for the machine changes its pace
  const growth = steps.at(-1).insert.map((large, run) => large / steps[0].insert[run] - 1)
  return { insertGrowth: round(median(growth), 3), lookUpP99: medians.at(-1).lookUpP99, runs: medians }
}

async function measureAt(bench, { size, captions, lookUps }) {
  const { saveFeed } = await bench.load('store/feeds.js')
  const { openPool } = await bench.load('store/pool.js')
  const { openCaptionRules } = await bench.load('captions/rules.js')
  const { relateWaitingCaptions } = await bench.load('store/families/relate.js')
  const { findFamiliesByText } = await bench.load('store/families/read.js')
  const database = await openDatabase(bench)
  const pool = openPool(database.url, { max: 2 })
  try {
    const feed = await saveFeed(database.pool, { name: 'growth', kind: 'local', authority: 'growth', config: {} })
    const relate = async (from, prefix) => {
      const texts = Array.from({ length: captions }, (_, at) => captionForms(from + at)[0])
      await printCaptions(bench, database.pool, feed.id, texts, prefix)
      const rules = openCaptionRules()
      const spent = []
      for (;;) {
        const started = performance.now()
        const { taken } = await relateWaitingCaptions(pool, { rules, limit: batchSize })
        if (taken === 0) return spent
        spent.push((performance.now() - started) / taken)
      }
    }
    await relate(0, 'known')
    await fill(database.pool, size)
    const before = await walBytes(database.pool)
    const insert = await relate(captions, 'new')
    const wal = (await walBytes(database.pool)) - before
    const times = []
    const rules = openCaptionRules()
    let found = 0
    for (let count = 0; count < lookUps; count++) {
      const text = captionForms((count * 7919) % (2 * captions))[3]
      const started = performance.now()
      const families = await findFamiliesByText(pool, text, rules)
      times.push(performance.now() - started)
      if (families[0]?.comparison.relation === 'contained') found++
    }
    times.sort((a, b) => a - b)
    return {
      insert: round(median(insert), 3),
      walKb: round(wal / 1000 / captions, 1),
      p50: round(quantile(times, 0.5), 2),
      p99: round(quantile(times, 0.99), 2),
      found: round(found / lookUps, 3),
    }
  } finally {
    await pool.end()
    await database.drop()
  }
}

const runsOfWords = 16

/** Bytes of the log that PostgreSQL has written so far; what a caption adds does not depend on the machine's pace. */
async function walBytes(pool) {
  const { rows } = await pool.query(`SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 AS bytes`)
  return rows[0].bytes
}

/** Brings the tables to so many families. The index is made anew, as a bulk load would. */
async function fill(pool, size) {
  const client = await pool.connect()
  try {
    await client.query(`SET synchronous_commit = off; SET maintenance_work_mem = '512MB'`)
    const { rows } = await client.query(
      `SELECT greatest((SELECT max(id) FROM wire.caption_families), (SELECT max(id) FROM wire.caption_forms))::float8 AS top`,
    )
    const from = rows[0].top + 1
    const have = await client.query(`SELECT count(*)::int AS n FROM wire.caption_families`)
    const to = from + size - have.rows[0].n - 1
    if (to < from) return
    const text = `'Filler caption ' || g || ' of a day in a town where nothing of note was ever seen to happen again.'`
    await client.query(
      `INSERT INTO wire.caption_families (id, head_form, normaliser_version, key, text)
       SELECT g, g, 1, sha256(int8send(g)), ${text} FROM generate_series($1::bigint, $2::bigint) g`,
      [from, to],
    )
    await client.query(
      `INSERT INTO wire.caption_forms (id, family_id, normaliser_version, key, signature, text, raw, shingles, relation, reasons)
       SELECT g, g, 1, sha256(int8send(g)), '', ${text}, ${text},
         ARRAY(SELECT hashint8(g * ${runsOfWords} + k) FROM generate_series(1, ${runsOfWords}) k), 'first', 'filler'
       FROM generate_series($1::bigint, $2::bigint) g`,
      [from, to],
    )
    await client.query(`ALTER TABLE wire.caption_shingles DROP CONSTRAINT caption_shingles_pkey`)
    await client.query(
      `INSERT INTO wire.caption_shingles (hash, form_id) SELECT DISTINCT hashint8(g * ${runsOfWords} + k), g
       FROM generate_series($1::bigint, $2::bigint) g, generate_series(1, ${runsOfWords}) k`,
      [from, to],
    )
    await client.query(`ALTER TABLE wire.caption_shingles ADD PRIMARY KEY (segment, hash, form_id)`)
    await client.query(`SELECT setval(pg_get_serial_sequence('wire.caption_forms', 'id'), $1)`, [to])
    await client.query(`SELECT setval(pg_get_serial_sequence('wire.caption_families', 'id'), $1)`, [to])
    await client.query(`VACUUM ANALYZE wire.caption_shingles, wire.caption_forms, wire.caption_families`)
    // what a bulk load left to be written is no cost of the captions that come after it
    await client.query('CHECKPOINT')
  } finally {
    client.release()
  }
}
