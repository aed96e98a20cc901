import { z } from 'zod'
import { windowSchema } from '../window/sweep.ts'

const schema = windowSchema.extend({
  /** The list as it was asked for, without key: another one begins anew. */
  list: z.string(),
})

/** Where a PA feed goes on. The position within a pass is an offset into the list. */
export type PaCursor = z.output<typeof schema>

/** The stored cursor, or undefined when there is none or it is none of ours. */
export function readCursor(stored: unknown): PaCursor | undefined {
  const outcome = schema.safeParse(stored)
  return outcome.success ? outcome.data : undefined
}
