import type { Client, Queryable } from './pool.ts'

/** `closed` and `accepted` are the end: nothing is missing any more, or a person decided to live with it. */
export type GapState = 'open' | 'backfilling' | 'closed' | 'accepted'

/** A stretch that a feed may have lost, as a source or a check noticed it. */
export interface NewGap {
  readonly kind: string
  readonly from?: string
  readonly to?: string
  readonly detail: string
  /** The source fetches the stretch by itself and will say when it has it. */
  readonly backfilling?: boolean
  /** For machines: what was seen. */
  readonly evidence?: unknown
}

/** What a poll says about gaps of its feed that are still open. */
export interface GapSettlement {
  readonly kind: string
  readonly how: string
  /** The source tried and could not: the gap stays, and waits for a person. */
  readonly failed?: boolean
}

/** Opens a gap in the caller's transaction; in a poll's, cursor and gap become true together. */
export async function openGap(client: Client, feedId: number, gap: NewGap): Promise<void> {
  await client.query(
    `INSERT INTO wire.gaps (feed_id, kind, from_bound, to_bound, detail, state, evidence)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [
      feedId,
      gap.kind,
      gap.from ?? null,
      gap.to ?? null,
      gap.detail.slice(0, 2000),
      gap.backfilling === true ? 'backfilling' : 'open',
      gap.evidence === undefined ? null : JSON.stringify(gap.evidence),
    ],
  )
}

/** Closes what the source was fetching by itself, or hands it to a person when the source gave up. */
export async function settleBackfilled(client: Client, feedId: number, settled: GapSettlement): Promise<void> {
  await client.query(
    settled.failed === true
      ? `UPDATE wire.gaps SET state = 'open', changed_at = now(), tries = tries + 1,
           detail = left(detail || '; ' || $3, 2000)
         WHERE feed_id = $1 AND kind = $2 AND state = 'backfilling'`
      : `UPDATE wire.gaps SET state = 'closed', closed_at = now(), changed_at = now(), closed_how = $3
         WHERE feed_id = $1 AND kind = $2 AND state = 'backfilling'`,
    [feedId, settled.kind, settled.how.slice(0, 2000)],
  )
}

/** Ends a gap by a person's word. Undefined: there is none of that number. False: it had ended before. */
export async function endGap(
  client: Queryable,
  id: number,
  state: 'closed' | 'accepted',
  why: string,
): Promise<boolean | undefined> {
  const { rows } = await client.query<{ ended: boolean }>(
    `WITH ended AS (
       UPDATE wire.gaps SET state = $2, closed_at = now(), changed_at = now(), closed_how = $3
       WHERE id = $1 AND closed_at IS NULL RETURNING id)
     SELECT EXISTS (SELECT FROM ended) AS ended FROM wire.gaps WHERE id = $1`,
    [id, state, why.slice(0, 2000)],
  )
  return rows[0]?.ended
}

/** A gap whose stretch its source can be asked for. */
export interface FetchableGap {
  readonly id: number
  readonly feedId: number
  readonly kind: string
  readonly from: string
  readonly to: string
}

/** Open gaps with both bounds of feeds that run, of kinds of sources that can be asked; due ones, oldest first. */
export async function takeFetchableGaps(
  client: Queryable,
  sourceKinds: readonly string[],
  limit: number,
): Promise<FetchableGap[]> {
  const { rows } = await client.query(
    `UPDATE wire.gaps g SET next_try_at = now() + interval '5 minutes'
     FROM (SELECT g.id FROM wire.gaps g JOIN wire.feeds f ON f.id = g.feed_id
           WHERE g.state = 'open' AND g.tries < 5 AND g.next_try_at <= now() AND f.enabled AND f.kind = ANY ($1)
             AND g.from_bound IS NOT NULL AND g.to_bound IS NOT NULL AND g.kind NOT IN ('sequence-hole', 'clock-jump')
           ORDER BY g.id LIMIT $2 FOR UPDATE OF g SKIP LOCKED) due
     WHERE g.id = due.id
     RETURNING g.id, g.feed_id AS "feedId", g.kind, g.from_bound AS "from", g.to_bound AS "to"`,
    [sourceKinds, limit],
  )
  return rows
}

/** Notes how a fetch of the stretch went: closed when all of it came, else tried again later. */
export async function noteFetch(client: Queryable, id: number, outcome: { done: boolean; how: string }): Promise<void> {
  await client.query(
    outcome.done
      ? `UPDATE wire.gaps SET state = 'closed', closed_at = now(), changed_at = now(), closed_how = $2
         WHERE id = $1 AND closed_at IS NULL`
      : `UPDATE wire.gaps SET tries = tries + 1, changed_at = now(), next_try_at = now() + interval '15 minutes' * (tries + 1),
           evidence = coalesce(evidence, '{}') || jsonb_build_object('lastTry', $2::text)
         WHERE id = $1 AND closed_at IS NULL`,
    [id, outcome.how.slice(0, 2000)],
  )
}
