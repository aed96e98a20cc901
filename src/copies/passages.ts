import { shingleWords } from './print.ts'
import type { StoryPrint } from './print.ts'

/** A run of words that two stories share: word numbers, end exclusive. */
export interface Passage {
  readonly a: number
  readonly b: number
  readonly length: number
}

const mostPassages = 300

/**
 * The runs of five words and more that stand in both, in the order of `a`. Where a run stands twice in `b`, the place
 * that continues the run before is taken, else the first. Linear: no word of `a` is looked at twice.
 */
export function findPassages(a: StoryPrint, b: StoryPrint): Passage[] {
  const found: Passage[] = []
  let at = 0
  let next = 0
  while (at < a.hashes.length && found.length < mostPassages) {
    const hash = a.hashes[at]!
    const place = next < b.hashes.length && b.hashes[next] === hash ? next : b.places.get(hash)
    if (place === undefined) {
      at++
      continue
    }
    let length = 0
    while (sameWord(a, at + length, b, place + length)) length++
    if (length < Math.min(shingleWords, a.words.length)) {
      at++
      continue
    }
    found.push({ a: at, b: place, length })
    at += length
    next = place + length
  }
  return found
}

function sameWord(a: StoryPrint, at: number, b: StoryPrint, place: number): boolean {
  const form = a.words[at]?.form
  return form !== undefined && form === b.words[place]?.form
}
