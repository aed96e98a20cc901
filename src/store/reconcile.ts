import { faultsOfReceipt } from './breaches.ts'
import type { Queryable } from './pool.ts'
import type { PreparedDocument } from './prepared.ts'
import { isGlobalUri } from '../story/global-uri.ts'

/** What a feed offered on one UTC day, and what became of it. */
export interface DayCount {
  readonly day: string
  readonly documents: number
  /** Documents that are not accounted for yet. */
  readonly pending: number
  readonly offered: number
  readonly new: number
  readonly revised: number
  readonly duplicate: number
  readonly stale: number
  readonly killed: number
  readonly quarantined: number
}

/** The counts of a feed by day, oldest first. */
export async function countDays(client: Queryable, feedId: number, since: string): Promise<DayCount[]> {
  const { rows } = await client.query(
    `SELECT received_on AS day, count(*) AS documents, count(*) FILTER (WHERE state <> 'done') AS pending,
            coalesce(sum(offered) FILTER (WHERE state = 'done'), 0) AS offered,
            coalesce(sum(new) FILTER (WHERE state = 'done'), 0) AS new,
            coalesce(sum(revised) FILTER (WHERE state = 'done'), 0) AS revised,
            coalesce(sum(duplicate) FILTER (WHERE state = 'done'), 0) AS duplicate,
            coalesce(sum(stale) FILTER (WHERE state = 'done'), 0) AS stale,
            coalesce(sum(killed) FILTER (WHERE state = 'done'), 0) AS killed,
            coalesce(sum(quarantined) FILTER (WHERE state = 'done'), 0) AS quarantined
     FROM wire.receipts WHERE feed_id = $1 AND received_on >= $2::date GROUP BY 1 ORDER BY 1`,
    [feedId, since],
  )
  return rows
}

/** A row that does not fit: a receipt whose counts are wrong, or one that stays open for longer than work takes. */
export interface Misfit {
  readonly receivedOn: string
  readonly receiptId: number
  readonly offerKey: string
  /** As in wire.breaches; `stuck` for one that has been open for ten minutes. */
  readonly what: string
}

/** Looks at every receipt of the days, not only at those that the running check has not seen. */
export async function findMisfits(client: Queryable, feedId: number, since: string, limit = 200): Promise<Misfit[]> {
  const { rows } = await client.query(
    `SELECT r.received_on AS "receivedOn", r.id AS "receiptId", r.offer_key AS "offerKey", f.what
     FROM wire.receipts r CROSS JOIN LATERAL (${faultsOfReceipt}) f
     WHERE r.feed_id = $1 AND r.received_on >= $2::date AND r.state = 'done'
     UNION ALL
     SELECT received_on, id, offer_key, 'stuck' FROM wire.receipts
     WHERE feed_id = $1 AND received_on >= $2::date AND state <> 'done' AND received_at < now() - interval '10 minutes'
     ORDER BY 2 LIMIT $3`,
    [feedId, since, limit],
  )
  return rows
}

/** A document a source shows, read. `digest` is SHA-256 of its bytes, in hex. */
export interface ShownDocument {
  readonly digest: string
  readonly document: PreparedDocument
}

/**
 * `here`: the very bytes, or every item of it as a known revision. `other`: its stories are here, but not in this state.
 * `absent`: a story of it is not here at all.
 */
export type Presence = 'here' | 'other' | 'absent'

/** Says of each document whether it is here. */
export async function findPresence(
  client: Queryable,
  feed: { id: number; authority: string },
  since: string,
  shown: readonly ShownDocument[],
): Promise<Presence[]> {
  const items = shown.flatMap(({ document }, at) =>
    document.items.map((item) => ({
      at,
      authority: isGlobalUri(item.uri) ? '' : (item.authority ?? feed.authority),
      uri: item.uri,
      key: item.key,
      version: item.version ?? '',
      etag: item.etag ?? null,
    })),
  )
  const { rows: bytes } = await client.query<{ digest: string }>(
    `SELECT DISTINCT u.digest FROM unnest($1::text[]) AS u (digest)
     JOIN wire.receipts r ON r.digest = decode(u.digest, 'hex') AND r.feed_id = $2 AND r.received_on >= $3::date`,
    [shown.map(({ digest }) => digest), feed.id, since],
  )
  const taken = new Set(bytes.map(({ digest }) => digest))
  const { rows: lacking } = await client.query<{ at: number; known: boolean }>(
    // An agency's own version and etag name a revision whatever renditions were fetched with it; else its content does.
    `SELECT u.at, bool_and(s.id IS NOT NULL) AS known
     FROM unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       AS u (at, authority, uri, key, version, etag)
     LEFT JOIN wire.stories s ON s.authority = u.authority AND s.uri = u.uri
     WHERE NOT EXISTS (SELECT FROM wire.revisions v WHERE v.born = s.born AND v.story_id = s.id
                         AND (v.key = decode(u.key, 'hex') OR (v.etag = u.etag AND coalesce(v.version, '') = u.version)))
     GROUP BY 1`,
    [
      items.map(({ at }) => at),
      items.map(({ authority }) => authority),
      items.map(({ uri }) => uri),
      items.map(({ key }) => key),
      items.map(({ version }) => version),
      items.map(({ etag }) => etag),
    ],
  )
  const lacks = new Map(lacking.map(({ at, known }) => [at, known ? ('other' as const) : ('absent' as const)]))
  return shown.map(({ digest, document }, at) => {
    if (taken.has(digest)) return 'here'
    return document.items.length === 0 ? 'absent' : (lacks.get(at) ?? 'here')
  })
}
