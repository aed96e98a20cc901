import type { CopyComparison } from '../../copies/compare.ts'
import type { Client } from '../pool.ts'

/** A comparison with the states of both prints on which it rests; `a` has the lower number. */
export interface ComparedPair {
  readonly a: number
  readonly b: number
  readonly aStamp: number
  readonly bStamp: number
  readonly comparison: CopyComparison
}

/** Removes what was known of these stories before their text changed, and writes what is known now. */
export async function writePairs(
  client: Client,
  storyIds: readonly number[],
  pairs: readonly ComparedPair[],
): Promise<void> {
  await client.query({
    name: 'copies-pairs-remove',
    text: `DELETE FROM wire.copy_pairs q USING (
             SELECT a, b FROM wire.copy_pairs WHERE a = ANY($1)
             UNION SELECT a, b FROM wire.copy_pairs WHERE b = ANY($1)) old
           WHERE q.a = old.a AND q.b = old.b AND NOT (
             EXISTS (SELECT FROM wire.copy_prints p WHERE p.story_id = q.a AND p.stamp = q.a_stamp)
             AND EXISTS (SELECT FROM wire.copy_prints p WHERE p.story_id = q.b AND p.stamp = q.b_stamp))`,
    values: [storyIds],
  })
  const kept = pairs.filter(({ comparison }) => comparison.relation !== 'different')
  if (kept.length === 0) return
  const of = (read: (pair: ComparedPair) => unknown) => kept.map(read)
  await client.query({
    name: 'copies-pairs',
    text: `INSERT INTO wire.copy_pairs (a, b, relation, a_in_b, b_in_a, passages, reasons, a_stamp, b_stamp)
           SELECT a, b, relation, a_in_b, b_in_a, passages,
                  ARRAY(SELECT jsonb_array_elements_text(reasons)), a_stamp, b_stamp
           FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::real[], $5::real[], $6::jsonb[], $7::jsonb[],
             $8::bigint[], $9::bigint[])
             AS n (a, b, relation, a_in_b, b_in_a, passages, reasons, a_stamp, b_stamp)
           ON CONFLICT (a, b) DO UPDATE SET relation = excluded.relation, a_in_b = excluded.a_in_b,
             b_in_a = excluded.b_in_a, passages = excluded.passages, reasons = excluded.reasons,
             a_stamp = excluded.a_stamp, b_stamp = excluded.b_stamp`,
    values: [
      of(({ a }) => a),
      of(({ b }) => b),
      of(({ comparison }) => comparison.relation),
      of(({ comparison }) => comparison.aInB),
      of(({ comparison }) => comparison.bInA),
      of(({ comparison }) => JSON.stringify(comparison.passages.map(({ a, b }) => [...a, ...b]))),
      of(({ comparison }) => JSON.stringify(comparison.reasons)),
      of(({ aStamp }) => aStamp),
      of(({ bStamp }) => bStamp),
    ],
  })
}
