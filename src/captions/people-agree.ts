import { foldWord } from './fold.ts'
import type { NormalisedCaption } from './normalise.ts'

const nameKey = (name: string): string =>
  foldWord(name)
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

/** True when two printed names can be one photographer: equal, or the same surname with a fitting first initial. */
export function samePhotographer(a: string, b: string): boolean {
  const [x, y] = [nameKey(a), nameKey(b)]
  if (x === y) return true
  const [partsX, partsY] = [x.split(' '), y.split(' ')]
  if (partsX.at(-1) !== partsY.at(-1)) return x.startsWith(y + ' ') || y.startsWith(x + ' ')
  return (
    partsX[0]![0] === partsY[0]![0] && (partsX[0]!.length === 1 || partsY[0]!.length === 1 || partsX[0] === partsY[0])
  )
}

/** Both captions name photographers, and none of one can be one of the other. */
export function photographersConflict(a: NormalisedCaption, b: NormalisedCaption): boolean {
  if (a.photographers.length === 0 || b.photographers.length === 0) return false
  // a Greek and a Latin spelling may be one name: nobody can tell
  if (a.photographers.some(isLatin) !== b.photographers.some(isLatin)) return false
  return !photographersAgree(a, b)
}

const isLatin = (name: string): boolean => /\p{Script=Latin}{2}/u.test(name)

/** Both captions name photographers, and one of them is the same. */
export function photographersAgree(a: NormalisedCaption, b: NormalisedCaption): boolean {
  return a.photographers.some((name) => b.photographers.some((other) => samePhotographer(name, other)))
}

/** Both captions name agencies, and one of them is the same. */
export function agenciesAgree(a: NormalisedCaption, b: NormalisedCaption): boolean {
  return a.agencies.some((name) => b.agencies.includes(name))
}
