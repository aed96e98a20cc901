import type { Client, Queryable } from '../pool.ts'

export type CopyStep = 'print' | 'compare'

/** Work taken out of the queue: one entry a story, whatever number of rows it had. */
export interface CopyWork {
  readonly storyId: number
  /** Sketch hashes that the story had and has no more. */
  readonly gone: readonly number[]
}

/** Leaves stories to be read for comparison; called in the transaction that records their revisions. */
export async function queueCopies(client: Client, storyIds: readonly number[]): Promise<void> {
  if (storyIds.length === 0) return
  await client.query({
    name: 'copies-queue',
    text: `INSERT INTO wire.copy_work (story_id) SELECT * FROM unnest($1::bigint[])`,
    values: [storyIds],
  })
}

/** Leaves stories to be compared, with what each has lost. */
export async function queueComparisons(client: Client, work: readonly CopyWork[]): Promise<void> {
  if (work.length === 0) return
  await client.query({
    name: 'copies-queue-comparisons',
    text: `INSERT INTO wire.copy_work (story_id, step, gone)
           SELECT story_id, 'compare', coalesce(string_to_array(nullif(gone, ''), ' ')::integer[], '{}')
           FROM unnest($1::bigint[], $2::text[]) AS w (story_id, gone)`,
    values: [work.map(({ storyId }) => storyId), work.map(({ gone }) => gone.join(' '))],
  })
}

/**
 * Leaves stories to be compared once more, but for those that are still to be taken: who takes them later sees all that
 * is seen here. A row that can be locked is in nobody's hand yet; the locks are given back at once, so nobody waits.
 */
export async function queueAgain(client: Client, storyIds: readonly number[]): Promise<void> {
  if (storyIds.length === 0) return
  await client.query('SAVEPOINT looking')
  const { rows } = await client.query<{ story_id: number }>({
    name: 'copies-still-waiting',
    text: `SELECT story_id FROM wire.copy_work WHERE step = 'compare' AND story_id = ANY($1) FOR UPDATE SKIP LOCKED`,
    values: [storyIds],
  })
  await client.query('ROLLBACK TO SAVEPOINT looking')
  const waiting = new Set(rows.map((row) => row.story_id))
  await queueComparisons(
    client,
    [...new Set(storyIds)].filter((id) => !waiting.has(id)).map((storyId) => ({ storyId, gone: [] })),
  )
}

/** How much to take, or the one story to take. */
export interface TakeOptions {
  readonly limit: number
  readonly only?: number
}

/** Takes stories whose text has to be read. They are back in the queue when the transaction ends badly. */
export async function takeToPrint(client: Client, { limit, only }: TakeOptions): Promise<CopyWork[]> {
  const { rows } = await client.query<{ story_id: number }>({
    name: 'copies-take-print',
    text: `DELETE FROM wire.copy_work WHERE id IN (
             SELECT id FROM wire.copy_work WHERE step = 'print' AND next_try_at <= now()
               AND ($2::bigint IS NULL OR story_id = $2)
             ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
           RETURNING story_id`,
    values: [limit, only ?? null],
  })
  return [...new Set(rows.map((row) => row.story_id))].sort((a, b) => a - b).map((storyId) => ({ storyId, gone: [] }))
}

/**
 * Takes stories to be compared. The print of a story is locked until the transaction ends, so no two workers have one
 * story in hand; work that is left for it meanwhile stays for the next turn.
 */
export async function takeToCompare(client: Client, { limit, only }: TakeOptions): Promise<CopyWork[]> {
  const held = await client.query<{ story_id: number }>({
    name: 'copies-hold',
    text: `SELECT p.story_id FROM wire.copy_prints p WHERE p.story_id IN (
             SELECT story_id FROM (
               SELECT story_id, min(id) AS id FROM (
                 SELECT story_id, id FROM wire.copy_work WHERE step = 'compare' AND next_try_at <= now()
                   AND ($3::bigint IS NULL OR story_id = $3)
                 ORDER BY id LIMIT $2) w
               GROUP BY story_id) w
             ORDER BY id)
           ORDER BY p.story_id LIMIT $1 FOR UPDATE OF p SKIP LOCKED`,
    values: [limit, limit * 8, only ?? null],
  })
  if (held.rows.length === 0) return []
  const { rows } = await client.query<{ story_id: number; gone: number[] }>({
    name: 'copies-take-compare',
    text: `DELETE FROM wire.copy_work WHERE step = 'compare' AND story_id = ANY($1) RETURNING story_id, gone`,
    values: [held.rows.map((row) => row.story_id)],
  })
  const work = new Map<number, Set<number>>()
  for (const { story_id: storyId, gone } of rows) {
    const known = work.get(storyId) ?? new Set<number>()
    for (const hash of gone) known.add(hash)
    work.set(storyId, known)
  }
  return [...work].sort(([a], [b]) => a - b).map(([storyId, gone]) => ({ storyId, gone: [...gone] }))
}

/** Puts a story off that failed when it was tried alone. */
export async function postponeCopy(client: Queryable, step: CopyStep, storyId: number): Promise<void> {
  await client.query({
    name: 'copies-postpone',
    text: `UPDATE wire.copy_work
           SET tries = tries + 1, next_try_at = now() + interval '1 minute' * power(2, least(tries, 10))
           WHERE step = $1 AND story_id = $2`,
    values: [step, storyId],
  })
}
