import { fileURLToPath } from 'node:url'
import { runner } from 'node-pg-migrate'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase({ empty: true })
})
afterAll(() => database.drop())

/** Brings an empty database to where the first so many migrations leave it. */
async function migrateThrough(count: number): Promise<void> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    await runner({
      dbClient: client,
      dir: fileURLToPath(new URL('../../src/store/migrations', import.meta.url)),
      direction: 'up',
      count,
      migrationsTable: 'migrations',
      migrationsSchema: 'wire',
      createMigrationsSchema: true,
      log: () => {},
    })
  } finally {
    await client.end()
  }
}

it('an upgrade keeps the runs of words by which captions are found, each in the segment of its form', async () => {
  await migrateThrough(7)
  await database.pool.query(
    'INSERT INTO wire.caption_shingles (hash, form_id) VALUES (-7, 1), (9, 131071), (9, 131072), (2147483647, 400000)',
  )
  const { applied } = await migrate(database.url)
  expect(applied[0]).toMatch(/shingle-segments/)
  const { rows } = await database.pool.query(
    'SELECT segment, hash, form_id::int AS form FROM wire.caption_shingles ORDER BY form_id',
  )
  expect(rows).toEqual([
    { segment: 0, hash: -7, form: 1 },
    { segment: 0, hash: 9, form: 131071 },
    { segment: 1, hash: 9, form: 131072 },
    { segment: 3, hash: 2147483647, form: 400000 },
  ])
})
