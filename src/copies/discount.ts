import type { StoryPrint } from './print.ts'

/** A set of hashes; the places of a print are one, and need not be copied for each comparison. */
export interface Shingles {
  readonly size: number
  has(hash: number): boolean
  keys(): Iterable<number>
}

/**
 * The shingles of a story that are its own. `recurring` holds sketch hashes that recur in its source; a sketch is one
 * hash in sixteen, so each shingle goes the way of the nearest sketch hash of its paragraph: boilerplate is known by
 * paragraphs, not by single runs of words.
 */
export function ownShingles(print: StoryPrint, recurring: ReadonlySet<number>): Shingles {
  if (recurring.size === 0 || !print.marks.some((mark) => recurring.has(mark))) return print.places
  const { places } = print
  const foreign = foreignShingles(print, recurring)
  return {
    size: places.size - foreign.size,
    has: (hash) => places.has(hash) && !foreign.has(hash),
    keys: function* () {
      for (const hash of places.keys()) if (!foreign.has(hash)) yield hash
    },
  }
}

/** A shingle that is boilerplate in one place is so wherever it stands. */
function foreignShingles(print: StoryPrint, recurring: ReadonlySet<number>): ReadonlySet<number> {
  const { hashes } = print
  const marks = new Set(print.marks)
  const foreign = new Set<number>()
  for (const { from, to } of paragraphsOf(print)) {
    // shingles from `pending` on wait for the sketch hash behind them
    let pending = from
    let before: boolean | undefined
    for (let at = from; at < to; at++) {
      const hash = hashes[at]!
      if (!marks.has(hash)) continue
      const recurs = recurring.has(hash)
      const half = before === undefined ? pending : pending + ((at + 1 - pending) >> 1)
      if (before === true) for (let member = pending; member < half; member++) foreign.add(hashes[member]!)
      if (recurs) for (let member = half; member <= at; member++) foreign.add(hashes[member]!)
      pending = at + 1
      before = recurs
    }
    if (before === true) for (let member = pending; member < to; member++) foreign.add(hashes[member]!)
  }
  return foreign
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
