import type { CopyComparison } from '../../copies/compare.ts'
import type { Client } from '../pool.ts'

/** Two stories to be compared, in the states that their stamps name; `a` has the lower number. */
export interface NeighbourPair {
  readonly a: number
  readonly aStamp: number
  readonly aRevision: number
  readonly b: number
  readonly bStamp: number
  readonly bRevision: number
  /** Compared in these states before, and kept. */
  readonly known: boolean
}

export interface ComparedPair extends NeighbourPair {
  readonly comparison: CopyComparison
}

/** A pair as it is stored. */
export interface PairRow extends NeighbourPair {
  readonly relation: string
  readonly aInB: number
  readonly bInA: number
  /** JSON. */
  readonly passages: string
  /** JSON. */
  readonly reasons: string
}

/** Puts comparisons into the form in which they are stored; done before the lock is taken. */
export function describePairs(pairs: readonly ComparedPair[]): PairRow[] {
  return pairs.map(({ comparison: { relation, aInB, bInA, passages, reasons }, ...pair }) => ({
    ...pair,
    relation,
    aInB,
    bInA,
    passages: JSON.stringify(passages.map(({ a, b }) => [...a, ...b])),
    reasons: JSON.stringify(reasons),
  }))
}

/** Removes what was known of these stories before their text changed, and writes what is known now. */
export async function writePairs(
  client: Client,
  storyIds: readonly number[],
  pairs: readonly PairRow[],
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
  if (pairs.length === 0) return
  const of = (read: (pair: PairRow) => unknown) => pairs.map(read)
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
      of(({ relation }) => relation),
      of(({ aInB }) => aInB),
      of(({ bInA }) => bInA),
      of(({ passages }) => passages),
      of(({ reasons }) => reasons),
      of(({ aStamp }) => aStamp),
      of(({ bStamp }) => bStamp),
    ],
  })
}
