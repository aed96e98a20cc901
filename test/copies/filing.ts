import type { Pool } from '../../src/store/pool.ts'
import { file } from '../ops/wire.ts'
import type { MadeStory } from './made.ts'

/** Files stories in the order given, feed by feed as they change. */
export async function fileStories(pool: Pool, stories: readonly MadeStory[]): Promise<void> {
  for (let at = 0; at < stories.length;) {
    const { feed } = stories[at]!
    let to = at + 1
    while (to < stories.length && stories[to]!.feed === feed) to++
    await file(
      pool,
      stories.slice(at, to).map((story) => story.document),
      feed,
    )
    at = to
  }
}

/** Feed by feed: fewer transactions where the order is not what is tested. */
export async function fileByFeed(pool: Pool, stories: readonly MadeStory[]): Promise<void> {
  await fileStories(
    pool,
    [...stories].sort((a, b) => (a.feed < b.feed ? -1 : a.feed > b.feed ? 1 : 0)),
  )
}
