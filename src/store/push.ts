import type { Pool, Queryable } from './pool.ts'
import { asWireError, inTransaction } from './pool.ts'
import { insertReceipts } from './receipts.ts'
import type { NewReceipt, ReceiptRef } from './receipts.ts'
import { WireError } from '../story/errors.ts'

/** How long a key is remembered, days: senders give up on a request long before. */
const keyDays = 7
/** How long counts of refused requests are kept, days. */
const refusalDays = 90

/** A document that was pushed and is known to come from the agency. */
export interface PushedDocument {
  readonly feedId: number
  /** SHA-256 of what names the request; absent when nothing does, and every request is one of its own. */
  readonly key?: Buffer
  /** SHA-256 of the document. */
  readonly digest: Buffer
  readonly offer: NewReceipt
}

/** `stored` now, `repeated` from an earlier request with the same key; `conflict`: the key came with another document. */
export type PushOutcome =
  { readonly kind: 'stored' | 'repeated'; readonly receipt: ReceiptRef } | { readonly kind: 'conflict' }

/**
 * ONE TRANSACTION: capture, receipt and key. Of two requests with one key at the same time the second waits for the
 * first and gets its answer. @throws WireError `store.*`
 */
export async function acceptPush(pool: Pool, document: PushedDocument): Promise<PushOutcome> {
  const { feedId, key, digest, offer } = document
  return inTransaction(pool, async (client) => {
    if (key !== undefined) {
      const earlier = await takeKey(client, feedId, key, digest)
      if (earlier !== undefined) return earlier
    }
    const [receipt] = await insertReceipts(client, feedId, [offer])
    if (key !== undefined) {
      await client.query({
        name: 'push-keys-answer',
        text: `UPDATE wire.push_keys SET received_on = $3, receipt_id = $4 WHERE feed_id = $1 AND key = $2`,
        values: [feedId, key, receipt!.receivedOn, receipt!.id],
      })
    }
    await client.query({
      name: 'push-feed-offered',
      text: `UPDATE wire.feeds SET last_offer_at = now() WHERE id = $1`,
      values: [feedId],
    })
    return { kind: 'stored', receipt: receipt! }
  })
}

/** Writes the key down for this transaction; the outcome of the earlier request when it was there already. */
async function takeKey(
  client: Queryable,
  feedId: number,
  key: Buffer,
  digest: Buffer,
): Promise<PushOutcome | undefined> {
  const { rowCount } = await client.query({
    name: 'push-keys-insert',
    text: `INSERT INTO wire.push_keys (feed_id, key, digest) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    values: [feedId, key, digest],
  })
  if (rowCount === 1) return undefined
  const { rows } = await client.query({
    name: 'push-keys-read',
    text: `SELECT digest, received_on AS "receivedOn", receipt_id AS id FROM wire.push_keys
           WHERE feed_id = $1 AND key = $2`,
    values: [feedId, key],
  })
  // Forgotten between the two statements: as good as a passing conflict, the sender tries again.
  if (rows[0] === undefined) throw new WireError('store.conflict', 'the key was forgotten in this instant')
  const { digest: known, receivedOn, id } = rows[0]
  return digest.equals(known) ? { kind: 'repeated', receipt: { receivedOn, id } } : { kind: 'conflict' }
}

/** A feed as the push endpoint needs it, and the database's time. */
export interface PushTarget {
  readonly id: number
  readonly name: string
  readonly enabled: boolean
  readonly config: Readonly<Record<string, unknown>>
}

/** The feed of the kind push with this name, if there is one, and now. @throws WireError `store.*` */
export async function readPushTarget(
  client: Queryable,
  name: string,
): Promise<{ readonly now: Date; readonly feed: PushTarget | undefined }> {
  try {
    const { rows } = await client.query({
      name: 'push-target',
      text: `SELECT now() AS now, f.id, f.name, f.enabled, f.config
             FROM (SELECT 1) one LEFT JOIN wire.feeds f ON f.name = $1 AND f.kind = 'push'`,
      values: [name],
    })
    const { now, ...feed } = rows[0]
    return { now, feed: feed.id === null ? undefined : feed }
  } catch (error) {
    throw asWireError(error)
  }
}

/** So many requests of a feed were refused for one reason. */
export interface PushRefusals {
  readonly feedId: number
  readonly code: string
  readonly requests: number
  /** Of the last one; safe to show. */
  readonly detail: string
}

/** Adds up what was refused since the last call: one row a feed, day and code, whatever strangers send. */
export async function countPushRefusals(client: Queryable, refusals: readonly PushRefusals[]): Promise<void> {
  await client.query({
    name: 'push-refusals-count',
    text: `INSERT INTO wire.push_refusals AS r (feed_id, day, code, requests, last_at, last_detail)
           SELECT feed_id, (now() AT TIME ZONE 'utc')::date, code, requests, now(), detail
           FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[]) AS n (feed_id, code, requests, detail)
           ORDER BY feed_id, code
           ON CONFLICT (feed_id, day, code) DO UPDATE
             SET requests = r.requests + excluded.requests, last_at = excluded.last_at,
                 last_detail = excluded.last_detail`,
    values: [
      refusals.map((refusal) => refusal.feedId),
      refusals.map((refusal) => refusal.code),
      refusals.map((refusal) => refusal.requests),
      refusals.map((refusal) => refusal.detail.slice(0, 500)),
    ],
  })
}

export interface PushRefusalDay {
  readonly day: string
  readonly code: string
  readonly requests: number
  readonly lastAt: Date
  readonly lastDetail: string
}

/** What was refused of a feed, newest first. */
export async function listPushRefusals(client: Queryable, feedId: number, limit = 20): Promise<PushRefusalDay[]> {
  const { rows } = await client.query(
    `SELECT day, code, requests, last_at AS "lastAt", last_detail AS "lastDetail" FROM wire.push_refusals
     WHERE feed_id = $1 ORDER BY last_at DESC LIMIT $2`,
    [feedId, limit],
  )
  return rows
}

/** What was refused of all feeds in the last seven days, newest first. */
export async function listRecentPushRefusals(
  client: Queryable,
  limit = 50,
): Promise<(PushRefusalDay & { readonly feed: string })[]> {
  const { rows } = await client.query({
    name: 'push-refusals-recent',
    text: `SELECT f.name AS feed, r.day, r.code, r.requests, r.last_at AS "lastAt", r.last_detail AS "lastDetail"
           FROM wire.push_refusals r JOIN wire.feeds f ON f.id = r.feed_id
           WHERE r.day > (now() AT TIME ZONE 'utc')::date - 7
           ORDER BY r.last_at DESC LIMIT $1`,
    values: [limit],
  })
  return rows
}

/** Forgets keys and counts that are past their time. Answers how many rows went. */
export async function forgetOldPushes(client: Queryable): Promise<number> {
  const keys = await client.query(`DELETE FROM wire.push_keys WHERE accepted_at < now() - make_interval(days => $1)`, [
    keyDays,
  ])
  const refusals = await client.query(
    `DELETE FROM wire.push_refusals WHERE day < (now() AT TIME ZONE 'utc')::date - $1::integer`,
    [refusalDays],
  )
  return (keys.rowCount ?? 0) + (refusals.rowCount ?? 0)
}
