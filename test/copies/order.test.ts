import { describe, expect, it } from 'vitest'
import { relateStories } from '../../src/store/copies/relate.ts'
import { holdInAnyOrder, sortedState } from './any-order.ts'
import { fileByFeed } from './filing.ts'
import { inDatabase } from './in-database.ts'
import { smallSet } from './made-parts.ts'
import { readCopyState, relateAll } from './related.ts'

describe('what is known of copies', () => {
  it('does not depend on the order in which stories came, nor on how many are compared at once', async () => {
    await holdInAnyOrder(1)
  }, 120_000)

  it('does not depend on the number of workers', async () => {
    const state = await inDatabase(async (pool) => {
      await fileByFeed(pool, smallSet)
      const worker = async () => {
        const memory = new Map()
        for (let idle = 0; idle < 3;) {
          const { printed, compared } = await relateStories(pool, memory, 3)
          idle = printed + compared === 0 ? idle + 1 : 0
        }
      }
      await Promise.all([worker(), worker(), worker(), worker()])
      await relateAll(pool)
      return readCopyState(pool)
    })
    expect(state).toEqual(await sortedState)
  })

  it('is the same when the same stories come again', async () => {
    const state = await inDatabase(async (pool) => {
      await fileByFeed(pool, smallSet)
      await relateAll(pool)
      await fileByFeed(pool, smallSet)
      await pool.query('INSERT INTO wire.copy_work (story_id) SELECT id FROM wire.stories')
      await relateAll(pool)
      return readCopyState(pool)
    })
    expect(state).toEqual(await sortedState)
  })
})
