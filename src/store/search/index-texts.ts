import { advisoryLocks } from '../advisory-locks.ts'
import { inTransaction } from '../pool.ts'
import type { Client, Pool } from '../pool.ts'

/** What one turn did. */
export interface IndexedTexts {
  /** Stories read; 0 when nothing waits, or another worker is at it. */
  readonly taken: number
  /** Stories of which only the headline could be read. */
  readonly cut: readonly { readonly storyId: number; readonly error: Error }[]
}

/** Characters of a text and of its captions that are read; what is longer is no story. */
const longestText = 300_000
const longestCaptions = 50_000
const longestHeadline = 2000

/**
 * Brings the search index up to the last change, or, when nothing has changed, some way through the stories that were
 * there before it. One worker is at it at a time; the others find nothing to do.
 * @throws WireError of class retry when the database is away or busy
 */
export async function indexTexts(pool: Pool, limit: number): Promise<IndexedTexts> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [advisoryLocks.searchIndex])
    if (!rows[0].mine) return { taken: 0, cut: [] }
    // What a crash of the server takes back is taken back with the progress: the next turn does it again.
    await client.query('SET LOCAL synchronous_commit = off')
    const changed = await takeChanges(client, limit)
    const storyIds = changed.length > 0 ? changed : await takeUnread(client, limit)
    return { taken: storyIds.length, cut: await readTexts(client, storyIds) }
  })
}

/** Stories of the next changes. Where changes were dropped unread, every story is read again, beginning with the first. */
async function takeChanges(client: Client, limit: number): Promise<number[]> {
  const { rows } = await client.query<{ storyId: number }>({
    name: 'search-changes',
    text: `WITH progress AS (SELECT last_seq FROM wire.search_progress),
           next AS (SELECT c.seq, c.story_id FROM wire.changes c, progress p WHERE c.seq > p.last_seq ORDER BY c.seq LIMIT $1),
           moved AS (UPDATE wire.search_progress SET last_seq = n.last,
               filled_to = CASE WHEN n.first > last_seq + 1 THEN 0 ELSE filled_to END,
               fill_until = CASE WHEN n.first > last_seq + 1 THEN (SELECT max(id) FROM wire.stories) ELSE fill_until END
             FROM (SELECT min(seq) AS first, max(seq) AS last FROM next) n WHERE n.last IS NOT NULL)
           SELECT DISTINCT story_id AS "storyId" FROM next`,
    values: [limit],
  })
  return rows.map(({ storyId }) => storyId)
}

/** The next of the stories that were there before the index. */
async function takeUnread(client: Client, limit: number): Promise<number[]> {
  const { rows } = await client.query<{ storyId: number }>({
    name: 'search-unread',
    text: `WITH next AS (SELECT s.id FROM wire.stories s, wire.search_progress p
             WHERE s.id > p.filled_to AND s.id <= p.fill_until ORDER BY s.id LIMIT $1),
           moved AS (UPDATE wire.search_progress SET filled_to = n.last
             FROM (SELECT max(id) AS last FROM next) n WHERE n.last IS NOT NULL)
           SELECT id AS "storyId" FROM next`,
    values: [limit],
  })
  return rows.map(({ storyId }) => storyId)
}

/** Reads the texts of stories; one that cannot be read whole is found by its headline. */
async function readTexts(client: Client, storyIds: readonly number[]): Promise<IndexedTexts['cut']> {
  if (storyIds.length === 0) return []
  if ((await tryRead(client, storyIds, true)) === undefined) return []
  const cut: { storyId: number; error: Error }[] = []
  for (const storyId of storyIds) {
    const error = await tryRead(client, [storyId], true)
    if (error === undefined) continue
    cut.push({ storyId, error })
    await tryRead(client, [storyId], false)
  }
  return cut
}

/** Undefined when it went well; the fault when a text is to blame for it. */
async function tryRead(client: Client, storyIds: readonly number[], whole: boolean): Promise<Error | undefined> {
  await client.query('SAVEPOINT texts')
  try {
    await writeTexts(client, storyIds, whole)
    await client.query('RELEASE SAVEPOINT texts')
    return undefined
  } catch (error) {
    // program limit exceeded, data exception: a word list that grew too long, signs that are none
    if (!/^(?:54|22)/.test(String((error as { code?: unknown }).code))) throw error
    await client.query('ROLLBACK TO SAVEPOINT texts')
    return error as Error
  }
}

async function writeTexts(client: Client, storyIds: readonly number[], whole: boolean): Promise<void> {
  await client.query({
    name: 'search-write',
    text: `INSERT INTO wire.search_texts AS t (story_id, revision, config, changed_at, document)
           SELECT s.id, r.revision, l.config, s.changed_at,
             setweight(to_tsvector(l.config::regconfig, wire_v1.search_form(
               left(concat_ws(' ', r.headline, s.slug), ${longestHeadline}))), 'A')
             || CASE WHEN $2::boolean THEN
               setweight(to_tsvector(l.config::regconfig, wire_v1.search_form(left(concat_ws(' ', s.byline, s.dateline,
                 (SELECT string_agg(k, ' ') FROM jsonb_array_elements_text(
                   CASE WHEN jsonb_typeof(r.item->'keywords') = 'array' THEN r.item->'keywords' ELSE '[]' END) k)),
                 ${longestHeadline}))), 'B')
               || setweight(to_tsvector(l.config::regconfig, wire_v1.search_form(left(
                 coalesce(r.body_text, regexp_replace(r.body_html, '<[^>]*>', ' ', 'g'), ''), ${longestText}))), 'C')
               || setweight(to_tsvector(l.config::regconfig, wire_v1.search_form(left(coalesce(
                 (SELECT string_agg(concat_ws(' ', c.text, c.credit), ' ') FROM wire.captions c WHERE c.story_id = s.id),
                 ''), ${longestCaptions}))), 'D')
             ELSE '' END
           FROM wire.stories s
           JOIN wire.revisions r ON r.born = s.born AND r.story_id = s.id
             AND r.revision = coalesce(s.best_revision, s.current_revision)
           CROSS JOIN LATERAL (SELECT coalesce(
             (SELECT g.config FROM wire.search_languages g
              WHERE g.language = lower(split_part(replace(s.language, '_', '-'), '-', 1))),
             'simple') AS config) l
           WHERE s.id = ANY ($1)
           ON CONFLICT (story_id) DO UPDATE
             SET revision = excluded.revision, config = excluded.config, changed_at = excluded.changed_at,
                 document = excluded.document`,
    values: [storyIds, whole],
  })
}

/** How far the index is behind. */
export interface SearchLag {
  /** Changes that are not read yet. */
  readonly changes: number
  /** Stories from before the index that are not read yet, at most. */
  readonly stories: number
}

export async function readSearchLag(pool: Pool): Promise<SearchLag> {
  const { rows } = await pool.query<SearchLag>(
    `SELECT greatest((SELECT last_seq FROM wire.sequencer) - last_seq, 0) AS changes,
            greatest(fill_until - filled_to, 0) AS stories FROM wire.search_progress`,
  )
  return rows[0]!
}
