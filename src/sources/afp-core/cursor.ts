import { z } from 'zod'
import { windowSchema } from '../window/sweep.ts'

const schema = windowSchema.extend({
  /** The settings the search was made with. */
  search: z.string(),
})

/** Where an AFP feed goes on. The position within a pass says from when and for how many documents to ask. */
export type AfpCursor = z.output<typeof schema>

/** The stored cursor, or undefined when there is none or it is none of ours. */
export function readCursor(stored: unknown): AfpCursor | undefined {
  const outcome = schema.safeParse(stored)
  return outcome.success ? outcome.data : undefined
}

const positionSchema = z.object({ from: z.string(), rows: z.int().positive() })

/** A place in a pass: the search for the next page. */
export type AfpPosition = z.output<typeof positionSchema>

/** Reads a stored position; undefined for none and for one that is none of ours: the pass then begins at its start. */
export function readPosition(stored: string | undefined): AfpPosition | undefined {
  try {
    const outcome = positionSchema.safeParse(JSON.parse(stored ?? ''))
    return outcome.success && !Number.isNaN(Date.parse(outcome.data.from)) ? outcome.data : undefined
  } catch {
    return undefined
  }
}
