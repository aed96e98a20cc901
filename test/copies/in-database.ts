import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { openTestDatabase } from '../support/database.ts'

/** Runs `work` on a database of its own. */
export async function inDatabase<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
  const database = await openTestDatabase()
  const pool = openPool(database.url, { max: 6 })
  try {
    return await work(pool)
  } finally {
    await pool.end()
    await database.drop()
  }
}
