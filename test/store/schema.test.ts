import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.drop())

describe('the schema', () => {
  it('says of every table, view and column what it holds', async () => {
    const { rows } = await database.pool.query(
      `SELECT n.nspname || '.' || c.relname || coalesce('.' || a.attname, '') AS missing
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       LEFT JOIN LATERAL (
         SELECT attname, attnum FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
         UNION ALL SELECT NULL, 0) a ON true
       WHERE n.nspname IN ('wire', 'wire_v1') AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition
         AND c.relname <> 'publishable' AND col_description(c.oid, a.attnum) IS NULL
         AND NOT (a.attnum = 0 AND obj_description(c.oid, 'pg_class') IS NOT NULL)
       ORDER BY 1`,
    )
    expect(rows.map((row) => row.missing)).toEqual([])
  })

  it('holds nothing that pg_upgrade refuses: columns that refer to an object by its number', async () => {
    const { rows } = await database.pool.query(
      `SELECT c.relname || '.' || a.attname AS refused
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE n.nspname = 'wire' AND c.relkind IN ('r', 'p', 'm') AND a.attnum > 0
         AND a.atttypid = ANY ('{regcollation,regconfig,regdictionary,regnamespace,regoper,regoperator,regproc,regprocedure}'::regtype[])`,
    )
    expect(rows).toEqual([])
  })

  it('migrates twice without harm, and twice at once', async () => {
    const empty = await openTestDatabase({ empty: true })
    const [one, other] = await Promise.all([migrate(empty.url), migrate(empty.url)])
    // One of them does all of it, the other waits and finds nothing to do.
    expect(Math.min(one.applied.length, other.applied.length)).toBe(0)
    expect(one.applied.length + other.applied.length).toBeGreaterThan(1)
    expect((await migrate(empty.url)).applied).toEqual([])
    await empty.drop()
  })

  it('lets wire_reader read the views and nothing else', async () => {
    const client = await database.pool.connect()
    try {
      await client.query('SET ROLE wire_reader')
      await client.query('SELECT * FROM wire_v1.publishable')
      await client.query('SELECT * FROM wire_v1.captions')
      for (const forbidden of [
        'SELECT * FROM wire.stories',
        'SELECT * FROM wire.captures',
        'DELETE FROM wire_v1.links',
        'CREATE TABLE wire_v1.mine ()',
      ]) {
        await expect(client.query(forbidden)).rejects.toThrow(/permission denied/)
      }
    } finally {
      await client.query('RESET ROLE')
      client.release()
    }
  })

  it('refuses a receipt whose items do not add up', async () => {
    await database.pool.query(`INSERT INTO wire.feeds (name, kind, authority) VALUES ('sums', 'local', 'sums')`)
    await expect(
      database.pool.query(
        `INSERT INTO wire.receipts (received_on, feed_id, digest, offer_key, state, offered, new)
         SELECT current_date, id, '', 'k', 'done', 3, 2 FROM wire.feeds WHERE name = 'sums'`,
      ),
    ).rejects.toThrow(/nothing_lost/)
  })

  it('has partitions for the coming days', async () => {
    const { rows } = await database.pool.query(`SELECT wire.ensure_partitions() AS made`)
    expect(rows[0].made).toBe(0)
  })
})
