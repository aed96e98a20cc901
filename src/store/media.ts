import type { Client } from './pool.ts'
import type { PreparedLink } from './prepared.ts'

export interface MediaRow {
  readonly storyId: number
  readonly uri: string
  readonly type: string
  readonly renditionsJson: string
  readonly revision: number
  /** Whether the story now shows this revision. */
  readonly shown: boolean
}

export interface LinkRow extends PreparedLink {
  readonly storyId: number
  readonly revision: number
  readonly shown: boolean
}

/** One row a key, a shown one before any other: one statement may not touch a row twice. */
function oneEach<T extends { readonly shown: boolean }>(rows: readonly T[], key: (row: T) => string): T[] {
  const shownLast = [...rows].sort((a, b) => Number(a.shown) - Number(b.shown))
  return [...new Map(shownLast.map((row) => [key(row), row])).values()]
}

/**
 * Records the media of new revisions. What the story shows now overwrites; an older revision only adds what was never
 * seen, so that the rows are the same whatever came first.
 */
export async function upsertMedia(client: Client, rows: readonly MediaRow[]): Promise<void> {
  const all = oneEach(rows, (row) => `${row.storyId} ${row.uri}`)
  for (const shown of [true, false]) {
    const some = all.filter((row) => row.shown === shown)
    if (some.length === 0) continue
    await client.query({
      name: shown ? 'media-replace' : 'media-add',
      text: `INSERT INTO wire.media (story_id, uri, type, renditions, last_revision)
             SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::jsonb[], $5::integer[])
             ON CONFLICT (story_id, uri) DO ${
               shown
                 ? `UPDATE SET type = excluded.type, renditions = excluded.renditions,
                      last_revision = excluded.last_revision`
                 : 'NOTHING'
             }`,
      values: [
        some.map((row) => row.storyId),
        some.map((row) => row.uri),
        some.map((row) => row.type),
        some.map((row) => row.renditionsJson),
        some.map((row) => row.revision),
      ],
    })
  }
}

/** Records what new revisions say of other stories, by the same rule. */
export async function upsertLinks(client: Client, rows: readonly LinkRow[]): Promise<void> {
  const all = oneEach(rows, (row) => `${row.storyId} ${row.rel} ${row.uri}`)
  for (const shown of [true, false]) {
    const some = all.filter((row) => row.shown === shown)
    if (some.length === 0) continue
    await client.query({
      name: shown ? 'links-replace' : 'links-add',
      text: `INSERT INTO wire.links (story_id, rel, uri, version, position, revision)
             SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::integer[])
             ON CONFLICT (story_id, rel, uri) DO ${
               shown
                 ? 'UPDATE SET version = excluded.version, position = excluded.position, revision = excluded.revision'
                 : 'NOTHING'
             }`,
      values: [
        some.map((row) => row.storyId),
        some.map((row) => row.rel),
        some.map((row) => row.uri),
        some.map((row) => row.version ?? null),
        some.map((row) => row.position ?? null),
        some.map((row) => row.revision),
      ],
    })
  }
}
