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

/** Holds captions that are still in line for the rest of the transaction; one that is just being changed is left out. */
export async function holdWaitingCaptions(client: Queryable, captionIds: readonly number[]): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>({
    name: 'captions-hold',
    text: `SELECT caption_id AS id FROM wire.captions_waiting WHERE caption_id = ANY ($1::bigint[])
           ORDER BY caption_id FOR UPDATE SKIP LOCKED`,
    values: [captionIds],
  })
  return rows.map((row) => row.id)
}

/** Takes captions out of the line. */
export async function dismissWaitingCaptions(client: Queryable, captionIds: readonly number[]): Promise<void> {
  await client.query({
    name: 'captions-dismiss',
    text: `DELETE FROM wire.captions_waiting WHERE caption_id = ANY ($1::bigint[])`,
    values: [captionIds],
  })
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
