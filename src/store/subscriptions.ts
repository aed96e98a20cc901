import { randomBytes } from 'node:crypto'
import type { Queryable } from './pool.ts'

/** A hub that is asked to deliver what a feed offers. */
export interface Subscription {
  readonly feedId: number
  readonly feedName: string
  readonly config: Readonly<Record<string, unknown>>
  readonly enabled: boolean
  readonly hub: string
  readonly topic: string
  readonly token: string
  readonly secret: string
  readonly state: 'wanted' | 'asked' | 'active' | 'refused'
  readonly tries: number
}

const columns = `s.feed_id AS "feedId", f.name AS "feedName", f.config, f.enabled, s.hub, s.topic, s.token, s.secret,
  s.state, s.tries`

/** The hub verifies within this, or is asked again. */
const verificationSeconds = 300

/**
 * Notes the hub a feed names, or that it names none. A hub or topic that stays the same keeps its subscription; a new
 * one gets a token and a secret of its own.
 */
export async function noteHub(
  client: Queryable,
  feedId: number,
  hub: { readonly hub: string; readonly topic: string } | null,
): Promise<void> {
  if (hub === null) {
    await client.query(`DELETE FROM wire.subscriptions WHERE feed_id = $1`, [feedId])
    return
  }
  await client.query(
    `INSERT INTO wire.subscriptions AS s (feed_id, hub, topic, token, secret) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (feed_id) DO UPDATE SET hub = excluded.hub, topic = excluded.topic, token = excluded.token,
       secret = excluded.secret, state = 'wanted', next_try_at = now(), tries = 0, active_until = NULL, detail = NULL
     WHERE (s.hub, s.topic) IS DISTINCT FROM (excluded.hub, excluded.topic)`,
    [feedId, hub.hub, hub.topic, randomBytes(32).toString('base64url'), randomBytes(48).toString('base64url')],
  )
}

/** Claims subscriptions that are to be asked for or renewed, by counting the try and pushing the next one ahead. */
export async function claimSubscriptions(client: Queryable, limit: number): Promise<Subscription[]> {
  const { rows } = await client.query({
    name: 'subscriptions-claim',
    text: `UPDATE wire.subscriptions s SET tries = s.tries + 1, next_try_at = now() + make_interval(secs => $2),
             state = CASE WHEN s.state = 'active' AND s.active_until > now() THEN 'active' ELSE 'asked' END
           FROM wire.feeds f, (
             SELECT w.feed_id FROM wire.subscriptions w JOIN wire.feeds e ON e.id = w.feed_id AND e.enabled
             WHERE w.next_try_at <= now() ORDER BY w.next_try_at LIMIT $1 FOR UPDATE OF w SKIP LOCKED) due
           WHERE s.feed_id = due.feed_id AND f.id = s.feed_id
           RETURNING ${columns}`,
    values: [limit, verificationSeconds],
  })
  return rows
}

/** Notes that a hub did not take the request; it is asked again after the pause. */
export async function deferSubscription(
  client: Queryable,
  subscription: Subscription,
  detail: string,
  pauseSeconds: number,
): Promise<void> {
  await client.query(
    `UPDATE wire.subscriptions SET detail = $3, next_try_at = now() + make_interval(secs => $4)
     WHERE feed_id = $1 AND token = $2`,
    [subscription.feedId, subscription.token, detail.slice(0, 500), pauseSeconds],
  )
}

/** The subscription a callback address belongs to. */
export async function findSubscription(client: Queryable, token: string): Promise<Subscription | undefined> {
  const { rows } = await client.query({
    name: 'subscriptions-find',
    text: `SELECT ${columns} FROM wire.subscriptions s JOIN wire.feeds f ON f.id = s.feed_id WHERE s.token = $1`,
    values: [token],
  })
  return rows[0]
}

/** The hub verified: the lease runs, and is renewed when nine tenths of it are over. */
export async function confirmSubscription(client: Queryable, token: string, leaseSeconds: number): Promise<void> {
  await client.query(
    `UPDATE wire.subscriptions SET state = 'active', tries = 0, detail = NULL,
       active_until = now() + make_interval(secs => $2), next_try_at = now() + make_interval(secs => $2 * 0.9)
     WHERE token = $1`,
    [token, leaseSeconds],
  )
}

/** The hub said no; it is asked again in a day. */
export async function refuseSubscription(client: Queryable, token: string, reason: string): Promise<void> {
  await client.query(
    `UPDATE wire.subscriptions SET state = 'refused', active_until = NULL, detail = $2,
       next_try_at = now() + interval '1 day' WHERE token = $1`,
    [token, reason.slice(0, 500)],
  )
}

/** Counts what came to a callback: taken, or discarded. */
export async function countDelivery(client: Queryable, feedId: number, taken: boolean): Promise<void> {
  await client.query(
    taken
      ? `UPDATE wire.subscriptions SET deliveries = deliveries + 1, last_delivery_at = now() WHERE feed_id = $1`
      : `UPDATE wire.subscriptions SET discarded = discarded + 1 WHERE feed_id = $1`,
    [feedId],
  )
}

/**
 * After a poll: whether the hub can be relied on. `polledBefore` is the end of the poll before this one; what is new
 * now (`news`) and was not announced by a delivery since then, the hub missed.
 */
export async function judgeHub(
  client: Queryable,
  feedId: number,
  poll: { readonly news: boolean; readonly polledBefore: Date | null },
): Promise<boolean> {
  const { rows } = await client.query<{ delivered: boolean }>({
    name: 'subscriptions-judge',
    text: `UPDATE wire.subscriptions SET last_missed_at =
             CASE WHEN $2 AND (last_delivery_at IS NULL OR last_delivery_at < $3) THEN now() ELSE last_missed_at END
           WHERE feed_id = $1
           RETURNING coalesce(state = 'active' AND active_until > now()
             AND last_delivery_at > coalesce(last_missed_at, '-infinity'), false) AS delivered`,
    values: [feedId, poll.news, poll.polledBefore],
  })
  return rows[0]?.delivered ?? false
}
