import type { Client, Pool, Queryable } from './pool.ts'
import { inTransaction } from './pool.ts'
import { openGap } from './gaps.ts'
import type { NewGap } from './gaps.ts'

/** Dates of the latest news of a feed beside the times at which it came, newest first. Milliseconds. */
export interface FeedClock {
  readonly feedId: number
  readonly samples: readonly { readonly createdAt: number; readonly receivedAt: number }[]
  /** A jump of its clock is on record and not over. */
  readonly jumped: boolean
}

const documentsBack = 60

/** The clocks of feeds that brought something within so many seconds. Only what began a story counts: repeats are old. */
export async function listFeedClocks(client: Queryable, withinSeconds: number): Promise<FeedClock[]> {
  const { rows } = await client.query(
    `SELECT f.id AS "feedId", s.samples,
            EXISTS (SELECT FROM wire.gaps g WHERE g.feed_id = f.id AND g.kind = 'clock-jump' AND g.closed_at IS NULL) AS jumped
     FROM wire.feeds f CROSS JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('receivedAt', n.received, 'createdAt', n.created) ORDER BY n.id DESC) AS samples
       FROM (SELECT r.id, floor(extract(epoch FROM r.received_at) * 1000) AS received,
                    floor(extract(epoch FROM max(s.version_created)) * 1000) AS created
             FROM (SELECT id, received_at, outcomes FROM wire.receipts
                   WHERE feed_id = f.id AND state = 'done' AND new > 0 AND received_at > now() - interval '3 days'
                   ORDER BY received_at DESC LIMIT ${documentsBack}) r
             CROSS JOIN LATERAL jsonb_array_elements(r.outcomes) o (item)
             JOIN wire.stories s ON s.id = (o.item->>'storyId')::bigint
             WHERE o.item->>'outcome' = 'new' AND s.version_created IS NOT NULL
             GROUP BY r.id, r.received_at) n) s
     WHERE f.enabled AND f.check_clock AND f.kind <> 'local' AND f.last_offer_at > now() - make_interval(secs => $1)
       AND s.samples IS NOT NULL`,
    [withinSeconds],
  )
  return rows
}

/** Opens a gap for a clock that jumped. */
export async function openClockJump(pool: Pool, feedId: number, gap: NewGap): Promise<void> {
  await inTransaction(pool, (client: Client) => openGap(client, feedId, gap))
}

/** Closes the jump of a feed whose dates agree with ours again. */
export async function closeClockJump(client: Queryable, feedId: number): Promise<void> {
  await client.query(
    `UPDATE wire.gaps SET state = 'closed', closed_at = now(), changed_at = now(),
       closed_how = 'its dates agree with our clock again'
     WHERE feed_id = $1 AND kind = 'clock-jump' AND closed_at IS NULL`,
    [feedId],
  )
}
