import { z } from 'zod'

const schema = z.object({
  /** Files seen, not yet taken: name, stamp, and since when (ms) the stamp has been the same. */
  looks: z.array(z.tuple([z.string(), z.string(), z.number()])).default([]),
  /** Files taken and to be put away: name, stamp, and why when they go to the error folder. */
  taken: z.array(z.tuple([z.string(), z.string(), z.string()])).default([]),
  /** In `keep` mode: name, stamp and digest of what was taken. */
  kept: z.array(z.tuple([z.string(), z.string(), z.string()])).default([]),
})

/**
 * What is remembered of a folder. A stamp is size, modification time and inode: together they tell whether a name still
 * means the same file.
 */
export type DirectoryCursor = z.output<typeof schema>

/** The stored cursor, or an empty one. */
export function readCursor(stored: unknown): DirectoryCursor {
  const outcome = schema.safeParse(stored ?? {})
  return outcome.success ? outcome.data : { looks: [], taken: [], kept: [] }
}
