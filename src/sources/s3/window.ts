import type { FilesCursor } from '../files/cursor.ts'

/** Taken objects that stay in view: a writer that is late by a little is still seen. */
const overlap = 1000
/** The window moves in steps, so that the cursor is not rewritten for every object. */
const step = 500

/**
 * Where the next look at a sorted bucket begins: after the last of those objects before which all are taken, less an
 * overlap. Nothing that is still to be taken ever falls out of view. `found` in the order of the service.
 */
export function moveOn(after: string, found: readonly string[], files: FilesCursor): string {
  const open = found.findIndex((name) => !files.kept.has(name) || files.waiting.has(name))
  const done = open < 0 ? found.length : open
  const at = done - overlap
  return at < step ? after : found[at - 1]!
}
