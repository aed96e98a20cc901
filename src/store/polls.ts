import { advisoryLocks } from './advisory-locks.ts'
import { recordAttempt } from './attempts.ts'
import { feedColumns } from './feeds.ts'
import type { Feed } from './feeds.ts'
import { openGap, settleBackfilled } from './gaps.ts'
import type { GapSettlement, NewGap } from './gaps.ts'
import type { Client, Pool, Queryable } from './pool.ts'
import { inTransaction } from './pool.ts'
import { insertReceipts, insertRefusedReceipts } from './receipts.ts'
import type { NewReceipt, ReceiptRef, RefusedReceipt } from './receipts.ts'
import { noteHub } from './subscriptions.ts'

export interface ClaimOptions {
  /** Feeds claimed at most. */
  readonly limit: number
  /** Feeds of one host that may be polled at the same time. */
  readonly perHost: number
  readonly leaseSeconds: number
  readonly kinds?: readonly string[]
  /**
   * Feeds that may be claimed and not yet taken up by a worker: what is claimed further ahead than workers can follow
   * only lets its lease lapse and is claimed again.
   */
  readonly ahead?: number
}

/** A feed and the right to poll it until the lease lapses; what poll jobs carry. */
export interface FeedLease {
  readonly feedId: number
  readonly leaseToken: string
}

/**
 * Claims due feeds for polling. Fair to hosts: each host gets its free places before any limit on the whole applies, so
 * a host with a thousand feeds cannot starve one with a single feed. The lease is short: a worker that starts the poll
 * renews it; if none does, the feed is due again. What comes by hand (kind local) is never polled, and no feed of a host
 * that asked for patience. One dispatcher claims at a time: two that counted the free places of a host at once would
 * each give away the last one.
 */
export async function claimDueFeeds(pool: Pool, options: ClaimOptions): Promise<FeedLease[]> {
  return inTransaction(pool, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock($1)`, [advisoryLocks.feedClaims])
    return claim(client, options)
  })
}

async function claim(client: Client, options: ClaimOptions): Promise<FeedLease[]> {
  const { rows } = await client.query({
    name: 'feeds-claim',
    text: `WITH busy AS (
             SELECT host, count(*) AS polls FROM wire.feeds WHERE lease_until > now() AND host IS NOT NULL GROUP BY host),
           ranked AS (
             SELECT f.id, f.next_poll_at, coalesce(b.polls, 0)
               + row_number() OVER (PARTITION BY coalesce(f.host, 'feed ' || f.id) ORDER BY f.next_poll_at, f.id) AS place
             FROM wire.feeds f LEFT JOIN busy b ON b.host = f.host LEFT JOIN wire.hosts h ON h.host = f.host
             WHERE (h.not_before IS NULL OR h.not_before <= now()) AND f.enabled AND f.kind <> 'local' AND f.next_poll_at <= now() AND (f.lease_until IS NULL OR f.lease_until <= now())
               AND ($4::text[] IS NULL OR f.kind = ANY ($4))),
           chosen AS (
             SELECT f.id FROM wire.feeds f JOIN ranked r USING (id)
             WHERE r.place <= $2 AND f.enabled AND (f.lease_until IS NULL OR f.lease_until <= now())
             ORDER BY r.place, r.next_poll_at
             LIMIT CASE WHEN $5::integer IS NULL THEN $1::integer ELSE least($1::integer, greatest(0, $5::integer - (
               SELECT count(*) FROM wire.feeds WHERE lease_until > now() AND lease_owner IS NULL))) END
             FOR UPDATE OF f SKIP LOCKED)
           UPDATE wire.feeds f SET lease_token = gen_random_uuid(), lease_until = now() + make_interval(secs => $3),
             lease_owner = NULL
           FROM chosen c WHERE f.id = c.id
           RETURNING f.id AS "feedId", f.lease_token AS "leaseToken"`,
    values: [options.limit, options.perHost, options.leaseSeconds, options.kinds ?? null, options.ahead ?? null],
  })
  return rows
}

/** Takes up or renews a lease; undefined when it has lapsed and someone else holds the feed, or the feed was paused. */
export async function renewLease(
  client: Queryable,
  lease: FeedLease,
  options: { owner: string; leaseSeconds: number },
): Promise<Feed | undefined> {
  const { rows } = await client.query({
    name: 'feeds-renew',
    text: `UPDATE wire.feeds SET lease_until = now() + make_interval(secs => $3), lease_owner = $4
           WHERE id = $1 AND lease_token = $2 AND enabled RETURNING ${feedColumns}`,
    values: [lease.feedId, lease.leaseToken, options.leaseSeconds, options.owner],
  })
  return rows[0]
}

/** What one good poll brought and where to go on. */
export interface PollCommit {
  /** What becomes of the feed's score and rhythm, decided by the caller; both stay when absent. */
  readonly failureScore?: number
  readonly newsGapSeconds?: number | undefined
  /** The hub the feed names; null when it names none. Absent leaves what is known. */
  readonly hub?: { readonly hub: string; readonly topic: string } | null
  /** Where the feed has moved for good; null when it has not. Absent leaves what is known. */
  readonly movedTo?: string | null
  readonly offers: readonly NewReceipt[]
  readonly cursor: unknown
  readonly refused?: readonly RefusedReceipt[]
  readonly gap?: NewGap
  /** A gap that this answer closes, or that the source gave up. */
  readonly settles?: GapSettlement
  readonly note?: string
  readonly milliseconds: number
}

/**
 * ONE TRANSACTION: captures, receipts, cursor, gap. Undefined when the lease was lost: nothing was stored, the holder
 * of the new lease reads the same page. Otherwise the receipts that are ready to be read.
 */
export async function commitPoll(
  pool: Pool,
  lease: FeedLease,
  poll: PollCommit,
  options: { owner: string; leaseSeconds: number },
): Promise<ReceiptRef[] | undefined> {
  const refused = poll.refused ?? []
  return inTransaction(pool, async (client) => {
    const { rowCount } = await client.query({
      name: 'feeds-commit',
      text: `UPDATE wire.feeds SET cursor = $3, consecutive_failures = 0, last_error_code = NULL,
               last_error_detail = NULL, last_note = $4, last_polled_at = now(), last_success_at = now(),
               last_offer_at = CASE WHEN $5 > 0 THEN now() ELSE last_offer_at END,
               lease_until = now() + make_interval(secs => $6), failure_score = coalesce($7, failure_score),
               news_gap_seconds = coalesce($8, news_gap_seconds), moved_to = CASE WHEN $9 THEN $10 ELSE moved_to END
             WHERE id = $1 AND lease_token = $2`,
      values: [
        lease.feedId,
        lease.leaseToken,
        JSON.stringify(poll.cursor ?? null),
        poll.note ?? null,
        poll.offers.length + refused.length,
        options.leaseSeconds,
        poll.failureScore ?? null,
        poll.newsGapSeconds ?? null,
        poll.movedTo !== undefined,
        poll.movedTo ?? null,
      ],
    })
    if (rowCount !== 1) return undefined
    const ready = await insertReceipts(client, lease.feedId, poll.offers)
    if (poll.hub !== undefined) await noteHub(client, lease.feedId, poll.hub)
    await insertRefusedReceipts(client, lease.feedId, refused)
    if (poll.settles !== undefined) await settleBackfilled(client, lease.feedId, poll.settles)
    if (poll.gap !== undefined) await openGap(client, lease.feedId, poll.gap)
    await recordAttempt(client, {
      stage: 'poll',
      feedId: lease.feedId,
      worker: options.owner,
      milliseconds: poll.milliseconds,
      offers: poll.offers.length,
    })
    return ready
  })
}

/** Ends a lease after a good poll: due again after the pause. */
export async function finishPoll(client: Queryable, lease: FeedLease, pauseSeconds: number): Promise<void> {
  await client.query({
    name: 'feeds-finish',
    text: `UPDATE wire.feeds SET next_poll_at = now() + make_interval(secs => $3), lease_token = NULL,
             lease_until = NULL, lease_owner = NULL
           WHERE id = $1 AND lease_token = $2`,
    values: [lease.feedId, lease.leaseToken, pauseSeconds],
  })
}

export interface PollFailure {
  readonly code: string
  readonly detail: string
  readonly pauseSeconds: number
  /** Whether the feed is paused until a person resumes it. */
  readonly pause: boolean
  readonly milliseconds: number
  /** The feed's score from now on; stays when absent. */
  readonly failureScore?: number
  /** How long all feeds of the host wait, when it asked for patience. */
  readonly hostPauseSeconds?: number
  /** The answer that was wrong; kept with the first failure of a row of them. */
  readonly evidence?: Uint8Array
}

/** Ends a lease after a failed poll: the cursor stays, the fault is shown, the next try comes after the pause. */
export async function failPoll(pool: Pool, lease: FeedLease, failure: PollFailure, owner: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ failures: number; host: string | null }>(
      `UPDATE wire.feeds SET consecutive_failures = consecutive_failures + 1, failure_score = coalesce($7, failure_score + 1),
         last_error_code = $3,
         last_error_detail = $4, last_polled_at = now(), next_poll_at = now() + make_interval(secs => $5),
         enabled = enabled AND NOT $6, paused_reason = CASE WHEN $6 THEN $3 ELSE paused_reason END,
         lease_token = NULL, lease_until = NULL, lease_owner = NULL
       WHERE id = $1 AND lease_token = $2 RETURNING consecutive_failures AS failures, host`,
      [
        lease.feedId,
        lease.leaseToken,
        failure.code,
        failure.detail.slice(0, 2000),
        failure.pauseSeconds,
        failure.pause,
        failure.failureScore ?? null,
      ],
    )
    if (rows.length === 0) return
    await holdHost(client, rows[0]!.host, failure)
    await recordAttempt(client, {
      stage: 'poll',
      feedId: lease.feedId,
      worker: owner,
      milliseconds: failure.milliseconds,
      code: failure.code,
      detail: failure.detail,
      ...(failure.evidence !== undefined && rows[0]!.failures === 1 ? { evidence: failure.evidence } : {}),
    })
  })
}

/** Lets all feeds of a host wait. A longer wait that another feed was told stays. */
async function holdHost(client: Client, host: string | null, failure: PollFailure): Promise<void> {
  if (host === null || failure.hostPauseSeconds === undefined) return
  await client.query(
    `INSERT INTO wire.hosts AS h (host, not_before, reason) VALUES ($1, now() + make_interval(secs => $2), $3)
     ON CONFLICT (host) DO UPDATE SET not_before = greatest(h.not_before, excluded.not_before), reason = excluded.reason`,
    [host, failure.hostPauseSeconds, failure.detail.slice(0, 500)],
  )
}

/** Stores documents that came by hand or by push, outside any poll, in one transaction. */
export async function commitOffers(pool: Pool, feedId: number, offers: readonly NewReceipt[]): Promise<ReceiptRef[]> {
  return inTransaction(pool, async (client) => {
    const refs = await insertReceipts(client, feedId, offers)
    await client.query(`UPDATE wire.feeds SET last_offer_at = now() WHERE id = $1`, [feedId])
    return refs
  })
}
