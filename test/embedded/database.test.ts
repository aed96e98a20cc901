import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'

let first: TestDatabase
let second: TestDatabase
beforeAll(async () => {
  ;[first, second] = await Promise.all([openTestDatabase({ empty: true }), openTestDatabase({ empty: true })])
})
afterAll(() => Promise.all([first.drop(), second.drop()]))

test('two test files get two databases that share nothing', async () => {
  await first.pool.query('CREATE TABLE only_here (id int)')
  const { rows } = await second.pool.query("SELECT to_regclass('only_here') AS found")
  expect(rows).toEqual([{ found: null }])
})

test('text sorts by code point and is folded as Unicode, whatever the locale of the machine', async () => {
  const { rows } = await first.pool.query(
    "SELECT datlocprovider AS provider, upper('łódź é ß') AS upper FROM pg_database WHERE datname = current_database()",
  )
  expect(rows).toEqual([{ provider: 'b', upper: 'ŁÓDŹ É ß' }])
})
