import type { Queryable } from '../pool.ts'
import { storyLineColumns } from '../read-stories.ts'
import type { StoryLine } from '../read-stories.ts'

/** A story that holds the words asked for. */
export interface FoundStory extends StoryLine {
  /** PostgreSQL's ts_rank_cd, by length; higher is better. */
  readonly rank: number
  /** Pieces of its text, as text; matches stand between ⸨ and ⸩. Empty for a killed or withheld story. */
  readonly excerpt: string
}

export interface SearchQuestion {
  /** Words, all of them; "a phrase", or, -without. */
  readonly question: string
  /** BCP 47: only stories of this language, with its inflections. Absent: every story, by its own language. */
  readonly language?: string
  /** Changed at this time or later. */
  readonly since?: Date
  /** The best first, of the newest thousand that fit; otherwise the newest. */
  readonly best?: boolean
  readonly limit?: number
}

/** How many of the newest matches are weighed for the best ones. */
const mostWeighed = 1000

/**
 * Stories that hold the words, whatever their state: for the desk and the command line, which show it. Publishers ask
 * `wire_v1.search`, which knows only what may be printed.
 */
export async function findStories(client: Queryable, asked: SearchQuestion): Promise<FoundStory[]> {
  const { question, language, since, best = false, limit = 50 } = asked
  const { rows } = await client.query({
    name: 'search-find',
    text: `WITH newest AS (
             SELECT i.story_id, i.document, i.config, i.changed_at, q.query
             FROM wire_v1.search_queries($1, $2) q
             JOIN wire.search_texts i ON i.document @@ q.query AND i.config = ANY (q.configs)
             WHERE $3::timestamptz IS NULL OR i.changed_at >= $3
             ORDER BY i.changed_at DESC, i.story_id DESC LIMIT CASE WHEN $4::boolean THEN greatest(${mostWeighed}, $5) ELSE $5 END),
           chosen AS (
             SELECT n.*, ts_rank_cd(n.document, n.query, 1) AS rank FROM newest n
             ORDER BY CASE WHEN $4 THEN ts_rank_cd(n.document, n.query, 1) END DESC NULLS LAST, n.changed_at DESC,
               n.story_id DESC LIMIT $5)
           SELECT ${storyLineColumns}, c.rank,
             CASE WHEN s.status IN ('canceled', 'withheld') THEN ''
               ELSE wire_v1.search_excerpt(c.config, coalesce(nullif(r.body_text, ''), s.headline, ''), c.query)
             END AS excerpt
           FROM chosen c JOIN wire.stories s ON s.id = c.story_id JOIN wire.feeds f ON f.id = s.feed_id
           LEFT JOIN wire.revisions r ON r.born = s.born AND r.story_id = s.id AND r.revision = s.current_revision
           ORDER BY CASE WHEN $4 THEN c.rank END DESC NULLS LAST, c.changed_at DESC, c.story_id DESC`,
    values: [question, language ?? null, since ?? null, best, limit],
  })
  return rows
}

/** An excerpt in pieces: every other one, beginning with the second, is a match. */
export const excerptPieces = (excerpt: string): string[] => excerpt.replace(/\s+/g, ' ').split(/[⸨⸩]/)
