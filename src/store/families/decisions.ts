import type { CaptionRules } from '../../captions/rules.ts'
import { inTransaction } from '../pool.ts'
import type { Client, Pool } from '../pool.ts'
import { lockDecisions, relateCaptions } from './relate.ts'
import { awaitComparison } from './waiting.ts'

/** Who decided, and why, in their words. */
export interface Decision {
  readonly by: string
  readonly reason: string
}

export type SplitOutcome =
  | { readonly kind: 'split'; readonly captions: readonly number[] }
  | { readonly kind: 'no-such-family' }
  /** Captions that are not in the family. */
  | { readonly kind: 'strangers'; readonly captions: readonly number[] }
  /** Nothing would be left to be split from. */
  | { readonly kind: 'nothing-left' }

export type MergeOutcome =
  | { readonly kind: 'merged'; readonly family: number }
  | { readonly kind: 'no-such-family'; readonly family: number }
  /** Site furniture and headlines are no captions. */
  | { readonly kind: 'no-caption'; readonly family: number }
  | { readonly kind: 'same' }

/** Wordings that a split is remembered against; a family of more is split from these. */
const mostWordings = 200

/**
 * Takes captions of stories out of a family for good: they are never one with what stays, whatever the rules say then
 * and whatever arrives with the same words. An earlier merge by hand of the two sides no longer holds.
 */
export async function splitFamily(
  pool: Pool,
  family: number,
  captionIds: readonly number[],
  decision: Decision,
  rules: CaptionRules,
): Promise<SplitOutcome> {
  const leaving = [...new Set(captionIds)]
  const outcome = await inTransaction<SplitOutcome>(pool, async (client) => {
    await lockDecisions(client)
    const { rows } = await client.query<{ id: number; form: number }>(
      `SELECT m.caption_id AS id, f.id AS form FROM wire.caption_forms f
       JOIN wire.caption_members m ON m.form_id = f.id WHERE f.family_id = $1 ORDER BY m.caption_id`,
      [family],
    )
    if (rows.length === 0) return { kind: 'no-such-family' }
    const inside = new Set(rows.map(({ id }) => id))
    const strangers = leaving.filter((id) => !inside.has(id))
    if (strangers.length > 0) return { kind: 'strangers', captions: strangers }
    const staying = new Map<number, number>()
    for (const { id, form } of rows) if (!leaving.includes(id) && !staying.has(form)) staying.set(form, id)
    const others = [...staying.values()].slice(0, mostWordings)
    if (others.length === 0) return { kind: 'nothing-left' }
    await supersede(client, 'merge', leaving, [...inside])
    await remember(
      client,
      'split',
      leaving.flatMap((a) => others.map((b) => [a, b] as const)),
      decision,
    )
    await awaitComparison(client, [...leaving, ...others])
    return { kind: 'split', captions: [...leaving, ...others] }
  })
  if (outcome.kind !== 'split') return outcome
  await relateCaptions(pool, outcome.captions, rules)
  return { kind: 'split', captions: leaving }
}

/** Makes two families one for good. An earlier split by hand of the two no longer holds. */
export async function mergeFamilies(
  pool: Pool,
  a: number,
  b: number,
  decision: Decision,
  rules: CaptionRules,
): Promise<MergeOutcome> {
  if (a === b) return { kind: 'same' }
  const outcome = await inTransaction(pool, async (client) => {
    await lockDecisions(client)
    const heads: number[] = []
    for (const family of [a, b]) {
      const { rows } = await client.query<{ id: number; apart: boolean }>(
        `SELECT min(m.caption_id) AS id, h.apart FROM wire.caption_families y
         JOIN wire.caption_forms h ON h.id = y.head_form JOIN wire.caption_members m ON m.form_id = h.id
         WHERE y.id = $1 AND y.merged_into IS NULL GROUP BY h.apart`,
        [family],
      )
      if (rows[0] === undefined) return { kind: 'no-such-family' as const, family }
      if (rows[0].apart) return { kind: 'no-caption' as const, family }
      heads.push(rows[0].id)
    }
    const [left, right] = [await membersOf(client, a), await membersOf(client, b)]
    await supersede(client, 'split', left, right)
    await remember(client, 'merge', [[heads[0]!, heads[1]!]], decision)
    await awaitComparison(client, heads)
    return { kind: 'merged' as const, captions: heads }
  })
  if (outcome.kind !== 'merged') return outcome
  await relateCaptions(pool, outcome.captions, rules)
  const { rows } = await pool.query<{ family: number }>(
    `SELECT f.family_id AS family FROM wire.caption_members m JOIN wire.caption_forms f ON f.id = m.form_id
     WHERE m.caption_id = $1`,
    [outcome.captions[0]],
  )
  return { kind: 'merged', family: rows[0]!.family }
}

async function membersOf(client: Client, family: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `SELECT m.caption_id AS id FROM wire.caption_forms f JOIN wire.caption_members m ON m.form_id = f.id
     WHERE f.family_id = $1`,
    [family],
  )
  return rows.map((row) => row.id)
}

/** Ends decisions of the other kind between two sides. */
async function supersede(
  client: Client,
  kind: 'split' | 'merge',
  left: readonly number[],
  right: readonly number[],
): Promise<void> {
  await client.query(
    `UPDATE wire.caption_decisions SET superseded_at = now()
     WHERE superseded_at IS NULL AND kind = $1
       AND ((caption_a = ANY ($2::bigint[]) AND caption_b = ANY ($3::bigint[]))
         OR (caption_b = ANY ($2::bigint[]) AND caption_a = ANY ($3::bigint[])))`,
    [kind, left, right],
  )
}

async function remember(
  client: Client,
  kind: 'split' | 'merge',
  pairs: readonly (readonly [number, number])[],
  { by, reason }: Decision,
): Promise<void> {
  await client.query(
    `INSERT INTO wire.caption_decisions (kind, caption_a, caption_b, made_by, reason)
     SELECT $1, a, b, $4, $5 FROM unnest($2::bigint[], $3::bigint[]) AS u (a, b)`,
    [kind, pairs.map(([a]) => a), pairs.map(([, b]) => b), by, reason],
  )
}
