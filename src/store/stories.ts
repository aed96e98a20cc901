import type { ChainState } from '../story/chain.ts'
import type { Client } from './pool.ts'

/** A story locked for the length of the transaction, as it stood before it. */
export interface LockedStory {
  readonly id: number
  readonly born: string
  readonly authority: string
  readonly uri: string
  readonly chain: ChainState
  readonly status: string
  /** The revision whose content the row shows. */
  readonly currentRevision: number | undefined
}

export interface StoryIdentity {
  readonly authority: string
  readonly uri: string
  readonly feedId: number
}

/** Key of an identity in maps; a blank cannot stand in an authority. */
export const identityKey = (identity: { authority: string; uri: string }): string =>
  `${identity.authority} ${identity.uri}`

/**
 * Finds or creates the stories of a batch and locks them. Inserts and locks are taken in one order in every
 * transaction, so two batches that share stories wait for each other and never deadlock.
 */
export async function lockStories(
  client: Client,
  identities: Iterable<StoryIdentity>,
): Promise<Map<string, LockedStory>> {
  const wanted = new Map<string, StoryIdentity>()
  for (const identity of identities) {
    const key = identityKey(identity)
    if (!wanted.has(key)) wanted.set(key, identity)
  }
  const ordered = [...wanted.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, identity]) => identity)
  const columns = [ordered.map((i) => i.authority), ordered.map((i) => i.uri), ordered.map((i) => i.feedId)]
  await client.query({
    name: 'stories-insert',
    text: `INSERT INTO wire.stories (authority, uri, feed_id)
           SELECT authority, uri, feed_id
           FROM unnest($1::text[], $2::text[], $3::bigint[]) WITH ORDINALITY AS k (authority, uri, feed_id, ord)
           ORDER BY ord ON CONFLICT (authority, uri) DO NOTHING`,
    values: columns,
  })
  const { rows } = await client.query({
    name: 'stories-lock',
    text: `SELECT s.id, s.born, s.authority, s.uri, s.status, s.revision_count, s.current_revision,
                  s.best_revision, s.best_version, extract(epoch FROM s.best_created) * 1000 AS best_created,
                  s.closing_revision, s.closing_status, s.closing_version, s.closing_bare,
                  extract(epoch FROM s.closing_created) * 1000 AS closing_created
           FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS k (authority, uri, ord)
           JOIN wire.stories s ON s.authority = k.authority AND s.uri = k.uri
           ORDER BY k.ord FOR UPDATE OF s`,
    values: columns.slice(0, 2),
  })
  return new Map(rows.map((row) => [identityKey(row), readLockedStory(row)]))
}

const milliseconds = (value: string | null): number | undefined => (value === null ? undefined : Number(value))

function readLockedStory(row: Record<string, never>): LockedStory {
  const { id, born, authority, uri, status } = row as unknown as LockedStory
  const chain: ChainState = {
    best:
      row['best_revision'] === null
        ? undefined
        : {
            revision: row['best_revision']!,
            version: row['best_version'] ?? undefined,
            versionCreated: milliseconds(row['best_created']!),
          },
    closing:
      row['closing_revision'] === null
        ? undefined
        : {
            revision: row['closing_revision']!,
            status: row['closing_status']!,
            version: row['closing_version'] ?? undefined,
            versionCreated: milliseconds(row['closing_created']!),
            bare: row['closing_bare']!,
          },
    count: row['revision_count']!,
  }
  return { id, born, authority, uri, status, chain, currentRevision: row['current_revision'] ?? undefined }
}

/** Content columns of a story row; all of them are replaced together, by the revision the story shows. */
export interface ShownContent {
  readonly revision: number
  readonly type: string
  readonly publishable: boolean
  readonly notPublishable: string | undefined
  readonly embargoedUntil: string | undefined
  readonly expires: string | undefined
  readonly editorialType: string | undefined
  readonly headline: string | undefined
  readonly slug: string | undefined
  readonly takeKey: string | undefined
  readonly byline: string | undefined
  readonly dateline: string | undefined
  readonly language: string | undefined
  readonly urgency: number | undefined
  readonly version: string | undefined
  readonly versionCreated: string | undefined
  readonly firstCreated: string | undefined
}

export interface StoryUpdate {
  readonly id: number
  readonly status: string
  readonly chain: ChainState
  /** Absent when the row goes on showing the revision it showed. */
  readonly content: ShownContent | undefined
  readonly changed: boolean
}

const instant = (value: number | undefined): string | null =>
  value === undefined ? null : new Date(value).toISOString()

/** Where a story stands in its chain: the same for every story of a batch. $1 to $12. */
const chainSet = `status = u.status, revision_count = u.count, best_revision = u.best_revision,
             best_version = u.best_version, best_created = u.best_created, closing_revision = u.closing_revision,
             closing_status = u.closing_status, closing_version = u.closing_version,
             closing_created = u.closing_created, closing_bare = u.closing_bare,
             changed_at = CASE WHEN u.changed THEN now() ELSE s.changed_at END`
const chainTypes = `$1::bigint[], $2::text[], $3::integer[], $4::integer[], $5::text[], $6::timestamptz[], $7::integer[],
             $8::text[], $9::text[], $10::timestamptz[], $11::boolean[], $12::boolean[]`
const chainNames = `id, status, count, best_revision, best_version, best_created, closing_revision, closing_status,
                   closing_version, closing_created, closing_bare, changed`

function chainColumns(updates: readonly StoryUpdate[]): unknown[] {
  const chains = (read: (chain: ChainState) => unknown) => updates.map((update) => read(update.chain) ?? null)
  return [
    updates.map((update) => update.id),
    updates.map((update) => update.status),
    chains((chain) => chain.count),
    chains((chain) => chain.best?.revision),
    chains((chain) => chain.best?.version),
    chains((chain) => instant(chain.best?.versionCreated)),
    chains((chain) => chain.closing?.revision),
    chains((chain) => chain.closing?.status),
    chains((chain) => chain.closing?.version),
    chains((chain) => instant(chain.closing?.versionCreated)),
    chains((chain) => chain.closing?.bare),
    updates.map((update) => update.changed),
  ]
}

/** Writes the new state of the locked stories, each row once: every version of a row costs its index entries. */
export async function updateStories(client: Client, updates: readonly StoryUpdate[]): Promise<void> {
  const kept = updates.filter((update) => update.content === undefined)
  if (kept.length > 0) {
    await client.query({
      name: 'stories-chain',
      text: `UPDATE wire.stories s SET ${chainSet}
           FROM unnest(${chainTypes}) AS u (${chainNames})
           WHERE s.id = u.id`,
      values: chainColumns(kept),
    })
  }
  const shown = updates.filter((update) => update.content !== undefined)
  if (shown.length === 0) return
  const content = (read: (content: ShownContent) => unknown) => shown.map((update) => read(update.content!) ?? null)
  await client.query({
    name: 'stories-content',
    text: `UPDATE wire.stories s SET ${chainSet},
             current_revision = u.revision, type = u.type, publishable = u.publishable,
             not_publishable = u.not_publishable, embargoed_until = u.embargoed_until, expires = u.expires,
             editorial_type = u.editorial_type, headline = u.headline, slug = u.slug, take_key = u.take_key,
             byline = u.byline, dateline = u.dateline, language = u.language, urgency = u.urgency,
             version = u.version, version_created = u.version_created, first_created = u.first_created
           FROM unnest(${chainTypes}, $13::integer[], $14::text[], $15::boolean[], $16::text[], $17::timestamptz[],
             $18::timestamptz[], $19::text[], $20::text[], $21::text[], $22::text[], $23::text[], $24::text[],
             $25::text[], $26::smallint[], $27::text[], $28::timestamptz[], $29::timestamptz[])
             AS u (${chainNames}, revision, type, publishable, not_publishable, embargoed_until, expires,
                   editorial_type, headline, slug, take_key, byline, dateline, language, urgency, version,
                   version_created, first_created)
           WHERE s.id = u.id`,
    values: [
      ...chainColumns(shown),
      content((c) => c.revision),
      content((c) => c.type),
      content((c) => c.publishable),
      content((c) => c.notPublishable),
      content((c) => c.embargoedUntil),
      content((c) => c.expires),
      content((c) => c.editorialType),
      content((c) => c.headline),
      content((c) => c.slug),
      content((c) => c.takeKey),
      content((c) => c.byline),
      content((c) => c.dateline),
      content((c) => c.language),
      content((c) => c.urgency),
      content((c) => c.version),
      content((c) => c.versionCreated),
      content((c) => c.firstCreated),
    ],
  })
}
