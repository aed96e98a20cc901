import type { StoryPrint } from './print.ts'

/** A set of hashes; the places of a print are one, and need not be copied for each comparison. */
export interface Shingles {
  readonly size: number
  has(hash: number): boolean
  keys(): IterableIterator<number>
}

/**
 * The shingles of a story that are its own. `recurring` holds sketch hashes that recur in its source; a sketch is one
 * hash in sixteen, so each shingle goes the way of the nearest sketch hash of its paragraph: boilerplate is known by
 * paragraphs, not by single runs of words.
 */
export function ownShingles(print: StoryPrint, recurring: ReadonlySet<number>): Shingles {
  if (!print.marks.some((mark) => recurring.has(mark))) return print.places
  const marks = new Set(print.marks)
  const own = new Set<number>()
  const foreign = new Set<number>()
  for (const { from, to } of paragraphsOf(print)) {
    let before: boolean | undefined
    let pending: number[] = []
    for (let at = from; at < to; at++) {
      const hash = print.hashes[at]!
      pending.push(hash)
      if (!marks.has(hash)) continue
      const recurs = recurring.has(hash)
      const half = before === undefined ? 0 : pending.length >> 1
      pending.forEach((member, index) => ((index < half ? before! : recurs) ? foreign : own).add(member))
      pending = []
      before = recurs
    }
    for (const member of pending) (before === true ? foreign : own).add(member)
  }
  for (const hash of foreign) own.delete(hash)
  return own
}

function paragraphsOf(print: StoryPrint): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  for (let at = 0; at < print.hashes.length; at++) {
    const last = found.at(-1)
    if (last !== undefined && print.words[last.from]!.paragraph === print.words[at]!.paragraph) last.to = at + 1
    else found.push({ from: at, to: at + 1 })
  }
  return found
}
