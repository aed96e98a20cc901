import type { Status } from '../story/item.ts'
import { closedOriginal } from './copies/read.ts'
import type { Queryable } from './pool.ts'

/** A story in one line: what lists, the desk and the terminal show. */
export interface StoryLine {
  readonly id: number
  readonly uri: string
  readonly feed: string
  readonly type: string
  /** Now: an embargo that has passed reads as usable. */
  readonly status: Status
  readonly publishable: boolean
  readonly notPublishable: string | null
  /** Null also for an embargo without an end. */
  readonly embargoedUntil: Date | null
  readonly editorialType: string | null
  readonly headline: string | null
  readonly slug: string | null
  readonly takeKey: string | null
  readonly dateline: string | null
  readonly language: string | null
  readonly urgency: number | null
  readonly version: string | null
  readonly revisionCount: number
  readonly firstSeenAt: Date
  readonly changedAt: Date
  /** Place in its copy group, 1 for the canonical story; null when it stands alone. */
  readonly copyPlace: number | null
  /** Other stories with the same text. */
  readonly alsoCarried: number
  /** canceled or withheld when the agency has closed the story of which this is a copy. */
  readonly copyClosed: string | null
  /** Place in the list by last change; `before` continues after it. */
  readonly cursor: string
}

/** An embargo in the past no longer binds; one in the future binds whatever else the agency says. */
const effectiveStatusOf = (s: string): string =>
  `CASE WHEN ${s}.status IN ('usable', 'embargoed') AND ${s}.embargoed_until > now() THEN 'embargoed'
  WHEN ${s}.status = 'embargoed' AND ${s}.embargoed_until <= now() THEN 'usable' ELSE ${s}.status END`
export const effectiveStatus = effectiveStatusOf('s')

export const storyLineColumns = `s.id, s.uri, f.name AS feed, s.type, ${effectiveStatus} AS status, s.publishable,
  s.not_publishable AS "notPublishable",
  CASE WHEN isfinite(s.embargoed_until) THEN s.embargoed_until END AS "embargoedUntil",
  s.editorial_type AS "editorialType", s.headline, s.slug, s.take_key AS "takeKey", s.dateline, s.language, s.urgency,
  s.version, s.revision_count AS "revisionCount", s.first_seen_at AS "firstSeenAt", s.changed_at AS "changedAt",
  (SELECT m.place FROM wire.copy_members m WHERE m.story_id = s.id) AS "copyPlace",
  coalesce((SELECT g.members - 1 FROM wire.copy_members m JOIN wire.copy_groups g ON g.id = m.group_id
            WHERE m.story_id = s.id), 0) AS "alsoCarried",
  (SELECT ${closedOriginal('m.group_id')} FROM wire.copy_members m WHERE m.story_id = s.id) AS "copyClosed",
  (extract(epoch FROM s.changed_at) * 1000000)::bigint || '-' || s.id AS cursor`

export interface StoryFilter {
  readonly feed?: string
  readonly status?: Status
  readonly type?: string
  /** Part of headline, slug, dateline or uri, in any case. */
  readonly text?: string
  /** Of stories with the same text only the first that fits. */
  readonly onePerText?: boolean
}

/** How far back a search by part of a word goes, in stories: it cannot use an index. */
const searchedStories = 20_000

/** What a filter asks of a story and its feed; $1 to $4. */
const fits = (s: string, f: string): string =>
  `($1::text IS NULL OR ${f}.name = $1) AND ($2::text IS NULL OR ${effectiveStatusOf(s)} = $2)
   AND ($3::text IS NULL OR ${s}.type = $3)
   AND ($4::text IS NULL OR ${s}.headline ILIKE $4 OR ${s}.slug ILIKE $4 OR ${s}.dateline ILIKE $4 OR ${s}.uri ILIKE $4)`

/** Stories by their last change, newest first. `before` is the cursor of the last line seen; one that is none is passed over. */
export async function listStories(
  client: Queryable,
  options: StoryFilter & { limit?: number; before?: string } = {},
): Promise<StoryLine[]> {
  const [, micros, id] = /^(\d{1,18})-(\d{1,15})$/.exec(options.before ?? '') ?? []
  const { rows } = await client.query({
    name: 'stories-list',
    text: `SELECT ${storyLineColumns}
           FROM (SELECT * FROM wire.stories w WHERE w.current_revision IS NOT NULL
                   AND ($5::bigint IS NULL
                     OR (w.changed_at, w.id) < (timestamptz 'epoch' + $5 * interval '1 microsecond', $6::bigint))
                 ORDER BY w.changed_at DESC, w.id DESC LIMIT ${searchedStories}) s
           JOIN wire.feeds f ON f.id = s.feed_id
           WHERE ${fits('s', 'f')}
             AND NOT ($8::boolean AND EXISTS (
               SELECT FROM wire.copy_members m JOIN wire.copy_members o ON o.group_id = m.group_id AND o.place < m.place
               JOIN wire.stories k ON k.id = o.story_id JOIN wire.feeds kf ON kf.id = k.feed_id
               WHERE m.story_id = s.id AND ${fits('k', 'kf')}))
           ORDER BY s.changed_at DESC, s.id DESC LIMIT $7`,
    values: [
      options.feed ?? null,
      options.status ?? null,
      options.type ?? null,
      options.text === undefined ? null : `%${options.text.replace(/[\\%_]/g, '\\$&')}%`,
      micros ?? null,
      id ?? null,
      options.limit ?? 50,
      options.onePerText ?? false,
    ],
  })
  return rows
}

/** A change as readers see it, with the story as it is now. */
export interface ChangedStory extends StoryLine {
  readonly seq: number
  /** created, revised, killed, withheld, reopened, released. */
  readonly change: string
}

/** Changes after a number with their stories, oldest first; the newest `limit` of them when there are more. */
export async function readChangedStories(client: Queryable, after: number, limit: number): Promise<ChangedStory[]> {
  const { rows } = await client.query({
    name: 'stories-changed',
    text: `SELECT c.seq, c.kind AS change, ${storyLineColumns}
           FROM (SELECT * FROM wire.changes WHERE seq > $1 ORDER BY seq DESC LIMIT $2) c
           JOIN wire.stories s ON s.id = c.story_id JOIN wire.feeds f ON f.id = s.feed_id ORDER BY c.seq`,
    values: [after, limit],
  })
  return rows
}
