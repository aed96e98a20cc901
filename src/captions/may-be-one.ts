import type { NormalisedCaption } from './normalise.ts'
import { hashWord } from './shingles.ts'

/** Words that may be misspelt, joined, a kicker or a run of names, before one caption cannot hold the other. */
const leastStrange = 5

const wordLists = new WeakMap<NormalisedCaption, Uint32Array>()

/** Its words as numbers, sorted, each once. Two words that share a number only make a comparison more likely. */
function wordsOf(caption: NormalisedCaption): Uint32Array {
  let words = wordLists.get(caption)
  if (words === undefined)
    wordLists.set(caption, (words = Uint32Array.from(new Set(caption.words.map(hashWord))).sort()))
  return words
}

/**
 * Whether it is worth comparing two captions that share a run of words: one of them must hold most words of the other.
 * Cheap, so that a template with a thousand fillings does not cost a thousand comparisons.
 */
export function mayBeOne(a: NormalisedCaption, b: NormalisedCaption): boolean {
  const left = wordsOf(a)
  const right = wordsOf(b)
  const small = left.length <= right.length ? left : right
  const large = small === left ? right : left
  const allowed = Math.max(leastStrange, small.length / 3)
  let strange = 0
  let at = 0
  for (let next = 0; next < small.length; next++) {
    const word = small[next]!
    while (at < large.length && large[at]! < word) at++
    if (large[at] !== word && ++strange > allowed) return false
  }
  return true
}
