import { attachToFamily } from '../captions/family.ts'
import { normaliseCaption } from '../captions/normalise.ts'
import type { NormalisedCaption } from '../captions/normalise.ts'
import { awaitComparison } from './families/waiting.ts'
import type { Client } from './pool.ts'
import type { PreparedCaption, PreparedItem } from './prepared.ts'
import type { LockedStory } from './stories.ts'

/** A caption row while its story is locked: known, changed or new. */
interface Family {
  id: number | undefined
  readonly storyId: number
  key: string
  text: string
  normal: NormalisedCaption | undefined
  /** Version of the rules that made the key. */
  version: number
  credit: string | undefined
  photographer: string | undefined
  agency: string | undefined
  flags: readonly string[]
  mediaUris: readonly string[]
  readonly firstRevision: number
  lastRevision: number
  changed: boolean
  /** What it says has changed: it must be compared with the captions of other stories again. */
  reworded: boolean
}

interface Mention {
  readonly story: LockedStory
  readonly revision: number
  readonly position: number
  readonly family: Family
  readonly caption: PreparedCaption
  readonly attached: string
}

export interface CaptionedRevision {
  readonly story: LockedStory
  readonly revision: number
  readonly item: PreparedItem
  /** Whether the story now shows this revision: its wording then wins where a caption was reworded. */
  readonly shown: boolean
}

/**
 * Gives every caption of the new revisions its row: an equal normal form first, then the richest caption of the story
 * that contains it or is contained in it, else a row of its own. The caller holds the lock on the stories, so two
 * workers cannot both find nothing; unique (story, normaliser version, key) guards it all the same.
 */
export async function recordCaptions(client: Client, revisions: readonly CaptionedRevision[]): Promise<void> {
  const captioned = revisions.filter((revision) => revision.item.captions.length > 0)
  if (captioned.length === 0) return
  const families = await loadFamilies(client, [...new Set(captioned.map((revision) => revision.story.id))])
  const mentions: Mention[] = []
  for (const { story, revision, item, shown } of captioned) {
    const known = families.get(story.id) ?? []
    families.set(story.id, known)
    for (const [position, caption] of item.captions.entries()) {
      const { family, attached } = attach(known, caption, { storyId: story.id, revision, shown })
      mentions.push({ story, revision, position, family, caption, attached })
    }
  }
  const all = [...families.values()].flat()
  // before the rows are changed: see awaitComparison
  await awaitComparison(
    client,
    all.filter((family) => family.reworded && family.id !== undefined).map((family) => family.id!),
  )
  const fresh = all.filter((family) => family.id === undefined)
  await insertFamilies(client, fresh)
  await awaitComparison(
    client,
    fresh.map((family) => family.id!),
  )
  await updateFamilies(
    client,
    all.filter((family) => family.changed && family.id !== undefined),
  )
  await insertMentions(client, mentions)
}

async function loadFamilies(client: Client, storyIds: readonly number[]): Promise<Map<number, Family[]>> {
  const { rows } = await client.query({
    name: 'captions-load',
    text: `SELECT id, story_id, normaliser_version, encode(key, 'hex') AS key, text, credit, photographer, agency, flags, media_uris,
                  first_revision, last_revision
           FROM wire.captions WHERE story_id = ANY ($1::bigint[]) ORDER BY id`,
    values: [storyIds],
  })
  const families = new Map<number, Family[]>()
  for (const row of rows) {
    const list = families.get(row.story_id) ?? []
    families.set(row.story_id, list)
    list.push({
      id: row.id,
      storyId: row.story_id,
      key: row.key,
      version: row.normaliser_version,
      text: row.text,
      normal: undefined,
      credit: row.credit ?? undefined,
      photographer: row.photographer ?? undefined,
      agency: row.agency ?? undefined,
      flags: row.flags,
      mediaUris: row.media_uris,
      firstRevision: row.first_revision,
      lastRevision: row.last_revision,
      changed: false,
      reworded: false,
    })
  }
  return families
}

/** Comparisons are quadratic in the captions of one story; beyond this many only equal normal forms are joined. */
const comparableFamilies = 300

function attach(
  known: Family[],
  caption: PreparedCaption,
  at: { storyId: number; revision: number; shown: boolean },
): { family: Family; attached: string } {
  const equal = known.find((family) => family.key === caption.normal.key)
  if (equal !== undefined) {
    enrich(equal, caption, at.revision, prefers(caption.text, equal.text))
    return { family: equal, attached: 'exact' }
  }
  const candidates = known.slice(0, comparableFamilies).map((family) => ({
    id: family,
    richest: (family.normal ??= normaliseCaption(family.text, creditOf(family))),
    context: {
      sameMedia: caption.mediaUri !== undefined && family.mediaUris.includes(caption.mediaUri),
      scope: 'story' as const,
    },
  }))
  const found = attachToFamily(candidates, caption.normal)
  if (found !== undefined) {
    const { relation, richer, reasons } = found.comparison
    const takesText = relation === 'version' ? at.shown : richer === 'a'
    enrich(found.candidate.id, caption, at.revision, takesText)
    return { family: found.candidate.id, attached: [relation, ...reasons].join('; ') }
  }
  const family: Family = {
    id: undefined,
    storyId: at.storyId,
    key: caption.normal.key,
    version: caption.normal.version,
    text: caption.text,
    normal: caption.normal,
    credit: caption.credit,
    photographer: caption.photographer,
    agency: caption.agency,
    flags: caption.flags,
    mediaUris: caption.mediaUri === undefined ? [] : [caption.mediaUri],
    firstRevision: at.revision,
    lastRevision: at.revision,
    changed: false,
    reworded: false,
  }
  known.push(family)
  return { family, attached: 'first' }
}

/** Text without its credit is compared with the credit beside it: two photographers are two pictures. */
function creditOf({ credit, photographer, agency }: Family) {
  return {
    ...(credit === undefined ? {} : { credit }),
    ...(photographer === undefined ? {} : { photographer }),
    ...(agency === undefined ? {} : { agency }),
  }
}

/** Between two wordings of the same thing: the longer, then the first by code points; never the one that came first. */
function prefers(incoming: string, known: string | undefined): boolean {
  if (known === undefined || incoming.length > known.length) return true
  return incoming.length === known.length && incoming < known
}

/** Adds what a further mention knows: a credit where there was none, a picture, a richer or newer wording. */
function enrich(family: Family, caption: PreparedCaption, revision: number, takesText: boolean): void {
  if (takesText) {
    family.text = caption.text
    family.key = caption.normal.key
    family.version = caption.normal.version
    family.normal = caption.normal
    markReworded(family)
  }
  if (caption.credit !== undefined && prefers(caption.credit, family.credit)) {
    family.credit = caption.credit
    family.photographer = caption.photographer
    family.agency = caption.agency
    markReworded(family)
  }
  const flags = caption.flags.filter((flag) => !family.flags.includes(flag))
  if (flags.length > 0) {
    family.flags = [...family.flags, ...flags].sort()
    markReworded(family)
  }
  if (caption.mediaUri !== undefined && !family.mediaUris.includes(caption.mediaUri)) {
    family.mediaUris = [...family.mediaUris, caption.mediaUri].sort()
    markReworded(family)
  }
  if (revision > family.lastRevision) {
    family.lastRevision = revision
    family.changed = true
  }
}

function markReworded(family: Family): void {
  family.changed = true
  family.reworded = true
}

const columns = (families: readonly Family[]) => [
  families.map((family) => Buffer.from(family.key, 'hex')),
  families.map((family) => family.text),
  families.map((family) => family.credit ?? null),
  families.map((family) => family.photographer ?? null),
  families.map((family) => family.agency ?? null),
  families.map((family) => JSON.stringify(family.flags)),
  families.map((family) => JSON.stringify(family.mediaUris)),
  families.map((family) => family.lastRevision),
]

// unnest flattens arrays of arrays, so lists travel as JSON.
const list = (column: string) => `ARRAY(SELECT jsonb_array_elements_text(${column}))`

async function insertFamilies(client: Client, families: readonly Family[]): Promise<void> {
  if (families.length === 0) return
  const { rows } = await client.query({
    name: 'captions-insert',
    text: `INSERT INTO wire.captions (story_id, normaliser_version, key, text, credit, photographer, agency, flags,
             media_uris, last_revision, first_revision)
           SELECT story_id, normaliser_version, key, text, credit, photographer, agency, ${list('flags')},
             ${list('media_uris')}, last_revision, first_revision
           FROM unnest($1::bytea[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[],
             $8::integer[], $9::integer[], $10::bigint[], $11::integer[])
             AS u (key, text, credit, photographer, agency, flags, media_uris, last_revision, first_revision, story_id,
                   normaliser_version)
           RETURNING id, story_id, encode(key, 'hex') AS key`,
    values: [
      ...columns(families),
      families.map((family) => family.firstRevision),
      families.map((family) => family.storyId),
      families.map((family) => family.version),
    ],
  })
  const ids = new Map(rows.map((row) => [`${row.story_id} ${row.key}`, row.id as number]))
  for (const family of families) family.id = ids.get(`${family.storyId} ${family.key}`)
}

async function updateFamilies(client: Client, families: readonly Family[]): Promise<void> {
  if (families.length === 0) return
  await client.query({
    name: 'captions-update',
    text: `UPDATE wire.captions c SET key = u.key, text = u.text, credit = u.credit, photographer = u.photographer,
             agency = u.agency, flags = ${list('u.flags')}, media_uris = ${list('u.media_uris')},
             last_revision = u.last_revision, normaliser_version = u.normaliser_version
           FROM unnest($1::bytea[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[],
             $8::integer[], $9::bigint[], $10::integer[])
             AS u (key, text, credit, photographer, agency, flags, media_uris, last_revision, id, normaliser_version)
           WHERE c.id = u.id`,
    values: [...columns(families), families.map((family) => family.id), families.map((family) => family.version)],
  })
}

async function insertMentions(client: Client, mentions: readonly Mention[]): Promise<void> {
  await client.query({
    name: 'mentions-insert',
    text: `INSERT INTO wire.mentions (born, story_id, revision, position, caption_id, raw, credit, role, media_uri,
             attached)
           SELECT * FROM unnest($1::date[], $2::bigint[], $3::integer[], $4::integer[], $5::bigint[], $6::text[],
             $7::text[], $8::text[], $9::text[], $10::text[])`,
    values: [
      mentions.map((mention) => mention.story.born),
      mentions.map((mention) => mention.story.id),
      mentions.map((mention) => mention.revision),
      mentions.map((mention) => mention.position),
      mentions.map((mention) => mention.family.id),
      mentions.map((mention) => mention.caption.raw),
      mentions.map((mention) => mention.caption.credit ?? null),
      mentions.map((mention) => mention.caption.role ?? null),
      mentions.map((mention) => mention.caption.mediaUri ?? null),
      mentions.map((mention) => mention.attached),
    ],
  })
}
