import type { Queryable } from './pool.ts'
import type { ReceiptRef } from './receipts.ts'

export interface Attempt {
  readonly stage: 'poll' | 'rendition' | 'parse' | 'record'
  readonly feedId?: number
  readonly receipt?: ReceiptRef
  readonly worker: string
  readonly milliseconds?: number
  readonly offers?: number
  readonly code?: string
  readonly detail?: string
  /** The answer that was wrong, for a poll. */
  readonly evidence?: Uint8Array
}

/** Notes a poll, or a failed try at a document. */
export async function recordAttempt(client: Queryable, attempt: Attempt): Promise<void> {
  await client.query({
    name: 'attempts-insert',
    text: `INSERT INTO wire.attempts (stage, feed_id, received_on, receipt_id, worker, milliseconds, offers, code, detail,
             evidence)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      attempt.stage,
      attempt.feedId ?? null,
      attempt.receipt?.receivedOn ?? null,
      attempt.receipt?.id ?? null,
      attempt.worker,
      attempt.milliseconds === undefined ? null : Math.round(attempt.milliseconds),
      attempt.offers ?? null,
      attempt.code ?? null,
      attempt.detail?.slice(0, 2000) ?? null,
      attempt.evidence === undefined ? null : Buffer.from(attempt.evidence),
    ],
  })
}
