import { printStory } from '../../copies/print.ts'
import type { StoryPrint } from '../../copies/print.ts'
import { outletOf } from '../../copies/outlet.ts'
import { readCopyStory } from '../../copies/story-text.ts'
import type { Item } from '../../story/item.ts'
import type { Queryable } from '../pool.ts'
import { breathing } from './breathing.ts'

/** A story as it is compared: its best revision, also while it is killed. */
export interface PrintedStory {
  readonly storyId: number
  readonly revision: number
  readonly revisionCount: number
  readonly authority: string
  readonly uri: string
  readonly outlet: string
  readonly page: boolean
  readonly print: StoryPrint
}

/** Prints made lately, of one database: a story is read when it comes and again when the next copy of it comes. */
export type PrintMemory = Map<string, PrintedStory>

/** A story of 900 words takes some 140 kB. */
const mostRemembered = 200

interface Row {
  readonly storyId: number
  readonly revision: number
  readonly revisionCount: number
  readonly authority: string
  readonly uri: string
  readonly feedAuthority: string
  readonly format: string
  readonly bodyText: string | null
  readonly item: Item
}

const columns = `s.id AS "storyId", r.revision, s.revision_count AS "revisionCount", s.authority, s.uri,
  f.authority AS "feedAuthority", r.format, CASE WHEN r.publishable AND r.item->>'type' = 'text' THEN r.body_text END AS "bodyText",
  r.item - 'bodyHtml' AS item`

/**
 * The stories as they stand now. What is no story (an advisory, a digest, a kill notice) has no text to compare, nor has
 * a picture, whose text may stand under ten others of the same event. A killed story keeps that of its best revision: its copies must find it.
 */
export async function readStoriesToPrint(
  client: Queryable,
  memory: PrintMemory,
  storyIds: readonly number[],
): Promise<PrintedStory[]> {
  if (storyIds.length === 0) return []
  const { rows } = await client.query<Row>({
    name: 'copies-read-stories',
    text: `SELECT ${columns} FROM wire.stories s JOIN wire.feeds f ON f.id = s.feed_id
           JOIN wire.revisions r ON r.born = s.born AND r.story_id = s.id
             AND r.revision = coalesce(s.best_revision, s.current_revision)
           WHERE s.id = ANY($1)`,
    values: [storyIds],
  })
  const stories: PrintedStory[] = []
  const breathe = breathing()
  for (const row of rows) {
    stories.push(remember(memory, makePrint(row)))
    await breathe()
  }
  return stories
}

/** The prints that comparisons were asked for, by story; the revision is that of the stored print. */
export async function readPrints(
  client: Queryable,
  memory: PrintMemory,
  wanted: readonly { readonly storyId: number; readonly revision: number }[],
): Promise<Map<number, PrintedStory>> {
  const found = new Map<number, PrintedStory>()
  const missing: { storyId: number; revision: number }[] = []
  for (const one of wanted) {
    const known = memory.get(keyOf(one))
    if (known === undefined) missing.push(one)
    else found.set(one.storyId, known)
  }
  if (missing.length === 0) return found
  const { rows } = await client.query<Row>({
    name: 'copies-read-prints',
    text: `SELECT ${columns} FROM unnest($1::bigint[], $2::integer[]) AS w (story_id, revision)
           JOIN wire.stories s ON s.id = w.story_id JOIN wire.feeds f ON f.id = s.feed_id
           JOIN wire.revisions r ON r.born = s.born AND r.story_id = s.id AND r.revision = w.revision`,
    values: [missing.map(({ storyId }) => storyId), missing.map(({ revision }) => revision)],
  })
  const breathe = breathing()
  for (const row of rows) {
    found.set(row.storyId, remember(memory, makePrint(row)))
    await breathe()
  }
  return found
}

function makePrint(row: Row): PrintedStory {
  const { storyId, revision, revisionCount, authority, uri, format } = row
  const outlet = outletOf(authority, uri, row.feedAuthority)
  const item: Item = row.bodyText === null ? row.item : { ...row.item, bodyText: row.bodyText }
  const print = printStory(readCopyStory(item, outlet))
  return { storyId, revision, revisionCount, authority, uri, outlet, page: format.startsWith('page'), print }
}

const keyOf = ({ storyId, revision }: { storyId: number; revision: number }): string => `${storyId} ${revision}`

function remember(memory: PrintMemory, printed: PrintedStory): PrintedStory {
  const key = keyOf(printed)
  memory.delete(key)
  memory.set(key, printed)
  if (memory.size > mostRemembered) memory.delete(memory.keys().next().value!)
  return printed
}
