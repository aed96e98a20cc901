import type { Queryable } from './pool.ts'

/** The state of the whole house in numbers, by the database's clock. Ages in seconds; null: nothing to be old. */
export interface Vitals {
  readonly now: Date
  readonly feeds: number
  readonly feedsEnabled: number
  readonly feedsPaused: number
  /** Paused by the program itself: a person is needed. */
  readonly feedsStopped: number
  readonly feedsFailing: number
  /** Due and not being polled. */
  readonly feedsDue: number
  /** How long the most overdue feed, which nobody holds, has been due. */
  readonly overdueSeconds: number | null
  /** Since any feed was last polled, well or badly. */
  readonly lastPollSeconds: number | null
  readonly receiptsReady: number
  readonly receiptsWaiting: number
  readonly receiptsClaimed: number
  /** Age of the oldest receipt that is ready and that nobody works on. */
  readonly oldestReadySeconds: number | null
  /** Since any receipt was last finished; null when none was among the latest. */
  readonly lastFinishSeconds: number | null
  readonly outboxDepth: number
  readonly outboxSeconds: number | null
  readonly changeSeq: number
  readonly changesLastMinute: number
  readonly quarantineOpen: number
  readonly gapsOpen: number
  /** Feeds that bring nothing at a time at which they always did. */
  readonly feedsSilent: number
  /** Receipts that do not account for what was offered: must never be more than none. */
  readonly breaches: number
  /** Changes, and stories from before the index, that are not searched yet. */
  readonly searchBehind: number
}

/** Feeds that are due, enabled and free; folders given by hand are never polled. */
const due = `enabled AND kind <> 'local' AND next_poll_at <= now() AND (lease_until IS NULL OR lease_until <= now())`

/** Everything that health, metrics and `status` are made of, in one statement. */
export async function readVitals(client: Queryable): Promise<Vitals> {
  const { rows } = await client.query({
    name: 'vitals',
    text: `SELECT now() AS now, f.*, r.*, o.*, c.*, q.*, g.*, y.*, b.*, s.last_seq AS "changeSeq",
        greatest(s.last_seq - p.last_seq, 0) + greatest(p.fill_until - p.filled_to, 0) AS "searchBehind"
      FROM wire.sequencer s, wire.search_progress p,
      (SELECT count(*) AS feeds, count(*) FILTER (WHERE enabled) AS "feedsEnabled",
              count(*) FILTER (WHERE NOT enabled AND paused_reason IS NULL) AS "feedsPaused",
              count(*) FILTER (WHERE NOT enabled AND paused_reason IS NOT NULL) AS "feedsStopped",
              count(*) FILTER (WHERE enabled AND consecutive_failures > 0) AS "feedsFailing",
              count(*) FILTER (WHERE ${due}) AS "feedsDue",
              extract(epoch FROM now() - min(greatest(next_poll_at, lease_until)) FILTER (WHERE ${due}))::float
                AS "overdueSeconds",
              extract(epoch FROM now() - max(last_polled_at))::float AS "lastPollSeconds"
         FROM wire.feeds) f,
      (SELECT count(*) FILTER (WHERE state = 'pending' OR (state = 'claimed' AND claimed_until < now())) AS "receiptsReady",
              count(*) FILTER (WHERE state = 'waiting') AS "receiptsWaiting",
              count(*) FILTER (WHERE state = 'claimed' AND claimed_until >= now()) AS "receiptsClaimed",
              extract(epoch FROM now() - min(CASE WHEN state = 'pending' THEN next_try_at ELSE claimed_until END)
                FILTER (WHERE (state = 'pending' AND next_try_at <= now())
                           OR (state = 'claimed' AND claimed_until < now())))::float AS "oldestReadySeconds"
         FROM wire.receipts WHERE state <> 'done') r,
      (SELECT count(*) AS "outboxDepth", extract(epoch FROM now() - min(recorded_at))::float AS "outboxSeconds"
         FROM wire.outbox) o,
      (SELECT count(*) AS "changesLastMinute"
         FROM (SELECT numbered_at FROM wire.changes ORDER BY seq DESC LIMIT 100000) latest
         WHERE numbered_at > now() - interval '1 minute') c,
      (SELECT count(*) AS "quarantineOpen" FROM wire.quarantine WHERE state = 'open') q,
      (SELECT count(*) AS "gapsOpen" FROM wire.gaps WHERE closed_at IS NULL) g,
      (SELECT count(*) AS "feedsSilent" FROM wire.feed_rhythm WHERE silent_since IS NOT NULL) y,
      (SELECT count(*) AS breaches FROM wire.breaches) b`,
  })
  const { rows: finished } = await client.query({
    name: 'vitals-finish',
    // No index on done_at: it would cost every receipt a write. Work goes on at the newest numbers, or, with a backlog,
    // just below the oldest open one.
    text: `WITH days AS (SELECT ARRAY[(now() AT TIME ZONE 'utc')::date, (now() AT TIME ZONE 'utc')::date - 1] AS list),
           marks AS (
             SELECT last_value AS id FROM wire.receipt_id
             UNION ALL (SELECT id FROM wire.receipts WHERE state <> 'done' ORDER BY next_try_at LIMIT 1))
           SELECT extract(epoch FROM now() - max(r.done_at))::float AS seconds
           FROM days, marks, wire.receipts r
           WHERE r.received_on = ANY (days.list) AND r.id BETWEEN marks.id - 2000 AND marks.id`,
  })
  return { ...rows[0], lastFinishSeconds: finished[0]?.seconds ?? null }
}

/** How much there is, over all time. */
export interface Totals {
  readonly stories: number
  readonly revisions: number
  readonly killed: number
  readonly withheld: number
  readonly embargoed: number
  readonly captions: number
  /** Places where a caption was seen; what is above `captions` was recognised as a repetition. */
  readonly mentions: number
  /** Captions across stories and outlets: what is below `captions` was recognised in another story. */
  readonly families: number
  /** Stories that carry a text of another outlet; the one that stands for the others is not counted. */
  readonly copies: number
}

/** Counts whole tables: for a small house and for people, not for a metric that is read every few seconds. */
export async function readTotals(client: Queryable): Promise<Totals> {
  const { rows } = await client.query({
    name: 'totals',
    text: `SELECT s.*, c.captions, m.mentions, f.families, g.copies
      FROM (SELECT count(*) AS stories, coalesce(sum(revision_count), 0) AS revisions,
                   count(*) FILTER (WHERE status = 'canceled') AS killed,
                   count(*) FILTER (WHERE status = 'withheld') AS withheld,
                   count(*) FILTER (WHERE status = 'embargoed' AND embargoed_until > now()) AS embargoed
              FROM wire.stories WHERE current_revision IS NOT NULL) s,
           (SELECT count(*) AS captions FROM wire.captions) c, (SELECT count(*) AS mentions FROM wire.mentions) m,
           (SELECT count(DISTINCT form.family_id) AS families
              FROM wire.caption_members member JOIN wire.caption_forms form ON form.id = member.form_id) f,
           (SELECT coalesce(sum(members - 1), 0)::bigint AS copies FROM wire.copy_groups) g`,
  })
  return rows[0]
}
