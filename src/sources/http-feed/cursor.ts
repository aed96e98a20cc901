import { z } from 'zod'
import { followSchema } from './follow.ts'

const schema = z.object({
  /** The address in the settings when this was stored; another one starts afresh. */
  url: z.string(),
  /** Where a permanent redirect leads that was seen often enough to be believed. */
  movedTo: z.string().optional(),
  /** ISO 8601; when the address in the settings was last seen to lead there. */
  movedAt: z.string().optional(),
  /** A permanent redirect on its way to being believed. */
  moving: z.object({ to: z.string(), sights: z.number() }).optional(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** ISO 8601; when a whole body was last seen. */
  wholeAt: z.string().optional(),
  /** SHA-256 of the last body. */
  digest: z.string().optional(),
  /** Short digests of the ids in the last body, parted by blanks. */
  ids: z.string().optional(),
  /** What is outstanding of a list whose documents are fetched one by one. */
  follow: followSchema.optional(),
  /** Whether that list is a sitemap. */
  isSitemap: z.boolean().optional(),
  /** Digests of the entries offered, see `Seen`; with fullText alone. */
  entries: z.string().optional(),
  /** How many bodies in a row shared no id with the one before. */
  strangers: z.number().optional(),
})

/** What is remembered of a feed between two polls. */
export type HttpFeedCursor = z.output<typeof schema>

/** The stored cursor when it belongs to this address, else a fresh one. */
export function readCursor(stored: unknown, url: string): HttpFeedCursor {
  const outcome = schema.safeParse(stored)
  return outcome.success && outcome.data.url === url ? outcome.data : { url }
}

/**
 * Validators are not believed for ever: servers exist that answer 304 for years. After this the whole body is asked for.
 */
const validatorLifeMs = 8 * 24 * 3_600_000

/** The conditional headers for the next request; none when the validators are too old, or from the future. */
export function conditions(cursor: HttpFeedCursor, now: Date): Record<string, string> {
  const age = now.getTime() - Date.parse(cursor.wholeAt ?? '')
  if (!(age >= 0 && age < validatorLifeMs)) return {}
  return {
    ...(cursor.etag === undefined ? {} : { 'if-none-match': cursor.etag }),
    ...(cursor.lastModified === undefined ? {} : { 'if-modified-since': cursor.lastModified }),
  }
}
