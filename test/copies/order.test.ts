import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relateStories } from '../../src/store/copies/relate.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { openTestDatabase } from '../support/database.ts'
import { fileByFeed, fileStories } from './filing.ts'
import { smallSet } from './made-parts.ts'
import type { MadeStory } from './made.ts'
import { readCopyState, relateAll } from './related.ts'

async function inDatabase<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
  const database = await openTestDatabase()
  const pool = openPool(database.url, { max: 6 })
  try {
    return await work(pool)
  } finally {
    await pool.end()
    await database.drop()
  }
}

const sortedState = inDatabase(async (pool) => {
  await fileByFeed(pool, smallSet)
  await relateAll(pool)
  return readCopyState(pool)
})

describe('what is known of copies', () => {
  it('does not depend on the order in which stories came, nor on how many are compared at once', async () => {
    const expected = await sortedState
    expect(expected.groups.length).toBeGreaterThan(3)
    expect(expected.recurring.length).toBeGreaterThan(0)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...smallSet], { minLength: smallSet.length }),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }),
        async (stories: MadeStory[], cuts) =>
          inDatabase(async (pool) => {
            // some are compared while others have not yet come
            let from = 0
            for (const cut of cuts) {
              await fileStories(pool, stories.slice(from, from + cut))
              await relateAll(pool, 1 + (cut % 17))
              from += cut
            }
            await fileStories(pool, stories.slice(from))
            await relateAll(pool)
            expect(await readCopyState(pool)).toEqual(expected)
          }),
      ),
      { numRuns: 5, endOnFailure: true },
    )
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
