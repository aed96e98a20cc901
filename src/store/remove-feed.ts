import type { Pool } from './pool.ts'
import { inTransaction } from './pool.ts'

/** What became of the wish to remove a feed; `brought` counts the documents for which it has to stay. */
export type FeedRemoval =
  { readonly kind: 'removed' } | { readonly kind: 'unknown' } | { readonly kind: 'kept'; readonly brought: number }

/**
 * Removes a feed that never brought a document, with all that is known of it. One that did stays: its receipts and
 * stories say where they came from.
 */
export async function removeFeed(pool: Pool, name: string): Promise<FeedRemoval> {
  return inTransaction(pool, async (client) => {
    // a poll that is under way waits here with its first receipt, and then finds no feed
    const { rows } = await client.query<{ id: number }>('SELECT id FROM wire.feeds WHERE name = $1 FOR UPDATE', [name])
    const id = rows[0]?.id
    if (id === undefined) return { kind: 'unknown' }
    // whatever else names a feed, a story or a refusal, began with a receipt, and receipts are kept
    const held = await client.query<{ brought: number }>(
      'SELECT count(*) AS brought FROM wire.receipts WHERE feed_id = $1',
      [id],
    )
    const brought = held.rows[0]!.brought
    if (brought > 0) return { kind: 'kept', brought }
    for (const table of ['gaps', 'push_keys', 'push_refusals', 'attempts'])
      await client.query(`DELETE FROM wire.${table} WHERE feed_id = $1`, [id])
    await client.query('DELETE FROM wire.feeds WHERE id = $1', [id])
    return { kind: 'removed' }
  })
}
