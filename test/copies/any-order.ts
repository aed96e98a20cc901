import fc from 'fast-check'
import { expect } from 'vitest'
import { fileByFeed, fileStories } from './filing.ts'
import { inDatabase } from './in-database.ts'
import { smallSet } from './made-parts.ts'
import type { MadeStory } from './made.ts'
import { readCopyState, relateAll } from './related.ts'

/** What is known of the small set when it came feed by feed and was compared at once. */
export const sortedState = inDatabase(async (pool) => {
  await fileByFeed(pool, smallSet)
  await relateAll(pool)
  return readCopyState(pool)
})

/** Files the small set in random orders, some of it compared while the rest has not come; fast-check prints the seed of a failure. */
export async function holdInAnyOrder(runs: number): Promise<void> {
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
    { numRuns: runs, endOnFailure: true },
  )
}
