import { z } from 'zod'

const stretch = z.object({
  /** Moves forward as pages come in. */
  from: z.string(),
  to: z.string(),
  /** Which page of the stretch; only a second with more stories than a page holds needs a second one. */
  page: z.number().default(1),
  /** The feed has its turn before the next page of the search. */
  feedFirst: z.boolean().default(true),
})

const recovery = z.object({
  /** Why a part of the stretch could not be fetched, when the search gave up. */
  lost: z.string().optional(),
})

const schema = z.object({
  /** As the agency gave it, without keys. */
  nextPage: z.string().optional(),
  /** The sequence number inside it: for people who compare logs, never interpreted. */
  seq: z.string().optional(),
  /** The agency's `data.updated` of the last committed page. */
  updated: z.string().optional(),
  highestVersionCreated: z.string().optional(),
  /** The request the token came from, without keys: another one needs another token. */
  initial: z.string(),
  /** A stretch the feed no longer reaches, fetched by search between polls. */
  backfill: stretch.optional(),
  /** A gap was opened for a lost token; it is closed once the feed has caught up and the search is done. */
  recovery: recovery.optional(),
})

/** Where an AP feed goes on; stored in the transaction that stores the page. */
export type ApCursor = z.output<typeof schema>

/** A stretch to be fetched by search. */
export type Backfill = z.output<typeof stretch>

/** The stored cursor, or undefined when there is none or it is none of ours. */
export function readCursor(stored: unknown): ApCursor | undefined {
  const outcome = schema.safeParse(stored)
  return outcome.success ? outcome.data : undefined
}

/** The sequence number in a next_page link. */
export function seqOf(nextPage: string | undefined): string | undefined {
  return /[?&]seq=([^&#]{1,64})/.exec(nextPage ?? '')?.[1]
}

/** The later of two agency times, ignoring what is no time. */
export function later(known: string | undefined, found: string | undefined): string | undefined {
  if (found === undefined || Number.isNaN(Date.parse(found))) return known
  if (known === undefined || Number.isNaN(Date.parse(known))) return found
  return Date.parse(found) > Date.parse(known) ? found : known
}

/**
 * The time up to which everything is surely stored: the earlier of the agency's page time and the newest story, and
 * never later than now, because a story dated 2038 must not open a hole of years.
 */
export function committedUntil(cursor: ApCursor, now: Date): Date {
  const times = [cursor.updated, cursor.highestVersionCreated].map((time) => Date.parse(time ?? ''))
  return new Date(Math.min(now.getTime(), ...times.filter((time) => !Number.isNaN(time))))
}
