import type { FeedDefinition } from './feeds.ts'
import { saveFeed } from './feeds.ts'
import type { Pool } from './pool.ts'
import { inTransaction } from './pool.ts'

/** Why a feed stands still that was taken out of the feeds file. */
export const notInFile = 'no longer in the feeds file'

/**
 * Makes the feeds what the feeds file says, in one transaction: the file wins at every start. A feed that was taken out
 * of it is paused and keeps its cursor; feeds that were added by hand stay as they are.
 */
export async function applyFeedsFile(pool: Pool, feeds: readonly FeedDefinition[]): Promise<void> {
  await inTransaction(pool, async (client) => {
    for (const feed of feeds) await saveFeed(client, { ...feed, managedBy: 'file' })
    const names = feeds.map((feed) => feed.name)
    await client.query(
      `UPDATE wire.feeds SET enabled = false, paused_reason = $2
       WHERE managed_by = 'file' AND enabled AND NOT (name = ANY ($1::text[]))`,
      [names, notInFile],
    )
    await client.query(`UPDATE wire.feeds SET paused_reason = NULL WHERE enabled AND paused_reason = $1`, [notInFile])
  })
}
