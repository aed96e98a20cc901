import type { Queryable } from './pool.ts'

export interface FeedDefinition {
  readonly name: string
  readonly kind: string
  readonly authority: string
  readonly config: Readonly<Record<string, unknown>>
  readonly zone?: string
  readonly intervalSeconds?: number
  readonly host?: string
  readonly enabled?: boolean
  readonly checkClock?: boolean
  readonly managedBy?: 'command' | 'file'
}

export interface Feed {
  readonly id: number
  readonly name: string
  readonly kind: string
  readonly authority: string
  readonly config: Readonly<Record<string, unknown>>
  readonly zone: string | null
  readonly intervalSeconds: number
  readonly host: string | null
  readonly enabled: boolean
  readonly pausedReason: string | null
  readonly cursor: unknown
  readonly nextPollAt: Date
  readonly leaseUntil: Date | null
  readonly leaseOwner: string | null
  readonly consecutiveFailures: number
  readonly failureScore: number
  readonly newsGapSeconds: number | null
  readonly movedTo: string | null
  readonly lastPolledAt: Date | null
  readonly lastSuccessAt: Date | null
  readonly lastOfferAt: Date | null
  readonly lastErrorCode: string | null
  readonly lastErrorDetail: string | null
  readonly lastNote: string | null
  readonly managedBy: 'command' | 'file'
  readonly checkClock: boolean
}

/** Columns of a feed under the names of `Feed`. */
export const feedColumns = `id, name, kind, authority, config, zone, interval_seconds AS "intervalSeconds", host, enabled,
  paused_reason AS "pausedReason", cursor, next_poll_at AS "nextPollAt", lease_until AS "leaseUntil",
  lease_owner AS "leaseOwner", consecutive_failures AS "consecutiveFailures",
  failure_score AS "failureScore", news_gap_seconds AS "newsGapSeconds", moved_to AS "movedTo", last_polled_at AS "lastPolledAt",
  last_success_at AS "lastSuccessAt", last_offer_at AS "lastOfferAt", last_error_code AS "lastErrorCode",
  last_error_detail AS "lastErrorDetail", last_note AS "lastNote", managed_by AS "managedBy", check_clock AS "checkClock"`

/** Adds a feed or brings its settings up to date; cursor, schedule and health stay. */
export async function saveFeed(client: Queryable, feed: FeedDefinition): Promise<Feed> {
  const { rows } = await client.query(
    `INSERT INTO wire.feeds (name, kind, authority, config, zone, interval_seconds, host, enabled, managed_by,
       check_clock)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, authority = excluded.authority, config = excluded.config,
       zone = excluded.zone, interval_seconds = excluded.interval_seconds, host = excluded.host,
       enabled = excluded.enabled, managed_by = excluded.managed_by, check_clock = excluded.check_clock
     RETURNING ${feedColumns}`,
    [
      feed.name,
      feed.kind,
      feed.authority,
      JSON.stringify(feed.config),
      feed.zone ?? null,
      feed.intervalSeconds ?? 60,
      feed.host ?? null,
      feed.enabled ?? true,
      feed.managedBy ?? 'command',
      feed.checkClock ?? true,
    ],
  )
  return rows[0]
}

export async function listFeeds(client: Queryable): Promise<Feed[]> {
  const { rows } = await client.query(`SELECT ${feedColumns} FROM wire.feeds ORDER BY name`)
  return rows
}

export async function readFeed(client: Queryable, name: string): Promise<Feed | undefined> {
  const { rows } = await client.query(`SELECT ${feedColumns} FROM wire.feeds WHERE name = $1`, [name])
  return rows[0]
}

export async function readFeedById(client: Queryable, id: number): Promise<Feed | undefined> {
  const { rows } = await client.query(`SELECT ${feedColumns} FROM wire.feeds WHERE id = $1`, [id])
  return rows[0]
}

/** Pauses a feed; a reason is given when the program does it. */
export async function pauseFeed(client: Queryable, name: string, reason?: string): Promise<boolean> {
  const { rowCount } = await client.query(`UPDATE wire.feeds SET enabled = false, paused_reason = $2 WHERE name = $1`, [
    name,
    reason ?? null,
  ])
  return rowCount === 1
}

/** Resumes a feed; it is due at once. */
export async function resumeFeed(client: Queryable, name: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE wire.feeds SET enabled = true, paused_reason = NULL, consecutive_failures = 0, failure_score = 0,
       next_poll_at = now()
     WHERE name = $1`,
    [name],
  )
  return rowCount === 1
}

/** Makes a feed due now, whatever its schedule says. */
export async function makeFeedDue(client: Queryable, name: string): Promise<boolean> {
  const { rowCount } = await client.query(`UPDATE wire.feeds SET next_poll_at = now() WHERE name = $1`, [name])
  return rowCount === 1
}
