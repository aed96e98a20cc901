import type { Client } from './pool.ts'
import type { PreparedItem } from './prepared.ts'
import type { LockedStory, ShownContent } from './stories.ts'

export interface RevisionRow {
  readonly story: LockedStory
  readonly revision: number
  readonly item: PreparedItem
  readonly outcome: string
  readonly format: string
  readonly feedId: number
  readonly receivedOn: string
  readonly receiptId: number
}

/** Which of these keys the stories hold already, as "storyId key". */
export async function findKnownRevisions(
  client: Client,
  wanted: readonly { readonly story: LockedStory; readonly key: string }[],
): Promise<Set<string>> {
  if (wanted.length === 0) return new Set()
  const { rows } = await client.query({
    name: 'revisions-known',
    text: `SELECT r.story_id, encode(r.key, 'hex') AS key
           FROM unnest($1::date[], $2::bigint[], $3::bytea[]) AS k (born, story_id, key)
           JOIN wire.revisions r ON r.born = k.born AND r.story_id = k.story_id AND r.key = k.key`,
    values: [
      wanted.map((w) => w.story.born),
      wanted.map((w) => w.story.id),
      wanted.map((w) => Buffer.from(w.key, 'hex')),
    ],
  })
  return new Set(rows.map((row) => `${row.story_id} ${row.key}`))
}

/** Records new revisions. The unique keys of the table guard what the lock and the look-up already made sure of. */
export async function insertRevisions(client: Client, rows: readonly RevisionRow[]): Promise<void> {
  if (rows.length === 0) return
  const of = (read: (item: PreparedItem) => unknown) => rows.map((row) => read(row.item) ?? null)
  await client.query({
    name: 'revisions-insert',
    text: `INSERT INTO wire.revisions (born, story_id, revision, key, version, etag, version_created, status,
             publishable, editorial_type, headline, body_html, body_text, item, format, outcome, feed_id, received_on,
             receipt_id)
           SELECT * FROM unnest($1::date[], $2::bigint[], $3::integer[], $4::bytea[], $5::text[], $6::text[],
             $7::timestamptz[], $8::text[], $9::boolean[], $10::text[], $11::text[], $12::text[], $13::text[],
             $14::jsonb[], $15::text[], $16::text[], $17::bigint[], $18::date[], $19::bigint[])`,
    values: [
      rows.map((row) => row.story.born),
      rows.map((row) => row.story.id),
      rows.map((row) => row.revision),
      of((item) => Buffer.from(item.key, 'hex')),
      of((item) => item.version),
      of((item) => item.etag),
      of((item) => item.versionCreated),
      of((item) => item.status),
      of((item) => item.publishable),
      of((item) => item.editorialType),
      of((item) => item.headline),
      of((item) => item.bodyHtml),
      of((item) => item.bodyText),
      of((item) => item.itemJson),
      rows.map((row) => row.format),
      rows.map((row) => row.outcome),
      rows.map((row) => row.feedId),
      rows.map((row) => row.receivedOn),
      rows.map((row) => row.receiptId),
    ],
  })
}

/** What story rows need to show a revision that was recorded earlier, by story id. */
export async function readShownContent(
  client: Client,
  wanted: readonly { readonly story: LockedStory; readonly revision: number }[],
): Promise<Map<number, ShownContent>> {
  if (wanted.length === 0) return new Map()
  const { rows } = await client.query<ShownContent & { storyId: number }>({
    name: 'revisions-shown',
    text: `SELECT r.story_id AS "storyId", r.revision, r.item->>'type' AS type, r.publishable,
             r.item->>'notPublishable' AS "notPublishable",
             CASE r.item->>'embargoedUntil' WHEN 'indefinite' THEN 'infinity' ELSE r.item->>'embargoedUntil' END
               AS "embargoedUntil",
             r.item->>'expires' AS expires, r.editorial_type AS "editorialType", r.headline, r.item->>'slug' AS slug,
             r.item->>'takeKey' AS "takeKey", r.item->>'byline' AS byline, r.item->'dateline'->>'text' AS dateline,
             r.item->>'language' AS language, (r.item->>'urgency')::smallint AS urgency, r.version,
             r.version_created AS "versionCreated", r.item->>'firstCreated' AS "firstCreated"
           FROM unnest($1::date[], $2::bigint[], $3::integer[]) AS w (born, story_id, revision)
           JOIN wire.revisions r USING (born, story_id, revision)`,
    values: [wanted.map((w) => w.story.born), wanted.map((w) => w.story.id), wanted.map((w) => w.revision)],
  })
  return new Map(rows.map(({ storyId, ...content }) => [storyId, content]))
}
