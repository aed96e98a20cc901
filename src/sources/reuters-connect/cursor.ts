import { z } from 'zod'
import { windowSchema } from '../window/sweep.ts'

/** An item that the list named and that is still to be fetched. */
const awaited = z.object({
  /** versionedGuid, or uri without one. */
  guid: z.string(),
  /** Digest of the list's words about it: the revision, as far as the list shows it. */
  listed: z.string(),
  /** How often it was asked for in vain. */
  tries: z.number().default(0),
  /** How often the API answered and had nothing under that name. */
  missing: z.number().default(0),
  /** When the list named it first. */
  since: z.string(),
})

const schema = windowSchema.extend({
  /** The settings the list was asked with. */
  list: z.string(),
  awaited: z.array(awaited).default([]),
})

/** Where a Reuters feed goes on; stored in the transaction that stores its offers. */
export type ReutersCursor = z.output<typeof schema>

export type AwaitedItem = z.output<typeof awaited>

/** The stored cursor, or undefined when there is none or it is none of ours. */
export function readCursor(stored: unknown): ReutersCursor | undefined {
  const outcome = schema.safeParse(stored)
  return outcome.success ? outcome.data : undefined
}
