// What families cost when there are many of them: looking a text up, and giving families to new captions.
import { captionForms, printCaptions } from './printed-captions.mjs'
import { median, quantile, round } from './figures.mjs'
import { openDatabase } from './wire.mjs'

const batchSize = 200

/**
 * Fills the tables to each size with rows of the same shape (random runs of words, which nobody asks for), prints real
 * captions among them, and measures: batches of new captions, and look-ups of cut forms of known ones.
 */
export async function measureCaptionsGrowth(bench, { sizes, captions, lookUps }) {
  const { saveFeed } = await bench.load('store/feeds.js')
  const { openPool } = await bench.load('store/pool.js')
  const { openCaptionRules } = await bench.load('captions/rules.js')
  const { relateWaitingCaptions } = await bench.load('store/families/relate.js')
  const { findFamiliesByText } = await bench.load('store/families/read.js')
  const database = await openDatabase(bench)
  const pool = openPool(database.url, { max: 2 })
  const steps = []
  try {
    const feed = await saveFeed(database.pool, { name: 'growth', kind: 'local', authority: 'growth', config: {} })
    let next = 0
    const relate = async (prefix) => {
      const texts = Array.from({ length: captions }, () => captionForms(next++)[0])
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
    await relate('warm')
    for (const size of sizes) {
      await fill(database.pool, size)
      const insert = await relate(`at-${size}`)
      const times = []
      const rules = openCaptionRules()
      let found = 0
      for (let count = 0; count < lookUps; count++) {
        const text = captionForms((count * 7919) % next)[3]
        const started = performance.now()
        const families = await findFamiliesByText(pool, text, rules)
        times.push(performance.now() - started)
        if (families[0]?.comparison.relation === 'contained') found++
      }
      times.sort((a, b) => a - b)
      const step = {
        families: size,
        insertMilliseconds: round(median(insert), 3),
        lookUpP50: round(quantile(times, 0.5), 2),
        lookUpP99: round(quantile(times, 0.99), 2),
        found: round(found / lookUps, 3),
      }
      steps.push(step)
      bench.say(`  ${size} families: ${JSON.stringify(step)}`)
    }
  } finally {
    await pool.end()
    await database.drop()
  }
  const growth = steps.at(-1).insertMilliseconds / steps[0].insertMilliseconds - 1
  return { insertGrowth: round(growth, 3), lookUpP99: steps.at(-1).lookUpP99, runs: steps }
}

const runsOfWords = 16

/** Brings the tables to so many families. The index is made anew, as a bulk load would. */
async function fill(pool, size) {
  const client = await pool.connect()
  try {
    await client.query(`SET synchronous_commit = off; SET maintenance_work_mem = '512MB'`)
    const { rows } = await client.query(`SELECT coalesce(max(id), 0)::float8 AS top FROM wire.caption_families`)
    const from = Math.max(rows[0].top, 1_000_000) + 1
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
      `INSERT INTO wire.caption_shingles SELECT DISTINCT hashint8(g * ${runsOfWords} + k), g
       FROM generate_series($1::bigint, $2::bigint) g, generate_series(1, ${runsOfWords}) k`,
      [from, to],
    )
    await client.query(`ALTER TABLE wire.caption_shingles ADD PRIMARY KEY (hash, form_id)`)
    await client.query(`SELECT setval(pg_get_serial_sequence('wire.caption_forms', 'id'), $1)`, [to])
    await client.query(`SELECT setval(pg_get_serial_sequence('wire.caption_families', 'id'), $1)`, [to])
    await client.query(`VACUUM ANALYZE wire.caption_shingles, wire.caption_forms, wire.caption_families`)
  } finally {
    client.release()
  }
}
