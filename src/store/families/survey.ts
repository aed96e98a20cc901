import type { CaptionRules } from '../../captions/rules.ts'
import { commonShingle, mostWordingsOfPicture } from '../../captions/world.ts'
import type { CaptionWorld } from '../../captions/world.ts'
import { loadForms } from './forms.ts'
import type { FormRow } from './forms.ts'
import { allSegments } from './segments.ts'
import type { Queryable } from '../pool.ts'

/** Forms that share runs of words with one form and are loaded for it, at most: those whose runs tell most. */
const mostNeighbours = 40
/** Forms of one family that are looked at again when its head changes; more follow their head. */
const mostMembers = 400

/** What was looked up already while a batch is compared. */
export interface Survey {
  readonly world: CaptionWorld
  readonly forms: Map<number, FormRow>
  /** Forms that are taken out with this batch. */
  readonly removed: Set<number>
  /** Runs of words that were looked up. */
  readonly hashes: Set<number>
  /** The forms that captions of the batch take from now on. */
  readonly moved: ReadonlyMap<number, number>
  /** Whether people decided anything. */
  readonly decisions: boolean
}

/** Looks up what stands around these forms: shared runs of words, pictures, decisions, and who follows them. */
export async function surveyForms(
  client: Queryable,
  survey: Survey,
  ids: readonly number[],
  rules: CaptionRules,
): Promise<void> {
  const forms = ids.map((id) => survey.forms.get(id)).filter((form) => form !== undefined)
  await lookUpHashes(client, survey, forms)
  const wanted = new Set<number>()
  for (const form of forms) {
    for (const { id } of survey.world.neighbours(form).slice(0, mostNeighbours)) wanted.add(id)
  }
  for (const id of await findUnderPictures(client, forms)) wanted.add(id)
  for (const id of await findFollowers(client, forms)) wanted.add(id)
  if (survey.decisions) for (const id of await loadDecisions(client, survey, forms)) wanted.add(id)
  await addForms(client, survey, wanted, rules)
  for (const id of ids) survey.world.surveyed.add(id)
}

/** Loads forms that are not there yet into the world, with their heads. */
export async function addForms(
  client: Queryable,
  survey: Survey,
  ids: Iterable<number>,
  rules: CaptionRules,
): Promise<void> {
  const unknown = [...ids].filter((id) => !survey.forms.has(id) && !survey.removed.has(id))
  for (const form of await loadForms(client, unknown, rules)) {
    if (survey.forms.has(form.id) || survey.removed.has(form.id)) continue
    survey.forms.set(form.id, form)
    survey.world.add(form)
  }
}

async function lookUpHashes(client: Queryable, survey: Survey, forms: readonly FormRow[]): Promise<void> {
  const unknown = new Set<number>()
  for (const form of forms) for (const hash of form.shingles) if (!survey.hashes.has(hash)) unknown.add(hash)
  if (unknown.size === 0) return
  const { rows } = await client.query<{ hash: number; forms: string | null }>({
    name: 'shingles-find',
    // one more than is common tells that it is; a list of numbers as text is read in a tenth of the time of an array
    text: `SELECT u.hash, CASE WHEN s.holders <= $2 THEN s.forms END AS forms FROM unnest($1::integer[]) AS u (hash)
           CROSS JOIN LATERAL (
             SELECT count(*) AS holders, string_agg(form_id::text, ',') AS forms
             FROM (SELECT form_id FROM wire.caption_shingles WHERE segment = ANY (${allSegments}) AND hash = u.hash
                   LIMIT $2 + 1) few) s
           WHERE s.holders > 0`,
    values: [[...unknown], commonShingle],
  })
  for (const hash of unknown) survey.hashes.add(hash)
  for (const { hash, forms: holders } of rows) {
    if (holders === null) survey.world.markCommon(hash)
    else survey.world.post(hash, holders.split(',').map(Number))
  }
}

async function findUnderPictures(client: Queryable, forms: readonly FormRow[]): Promise<number[]> {
  const pictures = [...new Set(forms.flatMap((form) => form.pictures))]
  if (pictures.length === 0) return []
  const { rows } = await client.query<{ id: number }>({
    name: 'pictures-find',
    text: `SELECT DISTINCT p.form_id AS id FROM unnest($1::text[]) AS u (identity)
           CROSS JOIN LATERAL (
             SELECT form_id FROM wire.caption_pictures WHERE identity = u.identity ORDER BY form_id LIMIT $2) p`,
    values: [pictures, mostWordingsOfPicture + 1],
  })
  return rows.map((row) => row.id)
}

/** Forms of the families whose heads are among these. */
async function findFollowers(client: Queryable, forms: readonly FormRow[]): Promise<number[]> {
  const families = forms.filter((form) => form.head === form.id).map((form) => form.familyId!)
  if (families.length === 0) return []
  const { rows } = await client.query<{ id: number }>({
    name: 'forms-follow',
    text: `SELECT f.id FROM unnest($1::bigint[]) AS u (family)
           CROSS JOIN LATERAL (
             SELECT id FROM wire.caption_forms WHERE family_id = u.family ORDER BY id LIMIT $2) f`,
    values: [families, mostMembers],
  })
  return rows.map((row) => row.id)
}

/** Notes what people decided about these forms; answers the forms on the other side. */
async function loadDecisions(client: Queryable, survey: Survey, forms: readonly FormRow[]): Promise<number[]> {
  const { rows } = await client.query<DecidedPair>({
    name: 'decisions-find',
    text: `SELECT d.kind, d.caption_a AS "captionA", d.caption_b AS "captionB", a.form_id AS "formA",
                  b.form_id AS "formB"
           FROM wire.caption_decisions d
           JOIN wire.caption_members a ON a.caption_id = d.caption_a
           JOIN wire.caption_members b ON b.caption_id = d.caption_b
           WHERE d.superseded_at IS NULL
             AND (a.form_id = ANY ($1::bigint[]) OR b.form_id = ANY ($1::bigint[]))`,
    values: [forms.map((form) => form.id)],
  })
  return rows.flatMap((pair) => noteDecision(survey, pair))
}

/** What a person decided about two captions, and the forms they are known to take. */
export interface DecidedPair {
  readonly kind: 'split' | 'merge'
  readonly captionA: number
  readonly captionB: number
  readonly formA: number | null
  readonly formB: number | null
}

/** Notes a decision for the forms that the captions take from now on; answers these forms. */
export function noteDecision(survey: Survey, pair: DecidedPair): number[] {
  const a = survey.moved.get(pair.captionA) ?? pair.formA
  const b = survey.moved.get(pair.captionB) ?? pair.formB
  if (a === null || b === null || a === b) return []
  survey.world.decide(pair.kind, a, b)
  return [a, b]
}
