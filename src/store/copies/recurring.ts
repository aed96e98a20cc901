import type { Client } from '../pool.ts'
import { queueAgain } from './queue.ts'
import type { CopyWork } from './queue.ts'

/** Stories of one source, beginning differently, in which a text makes boilerplate. */
export const recursIn = 3

/**
 * Counts what recurs in the sources of these stories and marks it in their sketches. Other stories of the source that
 * were compared under another count are left to be compared again: the third story makes boilerplate of what two had.
 * Every story of a source counts what it sees after its own sketch was committed, so the last one sees all. A story of
 * these whose mark is boilerplate no more is compared once again, too: until this is committed, nobody finds it by that.
 */
export async function markRecurring(client: Client, work: readonly CopyWork[]): Promise<void> {
  const ids = work.map(({ storyId }) => storyId)
  const gone = work.flatMap(({ storyId, gone: hashes }) => hashes.map((hash) => ({ storyId, hash })))
  const { rows } = await client.query<{ story_id: number }>({
    name: 'copies-recurring',
    text: `WITH wanted AS (
             SELECT source, hash FROM wire.copy_marks WHERE story_id = ANY($1) AND NOT is_name
             UNION
             SELECT p.source, g.hash FROM unnest($2::bigint[], $3::integer[]) AS g (story_id, hash)
             JOIN wire.copy_prints p ON p.story_id = g.story_id),
           counted AS MATERIALIZED (
             SELECT w.source, w.hash,
                    (SELECT count(*) FROM (
                       SELECT DISTINCT m.lede FROM wire.copy_marks m
                       WHERE m.source = w.source AND m.hash = w.hash AND NOT m.is_name LIMIT ${recursIn}) d
                    ) >= ${recursIn} AS recurs
             FROM wanted w),
           turned AS (
             SELECT m.story_id, m.hash, c.recurs FROM counted c
             JOIN wire.copy_marks m ON m.source = c.source AND m.hash = c.hash AND NOT m.is_name
               AND m.recurs <> c.recurs),
           own AS (
             UPDATE wire.copy_marks m SET recurs = t.recurs FROM turned t
             WHERE t.story_id = ANY($1) AND m.story_id = t.story_id AND m.hash = t.hash AND NOT m.is_name
             RETURNING m.story_id, m.recurs),
           raised AS (
             UPDATE wire.copy_prints SET stamp = nextval('wire.copy_stamp') WHERE story_id IN (SELECT story_id FROM own))
           SELECT story_id FROM turned WHERE story_id <> ALL($1)
           UNION SELECT story_id FROM own WHERE NOT recurs`,
    values: [ids, gone.map(({ storyId }) => storyId), gone.map(({ hash }) => hash)],
  })
  await queueAgain(
    client,
    rows.map((row) => row.story_id),
  )
}

/** The sketch hashes of stories that recur in their source. */
export async function readRecurring(
  client: Client,
  storyIds: readonly number[],
): Promise<Map<number, ReadonlySet<number>>> {
  const { rows } = await client.query<{ story_id: number; hashes: number[] }>({
    name: 'copies-recurring-read',
    text: `SELECT story_id, array_agg(hash) AS hashes FROM wire.copy_marks
           WHERE story_id = ANY($1) AND recurs GROUP BY story_id`,
    values: [storyIds],
  })
  return new Map(rows.map((row) => [row.story_id, new Set(row.hashes)]))
}
