import type { Queryable } from '../pool.ts'

/** A run of text that a story shares with another one. */
export interface CopyPassage {
  readonly text: string
  /** Characters of the story's body, end exclusive. */
  readonly from: number
  readonly to: number
  /** The same in the other story. */
  readonly otherFrom: number
  readonly otherTo: number
}

/** Another outlet's story that shares text with a story. */
export interface StoryCopy {
  readonly storyId: number
  readonly uri: string
  readonly outlet: string
  readonly feed: string
  readonly headline: string | null
  readonly status: string
  readonly changedAt: Date
  /** same-copy, version, related; null for a member of the group that it was not compared with. */
  readonly relation: string | null
  /** Part of this story's own text that stands in the other, 0 to 1. */
  readonly ownPart: number | null
  /** Part of the other's own text that stands in this story. */
  readonly otherPart: number | null
  readonly reasons: readonly string[]
  /** Longest first. */
  readonly passages: readonly CopyPassage[]
  /** Place in the copy group of both; null when the other is in another group or none. */
  readonly place: number | null
}

/** What is known of a story's copies. */
export interface StoryCopies {
  /** Number of the copy group; null when no other outlet carries the text, or it is not yet compared. */
  readonly group: number | null
  /** Place of the story in it; 1 is the canonical one. */
  readonly place: number | null
  readonly canonicalStory: number | null
  readonly canonicalReason: string | null
  /** canceled or withheld when the agency has closed the story of which this is a copy. */
  readonly closed: string | null
  /** Members of the group by their place, then stories that merely share text. */
  readonly others: readonly StoryCopy[]
}

interface CopyRow extends Omit<StoryCopy, 'passages'> {
  readonly spans: readonly (readonly [number, number, number, number])[] | null
}

/** Status of the closed original of a group's copies; `group` is a column that holds its number. */
export const closedOriginal = (group: string): string =>
  `(SELECT min(k.status) FROM wire.copy_members o JOIN wire.stories k ON k.id = o.story_id
    WHERE o.group_id = ${group} AND (o.own_record OR o.place = 1) AND k.status IN ('canceled', 'withheld'))`

/** Who else carries a story's text. */
export async function readCopies(client: Queryable, storyId: number): Promise<StoryCopies> {
  const { rows: groups } = await client.query({
    name: 'copies-of-story-group',
    text: `SELECT m.group_id AS "group", m.place, g.canonical_story AS "canonicalStory",
             g.canonical_reason AS "canonicalReason", ${closedOriginal('m.group_id')} AS closed
           FROM wire.copy_members m JOIN wire.copy_groups g ON g.id = m.group_id WHERE m.story_id = $1`,
    values: [storyId],
  })
  const { rows } = await client.query<CopyRow>({
    name: 'copies-of-story',
    text: `WITH near AS (
             SELECT b AS id FROM wire.copy_pairs WHERE a = $1 UNION SELECT a FROM wire.copy_pairs WHERE b = $1
             UNION SELECT o.story_id FROM wire.copy_members m JOIN wire.copy_members o ON o.group_id = m.group_id
               AND o.story_id <> m.story_id WHERE m.story_id = $1)
           SELECT s.id AS "storyId", s.uri, p.outlet, f.name AS feed, s.headline, s.status, s.changed_at AS "changedAt",
             c.relation, c.own_part AS "ownPart", c.other_part AS "otherPart", coalesce(c.reasons, '{}') AS reasons,
             c.passages AS spans, o.place
           FROM near JOIN wire.stories s ON s.id = near.id JOIN wire.feeds f ON f.id = s.feed_id
           JOIN wire.copy_prints p ON p.story_id = near.id
           LEFT JOIN wire_v1.copies c ON c.story_id = $1 AND c.other_story = near.id
           LEFT JOIN wire.copy_members m ON m.story_id = $1
           LEFT JOIN wire.copy_members o ON o.story_id = near.id AND o.group_id = m.group_id
           ORDER BY o.place NULLS LAST, c.own_part DESC NULLS LAST, s.id LIMIT 200`,
    values: [storyId],
  })
  const text = rows.some((row) => row.spans !== null && row.spans.length > 0) ? await readText(client, storyId) : ''
  const none = { group: null, place: null, canonicalStory: null, canonicalReason: null, closed: null }
  return {
    ...none,
    ...groups[0],
    others: rows.map(({ spans, ...copy }) => ({
      ...copy,
      passages: (spans ?? []).map(([from, to, otherFrom, otherTo]) => ({
        text: text.slice(from, to),
        from,
        to,
        otherFrom,
        otherTo,
      })),
    })),
  }
}

/** The body that was compared, which is not that of the revision shown while a story is killed. */
async function readText(client: Queryable, storyId: number): Promise<string> {
  const { rows } = await client.query<{ text: string | null }>({
    name: 'copies-text',
    text: `SELECT r.body_text AS text FROM wire.copy_prints p JOIN wire.stories s ON s.id = p.story_id
           JOIN wire.revisions r ON r.born = s.born AND r.story_id = s.id AND r.revision = p.revision
           WHERE p.story_id = $1`,
    values: [storyId],
  })
  return rows[0]?.text ?? ''
}
