import type { Pool } from '../../src/store/pool.ts'
import { fileStories } from './filing.ts'
import type { MadeStory } from './made.ts'
import { relateAll } from './related.ts'

const byFeed = (one: MadeStory, other: MadeStory) => (one.feed < other.feed ? -1 : one.feed > other.feed ? 1 : 0)

const timeOf = ({ document }: MadeStory): string =>
  /"(?:versioncreated|datePublished)":"([^"]+)"/.exec(document)?.[1] ?? ''

const byTime = (one: MadeStory, other: MadeStory) => (timeOf(one) < timeOf(other) ? -1 : 1)

/** Files in batches, each compared before the next comes. */
async function fileInBatches(pool: Pool, stories: readonly MadeStory[], size: number): Promise<void> {
  for (let at = 0; at < stories.length; at += size) {
    await fileStories(pool, stories.slice(at, at + size))
    await relateAll(pool)
  }
}

/** Four ways in which the same stories may come. */
export const orders: Readonly<Record<string, (pool: Pool, stories: readonly MadeStory[]) => Promise<void>>> = {
  'feed by feed': (pool, stories) => fileInBatches(pool, [...stories].sort(byFeed), stories.length),
  'as they were made, one at a time': (pool, stories) => fileInBatches(pool, [...stories].sort(byTime), 1),
  'as they were made, twenty at a time': (pool, stories) => fileInBatches(pool, [...stories].sort(byTime), 20),
  'backwards, twenty at a time': (pool, stories) => fileInBatches(pool, [...stories].sort(byTime).reverse(), 20),
}
