import type { NormalisedCaption } from '../../captions/normalise.ts'
import type { CaptionRules } from '../../captions/rules.ts'
import { shingles } from '../../captions/shingles.ts'
import { comparesAlike, isAnchor } from '../../captions/world.ts'
import type { CaptionForm } from '../../captions/world.ts'
import type { Queryable } from '../pool.ts'
import { withNormal } from './lazy-normal.ts'
import type { StoryCaptionRow } from './story-captions.ts'

/** A row of wire.caption_forms, with its normal form by the rules of the moment. */
export interface FormRow extends CaptionForm {
  readonly familyId: number | undefined
  readonly version: number
  readonly key: string
  readonly text: string
  readonly raw: string
  readonly credit: string | undefined
  readonly photographer: string | undefined
  readonly agency: string | undefined
  readonly flags: readonly string[]
  readonly mediaUris: readonly string[]
}

/** What tells one form from another. */
export interface FormIdentity {
  readonly key: string
  readonly signature: string
}

export const formName = ({ key, signature }: FormIdentity): string => `${key} ${signature}`

/** What captions of the same words say together. */
type Wording = Pick<FormRow, 'text' | 'raw' | 'credit' | 'photographer' | 'agency' | 'flags' | 'mediaUris' | 'pictures'>

const mostPictures = 32

const longer = (a: string, b: string): boolean => a.length > b.length || (a.length === b.length && a < b)
const creditText = ({ credit, photographer, agency }: Wording): string =>
  credit ?? [photographer, agency].filter((part) => part !== undefined).join('/')

/** Joins what captions of the same words say: the longest wording, the fullest credit, all pictures. Order means nothing. */
export function foldWordings(wordings: readonly Wording[]): Wording {
  let [text, credit] = [wordings[0]!, wordings[0]!]
  for (const wording of wordings) {
    if (longer(wording.raw, text.raw)) text = wording
    if (longer(creditText(wording), creditText(credit))) credit = wording
  }
  const union = (lists: readonly (readonly string[])[], most: number): string[] =>
    [...new Set(lists.flat())].sort().slice(0, most)
  return {
    text: text.text,
    raw: text.raw,
    credit: credit.credit,
    photographer: credit.photographer,
    agency: credit.agency,
    flags: union(
      wordings.map((wording) => wording.flags),
      mostPictures,
    ),
    mediaUris: union(
      wordings.map((wording) => wording.mediaUris),
      mostPictures,
    ),
    pictures: union(
      wordings.map((wording) => wording.pictures),
      mostPictures,
    ),
  }
}

/** A form that nobody has written yet, of captions of stories. */
export function newForm(
  id: number,
  identity: FormIdentity,
  captions: readonly StoryCaptionRow[],
  apart: boolean,
  rules: CaptionRules,
): FormRow {
  const wording = foldWordings(captions)
  const normal = normaliseWording(wording, rules)
  return {
    ...wording,
    id,
    familyId: undefined,
    head: undefined,
    anchor: false,
    version: rules.version,
    key: identity.key,
    signature: identity.signature,
    apart,
    normal,
    shingles: apart ? [] : [...shingles(normal.words)],
  }
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at])

/** The form with another wording; undefined when that changes nothing. */
export function reworded(form: FormRow, wording: Wording, rules: CaptionRules): FormRow | undefined {
  const words = (['text', 'raw', 'credit', 'photographer', 'agency'] as const).every(
    (name) => form[name] === wording[name],
  )
  const lists = (['flags', 'mediaUris', 'pictures'] as const).every((name) => sameList(form[name], wording[name]))
  if (words && lists) return undefined
  return withNormal({ ...form, ...wording }, () => normaliseWording(wording, rules))
}

/** True when it must be compared again: a button in front of the words or a longer list of flags changes nothing. */
export function comparesDifferently(before: FormRow, after: FormRow): boolean {
  if (before.pictures.join(' ') !== after.pictures.join(' ')) return true
  const same = before.raw === after.raw && creditText(before) === creditText(after)
  return !same && !comparesAlike(before.normal, after.normal)
}

function normaliseWording(
  { raw, credit, photographer, agency }: Pick<Wording, 'raw' | 'credit' | 'photographer' | 'agency'>,
  rules: CaptionRules,
): NormalisedCaption {
  return rules.normalise(raw, {
    ...(credit === undefined ? {} : { credit }),
    ...(photographer === undefined ? {} : { photographer }),
    ...(agency === undefined ? {} : { agency }),
  })
}

const columns = `f.id, f.family_id, y.head_form, f.normaliser_version, encode(f.key, 'hex') AS key, f.signature, f.apart,
  f.text, f.raw, f.credit, f.photographer, f.agency, f.flags, f.media_uris, f.pictures,
  array_to_string(f.shingles, ',') AS shingles, f.relation`

/** Loads forms and the heads of their families. */
export async function loadForms(client: Queryable, ids: readonly number[], rules: CaptionRules): Promise<FormRow[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query({
    name: 'forms-load',
    text: `WITH own AS (
             SELECT ${columns} FROM wire.caption_forms f JOIN wire.caption_families y ON y.id = f.family_id
             WHERE f.id = ANY ($1::bigint[])),
           heads AS (
             SELECT DISTINCT head_form AS id FROM own WHERE head_form <> ALL ($1::bigint[]))
           SELECT * FROM own
           UNION ALL
           SELECT ${columns} FROM heads JOIN wire.caption_forms f ON f.id = heads.id
           JOIN wire.caption_families y ON y.id = f.family_id`,
    values: [ids],
  })
  return rows.map((row) => readForm(row, rules))
}

/** Numbers of the forms that have these identities, by name; see `formName`. */
export async function findForms(
  client: Queryable,
  version: number,
  identities: readonly FormIdentity[],
): Promise<Map<string, number>> {
  if (identities.length === 0) return new Map()
  const { rows } = await client.query({
    name: 'forms-find',
    // one look-up a form: a join may be planned as reading every form of the version
    text: `SELECT f.id, u.key, u.signature
           FROM (SELECT DISTINCT * FROM unnest($2::text[], $3::text[])) AS u (key, signature)
           CROSS JOIN LATERAL (
             SELECT id FROM wire.caption_forms WHERE normaliser_version = $1 AND key = decode(u.key, 'hex')
               AND signature = u.signature LIMIT 1) f`,
    values: [version, identities.map(({ key }) => key), identities.map(({ signature }) => signature)],
  })
  return new Map(rows.map((row) => [formName(row), row.id as number]))
}

/** Numbers for forms to come. */
export async function drawFormIds(client: Queryable, count: number): Promise<number[]> {
  if (count === 0) return []
  const { rows } = await client.query({
    name: 'forms-draw',
    text: `SELECT nextval(pg_get_serial_sequence('wire.caption_forms', 'id')) AS id FROM generate_series(1, $1)`,
    values: [count],
  })
  return rows.map((row) => row.id)
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a row of the statements above
function readForm(row: any, rules: CaptionRules): FormRow {
  const wording = {
    text: row.text,
    raw: row.raw,
    credit: row.credit ?? undefined,
    photographer: row.photographer ?? undefined,
    agency: row.agency ?? undefined,
  }
  const form = {
    ...wording,
    id: row.id,
    familyId: row.family_id,
    head: row.head_form,
    anchor: isAnchor(row.relation),
    version: row.normaliser_version,
    key: row.key,
    signature: row.signature,
    apart: row.apart,
    flags: row.flags,
    mediaUris: row.media_uris,
    pictures: row.pictures,
    shingles: row.shingles === '' ? [] : row.shingles.split(',').map(Number),
  }
  return withNormal(form, () => normaliseWording(wording, rules))
}
