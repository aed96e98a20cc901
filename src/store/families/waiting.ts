import type { Pool, Queryable } from '../pool.ts'

/**
 * Puts captions of stories in line to be compared with those of other stories. Called before their rows are changed,
 * in the same transaction: whoever compares them in the meantime leaves them in line. Sorted, so that two never wait
 * for each other.
 */
export async function awaitComparison(client: Queryable, captionIds: readonly number[]): Promise<void> {
  if (captionIds.length === 0) return
  await client.query({
    name: 'captions-await',
    text: `INSERT INTO wire.captions_waiting (caption_id)
           SELECT id FROM unnest($1::bigint[]) AS u (id) ORDER BY id
           ON CONFLICT (caption_id) DO UPDATE SET since = now(), claimed_until = NULL`,
    values: [captionIds],
  })
}

/** Claims captions for `leaseSeconds`; those of a worker that died come back when the time is over. */
export async function claimWaitingCaptions(pool: Pool, limit: number, leaseSeconds: number): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>({
    name: 'captions-claim',
    text: `UPDATE wire.captions_waiting w SET claimed_until = now() + $2 * interval '1 second'
           FROM (SELECT caption_id FROM wire.captions_waiting
                 WHERE claimed_until IS NULL OR claimed_until < now()
                 ORDER BY caption_id LIMIT $1 FOR UPDATE SKIP LOCKED) free
           WHERE w.caption_id = free.caption_id RETURNING w.caption_id AS id`,
    values: [limit, leaseSeconds],
  })
  return rows.map((row) => row.id)
}

/** A caption that was taken out of the line. */
export interface TakenCaption {
  readonly id: number
  /** When it was put in line, in microseconds: another time than the caption was read at says that it has changed. */
  readonly since: string
  /** The form it takes now. */
  readonly formId: number | undefined
}

/**
 * Takes captions out of the line that still stand in it; one that is just being changed is left there. When the
 * transaction is lost, with its process or with the server, they stand in line again.
 */
export async function takeWaitingCaptions(client: Queryable, captionIds: readonly number[]): Promise<TakenCaption[]> {
  const { rows } = await client.query<{ id: number; since: string; formId: number | null }>({
    name: 'captions-take',
    text: `DELETE FROM wire.captions_waiting w
           USING (SELECT caption_id FROM wire.captions_waiting WHERE caption_id = ANY ($1::bigint[])
                  ORDER BY caption_id FOR UPDATE SKIP LOCKED) h
           LEFT JOIN wire.caption_members m ON m.caption_id = h.caption_id
           WHERE w.caption_id = h.caption_id
           RETURNING w.caption_id AS id, w.since::text AS since, m.form_id AS "formId"`,
    values: [captionIds],
  })
  return rows.map(({ id, since, formId }) => ({ id, since, formId: formId ?? undefined })).sort((a, b) => a.id - b.id)
}

/** Leaves captions in line for later: PostgreSQL refused what became of them. */
export async function postponeWaitingCaptions(
  pool: Pool,
  captionIds: readonly number[],
  seconds: number,
): Promise<void> {
  await pool.query(
    `UPDATE wire.captions_waiting SET claimed_until = now() + $2 * interval '1 second' WHERE caption_id = ANY ($1::bigint[])`,
    [captionIds, seconds],
  )
}
