import type { CaptionComparison } from '../../captions/compare.ts'
import { mayBeOne } from '../../captions/may-be-one.ts'
import type { CaptionRules } from '../../captions/rules.ts'
import { shingles } from '../../captions/shingles.ts'
import { commonShingle } from '../../captions/world.ts'
import type { Queryable } from '../pool.ts'
import { loadForms } from './forms.ts'
import { allSegments } from './segments.ts'

/** A caption of a story that belongs to a family. */
export interface FamilyMember {
  readonly captionId: number
  readonly storyId: number
  readonly uri: string
  readonly outlet: string
  readonly text: string
  readonly credit: string | null
  /** first, exact, contained, version, hand, apart. */
  readonly relation: string
  /** Which rules decided, in words. */
  readonly reasons: string
  readonly mentions: readonly { readonly revision: number; readonly position: number; readonly raw: string }[]
}

export interface RelatedFamily {
  readonly id: number
  readonly text: string
  readonly reasons: string
}

export interface FamilyDecision {
  readonly kind: 'split' | 'merge'
  readonly captionA: number
  readonly captionB: number
  readonly by: string
  readonly at: Date
  readonly reason: string
  readonly supersededAt: Date | null
}

/** A caption across stories, with every place where it stands and how it came there. */
export interface CaptionFamily {
  readonly id: number
  readonly text: string
  readonly credit: string | null
  readonly photographer: string | null
  readonly agency: string | null
  readonly flags: readonly string[]
  readonly mediaUris: readonly string[]
  readonly furniture: boolean
  readonly captions: number
  readonly stories: number
  readonly outlets: number
  readonly createdAt: Date
  readonly changedAt: Date
  /** Earlier families that became part of it. */
  readonly absorbed: readonly { readonly id: number; readonly at: Date; readonly reason: string }[]
  /** The first thousand. */
  readonly members: readonly FamilyMember[]
  readonly related: readonly RelatedFamily[]
  readonly decisions: readonly FamilyDecision[]
}

const mostMembers = 1000

/** The family of this number, or the one it became part of. */
export async function readCaptionFamily(client: Queryable, id: number): Promise<CaptionFamily | undefined> {
  const { rows } = await client.query({
    name: 'family-read',
    text: `WITH RECURSIVE way AS (
             SELECT id, merged_into, 0 AS steps FROM wire.caption_families WHERE id = $1
             UNION ALL
             SELECT y.id, y.merged_into, steps + 1 FROM way JOIN wire.caption_families y ON y.id = way.merged_into
             WHERE steps < 1000)
           SELECT y.id, y.text, y.credit, y.photographer, y.agency, y.flags, y.media_uris AS "mediaUris", y.furniture,
                  y.captions, y.stories, y.outlets, y.created_at AS "createdAt", y.changed_at AS "changedAt"
           FROM way JOIN wire.caption_families y ON y.id = way.id WHERE way.merged_into IS NULL`,
    values: [id],
  })
  const family = rows[0]
  if (family === undefined) return undefined
  const [absorbed, members, related, decisions] = [
    await client.query(
      `SELECT id, merged_at AS at, merge_reason AS reason FROM wire.caption_families WHERE merged_into = $1 ORDER BY id`,
      [family.id],
    ),
    await readMembers(client, family.id),
    await client.query(
      `SELECT y.id, y.text, l.reasons FROM wire.caption_links l
       JOIN wire.caption_families y ON y.id = l.family_a + l.family_b - $1
       WHERE (l.family_a = $1 OR l.family_b = $1) ORDER BY y.id LIMIT 100`,
      [family.id],
    ),
    await client.query(
      `SELECT d.kind, d.caption_a AS "captionA", d.caption_b AS "captionB", d.made_by AS by, d.made_at AS at, d.reason,
              d.superseded_at AS "supersededAt"
       FROM wire.caption_decisions d
       WHERE EXISTS (SELECT FROM wire.caption_members m JOIN wire.caption_forms f ON f.id = m.form_id
                     WHERE f.family_id = $1 AND m.caption_id IN (d.caption_a, d.caption_b))
       ORDER BY d.id LIMIT 100`,
      [family.id],
    ),
  ]
  return { ...family, absorbed: absorbed.rows, members, related: related.rows, decisions: decisions.rows }
}

async function readMembers(client: Queryable, family: number): Promise<FamilyMember[]> {
  const { rows } = await client.query({
    name: 'family-members',
    text: `SELECT m.caption_id AS "captionId", m.story_id AS "storyId", s.uri, m.outlet, c.text, c.credit, f.relation,
                  f.reasons,
                  coalesce((SELECT json_agg(json_build_object('revision', n.revision, 'position', n.position,
                              'raw', n.raw) ORDER BY n.revision, n.position)
                   FROM wire.mentions n WHERE n.born = s.born AND n.caption_id = c.id), '[]') AS mentions
           FROM wire.caption_forms f
           JOIN wire.caption_members m ON m.form_id = f.id
           JOIN wire.captions c ON c.id = m.caption_id
           JOIN wire.stories s ON s.id = m.story_id
           WHERE f.family_id = $1 ORDER BY m.caption_id LIMIT $2`,
    values: [family, mostMembers],
  })
  return rows
}

/** The family a caption of a story belongs to; undefined when there is no such caption, or nobody compared it yet. */
export async function findFamilyOfCaption(client: Queryable, captionId: number): Promise<number | undefined> {
  const { rows } = await client.query<{ family: number }>(
    `SELECT f.family_id AS family FROM wire.caption_members m JOIN wire.caption_forms f ON f.id = m.form_id
     WHERE m.caption_id = $1`,
    [captionId],
  )
  return rows[0]?.family
}

/** A family that a text could belong to. */
export interface FoundFamily {
  readonly family: number
  readonly comparison: CaptionComparison
}

/** Forms a text is compared with, at most: those that share most runs of words. */
const mostCompared = 20
const strength = { exact: 4, contained: 3, version: 2, related: 1, different: 0 }

/** Families of captions like this text, the best first; those that are related at the end. */
export async function findFamiliesByText(
  client: Queryable,
  text: string,
  rules: CaptionRules,
): Promise<readonly FoundFamily[]> {
  const wanted = rules.normalise(text, {})
  const { rows } = await client.query<{ id: number }>({
    name: 'families-by-text',
    text: `SELECT s.form_id AS id FROM unnest($1::integer[]) AS u (hash)
           CROSS JOIN LATERAL (
             SELECT form_id FROM wire.caption_shingles WHERE segment = ANY (${allSegments}) AND hash = u.hash
             ORDER BY segment, form_id LIMIT $2) s
           GROUP BY s.form_id ORDER BY count(*) DESC, s.form_id LIMIT $3`,
    values: [[...shingles(wanted.words)], commonShingle, mostCompared],
  })
  const forms = await loadForms(
    client,
    rows.map((row) => row.id),
    rules,
  )
  const best = new Map<number, FoundFamily>()
  for (const form of forms) {
    if (form.familyId === undefined || !mayBeOne(wanted, form.normal)) continue
    const comparison = rules.compare(wanted, form.normal, {})
    const known = best.get(form.familyId)
    if (comparison.relation === 'different') continue
    if (known !== undefined && strength[known.comparison.relation] >= strength[comparison.relation]) continue
    best.set(form.familyId, { family: form.familyId, comparison })
  }
  return [...best.values()].sort(
    (a, b) => strength[b.comparison.relation] - strength[a.comparison.relation] || a.family - b.family,
  )
}
