import type { Queryable } from './pool.ts'
import type { RecordedItem } from './prepared.ts'
import type { ReceiptRef } from './receipts.ts'

/** What became of an item, with the headline of its story. */
export interface ItemResult extends RecordedItem {
  readonly headline?: string
  readonly status?: string
}

/** What became of a document. */
export interface ReceiptResult extends ReceiptRef {
  readonly feed: string
  readonly offerKey: string
  readonly fileName: string | null
  readonly url: string | null
  readonly format: string | null
  readonly state: string
  readonly items: readonly ItemResult[]
}

/** What became of documents, in order of their numbers; items are empty while a receipt is open. */
export async function readReceiptResults(client: Queryable, refs: readonly ReceiptRef[]): Promise<ReceiptResult[]> {
  const { rows } = await client.query({
    name: 'receipts-results',
    text: `SELECT r.received_on AS "receivedOn", r.id, f.name AS feed, r.offer_key AS "offerKey",
             r.file_name AS "fileName", r.url, r.format, r.state,
             coalesce((SELECT jsonb_agg(o.item || jsonb_strip_nulls(jsonb_build_object('headline', s.headline,
                         'status', s.status)) ORDER BY o.ord)
                       FROM jsonb_array_elements(r.outcomes) WITH ORDINALITY AS o (item, ord)
                       LEFT JOIN wire.stories s ON s.id = (o.item->>'storyId')::bigint), '[]') AS items
           FROM unnest($1::date[], $2::bigint[]) AS w (received_on, id)
           JOIN wire.receipts r USING (received_on, id) JOIN wire.feeds f ON f.id = r.feed_id ORDER BY r.id`,
    values: [refs.map((ref) => ref.receivedOn), refs.map((ref) => ref.id)],
  })
  return rows.map((row) => (row.state === 'done' ? row : { ...row, items: [] }))
}

/** Those of the receipts that are not accounted for yet. */
export async function findUnfinished(client: Queryable, refs: readonly ReceiptRef[]): Promise<ReceiptRef[]> {
  const { rows } = await client.query({
    name: 'receipts-unfinished',
    text: `SELECT r.received_on AS "receivedOn", r.id FROM unnest($1::date[], $2::bigint[]) AS w (received_on, id)
           JOIN wire.receipts r USING (received_on, id) WHERE r.state <> 'done' ORDER BY r.id`,
    values: [refs.map((ref) => ref.receivedOn), refs.map((ref) => ref.id)],
  })
  return rows
}

export interface ReplayRange {
  /** First UTC day of receipt, YYYY-MM-DD. */
  readonly since?: string
  readonly until?: string
  readonly feed?: string
  readonly storyId?: number
}

/** Finished documents of a range whose raw bytes are still kept, in order of arrival. */
export async function findReplayable(client: Queryable, range: ReplayRange): Promise<ReceiptRef[]> {
  const { rows } = await client.query(
    `SELECT r.received_on AS "receivedOn", r.id FROM wire.receipts r JOIN wire.feeds f ON f.id = r.feed_id
     WHERE r.state = 'done' AND ($1::date IS NULL OR r.received_on >= $1) AND ($2::date IS NULL OR r.received_on <= $2)
       AND ($3::text IS NULL OR f.name = $3)
       AND ($4::bigint IS NULL OR EXISTS (
         SELECT FROM wire.stories s JOIN wire.revisions v ON v.born = s.born AND v.story_id = s.id
         WHERE s.id = $4 AND v.received_on = r.received_on AND v.receipt_id = r.id))
       AND EXISTS (SELECT FROM wire.captures c WHERE c.received_on = r.received_on AND c.digest = r.digest)
     ORDER BY r.id`,
    [range.since ?? null, range.until ?? null, range.feed ?? null, range.storyId ?? null],
  )
  return rows
}
