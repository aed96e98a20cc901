import type { CaptionRules } from '../../captions/rules.ts'
import type { Queryable } from '../pool.ts'
import type { StoryCaptionRow } from './story-captions.ts'

/** On so many stories of one outlet, a text without a credit is part of the site and no caption. */
const storiesOfFurniture = 3
/** Captions looked at to count stories; a story has few of one text. */
const mostCounted = 8

interface Holder {
  readonly captionId: number
  readonly storyId: number
  readonly furniture: boolean
  /** Keyed by rules of before. */
  readonly old: boolean
}

export interface FurnitureVerdict {
  /** True when this text is furniture of this outlet. */
  isFurniture(caption: StoryCaptionRow): boolean
  /** Captions for which the verdict has turned with this batch. */
  readonly turned: readonly number[]
}

const nameOf = (key: string, outlet: string): string => `${key} ${outlet}`

/** Signature of the form that furniture of an outlet takes. */
export const furnitureSignature = (outlet: string): string => `furniture ${outlet}`

/**
 * Judges which texts of a batch are furniture: bare texts that stand on three stories of one outlet, those outside the
 * batch counted. A caption that leaves a text (its wording changed, it got a credit) counts for what it leaves too.
 */
export async function judgeFurniture(
  client: Queryable,
  captions: readonly StoryCaptionRow[],
  rules: CaptionRules,
): Promise<FurnitureVerdict> {
  const batch = new Set(captions.map((caption) => caption.id))
  const bare = captions.filter((caption) => caption.bare && !caption.headline)
  const outside = await findHolders(client, bare, rules)
  const left = await findLeft(client, captions, rules)
  const stories = new Map<string, Set<number>>()
  const count = (name: string, storyId: number): void => {
    const known = stories.get(name)
    if (known === undefined) stories.set(name, new Set([storyId]))
    else known.add(storyId)
  }
  for (const caption of bare) {
    const name = nameOf(caption.key, caption.outlet)
    count(name, caption.storyId)
    // under older rules the same text has another key: what it leaves still counts
    for (const holder of left.get(caption.formId ?? 0) ?? []) if (holder.old) count(name, holder.storyId)
  }
  for (const [name, holders] of outside) {
    for (const holder of holders) if (!batch.has(holder.captionId)) count(name, holder.storyId)
  }
  const isFurniture = (name: string): boolean => (stories.get(name)?.size ?? 0) >= storiesOfFurniture
  const turned = new Set<number>()
  for (const [name, holders] of outside) {
    for (const holder of holders) {
      if (!batch.has(holder.captionId) && holder.furniture !== isFurniture(name)) turned.add(holder.captionId)
    }
  }
  for (const holders of left.values()) {
    const staying = holders.filter((holder) => !batch.has(holder.captionId))
    const still = new Set(staying.map((holder) => holder.storyId)).size >= storiesOfFurniture
    if (!still) for (const holder of staying) if (holder.furniture) turned.add(holder.captionId)
  }
  return {
    isFurniture: (caption) => caption.bare && !caption.headline && isFurniture(nameOf(caption.key, caption.outlet)),
    turned: [...turned],
  }
}

/** Bare captions that have the same text at the same outlet, by text and outlet. */
async function findHolders(
  client: Queryable,
  bare: readonly StoryCaptionRow[],
  rules: CaptionRules,
): Promise<Map<string, Holder[]>> {
  const pairs = new Map(bare.map((caption) => [nameOf(caption.key, caption.outlet), caption]))
  const found = new Map<string, Holder[]>()
  if (pairs.size === 0) return found
  const { rows } = await client.query({
    name: 'furniture-holders',
    text: `SELECT u.key, u.outlet, h.caption_id AS "captionId", h.story_id AS "storyId", h.furniture,
                  false AS old
           FROM unnest($2::text[], $3::text[]) AS u (key, outlet)
           CROSS JOIN LATERAL (
             SELECT id, signature FROM wire.caption_forms
             WHERE normaliser_version = $1 AND key = decode(u.key, 'hex') OFFSET 0) f
           CROSS JOIN LATERAL (
             SELECT b.caption_id, b.story_id, f.signature LIKE 'furniture %' AS furniture FROM wire.caption_members b
             WHERE b.form_id = f.id AND b.outlet = u.outlet AND b.bare LIMIT $4) h`,
    values: [
      rules.version,
      [...pairs.values()].map((caption) => caption.key),
      [...pairs.values()].map((caption) => caption.outlet),
      // those of the batch are counted by what they say now
      mostCounted + bare.length,
    ],
  })
  for (const { key, outlet, ...holder } of rows) {
    const name = nameOf(key, outlet)
    found.set(name, [...(found.get(name) ?? []), holder])
  }
  return found
}

/** Captions in the furniture that captions of the batch belonged to until now, by form. */
async function findLeft(
  client: Queryable,
  captions: readonly StoryCaptionRow[],
  rules: CaptionRules,
): Promise<Map<number, Holder[]>> {
  const forms = [...new Set(captions.map((caption) => caption.formId).filter((id) => id !== undefined))]
  const found = new Map<number, Holder[]>()
  if (forms.length === 0) return found
  const { rows } = await client.query({
    name: 'furniture-left',
    text: `SELECT f.id, h.caption_id AS "captionId", h.story_id AS "storyId", true AS furniture,
                  f.normaliser_version < $3 AS old
           FROM wire.caption_forms f
           CROSS JOIN LATERAL (
             SELECT b.caption_id, b.story_id FROM wire.caption_members b WHERE b.form_id = f.id LIMIT $2) h
           WHERE f.id = ANY ($1::bigint[]) AND f.signature LIKE 'furniture %'`,
    values: [forms, mostCounted + captions.length, rules.version],
  })
  for (const { id, ...holder } of rows) found.set(id, [...(found.get(id) ?? []), holder])
  return found
}
