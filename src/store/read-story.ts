import { readCopies } from './copies/read.ts'
import type { StoryCopies } from './copies/read.ts'
import type { Queryable } from './pool.ts'
import { storyLineColumns } from './read-stories.ts'
import type { StoryLine } from './read-stories.ts'

/** Where a revision came from. */
export interface Provenance {
  readonly feed: string
  readonly format: string
  readonly receiptId: number
  readonly receivedOn: string
  /** Null when the receipt has been removed by retention. */
  readonly receivedAt: Date | null
  readonly offerKey: string | null
  readonly url: string | null
  readonly fileName: string | null
  /** SHA-256 of the raw bytes, hex. */
  readonly digest: string | null
  /** False once retention has removed the raw bytes. */
  readonly captureKept: boolean
}

export interface StoryRevision extends Provenance {
  readonly revision: number
  readonly version: string | null
  readonly etag: string | null
  readonly versionCreated: Date | null
  readonly status: string
  readonly publishable: boolean
  readonly editorialType: string | null
  readonly headline: string | null
  readonly bodyHtml: string | null
  readonly bodyText: string | null
  /** The canonical item without its body. */
  readonly item: Readonly<Record<string, unknown>>
  /** new, revised, stale, killed: what it did to the story when it came. */
  readonly outcome: string
  readonly recordedAt: Date
}

export interface CaptionMention {
  readonly revision: number
  readonly position: number
  readonly raw: string
  readonly credit: string | null
  readonly role: string | null
  readonly mediaUri: string | null
  readonly attached: string
}

export interface StoryCaption {
  readonly id: number
  readonly text: string
  readonly credit: string | null
  readonly photographer: string | null
  readonly agency: string | null
  readonly flags: readonly string[]
  readonly mediaUris: readonly string[]
  /** The same caption across stories; null until it has been compared with them. */
  readonly familyId: number | null
  /** Outlets that printed it beside this story's own. */
  readonly otherOutlets: number
  /** A text that the site repeats on its stories: no caption. */
  readonly furniture: boolean
  readonly isCurrent: boolean
  readonly mentions: readonly CaptionMention[]
}

export interface StoryMedium {
  readonly uri: string
  readonly type: string
  readonly renditions: readonly Readonly<Record<string, unknown>>[]
  readonly isCurrent: boolean
}

export interface StoryRelation {
  readonly rel: string
  readonly uri: string
  readonly version: string | null
  readonly position: number | null
  /** The other story, when it has arrived. */
  readonly storyId: number | null
  readonly headline: string | null
}

export interface StoryChange {
  readonly seq: number
  readonly kind: string
  readonly revision: number | null
  readonly status: string
  readonly recordedAt: Date
}

/** A story with everything that was ever received of it. */
export interface StoryRecord extends StoryLine {
  readonly authority: string
  readonly byline: string | null
  readonly firstCreated: Date | null
  readonly versionCreated: Date | null
  readonly expires: Date | null
  /** Revision whose content the story shows. */
  readonly currentRevision: number
  /** The kill or withhold that closed it, also when a later version has reopened it since. */
  readonly closingRevision: number | null
  readonly embargoIndefinite: boolean
  readonly revisions: readonly StoryRevision[]
  readonly captions: readonly StoryCaption[]
  readonly media: readonly StoryMedium[]
  readonly links: readonly StoryRelation[]
  readonly changes: readonly StoryChange[]
  /** Who else carries the text. */
  readonly copies: StoryCopies
}

/** Numbers of the stories a person may mean: by number, or by the agency's uri. */
export async function findStoryIds(client: Queryable, name: string): Promise<number[]> {
  const asNumber = /^\d{1,15}$/.test(name) ? Number(name) : null
  const { rows } = await client.query(
    `SELECT id FROM wire.stories WHERE current_revision IS NOT NULL AND (id = $1 OR uri = $2)
     ORDER BY (id = $1) DESC NULLS LAST, id LIMIT 20`,
    [asNumber, name],
  )
  return rows.map((row) => row.id)
}

/** Everything about one story; undefined when there is none of that number. */
export async function readStory(client: Queryable, id: number): Promise<StoryRecord | undefined> {
  const { rows } = await client.query({
    name: 'story-read',
    text: `SELECT ${storyLineColumns}, s.authority, s.byline, s.first_created AS "firstCreated",
             s.version_created AS "versionCreated", s.expires, s.current_revision AS "currentRevision",
             s.closing_revision AS "closingRevision", coalesce(s.embargoed_until = 'infinity', false) AS "embargoIndefinite",
             s.born
           FROM wire.stories s JOIN wire.feeds f ON f.id = s.feed_id
           WHERE s.id = $1 AND s.current_revision IS NOT NULL`,
    values: [id],
  })
  const row = rows[0]
  if (row === undefined) return undefined
  const { born, ...story } = row
  return {
    ...story,
    revisions: await readRevisions(client, born, id),
    captions: await readCaptions(client, born, id, story.currentRevision),
    media: await readMedia(client, id, story.currentRevision),
    links: await readLinks(client, id),
    changes: await readStoryChanges(client, id),
    copies: await readCopies(client, id),
  }
}

async function readRevisions(client: Queryable, born: string, id: number): Promise<StoryRevision[]> {
  const { rows } = await client.query({
    name: 'story-revisions',
    text: `SELECT v.revision, v.version, v.etag, v.version_created AS "versionCreated", v.status, v.publishable,
             v.editorial_type AS "editorialType", v.headline, v.body_html AS "bodyHtml", v.body_text AS "bodyText",
             v.item, v.format, v.outcome, v.recorded_at AS "recordedAt", v.receipt_id AS "receiptId",
             v.received_on AS "receivedOn", f.name AS feed, r.received_at AS "receivedAt", r.offer_key AS "offerKey",
             r.url, r.file_name AS "fileName", encode(r.digest, 'hex') AS digest,
             EXISTS (SELECT FROM wire.captures c WHERE c.received_on = r.received_on AND c.digest = r.digest)
               AS "captureKept"
           FROM wire.revisions v JOIN wire.feeds f ON f.id = v.feed_id
           LEFT JOIN wire.receipts r ON r.received_on = v.received_on AND r.id = v.receipt_id
           WHERE v.born = $1 AND v.story_id = $2 ORDER BY v.revision`,
    values: [born, id],
  })
  return rows
}

async function readCaptions(client: Queryable, born: string, id: number, current: number): Promise<StoryCaption[]> {
  const { rows: captions } = await client.query({
    name: 'story-captions',
    text: `SELECT c.id, c.text, c.credit, c.photographer, c.agency, c.flags, c.media_uris AS "mediaUris",
                  y.id AS "familyId", greatest(y.outlets - 1, 0) AS "otherOutlets",
                  coalesce(y.furniture, false) AS furniture
           FROM wire.captions c
           LEFT JOIN wire.caption_members b ON b.caption_id = c.id
           LEFT JOIN wire.caption_forms f ON f.id = b.form_id
           LEFT JOIN wire.caption_families y ON y.id = f.family_id
           WHERE c.story_id = $1 ORDER BY c.id`,
    values: [id],
  })
  if (captions.length === 0) return []
  const { rows } = await client.query({
    name: 'story-mentions',
    text: `SELECT caption_id AS "captionId", revision, position, raw, credit, role, media_uri AS "mediaUri", attached
           FROM wire.mentions WHERE born = $1 AND story_id = $2 ORDER BY revision, position`,
    values: [born, id],
  })
  const mentions = new Map<number, CaptionMention[]>()
  for (const { captionId, ...mention } of rows) {
    mentions.set(captionId, [...(mentions.get(captionId) ?? []), mention])
  }
  return captions.map((caption) => {
    const own = mentions.get(caption.id) ?? []
    return { ...caption, isCurrent: own.some((mention) => mention.revision === current), mentions: own }
  })
}

async function readMedia(client: Queryable, id: number, current: number): Promise<StoryMedium[]> {
  const { rows } = await client.query({
    name: 'story-media',
    text: `SELECT uri, type, renditions, last_revision = $2 AS "isCurrent" FROM wire.media WHERE story_id = $1
           ORDER BY uri`,
    values: [id, current],
  })
  return rows
}

async function readLinks(client: Queryable, id: number): Promise<StoryRelation[]> {
  const { rows } = await client.query({
    name: 'story-links',
    text: `SELECT l.rel, l.uri, l.version, l.position, o.id AS "storyId", o.headline
           FROM wire.links l JOIN wire.stories s ON s.id = l.story_id
           LEFT JOIN wire.stories o ON o.uri = l.uri AND o.authority IN (s.authority, '') AND o.id <> l.story_id
           WHERE l.story_id = $1 ORDER BY l.position NULLS LAST, l.rel, l.uri`,
    values: [id],
  })
  return rows
}

async function readStoryChanges(client: Queryable, id: number): Promise<StoryChange[]> {
  const { rows } = await client.query({
    name: 'story-changes',
    text: `SELECT seq, kind, revision, status, recorded_at AS "recordedAt" FROM wire.changes WHERE story_id = $1
           ORDER BY seq`,
    values: [id],
  })
  return rows
}
