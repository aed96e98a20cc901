import type { NormalisedCaption } from './normalise.ts'

/** Words that may be misspelt, joined, a kicker or a run of names, before one caption cannot hold the other. */
const leastStrange = 5

const wordSets = new WeakMap<NormalisedCaption, ReadonlySet<string>>()

function wordsOf(caption: NormalisedCaption): ReadonlySet<string> {
  let words = wordSets.get(caption)
  if (words === undefined) wordSets.set(caption, (words = new Set(caption.words)))
  return words
}

/**
 * Whether it is worth comparing two captions that share a run of words: one of them must hold most words of the other.
 * Cheap, so that a template with a thousand fillings does not cost a thousand comparisons.
 */
export function mayBeOne(a: NormalisedCaption, b: NormalisedCaption): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  const [small, large] = left.size <= right.size ? [left, right] : [right, left]
  let strange = 0
  const allowed = Math.max(leastStrange, small.size / 3)
  for (const word of small) if (!large.has(word) && ++strange > allowed) return false
  return true
}
