import type { Queryable } from './pool.ts'
import type { ReceiptRef } from './receipts.ts'

/**
 * Opens finished receipts, so that their raw bytes go through the pipeline once more. Their counts then tell what
 * became of the items this time: duplicates, unless the parser reads more than it did. What stood in quarantine for them
 * is resolved when it goes through. Answers those that were opened.
 */
export async function reopenReceipts(client: Queryable, refs: readonly ReceiptRef[]): Promise<ReceiptRef[]> {
  const { rows } = await client.query({
    name: 'receipts-reopen',
    text: `WITH retried AS (
             UPDATE wire.quarantine q SET state = 'retrying', changed_at = now()
             FROM unnest($1::date[], $2::bigint[]) AS w (received_on, id)
             WHERE q.received_on = w.received_on AND q.receipt_id = w.id AND q.state = 'open')
           UPDATE wire.receipts r SET state = 'pending', claims = 0, claim_token = NULL, claimed_until = NULL,
             next_try_at = now(), enqueued_at = now(), done_at = NULL
           FROM unnest($1::date[], $2::bigint[]) AS w (received_on, id)
           WHERE r.received_on = w.received_on AND r.id = w.id AND r.state = 'done'
           RETURNING r.received_on AS "receivedOn", r.id`,
    values: [refs.map((ref) => ref.receivedOn), refs.map((ref) => ref.id)],
  })
  return rows.sort((a, b) => a.id - b.id)
}
