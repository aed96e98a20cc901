import { createHash } from 'node:crypto'
import { insertCaptures, readCaptures } from './captures.ts'
import { attachKnownPages, attachOlderPages, rememberPages } from './pages.ts'
import type { Client, Pool, Queryable } from './pool.ts'
import { inTransaction } from './pool.ts'
import type { RecordedItem } from './prepared.ts'
import type { StoredCompanion } from './stored-companion.ts'

/** A document as a feed offered it, on its way into captures and receipts. */
export interface NewReceipt {
  readonly offerKey: string
  readonly bytes: Uint8Array
  readonly contentType?: string
  readonly url?: string
  readonly fileName?: string
  readonly companions?: readonly {
    readonly role: string
    readonly url: string
    readonly bytes?: Uint8Array
    readonly contentType?: string
    readonly mark?: string
    readonly ifKnown?: boolean
  }[]
}

/** Names a receipt; what jobs carry. `receivedOn` is YYYY-MM-DD. */
export interface ReceiptRef {
  readonly receivedOn: string
  readonly id: number
}

export interface ClaimedReceipt extends ReceiptRef {
  readonly claimToken: string
  readonly claims: number
  readonly feedId: number
  readonly feedName: string
  readonly authority: string
  readonly zone: string | undefined
  readonly receivedAt: string
  readonly offerKey: string
  readonly url: string | undefined
  readonly fileName: string | undefined
  readonly contentType: string | undefined
  /** SHA-256 of the body, in hex. */
  readonly digest: string
  readonly body: Buffer
  readonly companions: readonly (StoredCompanion & { readonly body?: Buffer })[]
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** How long a receipt waits for a companion before it is read without it. */
const companionPatienceSeconds = 120
/** How long it waits for a page: what its feed says was read at once, and its site may have many pages to give. */
const pagePatienceSeconds = 3600

/** Stores captures and receipts inside the caller's transaction; what needs no companion is ready at once. */
export async function insertReceipts(
  client: Client,
  feedId: number,
  offers: readonly NewReceipt[],
): Promise<ReceiptRef[]> {
  if (offers.length === 0) return []
  const captures = new Map<string, { digest: Buffer; bytes: Uint8Array }>()
  const keep = (bytes: Uint8Array): Buffer => {
    const digest = sha256(bytes)
    captures.set(digest.toString('hex'), { digest, bytes })
    return digest
  }
  const digests = offers.map((offer) => keep(offer.bytes))
  const offered = offers.map((offer) =>
    (offer.companions ?? []).map((companion): StoredCompanion => ({
      role: companion.role,
      url: companion.url,
      ...(companion.bytes === undefined ? {} : { digest: keep(companion.bytes).toString('hex') }),
      ...(companion.contentType === undefined ? {} : { contentType: companion.contentType }),
      ...(companion.mark === undefined ? {} : { mark: companion.mark }),
      ...(companion.ifKnown === true ? { ifKnown: true } : {}),
    })),
  )
  await insertCaptures(client, [...captures.values()])
  const companions = await attachKnownPages(client, feedId, offered)
  const { rows } = await client.query({
    name: 'receipts-insert',
    text: `INSERT INTO wire.receipts (received_on, feed_id, digest, offer_key, url, file_name, content_type, companions,
             state)
           SELECT (now() AT TIME ZONE 'utc')::date, $1, digest, offer_key, url, file_name, content_type, companions, state
           FROM unnest($2::bytea[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[], $8::text[])
             WITH ORDINALITY AS o (digest, offer_key, url, file_name, content_type, companions, state, ord)
           ORDER BY ord RETURNING received_on AS "receivedOn", id, state`,
    values: [
      feedId,
      digests,
      offers.map((offer) => offer.offerKey),
      offers.map((offer) => offer.url ?? null),
      offers.map((offer) => offer.fileName ?? null),
      offers.map((offer) => offer.contentType ?? null),
      companions.map((list) => (list.length === 0 ? null : JSON.stringify(list))),
      companions.map((list) => (list.some((companion) => companion.digest === undefined) ? 'waiting' : 'pending')),
    ],
  })
  return rows.filter((row) => row.state === 'pending').map(({ receivedOn, id }) => ({ receivedOn, id }))
}

/** Something a feed offered that was refused before it was read: a file above the limit. */
export interface RefusedReceipt {
  readonly key: string
  readonly code: string
  readonly detail: string
}

/** Accounts for offers that were refused unread: a finished receipt and an entry in quarantine each, without bytes. */
export async function insertRefusedReceipts(
  client: Client,
  feedId: number,
  refused: readonly RefusedReceipt[],
): Promise<void> {
  for (const { key, code, detail } of refused) {
    await client.query(
      `WITH receipt AS (
         INSERT INTO wire.receipts (received_on, feed_id, digest, offer_key, state, offered, quarantined, outcomes, done_at)
         VALUES ((now() AT TIME ZONE 'utc')::date, $1, $5, $2, 'done', 1, 1,
           jsonb_build_array(jsonb_build_object('index', -1, 'outcome', 'quarantined', 'code', $3::text)), now())
         RETURNING received_on, id)
       INSERT INTO wire.quarantine AS q (feed_id, received_on, receipt_id, item_index, code, detail, raw, file_name, digest)
       SELECT $1, received_on, id, -1, $3, $4, '', $2, $5 FROM receipt
       ON CONFLICT (feed_id, digest, item_index) DO UPDATE
         SET received_on = excluded.received_on, receipt_id = excluded.receipt_id, code = excluded.code,
             detail = excluded.detail`,
      [feedId, key, code, detail.slice(0, 2000), sha256(Buffer.from(`${key}\0${code}`))],
    )
  }
}

/**
 * Claims receipts for one worker: only those that are ready, or whose last claim has lapsed. Counts the claim before
 * anything is read, so that a document which kills its worker is found out.
 */
export async function claimReceipts(
  pool: Pool,
  refs: readonly ReceiptRef[],
  options: { claimToken: string; leaseSeconds: number },
): Promise<ClaimedReceipt[]> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query({
      name: 'receipts-claim',
      text: `WITH wanted AS (
               SELECT r.received_on, r.id FROM wire.receipts r
               JOIN unnest($1::date[], $2::bigint[]) AS w (received_on, id) USING (received_on, id)
               WHERE (r.state = 'pending' AND r.next_try_at <= now())
                  OR (r.state = 'claimed' AND r.claimed_until < now())
               ORDER BY r.id FOR UPDATE OF r SKIP LOCKED)
             UPDATE wire.receipts r SET state = 'claimed', claim_token = $3, claims = r.claims + 1,
               claimed_until = now() + make_interval(secs => $4)
             FROM wanted w, wire.feeds f
             WHERE r.received_on = w.received_on AND r.id = w.id AND f.id = r.feed_id
             RETURNING r.received_on AS "receivedOn", r.id, r.claim_token AS "claimToken", r.claims,
               r.feed_id AS "feedId", f.name AS "feedName", f.authority, f.zone, r.received_at AS "receivedAt",
               r.offer_key AS "offerKey", r.url, r.file_name AS "fileName", r.content_type AS "contentType",
               r.digest, r.companions`,
      values: [refs.map((ref) => ref.receivedOn), refs.map((ref) => ref.id), options.claimToken, options.leaseSeconds],
    })
    return attachBodies(client, rows)
  })
}

async function attachBodies(client: Queryable, rows: Record<string, never>[]): Promise<ClaimedReceipt[]> {
  if (rows.length === 0) return []
  const digests = new Set<string>()
  for (const row of rows as unknown as { digest: Buffer; companions: StoredCompanion[] | null }[]) {
    digests.add(row.digest.toString('hex'))
    for (const companion of row.companions ?? []) if (companion.digest !== undefined) digests.add(companion.digest)
  }
  const days = [...new Set(rows.map((row) => row['receivedOn'] as unknown as string))]
  const bodies = await readCaptures(client, days, [...digests])
  const claimed: ClaimedReceipt[] = []
  for (const row of rows as unknown as (Omit<ClaimedReceipt, 'digest'> & {
    digest: Buffer
    companions: StoredCompanion[] | null
  })[]) {
    const { companions, ...receipt } = row
    const digest = row.digest.toString('hex')
    const body = bodies.get(digest)
    claimed.push({
      ...receipt,
      digest,
      zone: receipt.zone ?? undefined,
      url: receipt.url ?? undefined,
      fileName: receipt.fileName ?? undefined,
      contentType: receipt.contentType ?? undefined,
      receivedAt: new Date(receipt.receivedAt).toISOString(),
      body: body ?? Buffer.alloc(0),
      companions: (companions ?? []).map((companion) => {
        const companionBody = companion.digest === undefined ? undefined : bodies.get(companion.digest)
        return companionBody === undefined ? companion : { ...companion, body: companionBody }
      }),
    })
  }
  return claimed.sort((a, b) => a.id - b.id)
}

/** Locks those of the receipts that this claim still holds; the ids of the others are missing from the answer. */
export async function lockClaimedReceipts(client: Client, receipts: readonly ClaimedReceipt[]): Promise<Set<number>> {
  const { rows } = await client.query({
    name: 'receipts-lock',
    text: `SELECT r.id FROM wire.receipts r
           JOIN unnest($1::date[], $2::bigint[], $3::uuid[]) AS w (received_on, id, claim_token)
             USING (received_on, id, claim_token)
           WHERE r.state = 'claimed' ORDER BY r.id FOR UPDATE OF r`,
    values: [
      receipts.map((receipt) => receipt.receivedOn),
      receipts.map((receipt) => receipt.id),
      receipts.map((receipt) => receipt.claimToken),
    ],
  })
  return new Set(rows.map((row) => row.id))
}

const outcomeNames = ['new', 'revised', 'duplicate', 'stale', 'killed', 'quarantined'] as const

/** Closes receipts with the count of what became of their items. The table refuses counts that do not add up. */
export async function finishReceipts(
  client: Client,
  finished: readonly { receipt: ClaimedReceipt; items: readonly RecordedItem[]; format: string | undefined }[],
): Promise<void> {
  const count = (outcome: string) =>
    finished.map(({ items }) => items.filter((item) => item.outcome === outcome).length)
  await client.query({
    name: 'receipts-finish',
    text: `UPDATE wire.receipts r SET state = 'done', done_at = now(), claim_token = NULL, claimed_until = NULL,
             offered = u.offered, new = u.new, revised = u.revised, duplicate = u.duplicate, stale = u.stale,
             killed = u.killed, quarantined = u.quarantined, outcomes = u.outcomes, format = u.format
           FROM unnest($1::date[], $2::bigint[], $3::integer[], $4::jsonb[], $5::text[], $6::integer[], $7::integer[],
             $8::integer[], $9::integer[], $10::integer[], $11::integer[])
             AS u (received_on, id, offered, outcomes, format, new, revised, duplicate, stale, killed, quarantined)
           WHERE r.received_on = u.received_on AND r.id = u.id`,
    values: [
      finished.map(({ receipt }) => receipt.receivedOn),
      finished.map(({ receipt }) => receipt.id),
      finished.map(({ items }) => items.length),
      finished.map(({ items }) => JSON.stringify(items)),
      finished.map(({ format }) => format ?? null),
      ...outcomeNames.map(count),
    ],
  })
}

/** Sign of life of a worker that still reads what it claimed. */
export async function renewClaims(
  client: Queryable,
  receipts: readonly ClaimedReceipt[],
  leaseSeconds: number,
): Promise<void> {
  await client.query({
    name: 'receipts-renew',
    text: `UPDATE wire.receipts r SET claimed_until = now() + make_interval(secs => $4)
           FROM unnest($1::date[], $2::bigint[], $3::uuid[]) AS w (received_on, id, claim_token)
           WHERE r.received_on = w.received_on AND r.id = w.id AND r.claim_token = w.claim_token AND r.state = 'claimed'`,
    values: [
      receipts.map((receipt) => receipt.receivedOn),
      receipts.map((receipt) => receipt.id),
      receipts.map((receipt) => receipt.claimToken),
      leaseSeconds,
    ],
  })
}

/** Gives claimed receipts back, to be tried again after a pause; the claim is not held against them. */
export async function releaseReceipts(
  client: Queryable,
  receipts: readonly ClaimedReceipt[],
  delaySeconds: number,
): Promise<void> {
  await client.query({
    name: 'receipts-release',
    text: `UPDATE wire.receipts r SET state = 'pending', claim_token = NULL, claimed_until = NULL,
             claims = greatest(r.claims - 1, 0), next_try_at = now() + make_interval(secs => $4)
           FROM unnest($1::date[], $2::bigint[], $3::uuid[]) AS w (received_on, id, claim_token)
           WHERE r.received_on = w.received_on AND r.id = w.id AND r.claim_token = w.claim_token AND r.state = 'claimed'`,
    values: [
      receipts.map((receipt) => receipt.receivedOn),
      receipts.map((receipt) => receipt.id),
      receipts.map((receipt) => receipt.claimToken),
      delaySeconds,
    ],
  })
}

/**
 * Receipts that are ready, or whose claim lapsed, and for which no job was made lately: the jobs may be gone. Marks them
 * as enqueued, so that two sweeps do not both make one.
 */
export async function takeForgottenReceipts(
  client: Queryable,
  options: { limit: number; olderThanSeconds: number },
): Promise<(ReceiptRef & { claims: number })[]> {
  const { rows } = await client.query({
    name: 'receipts-forgotten',
    text: `UPDATE wire.receipts r SET enqueued_at = now()
           FROM (SELECT received_on, id FROM wire.receipts
                 WHERE (state = 'pending' AND next_try_at <= now() AND enqueued_at < now() - make_interval(secs => $2))
                    OR (state = 'claimed' AND claimed_until < now() AND enqueued_at < now() - interval '1 second')
                 ORDER BY next_try_at LIMIT $1 FOR UPDATE SKIP LOCKED) o
           WHERE r.received_on = o.received_on AND r.id = o.id
           RETURNING r.received_on AS "receivedOn", r.id, r.claims`,
    values: [options.limit, options.olderThanSeconds],
  })
  return rows.sort((a, b) => a.id - b.id)
}

/** A receipt that waits for a companion whose turn has come. */
export interface WaitingReceipt extends ReceiptRef {
  readonly feedId: number
  readonly companions: readonly StoredCompanion[]
  readonly ageSeconds: number
}

/**
 * Claims waiting receipts for one fetcher, by pushing their next try a while ahead: those that wait for pages, or those
 * that wait for renditions.
 */
export async function claimWaitingReceipts(
  client: Queryable,
  limit: number,
  what: 'pages' | 'renditions' = 'renditions',
): Promise<WaitingReceipt[]> {
  const { rows } = await client.query({
    name: 'receipts-waiting',
    text: `UPDATE wire.receipts r SET next_try_at = now() + interval '30 seconds'
           FROM (SELECT received_on, id FROM wire.receipts WHERE state = 'waiting' AND next_try_at <= now()
                   AND (companions @> '[{"role": "page"}]') = $2
                 ORDER BY next_try_at LIMIT $1 FOR UPDATE SKIP LOCKED) w
           WHERE r.received_on = w.received_on AND r.id = w.id
           RETURNING r.received_on AS "receivedOn", r.id, r.feed_id AS "feedId", r.companions,
             extract(epoch FROM now() - r.received_at)::float AS "ageSeconds"`,
    values: [limit, what === 'pages'],
  })
  return rows
}

/** Keeps what was fetched for a waiting receipt; ready once all is there or its patience is over. */
export async function storeCompanions(
  pool: Pool,
  receipt: WaitingReceipt,
  fetched: readonly (StoredCompanion & { readonly bytes?: Uint8Array })[],
): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const captures = fetched.flatMap(({ bytes }) => (bytes === undefined ? [] : [{ digest: sha256(bytes), bytes }]))
    if (captures.length > 0) await insertCaptures(client, captures)
    let companions: StoredCompanion[] = fetched.map(({ bytes, ...companion }) =>
      bytes === undefined
        ? { ...companion, tries: (companion.tries ?? 0) + (companion.digest === undefined ? 1 : 0) }
        : { ...companion, digest: sha256(bytes).toString('hex') },
    )
    await rememberPages(client, receipt.feedId, companions)
    const missing = companions.filter(({ digest, refused }) => digest === undefined && refused === undefined)
    const isPageAlone = missing.every(({ role }) => role === 'page')
    const patience = isPageAlone ? pagePatienceSeconds : companionPatienceSeconds
    const ready = missing.length === 0 || receipt.ageSeconds > patience
    if (ready) companions = await attachOlderPages(client, receipt.feedId, companions)
    const pause = Math.min(30, 2 ** Math.min(5, missing[0]?.tries ?? 0))
    await client.query({
      text: `UPDATE wire.receipts SET companions = $3, state = $4,
               next_try_at = CASE WHEN $4 = 'pending' THEN now() ELSE now() + make_interval(secs => $5) END
             WHERE received_on = $1 AND id = $2 AND state = 'waiting'`,
      values: [receipt.receivedOn, receipt.id, JSON.stringify(companions), ready ? 'pending' : 'waiting', pause],
    })
    return ready
  })
}
