import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { file, ninjs } from './wire.ts'

const page = readFileSync(new URL('../../docs/reading.md', import.meta.url), 'utf8')
const statements = [...page.matchAll(/```sql\n([\s\S]*?)```/g)]
  .flatMap(([, block]) => block!.split(/;\s*\n/))
  .map((statement) => statement.trim().replace(/;$/, ''))
  .filter((statement) => statement !== '')

let database: TestDatabase
let pool: Pool

beforeAll(async () => {
  database = await openTestDatabase()
  pool = openPool(database.url, { max: 2 })
  await file(pool, [ninjs(), ninjs({ uri: 'urn:x-invented:ellery:2', pubstatus: 'canceled' })])
})

afterAll(async () => {
  await pool?.end()
  await database?.drop()
})

describe('docs/reading.md', () => {
  it('holds statements that a reader with nothing but wire_reader can run', async () => {
    const queries = statements.filter((statement) => /^(SELECT|LISTEN)/.test(statement))
    expect(queries.length).toBeGreaterThan(5)
    const client = await pool.connect()
    try {
      await client.query('SET ROLE wire_reader')
      for (const query of queries) {
        const answer = await client.query(query, query.includes('$1') ? [0] : [])
        expect(answer.rows, query).toBeInstanceOf(Array)
      }
      await expect(client.query('SELECT * FROM wire.stories')).rejects.toThrow(/permission denied/)
    } finally {
      await client.query('RESET ROLE; UNLISTEN *')
      client.release()
    }
  })

  it('describes a cursor that misses nothing', async () => {
    const query = statements.find((statement) => statement.includes('c.seq > $1'))!
    const { rows } = await pool.query(query, [0])
    expect(rows.map((row) => [row.seq, row.kind, row.status])).toEqual([
      [1, 'created', 'usable'],
      [2, 'killed', 'canceled'],
    ])
    expect((await pool.query(query, [2])).rows).toEqual([])
  })
})
