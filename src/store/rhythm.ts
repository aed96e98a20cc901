import type { Queryable } from './pool.ts'

/**
 * Counts the news of the last hours anew, by feed and hour, from the receipts: asked twice, it says the same. A longer
 * stretch is counted when nobody did it for a while.
 */
export async function countNewsHours(client: Queryable): Promise<void> {
  await client.query(
    `INSERT INTO wire.feed_hours (feed_id, hour, news)
     SELECT r.feed_id, date_trunc('hour', r.received_at, 'UTC'), sum(r.new + r.revised + r.stale + r.killed)
     FROM wire.receipts r,
          (SELECT coalesce(least(max(hour), now()), now() - interval '60 days') - interval '2 hours' AS since
           FROM wire.feed_hours) h
     WHERE r.received_at >= date_trunc('hour', h.since, 'UTC')
       AND r.received_on >= (h.since AT TIME ZONE 'utc')::date
       AND r.new + r.revised + r.stale + r.killed > 0
     GROUP BY 1, 2
     ON CONFLICT (feed_id, hour) DO UPDATE SET news = excluded.news WHERE feed_hours.news <> excluded.news`,
  )
  await client.query(`DELETE FROM wire.feed_hours WHERE hour < now() - interval '70 days'`)
}

/** What the silence of a feed is judged by. Milliseconds. */
export interface FeedQuiet {
  readonly feedId: number
  readonly feed: string
  readonly zone: string
  readonly since: number
  readonly now: number
  readonly firstHour: number | undefined
  readonly hours: readonly { readonly start: number; readonly news: number }[]
}

/** A feed that was not polled well for longer than this, or three intervals, was not listened to. */
const deafSeconds = 600

/**
 * Brings the record of when feeds last had news, and since when we listen to them, up to date, and answers those that have
 * been quiet for some minutes, each with its hours in the same stretches of the weeks before.
 */
export async function listQuietFeeds(
  client: Queryable,
  options: { weeks: number; longestMs: number; quietSeconds: number },
): Promise<FeedQuiet[]> {
  await client.query(
    `INSERT INTO wire.feed_rhythm AS y (feed_id, last_news_at, watched_since, checked_at)
     SELECT f.id, n.last_news_at, now(), now() FROM wire.feeds f
     LEFT JOIN LATERAL (
       SELECT r.received_at AS last_news_at FROM wire.receipts r
       WHERE r.feed_id = f.id AND r.new + r.revised + r.stale + r.killed > 0 AND r.received_at > now() - interval '7 days'
       ORDER BY r.received_at DESC LIMIT 1) n ON true
     WHERE f.enabled AND f.kind <> 'local'
     ON CONFLICT (feed_id) DO UPDATE SET last_news_at = greatest(y.last_news_at, excluded.last_news_at),
       -- Failing, or nobody asked for a while: whatever was published then may come late, or not be seen yet.
       watched_since = CASE WHEN (SELECT f.consecutive_failures > 0 OR f.last_success_at IS NULL
                                    OR f.last_success_at < now() - make_interval(secs => greatest(${deafSeconds}, 3 * f.interval_seconds))
                                  FROM wire.feeds f WHERE f.id = y.feed_id)
                                OR y.checked_at < now() - make_interval(secs => ${deafSeconds})
                       THEN now() ELSE y.watched_since END,
       checked_at = now()`,
  )
  await client.query(
    `UPDATE wire.feed_rhythm y SET silent_since = NULL FROM wire.feeds f
     WHERE f.id = y.feed_id AND y.silent_since IS NOT NULL AND (NOT f.enabled OR y.last_news_at > y.silent_since)`,
  )
  const { rows } = await client.query(
    `SELECT y.feed_id AS "feedId", f.name AS feed, coalesce(f.zone, 'UTC') AS zone,
            floor(extract(epoch FROM q.since) * 1000)::float8 AS since, floor(extract(epoch FROM now()) * 1000)::float8 AS now,
            (SELECT floor(extract(epoch FROM min(h.hour)) * 1000)::float8 FROM wire.feed_hours h WHERE h.feed_id = y.feed_id) AS "firstHour",
            coalesce((SELECT jsonb_agg(jsonb_build_object('start', extract(epoch FROM h.hour) * 1000, 'news', h.news))
                      FROM generate_series(1, $1::integer) AS w (week)
                      JOIN wire.feed_hours h ON h.feed_id = y.feed_id
                       AND h.hour >= greatest(q.since, now() - make_interval(secs => $2)) - make_interval(weeks => w.week) - interval '3 hours'
                       AND h.hour <= now() - make_interval(weeks => w.week) + interval '3 hours'), '[]') AS hours
     FROM wire.feed_rhythm y JOIN wire.feeds f ON f.id = y.feed_id
     CROSS JOIN LATERAL (SELECT greatest(y.last_news_at, y.watched_since) AS since) q
     WHERE f.enabled AND f.kind <> 'local' AND q.since < now() - make_interval(secs => $3)`,
    [options.weeks, options.longestMs / 1000, options.quietSeconds],
  )
  return rows.map((row) => ({ ...row, firstHour: row.firstHour ?? undefined }))
}

/** Notes how a feed was judged. Answers true when its silence is news. */
export async function noteSilence(
  client: Queryable,
  feedId: number,
  judged: { silent: boolean; usual: number; weeks: number; since: number },
): Promise<boolean> {
  const { rows } = await client.query<{ fresh: boolean }>(
    `WITH before AS (SELECT silent_since FROM wire.feed_rhythm WHERE feed_id = $1)
     UPDATE wire.feed_rhythm SET usual = $3, weeks = $4,
       silent_since = CASE WHEN $2 THEN coalesce(silent_since, $5) END
     WHERE feed_id = $1 RETURNING $2 AND (SELECT silent_since IS NULL FROM before) AS fresh`,
    [feedId, judged.silent, judged.usual, judged.weeks, new Date(judged.since).toISOString()],
  )
  return rows[0]?.fresh === true
}
