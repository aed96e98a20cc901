import type { Pool, Queryable } from './pool.ts'
import { inTransaction } from './pool.ts'

/**
 * Numbers what was committed: takes changes out of the outbox in order and gives them the next numbers, without a gap,
 * after their own commit. Readers are woken at commit. The row lock on the counter fences a second sequencer. Answers
 * how many were numbered; equal to `limit` means there is more.
 */
export async function sequenceChanges(pool: Pool, limit: number): Promise<number> {
  return inTransaction(pool, async (client) => {
    const counter = await client.query<{ last_seq: number }>(`SELECT last_seq FROM wire.sequencer FOR UPDATE`)
    const last = counter.rows[0]!.last_seq
    const { rows } = await client.query<{ numbered: number }>({
      name: 'changes-sequence',
      text: `WITH taken AS (
               DELETE FROM wire.outbox WHERE id IN (SELECT id FROM wire.outbox ORDER BY id LIMIT $1)
               RETURNING id, story_id, kind, revision, status, recorded_at),
             numbered AS (
               INSERT INTO wire.changes (seq, story_id, kind, revision, status, recorded_at)
               SELECT $2::bigint + row_number() OVER (ORDER BY id), story_id, kind, revision, status, recorded_at
               FROM taken RETURNING seq),
             counted AS (SELECT count(*) AS n, max(seq) AS top FROM numbered),
             moved AS (
               UPDATE wire.sequencer SET last_seq = counted.top FROM counted WHERE counted.n > 0 RETURNING last_seq)
             SELECT n AS numbered, pg_notify('wire_changes', top::text) FROM counted WHERE n > 0`,
      values: [limit, last],
    })
    return rows[0]?.numbered ?? 0
  })
}

export interface Change {
  readonly seq: number
  readonly storyId: number
  readonly kind: string
  readonly revision: number | null
  readonly status: string
  readonly recordedAt: Date
  readonly numberedAt: Date
}

/** Changes after a number, oldest first. */
export async function readChanges(client: Queryable, after: number, limit = 1000): Promise<Change[]> {
  const { rows } = await client.query({
    name: 'changes-read',
    text: `SELECT seq, story_id AS "storyId", kind, revision, status, recorded_at AS "recordedAt",
             numbered_at AS "numberedAt"
           FROM wire.changes WHERE seq > $1 ORDER BY seq LIMIT $2`,
    values: [after, limit],
  })
  return rows
}

/** The last number given out. */
export async function readLastChange(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ last_seq: number }>(`SELECT last_seq FROM wire.sequencer`)
  return rows[0]!.last_seq
}

/**
 * Tells readers of embargoes that have ended: the story becomes usable and a change `released` is left. Safe to run by
 * several workers at once. Answers how many were released.
 */
export async function releaseEmbargoes(pool: Pool, limit: number): Promise<number> {
  const { rows } = await pool.query<{ released: number }>(
    `WITH due AS (
       SELECT id FROM wire.stories WHERE status = 'embargoed' AND embargoed_until <= now()
       ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED),
     released AS (
       UPDATE wire.stories s SET status = 'usable', changed_at = now() FROM due WHERE s.id = due.id RETURNING s.id),
     told AS (
       INSERT INTO wire.outbox (story_id, kind, status) SELECT id, 'released', 'usable' FROM released ORDER BY id
       RETURNING id)
     SELECT count(*) AS released, pg_notify('wire_outbox', '') FROM told`,
    [limit],
  )
  return rows[0]!.released
}
