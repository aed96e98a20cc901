import { ownAgency } from '../../copies/agency.ts'
import { hashText } from '../../copies/print.ts'
import type { Client } from '../pool.ts'
import { queueComparisons } from './queue.ts'
import { recursIn } from './recurring.ts'
import { readStoriesToPrint } from './texts.ts'
import type { PrintedStory, PrintMemory } from './texts.ts'

/** Reads the texts of stories and stores their sketches; what has a sketch now, or had one, is left to be compared. */
export async function storePrints(client: Client, memory: PrintMemory, storyIds: readonly number[]): Promise<void> {
  const stories = await readStoriesToPrint(client, memory, storyIds)
  const taken = await upsertPrints(client, stories)
  const replaced = stories.filter(({ storyId }) => taken.has(storyId))
  const gone = await replaceMarks(client, replaced)
  await queueComparisons(
    client,
    replaced.map(({ storyId }) => ({ storyId, gone: gone.get(storyId) ?? [] })),
  )
}

/** A story without text keeps a print only when it had one: its copies must be told that it has gone. */
async function upsertPrints(client: Client, stories: readonly PrintedStory[]): Promise<Set<number>> {
  const ordered = [...stories].sort((a, b) => a.storyId - b.storyId)
  const of = (read: (story: PrintedStory) => unknown) => ordered.map((story) => read(story) ?? null)
  const time = (value: number | undefined) => (value === undefined ? null : new Date(value).toISOString())
  const { rows } = await client.query<{ story_id: number }>({
    name: 'copies-prints',
    text: `INSERT INTO wire.copy_prints AS p (story_id, revision, revision_count, outlet, source, identity, own_agency,
             page, made_from, made_to, words, marks, body, lede, stamp)
           SELECT n.*, nextval('wire.copy_stamp')
           FROM unnest($1::bigint[], $2::integer[], $3::integer[], $4::text[], $5::integer[], $6::text[], $7::text[],
             $8::boolean[], $9::timestamptz[], $10::timestamptz[], $11::integer[], $12::integer[], $13::integer[],
             $14::integer[])
             AS n (story_id, revision, revision_count, outlet, source, identity, own_agency, page, made_from, made_to,
                   words, marks, body, lede)
           WHERE n.words > 0 OR EXISTS (SELECT FROM wire.copy_prints o WHERE o.story_id = n.story_id)
           ORDER BY n.story_id
           ON CONFLICT (story_id) DO UPDATE SET revision = excluded.revision, revision_count = excluded.revision_count,
             own_agency = excluded.own_agency, page = excluded.page, made_from = excluded.made_from,
             made_to = excluded.made_to, words = excluded.words, marks = excluded.marks, body = excluded.body,
             lede = excluded.lede, stamp = excluded.stamp
           WHERE p.revision_count <= excluded.revision_count
           RETURNING story_id`,
    values: [
      of((s) => s.storyId),
      of((s) => s.revision),
      of((s) => s.revisionCount),
      of((s) => s.outlet),
      of((s) => hashText(s.outlet)),
      of((s) => `${s.authority} ${s.uri}`),
      of((s) => ownAgency(s.outlet, s.print.agencies)),
      of((s) => s.page),
      of((s) => time(s.print.made?.from)),
      of((s) => time(s.print.made?.to)),
      of((s) => s.print.words.length),
      of((s) => s.print.marks.length),
      of((s) => s.print.bodyHash),
      of((s) => (s.print.words.length === 0 ? 0 : s.print.ledeHash)),
    ],
  })
  return new Set(rows.map((row) => row.story_id))
}

/**
 * Replaces the sketches; answers for each story the hashes that it has no more. What recurs in the outlet already is
 * taken to recur here, until it is counted: then most stories pass the count unchanged.
 */
async function replaceMarks(client: Client, stories: readonly PrintedStory[]): Promise<Map<number, number[]>> {
  const gone = new Map<number, number[]>()
  if (stories.length === 0) return gone
  const fresh = new Map(stories.map((story) => [story.storyId, new Set(story.print.marks)]))
  const removed = await client.query<{ story_id: number; hash: number; is_name: boolean }>({
    name: 'copies-marks-remove',
    text: `DELETE FROM wire.copy_marks WHERE story_id = ANY($1) RETURNING story_id, hash, is_name`,
    values: [stories.map(({ storyId }) => storyId)],
  })
  for (const { story_id: id, hash, is_name: isName } of removed.rows) {
    if (isName || fresh.get(id)!.has(hash)) continue
    gone.set(id, [...(gone.get(id) ?? []), hash])
  }
  const rows = stories.flatMap(({ storyId, outlet, print }) => {
    if (print.words.length === 0) return []
    const common = { storyId, source: hashText(outlet), lede: print.ledeHash }
    const names = new Set([...print.names].map(hashText))
    return [
      ...[...print.marks].map((hash) => ({ ...common, hash, isName: false })),
      ...[...names].map((hash) => ({ ...common, hash, isName: true })),
    ]
  })
  const recurring = recurringAmong(rows)
  await client.query({
    name: 'copies-marks',
    text: `INSERT INTO wire.copy_marks (story_id, hash, is_name, source, lede, recurs)
           SELECT n.story_id, n.hash, n.is_name, n.source, n.lede, n.recurs OR NOT n.is_name AND EXISTS (
             SELECT FROM wire.copy_marks k
             WHERE k.source = n.source AND k.hash = n.hash AND NOT k.is_name AND k.recurs)
           FROM unnest($1::bigint[], $2::integer[], $3::boolean[], $4::integer[], $5::integer[], $6::boolean[])
             AS n (story_id, hash, is_name, source, lede, recurs)`,
    values: [
      rows.map((row) => row.storyId),
      rows.map((row) => row.hash),
      rows.map((row) => row.isName),
      rows.map((row) => row.source),
      rows.map((row) => row.lede),
      rows.map((row) => recurring.has(markOf(row))),
    ],
  })
  return gone
}

interface Mark {
  readonly hash: number
  readonly isName: boolean
  readonly source: number
  readonly lede: number
}

const markOf = ({ source, hash, isName }: Mark): string => `${source} ${hash} ${isName}`

/** What is boilerplate by these stories alone. */
function recurringAmong(marks: readonly Mark[]): ReadonlySet<string> {
  const ledes = new Map<string, Set<number>>()
  for (const mark of marks) {
    if (mark.isName) continue
    const key = markOf(mark)
    const known = ledes.get(key)
    if (known === undefined) ledes.set(key, new Set([mark.lede]))
    else known.add(mark.lede)
  }
  return new Set([...ledes].flatMap(([key, { size }]) => (size >= recursIn ? [key] : [])))
}
