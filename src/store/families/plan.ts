import { createHash } from 'node:crypto'
import type { CaptionRules } from '../../captions/rules.ts'
import { settleFamilies } from '../../captions/settle.ts'
import type { Settlement } from '../../captions/settle.ts'
import { CaptionWorld, mostWordingsOfPicture } from '../../captions/world.ts'
import { furnitureSignature, judgeFurniture } from './furniture.ts'
import type { FurnitureVerdict } from './furniture.ts'
import { comparesDifferently, drawFormIds, findForms, foldWordings, formName, newForm, reworded } from './forms.ts'
import type { FormIdentity, FormRow } from './forms.ts'
import type { Queryable } from '../pool.ts'
import { loadStoryCaptions } from './story-captions.ts'
import type { StoryCaptionRow } from './story-captions.ts'
import { addForms, noteDecision, surveyForms } from './survey.ts'
import type { DecidedPair, Survey } from './survey.ts'

/** What a batch of captions changes, ready to be written. */
export interface FamilyPlan {
  /** The batch, and captions whose verdict turned with it. */
  readonly captions: readonly StoryCaptionRow[]
  /** The form each takes, by number of the caption. */
  readonly formOf: ReadonlyMap<number, number>
  readonly forms: ReadonlyMap<number, FormRow>
  readonly fresh: ReadonlySet<number>
  /** Forms whose wording is written anew, as they were before. */
  readonly reworded: ReadonlyMap<number, FormRow>
  /** Forms that nobody takes any more. */
  readonly removed: ReadonlyMap<number, FormRow>
  readonly settlement: Settlement
}

/** With fewer words than this, equal texts of two outlets are one caption only if a credit says so. */
const wordsThatSpeak = 8
/** Characters of a text that has these words however its small words are counted. */
const lengthThatSpeaks = 150
/** Captions of one form that are read again when one leaves it. */
const mostRead = 50
/** Surveys of one batch; what is not settled by then, in a web of look-alikes, is settled when one of it comes again. */
const mostSurveys = 12

/**
 * Works out what becomes of captions, as they were read, and writes nothing. Those that are `gone` are about to be
 * removed.
 */
export async function planFamilies(
  client: Queryable,
  batchRows: readonly StoryCaptionRow[],
  rules: CaptionRules,
  gone: readonly number[] = [],
): Promise<FamilyPlan> {
  const known = new Set(batchRows.map((caption) => caption.id))
  const decisions = await hasDecisions(client)
  const partners = decisions ? await findPartners(client, [...known]) : []
  let captions = [...batchRows, ...(await loadStoryCaptions(client, partners, rules))]
  let verdict = await judgeFurniture(client, captions, rules)
  if (verdict.turned.length > 0) {
    captions = [...captions, ...(await loadStoryCaptions(client, verdict.turned, rules))]
    verdict = await judgeFurniture(client, captions, rules)
  }
  const batch = captions.map((caption) => caption.id)
  const decided = decisions ? await loadDecidedPairs(client, batch) : []
  const splitOff = await findSplitTwins(client, captions, decided, rules)
  const drafts = await draftForms(
    client,
    captions,
    verdict,
    splitOff,
    rules,
    await loadStoryCaptions(client, gone, rules),
  )
  const survey: Survey = {
    world: new CaptionWorld(),
    forms: new Map(),
    removed: new Set(drafts.removed.keys()),
    hashes: new Set(),
    moved: drafts.formOf,
    decisions,
  }
  for (const form of [...drafts.forms.values(), ...drafts.loaded]) {
    if (survey.forms.has(form.id) || survey.removed.has(form.id)) continue
    survey.forms.set(form.id, form)
    survey.world.add(form)
  }
  const shaken = new Set(await findBereaved(client, [...drafts.removed.values()]))
  for (const pair of decided) for (const form of noteDecision(survey, pair)) shaken.add(form)
  await addForms(client, survey, shaken, rules)
  const settlement = await settle(client, survey, drafts, shaken, rules)
  return { ...drafts, captions, forms: survey.forms, settlement }
}

async function settle(
  client: Queryable,
  survey: Survey,
  drafts: Drafts,
  shaken: Set<number>,
  rules: CaptionRules,
): Promise<Settlement> {
  let missing: readonly number[] = [...drafts.fresh, ...drafts.changed, ...shaken]
  for (let round = 0; ; round++) {
    await surveyForms(client, survey, missing, rules)
    for (const id of drafts.fresh) shakeCrowdedPictures(survey, id, shaken)
    const found = settleFamilies(survey.world, { ...drafts, shaken }, rules.compare)
    if (found.missing.length === 0 || round === mostSurveys) return found
    missing = found.missing
  }
}

/** A picture under which one wording too many stands vouches for none: those it had joined must look again. */
function shakeCrowdedPictures(survey: Survey, id: number, shaken: Set<number>): void {
  for (const picture of survey.forms.get(id)?.pictures ?? []) {
    const holders = [...survey.forms.values()].filter((form) => form.pictures.includes(picture))
    if (holders.length > mostWordingsOfPicture) for (const form of holders) shaken.add(form.id)
  }
}

interface Drafts {
  readonly formOf: Map<number, number>
  readonly forms: Map<number, FormRow>
  readonly fresh: Set<number>
  readonly reworded: Map<number, FormRow>
  /** Those of them that compare differently now. */
  readonly changed: Set<number>
  readonly removed: Map<number, FormRow>
  /** Heads of families that were loaded with these forms. */
  readonly loaded: Iterable<FormRow>
}

async function draftForms(
  client: Queryable,
  captions: readonly StoryCaptionRow[],
  verdict: FurnitureVerdict,
  splitOff: ReadonlySet<number>,
  rules: CaptionRules,
  gone: readonly StoryCaptionRow[],
): Promise<Drafts> {
  const wanted = new Map<string, { identity: FormIdentity; captions: StoryCaptionRow[] }>()
  const nameOf = new Map<number, string>()
  const plain = captions.map((caption) => ({ key: caption.key, signature: '' }))
  const ids = await findForms(client, rules.version, plain)
  for (const caption of captions) {
    const speaks = ids.has(formName({ key: caption.key, signature: '' }))
    const identity = { key: caption.key, signature: signatureOf(caption, verdict, splitOff, speaks) }
    const name = formName(identity)
    nameOf.set(caption.id, name)
    const known = wanted.get(name)
    if (known === undefined) wanted.set(name, { identity, captions: [caption] })
    else known.captions.push(caption)
  }
  const special = [...wanted.values()].map(({ identity }) => identity).filter(({ signature }) => signature !== '')
  for (const [name, id] of await findForms(client, rules.version, special)) ids.set(name, id)
  const missing = [...wanted.keys()].filter((name) => !ids.has(name))
  const drawn = await drawFormIds(client, missing.length)
  for (const [at, name] of missing.entries()) ids.set(name, drawn[at]!)
  const formOf = new Map(captions.map((caption) => [caption.id, ids.get(nameOf.get(caption.id)!)!]))
  const before = new Set([...captions, ...gone].map((caption) => caption.formId).filter((id) => id !== undefined))
  const loading: Survey = {
    world: new CaptionWorld(),
    forms: new Map(),
    removed: new Set(),
    hashes: new Set(),
    moved: formOf,
    decisions: false,
  }
  await addForms(client, loading, [...formOf.values(), ...before], rules)
  const staying = await loadStaying(client, before, [...captions, ...gone], rules)
  const drafts: Drafts = {
    formOf,
    forms: new Map(),
    fresh: new Set(),
    reworded: new Map(),
    changed: new Set(),
    removed: new Map(),
    loaded: loading.forms.values(),
  }
  for (const [name, { identity, captions: taking }] of wanted) {
    const id = ids.get(name)!
    const known = loading.forms.get(id)
    if (known === undefined) {
      const apart = taking[0]!.headline || verdict.isFurniture(taking[0]!)
      drafts.forms.set(id, newForm(id, identity, taking, apart, rules))
      drafts.fresh.add(id)
      continue
    }
    // one that some left is read anew; one that only grows need not be
    const base = before.has(id) ? (staying.get(id) ?? []) : [known]
    keep(drafts, known, reworded(known, foldWordings([...base, ...taking]), rules))
  }
  for (const id of before) {
    const known = loading.forms.get(id)
    if (known === undefined || drafts.forms.has(id)) continue
    const rest = staying.get(id)
    if (rest === undefined) drafts.removed.set(id, known)
    else keep(drafts, known, reworded(known, foldWordings(rest), rules))
  }
  return drafts
}

function keep(drafts: Drafts, known: FormRow, next: FormRow | undefined): void {
  drafts.forms.set(known.id, next ?? known)
  if (next === undefined) return
  drafts.reworded.set(known.id, known)
  if (comparesDifferently(known, next)) drafts.changed.add(known.id)
}

const digest = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16)

/**
 * What keeps captions of equal words apart. Long texts need nothing; short ones the same credit, or a day of their own
 * in the key; without either each stands alone. Furniture is one form an outlet.
 */
function signatureOf(
  caption: StoryCaptionRow,
  verdict: FurnitureVerdict,
  splitOff: ReadonlySet<number>,
  speaks: boolean,
): string {
  if (verdict.isFurniture(caption)) return furnitureSignature(caption.outlet)
  if (caption.headline || splitOff.has(caption.id)) return `alone ${caption.id}`
  // known words of a text that is long by any count: no need to weigh them again
  if (speaks && caption.text.length >= lengthThatSpeaks) return ''
  const { normal } = caption
  if (normal.weight >= wordsThatSpeak) return ''
  const credits = [...normal.agencies, ...normal.photographers].sort()
  const dated = normal.dates.some((date) => date.day !== undefined)
  return credits.length > 0 || dated ? `credit ${digest(credits)}` : `alone ${caption.id}`
}

/** Captions that a person split from one of the same words: told by the rules of now, whatever their forms are. */
async function findSplitTwins(
  client: Queryable,
  captions: readonly StoryCaptionRow[],
  decided: readonly DecidedPair[],
  rules: CaptionRules,
): Promise<Set<number>> {
  const keys = new Map(captions.map((caption) => [caption.id, caption.key]))
  const splits = decided.filter(({ kind }) => kind === 'split')
  const others = splits.flatMap(({ captionA, captionB }) => [captionA, captionB]).filter((id) => !keys.has(id))
  for (const caption of await loadStoryCaptions(client, [...new Set(others)], rules)) {
    keys.set(caption.id, caption.key)
  }
  const twins = splits.filter(({ captionA, captionB }) => keys.get(captionA) === keys.get(captionB))
  return new Set(twins.map(({ captionA }) => captionA))
}

/** Captions that stay with forms which others leave, by form. */
async function loadStaying(
  client: Queryable,
  forms: ReadonlySet<number>,
  leaving: readonly StoryCaptionRow[],
  rules: CaptionRules,
): Promise<Map<number, StoryCaptionRow[]>> {
  const staying = new Map<number, StoryCaptionRow[]>()
  if (forms.size === 0) return staying
  const { rows } = await client.query<{ id: number }>({
    name: 'members-staying',
    text: `SELECT b.caption_id AS id FROM unnest($1::bigint[]) AS u (form)
           CROSS JOIN LATERAL (
             SELECT caption_id FROM wire.caption_members WHERE form_id = u.form AND caption_id <> ALL ($2::bigint[])
             ORDER BY caption_id LIMIT $3) b`,
    values: [[...forms], leaving.map((caption) => caption.id), mostRead],
  })
  const ids = rows.map((row) => row.id)
  for (const caption of await loadStoryCaptions(client, ids, rules)) {
    const form = caption.formId!
    staying.set(form, [...(staying.get(form) ?? []), caption])
  }
  return staying
}

/** Forms of the families that lose a form: it may have been their head, or what joined them. */
async function findBereaved(client: Queryable, removed: readonly FormRow[]): Promise<number[]> {
  if (removed.length === 0) return []
  const { rows } = await client.query<{ id: number }>({
    name: 'forms-bereaved',
    text: `SELECT id FROM wire.caption_forms WHERE family_id = ANY ($1::bigint[]) AND id <> ALL ($2::bigint[])
           ORDER BY id LIMIT 2000`,
    values: [removed.map((form) => form.familyId), removed.map((form) => form.id)],
  })
  return rows.map((row) => row.id)
}

/** Whether people decided anything at all; most never do, and then nobody asks further. */
async function hasDecisions(client: Queryable): Promise<boolean> {
  const { rows } = await client.query<{ any: boolean }>({
    name: 'decisions-any',
    text: 'SELECT EXISTS (SELECT FROM wire.caption_decisions WHERE superseded_at IS NULL) AS any',
  })
  return rows[0]!.any
}

/** Captions outside the batch about which, with one inside, a person decided. */
async function findPartners(client: Queryable, captionIds: readonly number[]): Promise<number[]> {
  const inside = new Set(captionIds)
  const pairs = await loadDecidedPairs(client, captionIds)
  return [...new Set(pairs.flatMap(({ captionA, captionB }) => [captionA, captionB]))].filter((id) => !inside.has(id))
}

/** What people decided about captions of the batch. */
async function loadDecidedPairs(client: Queryable, captionIds: readonly number[]): Promise<DecidedPair[]> {
  const { rows } = await client.query<DecidedPair>({
    name: 'decisions-of-captions',
    text: `SELECT d.kind, d.caption_a AS "captionA", d.caption_b AS "captionB", a.form_id AS "formA",
                  b.form_id AS "formB"
           FROM wire.caption_decisions d
           LEFT JOIN wire.caption_members a ON a.caption_id = d.caption_a
           LEFT JOIN wire.caption_members b ON b.caption_id = d.caption_b
           WHERE d.superseded_at IS NULL
             AND (d.caption_a = ANY ($1::bigint[]) OR d.caption_b = ANY ($1::bigint[]))`,
    values: [captionIds],
  })
  return rows
}
