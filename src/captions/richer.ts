import type { NormalisedCaption } from './normalise.ts'

/**
 * Which of two captions says more: words with weight, then dates, then a whole text before a cut one, then a credit,
 * then length. The last resort is the alphabet, so that the answer never depends on the order of the two.
 */
export function chooseRicher(a: NormalisedCaption, b: NormalisedCaption): 'a' | 'b' {
  const rank = (caption: NormalisedCaption): readonly number[] => [
    caption.weight,
    caption.dates.length + caption.weekdays.length,
    caption.truncated ? 0 : 1,
    caption.photographers.length + caption.agencies.length,
    caption.text.length,
  ]
  const [left, right] = [rank(a), rank(b)]
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return left[at]! > right[at]! ? 'a' : 'b'
  if (a.text !== b.text) return a.text > b.text ? 'a' : 'b'
  return (a.credit ?? '') >= (b.credit ?? '') ? 'a' : 'b'
}
