import type { GapState } from './gaps.ts'
import type { Queryable } from './pool.ts'

/** A stretch that a feed may have lost, with what became of it. */
export interface GapEntry {
  readonly id: number
  readonly feed: string
  readonly kind: string
  readonly state: GapState
  /** Last thing surely had: a time or a number. */
  readonly from: string | null
  readonly to: string | null
  readonly detail: string
  readonly evidence: unknown
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly closedHow: string | null
}

/** Gaps, newest first: those that are not over, or with `all` every one on record. */
export async function listGaps(
  client: Queryable,
  options: { feed?: string; all?: boolean; limit?: number } = {},
): Promise<GapEntry[]> {
  const { rows } = await client.query(
    `SELECT g.id, f.name AS feed, g.kind, g.state, g.from_bound AS "from", g.to_bound AS "to", g.detail, g.evidence,
            g.opened_at AS "openedAt", g.closed_at AS "closedAt", g.closed_how AS "closedHow"
     FROM wire.gaps g JOIN wire.feeds f ON f.id = g.feed_id
     WHERE ($1::text IS NULL OR f.name = $1) AND ($2 OR g.closed_at IS NULL) ORDER BY g.id DESC LIMIT $3`,
    [options.feed ?? null, options.all === true, options.limit ?? 500],
  )
  return rows
}
