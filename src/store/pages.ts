import type { Client } from './pool.ts'
import type { StoredCompanion } from './stored-companion.ts'

interface KnownPage {
  readonly url: string
  readonly mark: string
  readonly digest: string | null
  readonly contentType: string | null
  readonly isRefused: boolean
}

const isPage = ({ role }: StoredCompanion): boolean => role === 'page'

/**
 * Gives documents the pages their feed already has for these states of its entries, and takes out those that were
 * refused within a day, so that nobody waits for them. Captures are kept a copy a day: what is used again today is
 * copied to today.
 */
export async function attachKnownPages(
  client: Client,
  feedId: number,
  documents: readonly (readonly StoredCompanion[])[],
): Promise<StoredCompanion[][]> {
  const wanted = documents.flat().filter((companion) => isPage(companion) && companion.digest === undefined)
  const known = await readPages(client, feedId, wanted)
  return documents.map((companions) =>
    companions.flatMap((companion) => {
      const page = isPage(companion) && companion.digest === undefined ? known.get(companion.url) : undefined
      if (companion.ifKnown === true) {
        const { ifKnown: _only, ...along } = companion
        return page === undefined || page.digest === null ? [] : [withPage(along, page)]
      }
      if (page === undefined) return [companion]
      const isCurrent = page.mark === (companion.mark ?? '')
      if (isCurrent && page.isRefused) return page.digest === null ? [] : [withPage(companion, page)]
      return [isCurrent && page.digest !== null ? withPage(companion, page) : companion]
    }),
  )
}

/** Gives companions that could not be had in time the page of an earlier state: better an old text than half of one. */
export async function attachOlderPages(
  client: Client,
  feedId: number,
  companions: readonly StoredCompanion[],
): Promise<StoredCompanion[]> {
  const missing = companions.filter((companion) => isPage(companion) && companion.digest === undefined)
  const known = await readPages(client, feedId, missing)
  return companions.map((companion) => {
    const page = companion.digest === undefined ? known.get(companion.url) : undefined
    return page === undefined || page.digest === null ? companion : withPage(companion, page)
  })
}

function withPage(companion: StoredCompanion, page: KnownPage): StoredCompanion {
  const { contentType, digest } = page
  return { ...companion, digest: digest as string, ...(contentType === null ? {} : { contentType }) }
}

/** The pages a feed has for these links, their captures copied to today; a page whose capture is gone has no digest. */
async function readPages(
  client: Client,
  feedId: number,
  companions: readonly StoredCompanion[],
): Promise<Map<string, KnownPage>> {
  if (companions.length === 0) return new Map()
  const urls = companions.map(({ url }) => url)
  await client.query(
    `WITH old AS (
       SELECT p.url, c.digest, c.body, c.size FROM wire.pages p
       JOIN wire.captures c ON c.received_on = p.received_on AND c.digest = p.digest
       WHERE p.feed_id = $1 AND p.url = ANY ($2) AND p.received_on < (now() AT TIME ZONE 'utc')::date),
     copied AS (
       INSERT INTO wire.captures (received_on, digest, body, size)
       SELECT DISTINCT ON (digest) (now() AT TIME ZONE 'utc')::date, digest, body, size FROM old ORDER BY digest
       ON CONFLICT DO NOTHING)
     UPDATE wire.pages p SET received_on = (now() AT TIME ZONE 'utc')::date FROM old WHERE p.feed_id = $1 AND p.url = old.url`,
    [feedId, urls],
  )
  const { rows } = await client.query<KnownPage>(
    `SELECT p.url, p.mark, encode(c.digest, 'hex') AS digest, p.content_type AS "contentType",
       p.refused IS NOT NULL AND p.checked_at > now() - interval '1 day' AS "isRefused"
     FROM wire.pages p LEFT JOIN wire.captures c ON c.received_on = p.received_on AND c.digest = p.digest
     WHERE p.feed_id = $1 AND p.url = ANY ($2)`,
    [feedId, urls],
  )
  return new Map(rows.map((row) => [row.url, row]))
}

/** Remembers the pages that were fetched or refused for a feed. A refusal leaves the page of an earlier state. */
export async function rememberPages(
  client: Client,
  feedId: number,
  companions: readonly StoredCompanion[],
): Promise<void> {
  const pages = companions.filter(
    (companion) => isPage(companion) && (companion.digest !== undefined || companion.refused !== undefined),
  )
  if (pages.length === 0) return
  await client.query(
    `INSERT INTO wire.pages AS p (feed_id, url, mark, digest, received_on, content_type, refused)
     SELECT $1, url, mark, decode(digest, 'hex'),
       CASE WHEN digest IS NOT NULL THEN (now() AT TIME ZONE 'utc')::date END, content_type, refused
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       AS u (url, mark, digest, content_type, refused) ORDER BY url
     ON CONFLICT (feed_id, url) DO UPDATE SET mark = excluded.mark, checked_at = now(), refused = excluded.refused,
       digest = coalesce(excluded.digest, p.digest), received_on = coalesce(excluded.received_on, p.received_on),
       content_type = coalesce(excluded.content_type, p.content_type)`,
    [
      feedId,
      pages.map(({ url }) => url),
      pages.map(({ mark }) => mark ?? ''),
      pages.map(({ digest }) => digest ?? null),
      pages.map(({ contentType }) => contentType ?? null),
      pages.map(({ refused }) => refused ?? null),
    ],
  )
}

/** Forgets pages of entries that left their feed's window long ago. */
export async function forgetOldPages(client: Pick<Client, 'query'>): Promise<void> {
  await client.query(
    `DELETE FROM wire.pages WHERE greatest(checked_at, received_on::timestamptz) < now() - interval '60 days'`,
  )
}
