import type { Client, Pool, Queryable } from './pool.ts'
import { inTransaction } from './pool.ts'
import type { PreparedDocument } from './prepared.ts'
import { insertCaptures } from './captures.ts'
import type { ClaimedReceipt, ReceiptRef } from './receipts.ts'

/**
 * Keeps what was refused, with its own copy of the bytes, and resolves what an earlier try had left here. The same bytes
 * from the same feed are one entry, however often they are offered: an agency repeats its mistakes, a person should
 * read of them once.
 */
export async function recordRefusals(
  client: Client,
  batch: readonly { readonly receipt: ClaimedReceipt; readonly document: PreparedDocument }[],
): Promise<void> {
  const refused = batch.flatMap(({ receipt, document }) =>
    document.refusals.map((refusal) => ({ receipt, refusal, format: document.format })),
  )
  if (refused.length > 0) {
    // One statement may not touch a row twice.
    const rows = [
      ...new Map(
        refused.map((row) => [`${row.receipt.feedId} ${row.receipt.digest} ${row.refusal.index}`, row]),
      ).values(),
    ]
    await client.query({
      name: 'quarantine-insert',
      text: `INSERT INTO wire.quarantine AS q (feed_id, received_on, receipt_id, item_index, code, detail, uri, format,
               raw, content_type, file_name, url, digest)
             SELECT * FROM unnest($1::bigint[], $2::date[], $3::bigint[], $4::integer[], $5::text[], $6::text[],
               $7::text[], $8::text[], $9::bytea[], $10::text[], $11::text[], $12::text[], $13::bytea[])
             ON CONFLICT (feed_id, digest, item_index) DO UPDATE
               SET received_on = excluded.received_on, receipt_id = excluded.receipt_id, code = excluded.code,
                   detail = excluded.detail, uri = excluded.uri, format = excluded.format,
                   tries = q.tries + (q.state = 'retrying')::integer,
                   state = CASE WHEN q.state = 'dropped' THEN 'dropped' ELSE 'open' END,
                   changed_at = CASE WHEN q.state IN ('retrying', 'resolved') THEN now() ELSE q.changed_at END`,
      values: [
        rows.map(({ receipt }) => receipt.feedId),
        rows.map(({ receipt }) => receipt.receivedOn),
        rows.map(({ receipt }) => receipt.id),
        rows.map(({ refusal }) => refusal.index),
        rows.map(({ refusal }) => refusal.code),
        rows.map(({ refusal }) => refusal.detail.slice(0, 2000)),
        rows.map(({ refusal }) => refusal.uri ?? null),
        rows.map(({ format }) => format ?? null),
        rows.map(({ receipt }) => receipt.body),
        rows.map(({ receipt }) => receipt.contentType ?? null),
        rows.map(({ receipt }) => receipt.fileName ?? null),
        rows.map(({ receipt }) => receipt.url ?? null),
        rows.map(({ receipt }) => Buffer.from(receipt.digest, 'hex')),
      ],
    })
  }
  await client.query({
    name: 'quarantine-resolve',
    text: `UPDATE wire.quarantine q SET state = 'resolved', changed_at = now()
           FROM unnest($1::date[], $2::bigint[]) AS done (received_on, receipt_id)
           WHERE q.receipt_id = done.receipt_id AND q.received_on = done.received_on AND q.state = 'retrying'
             AND NOT (q.item_index = ANY (ARRAY(
               SELECT i FROM unnest($3::bigint[], $4::integer[]) AS again (id, i) WHERE again.id = q.receipt_id)))`,
    values: [
      batch.map(({ receipt }) => receipt.receivedOn),
      batch.map(({ receipt }) => receipt.id),
      refused.map(({ receipt }) => receipt.id),
      refused.map(({ refusal }) => refusal.index),
    ],
  })
}

export type QuarantineState = 'open' | 'retrying' | 'resolved' | 'dropped'

export interface QuarantineEntry {
  readonly id: number
  readonly feed: string
  readonly itemIndex: number
  readonly code: string
  readonly detail: string
  readonly uri: string | null
  readonly format: string | null
  readonly contentType: string | null
  readonly fileName: string | null
  readonly url: string | null
  readonly state: QuarantineState
  readonly tries: number
  readonly bytes: number
  readonly createdAt: Date
  readonly changedAt: Date
}

const entryColumns = `q.id, f.name AS feed, q.item_index AS "itemIndex", q.code, q.detail, q.uri, q.format,
  q.content_type AS "contentType", q.file_name AS "fileName", q.url, q.state, q.tries, octet_length(q.raw) AS bytes,
  q.created_at AS "createdAt", q.changed_at AS "changedAt"`

/** Newest first. Without a state: open ones. */
export async function listQuarantine(
  client: Queryable,
  options: { state?: QuarantineState | 'all'; feed?: string; code?: string; limit?: number } = {},
): Promise<QuarantineEntry[]> {
  const state = options.state ?? 'open'
  const { rows } = await client.query(
    `SELECT ${entryColumns} FROM wire.quarantine q JOIN wire.feeds f ON f.id = q.feed_id
     WHERE ($1 = 'all' OR q.state = $1) AND ($2::text IS NULL OR f.name = $2) AND ($3::text IS NULL OR q.code = $3)
     ORDER BY q.id DESC LIMIT $4`,
    [state, options.feed ?? null, options.code ?? null, options.limit ?? 100],
  )
  return rows
}

/** One entry with its raw bytes. */
export async function readQuarantine(
  client: Queryable,
  id: number,
): Promise<(QuarantineEntry & { readonly raw: Buffer }) | undefined> {
  const { rows } = await client.query(
    `SELECT ${entryColumns}, q.raw FROM wire.quarantine q JOIN wire.feeds f ON f.id = q.feed_id WHERE q.id = $1`,
    [id],
  )
  return rows[0]
}

/**
 * Sends entries through the pipeline again: their receipt is opened, its bytes put back if retention has taken them.
 * Answers the receipts to enqueue.
 */
export async function retryQuarantine(pool: Pool, ids: readonly number[]): Promise<ReceiptRef[]> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query(
      `UPDATE wire.quarantine SET state = 'retrying', changed_at = now()
       WHERE id = ANY ($1::bigint[]) AND state IN ('open', 'dropped')
       RETURNING id, feed_id, received_on, receipt_id, raw, sha256(raw) AS digest, content_type, file_name, url`,
      [ids],
    )
    const refs = new Map<number, ReceiptRef>()
    for (const row of rows) {
      await insertCaptures(client, [{ digest: row.digest, bytes: row.raw }])
      const moved = await client.query(
        `WITH gone AS (
           DELETE FROM wire.receipts WHERE received_on = $1 AND id = $2 AND state = 'done' RETURNING companions)
         INSERT INTO wire.receipts (received_on, id, feed_id, digest, offer_key, url, file_name, content_type, companions)
         SELECT (now() AT TIME ZONE 'utc')::date, $2, $3, $4, coalesce($5, $6, 'quarantine ' || $7), $6, $5, $8,
           (SELECT companions FROM gone)
         ON CONFLICT DO NOTHING RETURNING received_on AS "receivedOn", id`,
        [
          row.received_on,
          row.receipt_id,
          row.feed_id,
          row.digest,
          row.file_name,
          row.url,
          String(row.id),
          row.content_type,
        ],
      )
      const ref = moved.rows[0] as ReceiptRef | undefined
      if (ref === undefined) continue
      // The receipt is today's now; its entries follow it.
      await client.query(`UPDATE wire.quarantine SET received_on = $3 WHERE received_on = $1 AND receipt_id = $2`, [
        row.received_on,
        row.receipt_id,
        ref.receivedOn,
      ])
      refs.set(ref.id, ref)
    }
    return [...refs.values()]
  })
}

/** Decides against entries: they stay on record and are no longer shown as open. */
export async function dropQuarantine(client: Queryable, ids: readonly number[]): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE wire.quarantine SET state = 'dropped', changed_at = now() WHERE id = ANY ($1::bigint[]) AND state = 'open'`,
    [ids],
  )
  return rowCount ?? 0
}
