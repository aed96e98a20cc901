import type { Queryable } from './pool.ts'

/** How a feed fares, and what became of what it offered in the last 24 hours. */
export interface FeedHealth {
  readonly id: number
  readonly name: string
  readonly kind: string
  readonly enabled: boolean
  readonly pausedReason: string | null
  readonly polling: boolean
  readonly intervalSeconds: number
  readonly nextPollAt: Date
  readonly consecutiveFailures: number
  readonly lastPolledAt: Date | null
  readonly lastSuccessAt: Date | null
  readonly lastOfferAt: Date | null
  readonly lastErrorCode: string | null
  readonly lastErrorDetail: string | null
  readonly lastNote: string | null
  readonly managedBy: 'command' | 'file'
  readonly documents: number
  /** Documents that are not accounted for yet. */
  readonly open: number
  readonly offered: number
  readonly new: number
  readonly revised: number
  readonly duplicate: number
  readonly stale: number
  readonly killed: number
  readonly quarantined: number
  readonly gapsOpen: number
  /** How unreliable the feed has been of late; 0 is sound. */
  readonly failureScore: number
  /** Where the source says the feed has moved for good. */
  readonly movedTo: string | null
  /** Until when its host wants to be left alone. */
  readonly hostHeldUntil: Date | null
  /** How its hub stands (WebSub); null without one. */
  readonly hubState: string | null
  readonly hubDetail: string | null
  /** Since when it is silent against its habit; null while it is as usual, or still being learned. */
  readonly silentSince: Date | null
  /** What it usually brought in as long a stretch by now. */
  readonly usualNews: number | null
}

/** All feeds by name. */
export async function listFeedHealth(client: Queryable): Promise<FeedHealth[]> {
  const { rows } = await client.query({
    name: 'feeds-health',
    text: `SELECT f.id, f.name, f.kind, f.enabled, f.paused_reason AS "pausedReason",
             coalesce(f.lease_until > now(), false) AS polling, f.interval_seconds AS "intervalSeconds",
             f.next_poll_at AS "nextPollAt", f.consecutive_failures AS "consecutiveFailures",
             f.last_polled_at AS "lastPolledAt", f.last_success_at AS "lastSuccessAt", f.last_offer_at AS "lastOfferAt",
             f.last_error_code AS "lastErrorCode", f.last_error_detail AS "lastErrorDetail", f.last_note AS "lastNote",
             f.managed_by AS "managedBy", r.*,
             (SELECT count(*) FROM wire.gaps g WHERE g.feed_id = f.id AND g.closed_at IS NULL) AS "gapsOpen",
             y.silent_since AS "silentSince", y.usual AS "usualNews",
             f.failure_score AS "failureScore", f.moved_to AS "movedTo", h.not_before AS "hostHeldUntil",
             s.state AS "hubState", s.detail AS "hubDetail"
           FROM wire.feeds f LEFT JOIN wire.feed_rhythm y ON y.feed_id = f.id
           LEFT JOIN wire.hosts h ON h.host = f.host AND h.not_before > now()
           LEFT JOIN wire.subscriptions s ON s.feed_id = f.id CROSS JOIN LATERAL (
             SELECT count(*) AS documents, count(*) FILTER (WHERE state <> 'done') AS open,
                    coalesce(sum(offered), 0) AS offered, coalesce(sum(new), 0) AS new,
                    coalesce(sum(revised), 0) AS revised, coalesce(sum(duplicate), 0) AS duplicate,
                    coalesce(sum(stale), 0) AS stale, coalesce(sum(killed), 0) AS killed,
                    coalesce(sum(quarantined), 0) AS quarantined
             FROM wire.receipts w WHERE w.feed_id = f.id AND w.received_at > now() - interval '24 hours') r
           ORDER BY f.name`,
  })
  return rows
}

export interface PollAttempt {
  readonly at: Date
  readonly worker: string
  readonly milliseconds: number | null
  readonly offers: number | null
  readonly code: string | null
  readonly detail: string | null
}

/** The last polls of a feed, newest first. */
export async function listPolls(client: Queryable, feedId: number, limit = 20): Promise<PollAttempt[]> {
  const { rows } = await client.query(
    `SELECT at, worker, milliseconds, offers, code, detail FROM wire.attempts
     WHERE feed_id = $1 AND stage = 'poll' ORDER BY at DESC LIMIT $2`,
    [feedId, limit],
  )
  return rows
}
