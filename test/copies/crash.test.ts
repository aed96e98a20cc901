import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, it } from 'vitest'
import { advisoryLocks } from '../../src/store/advisory-locks.ts'
import { openPool } from '../../src/store/pool.ts'
import { startChild } from '../support/child.ts'
import { openTestDatabase } from '../support/database.ts'
import { fileByFeed } from './filing.ts'
import { smallSet } from './made-parts.ts'
import { readCopyState, relateAll } from './related.ts'

const program = new URL('relate-child.ts', import.meta.url)
/** Whoever holds it stops every worker between comparing and writing. */
const groupLock = advisoryLocks.copyGroups

it('a worker killed in the middle of a batch loses nothing', async () => {
  const database = await openTestDatabase()
  const pool = openPool(database.url, { max: 4 })
  const stopper = new pg.Client({ connectionString: database.url })
  await stopper.connect()
  try {
    await fileByFeed(pool, smallSet)
    await stopper.query('SELECT pg_advisory_lock($1)', [groupLock])
    for (let times = 0; times < 2; times++) {
      const child = startChild(program, [database.url])
      const gone = child
        .message((message): message is 'done' => message === 'done')
        .then(
          () => Promise.reject(new Error('the child was not stopped by the lock')),
          () => undefined,
        )
      await Promise.race([gone, stopped(pool)])
      expect(await child.kill('SIGKILL')).toBe('SIGKILL')
      await gone
    }
    const { rows } = await pool.query(`SELECT count(*)::int AS left FROM wire.copy_work WHERE step = 'compare'`)
    expect(rows[0].left).toBeGreaterThanOrEqual(20)
    expect((await readCopyState(pool)).pairs).toEqual([])
    await stopper.query('SELECT pg_advisory_unlock($1)', [groupLock])
    await relateAll(pool)
    const after = await readCopyState(pool)
    expect(after).toEqual(await stateWithoutCrash())
  } finally {
    await stopper.end()
    await pool.end()
    await database.drop()
  }
}, 180_000)

/** Resolves when the child waits for the lock; the server is asked, for it sends no signal of that. */
async function stopped(pool: pg.Pool): Promise<void> {
  for (;;) {
    const { rowCount } = await pool.query(
      `SELECT FROM pg_stat_activity WHERE application_name = 'relate-child' AND wait_event = 'advisory'`,
    )
    if (rowCount !== 0) return
    await pause(20)
  }
}

async function stateWithoutCrash() {
  const database = await openTestDatabase()
  const pool = openPool(database.url, { max: 4 })
  try {
    await fileByFeed(pool, smallSet)
    await relateAll(pool)
    return await readCopyState(pool)
  } finally {
    await pool.end()
    await database.drop()
  }
}
