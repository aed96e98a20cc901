import type { Pool, Queryable } from './pool.ts'
import { inTransaction } from './pool.ts'

/** A receipt that does not account for what was offered: a fault of the program. */
export interface Breach {
  readonly receivedOn: string
  readonly receiptId: number
  readonly feed: string
  readonly what: string
  readonly foundAt: Date
}

/** What may be wrong with a finished receipt `r`, one row each; none when it accounts for everything. */
export const faultsOfReceipt = `
  SELECT 'counts' AS what WHERE (r.offered, r.new, r.revised, r.duplicate, r.stale, r.killed, r.quarantined) IS DISTINCT FROM (
    SELECT (count(*)::integer, (count(*) FILTER (WHERE o->>'outcome' = 'new'))::integer,
           (count(*) FILTER (WHERE o->>'outcome' = 'revised'))::integer,
           (count(*) FILTER (WHERE o->>'outcome' = 'duplicate'))::integer,
           (count(*) FILTER (WHERE o->>'outcome' = 'stale'))::integer,
           (count(*) FILTER (WHERE o->>'outcome' = 'killed'))::integer,
           (count(*) FILTER (WHERE o->>'outcome' = 'quarantined'))::integer)
    FROM jsonb_array_elements(r.outcomes) o)
  UNION ALL
  SELECT 'no-outcome' WHERE r.offered = 0 OR r.outcomes IS NULL
  UNION ALL
  SELECT DISTINCT 'no-story' FROM jsonb_array_elements(r.outcomes) o
  WHERE o->>'outcome' <> 'quarantined'
    AND NOT EXISTS (SELECT FROM wire.stories s WHERE s.id = (o->>'storyId')::bigint)
  UNION ALL
  SELECT DISTINCT 'no-revision' FROM jsonb_array_elements(r.outcomes) o
  JOIN wire.stories s ON s.id = (o->>'storyId')::bigint
  WHERE o->>'outcome' IN ('new', 'revised', 'stale', 'killed')
    AND NOT EXISTS (SELECT FROM wire.revisions v
                    WHERE v.born = s.born AND v.story_id = s.id AND v.revision = (o->>'revision')::integer)
  UNION ALL
  SELECT DISTINCT 'no-quarantine' FROM jsonb_array_elements(r.outcomes) o
  WHERE o->>'outcome' = 'quarantined'
    AND NOT EXISTS (SELECT FROM wire.quarantine q WHERE q.feed_id = r.feed_id AND q.digest = r.digest
                      AND q.item_index = (o->>'index')::integer)`

const daysBack = 3

/**
 * Checks the next finished receipts in order of their numbers, up to the first that is still open, and keeps what does
 * not add up. Looks again at what was wrong, so that a breach which was mended goes. Answers how many receipts were
 * checked and how many breaches are new.
 */
export async function checkCounts(pool: Pool, limit: number): Promise<{ checked: number; found: number }> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ from: number; to: number }>(
      `SELECT c.checked_to AS "from", least(c.checked_to + $1, coalesce(
                (SELECT min(id) - 1 FROM wire.receipts WHERE state <> 'done'), s.last_value)) AS "to"
       FROM (SELECT greatest(c.checked_to, coalesce((SELECT min(id) - 1 FROM wire.receipts
               WHERE received_on >= (now() AT TIME ZONE 'utc')::date - ${daysBack - 1}), 0)) AS checked_to
             FROM wire.count_check c FOR UPDATE SKIP LOCKED) c, wire.receipt_id s`,
      [limit],
    )
    const range = rows[0]
    // Another process is at it.
    if (range === undefined) return { checked: 0, found: 0 }
    await client.query(
      `DELETE FROM wire.breaches b USING wire.receipts r
       WHERE r.received_on = b.received_on AND r.id = b.receipt_id AND b.what NOT IN (${faultsOfReceipt})`,
    )
    if (range.to <= range.from) return { checked: 0, found: 0 }
    const { rowCount } = await client.query(
      `INSERT INTO wire.breaches (received_on, receipt_id, feed_id, what)
       SELECT r.received_on, r.id, r.feed_id, f.what
       FROM (SELECT array_agg((now() AT TIME ZONE 'utc')::date - d) AS list FROM generate_series(0, ${daysBack}) d) days
       JOIN wire.receipts r ON r.received_on = ANY (days.list) AND r.id > $1 AND r.id <= $2 AND r.state = 'done'
       CROSS JOIN LATERAL (${faultsOfReceipt}) f
       ON CONFLICT DO NOTHING`,
      [range.from, range.to],
    )
    await client.query(`UPDATE wire.count_check SET checked_to = $1, checked_at = now()`, [range.to])
    return { checked: range.to - range.from, found: rowCount ?? 0 }
  })
}

/** Receipts known not to account for what was offered, newest first. */
export async function listBreaches(client: Queryable, limit = 20): Promise<Breach[]> {
  const { rows } = await client.query(
    `SELECT b.received_on AS "receivedOn", b.receipt_id AS "receiptId", f.name AS feed, b.what, b.found_at AS "foundAt"
     FROM wire.breaches b JOIN wire.feeds f ON f.id = b.feed_id ORDER BY b.receipt_id DESC LIMIT $1`,
    [limit],
  )
  return rows
}
