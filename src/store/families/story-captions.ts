import { pictureIdentity } from '../../captions/picture-identity.ts'
import type { KnownCredit, NormalisedCaption } from '../../captions/normalise.ts'
import { chooseRicher } from '../../captions/richer.ts'
import type { CaptionRules } from '../../captions/rules.ts'
import { withNormal } from './lazy-normal.ts'
import { outletOf } from './outlet.ts'
import type { Queryable } from '../pool.ts'

/** A caption of a story, as far as comparing it with those of other stories needs it. */
export interface StoryCaptionRow {
  readonly id: number
  readonly storyId: number
  /** Who printed it. */
  readonly outlet: string
  readonly text: string
  /** The printed form its normal form was made of. */
  readonly raw: string
  readonly credit: string | undefined
  readonly photographer: string | undefined
  readonly agency: string | undefined
  readonly flags: readonly string[]
  readonly mediaUris: readonly string[]
  /** Ids of its pictures, as far as agencies gave them out. */
  readonly pictures: readonly string[]
  /** Without a credit and without a picture id. */
  readonly bare: boolean
  /** A headline or a teaser that a page shows under a picture. */
  readonly headline: boolean
  /** Key of its normal form, by the rules of the moment. */
  readonly key: string
  readonly normal: NormalisedCaption
  /** The form it takes now; undefined when nobody has compared it yet. */
  readonly formId: number | undefined
  /** When it was put in line to be compared, in microseconds; undefined when it does not stand in line. */
  readonly since: string | undefined
}

/** Raw forms of one caption that are looked at; the longest first. */
const mostRaws = 8
/** Pictures of one caption that count. */
const mostPictures = 16
/** Roles of texts that stand with a picture and are no caption. */
const headlineRoles = new Set(['headline', 'title', 'teaser', 'lede', 'abstract'])

/** Loads captions of stories with their normal form by these rules, in the order of their numbers. */
export async function loadStoryCaptions(
  client: Queryable,
  ids: readonly number[],
  rules: CaptionRules,
): Promise<StoryCaptionRow[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query({
    name: 'story-captions-load',
    text: `SELECT c.id, c.story_id, c.normaliser_version AS version,
                  encode(c.key, 'hex') AS key, c.text, c.credit, c.photographer, c.agency, c.flags,
                  c.media_uris, s.uri, s.authority, f.authority AS "feedAuthority", b.form_id, w.since::text AS since,
                  n.raws, n.roles
           FROM wire.captions c
           JOIN wire.stories s ON s.id = c.story_id
           JOIN wire.feeds f ON f.id = s.feed_id
           LEFT JOIN wire.caption_members b ON b.caption_id = c.id
           LEFT JOIN wire.captions_waiting w ON w.caption_id = c.id
           CROSS JOIN LATERAL (
             SELECT (array_agg(DISTINCT m.raw))[:200] AS raws, array_agg(DISTINCT m.role) AS roles
             FROM wire.mentions m WHERE m.born = s.born AND m.caption_id = c.id) n
           WHERE c.id = ANY ($1::bigint[]) ORDER BY c.id`,
    values: [ids],
  })
  return rows.map((row) => readRow(row, rules))
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a row of the statement above
function readRow(row: any, rules: CaptionRules): StoryCaptionRow {
  const known: KnownCredit = {
    ...(row.credit === null ? {} : { credit: row.credit }),
    ...(row.photographer === null ? {} : { photographer: row.photographer }),
    ...(row.agency === null ? {} : { agency: row.agency }),
  }
  const raws: string[] = row.raws ?? []
  // printed in one form only, it has the key that recording gave it
  const told = raws.length === 1 && row.version === rules.version
  const chosen = told ? undefined : chooseRaw(raws, row, known, rules)
  const raw = chosen?.raw ?? raws[0]!
  const mediaUris: string[] = row.media_uris.slice(0, mostPictures)
  const pictures = mediaUris.map(pictureIdentity).filter((identity) => identity !== undefined)
  const caption = {
    id: row.id,
    storyId: row.story_id,
    outlet: outletOf(row),
    text: row.text,
    raw,
    credit: row.credit ?? undefined,
    photographer: row.photographer ?? undefined,
    agency: row.agency ?? undefined,
    flags: row.flags,
    mediaUris,
    pictures: [...new Set(pictures)].sort(),
    bare: Object.keys(known).length === 0 && pictures.length === 0,
    headline: (row.roles ?? []).length > 0 && row.roles.every((role: string | null) => headlineRoles.has(role ?? '')),
    key: chosen?.normal.key ?? row.key,
    formId: row.form_id ?? undefined,
    since: row.since ?? undefined,
  }
  return withNormal(caption, () => chosen?.normal ?? rules.normalise(raw, known))
}

/** The same caption, which takes another form by now. */
export const takingForm = (caption: StoryCaptionRow, formId: number | undefined): StoryCaptionRow =>
  caption.formId === formId ? caption : withNormal({ ...caption, formId }, () => caption.normal)

/** The printed form that the caption's text was made of: its date may stand in what was taken off the text. */
function chooseRaw(
  raws: readonly string[],
  row: { key: string; text: string },
  known: KnownCredit,
  rules: CaptionRules,
): { raw: string; normal: NormalisedCaption } {
  const sorted = [...raws].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, mostRaws)
  let best: { raw: string; normal: NormalisedCaption } | undefined
  for (const raw of sorted) {
    const normal = rules.normalise(raw, known)
    if (normal.key === row.key || normal.text === row.text) return { raw, normal }
    if (best === undefined || chooseRicher(best.normal, normal) === 'b') best = { raw, normal }
  }
  return best ?? { raw: row.text, normal: rules.normalise(row.text, known) }
}
