// The least that PostgreSQL has to do: the rows a run left, put into an empty copy of the schema by one connection,
// with plain INSERT ... SELECT FROM unnest, in transactions of 100 stories. What reading them costs is not counted.
import { openDatabase } from './wire.mjs'

const storiesAtOnce = 100

// In the order the foreign keys ask for; each with the rows that belong to a batch of stories ($1).
const receiptsOf = `SELECT received_on, receipt_id FROM wire.revisions WHERE story_id = ANY ($1)`
const batches = {
  captures: `t WHERE (received_on, digest) IN (
      SELECT received_on, digest FROM wire.receipts WHERE (received_on, id) IN (${receiptsOf})
      UNION SELECT received_on, decode(c->>'digest', 'hex') FROM wire.receipts, jsonb_array_elements(companions) c
      WHERE (received_on, id) IN (${receiptsOf}))`,
  receipts: `t WHERE (received_on, id) IN (${receiptsOf})`,
  stories: `t WHERE id = ANY ($1)`,
  revisions: `t WHERE story_id = ANY ($1)`,
  captions: `t WHERE story_id = ANY ($1)`,
  mentions: `t WHERE story_id = ANY ($1)`,
  media: `t WHERE story_id = ANY ($1)`,
  links: `t WHERE story_id = ANY ($1)`,
  changes: `t WHERE story_id = ANY ($1)`,
}

/** Copies all rows of `source` batch by batch; answers stories, seconds spent inserting, and rows by table. */
export async function insertBare(bench, source) {
  const target = await openDatabase(bench)
  const client = await target.pool.connect()
  try {
    const tables = await Promise.all(Object.keys(batches).map((name) => readTable(source.pool, name)))
    await insertRows(client, await readTable(source.pool, 'feeds'), await rowsOf(source.pool, 'feeds', 't'))
    const { rows } = await source.pool.query('SELECT id FROM wire.stories ORDER BY id')
    const stories = rows.map(({ id }) => id)
    const counts = Object.fromEntries(tables.map(({ name }) => [name, 0]))
    let milliseconds = 0
    for (let at = 0; at < stories.length; at += storiesAtOnce) {
      const batch = [stories.slice(at, at + storiesAtOnce)]
      const contents = []
      for (const { name } of tables) contents.push(await rowsOf(source.pool, name, batches[name], batch))
      const started = performance.now()
      await client.query('BEGIN')
      for (const [index, table] of tables.entries()) await insertRows(client, table, contents[index])
      await client.query('COMMIT')
      milliseconds += performance.now() - started
      for (const [index, { name }] of tables.entries()) counts[name] += contents[index].length
    }
    await sameCounts(source.pool, counts)
    return { stories: stories.length, seconds: milliseconds / 1000, rows: counts }
  } finally {
    client.release()
    await target.drop()
  }
}

async function readTable(pool, name) {
  const { rows } = await pool.query(
    `SELECT attname AS column, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [`wire.${name}`],
  )
  return { name, columns: rows }
}

async function rowsOf(pool, name, from, values) {
  // As text: the driver would make dates of timestamps and lose their microseconds.
  const { columns } = await readTable(pool, name)
  const list = columns.map(({ column }) => `${column}::text`).join(', ')
  const { rows } = await pool.query({ text: `SELECT ${list} FROM wire.${name} ${from}`, values, rowMode: 'array' })
  return rows
}

async function insertRows(client, { name, columns }, rows) {
  if (rows.length === 0) return
  // unnest flattens arrays of arrays, so a list travels as the text of a list.
  const isList = (type) => type.endsWith('[]')
  const given = columns.map(({ type }, at) => `$${at + 1}::${isList(type) ? 'text' : type}[]`)
  const taken = columns.map(({ column, type }) => (isList(type) ? `${column}::${type}` : column))
  const names = columns.map(({ column }) => column).join(', ')
  await client.query({
    name: `bare-${name}`,
    text: `INSERT INTO wire.${name} (${names}) OVERRIDING SYSTEM VALUE
           SELECT ${taken.join(', ')} FROM unnest(${given.join(', ')}) AS u (${names})`,
    values: columns.map((_, at) => rows.map((row) => row[at])),
  })
}

/** A row left out would make the baseline slower than it is, or faster. */
async function sameCounts(pool, counts) {
  for (const [name, count] of Object.entries(counts)) {
    const { rows } = await pool.query(`SELECT count(*)::int AS count FROM wire.${name}`)
    if (rows[0].count !== count) throw new Error(`${name}: ${count} rows inserted, ${rows[0].count} in the source`)
  }
}
