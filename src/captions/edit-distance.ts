import type { CaptionToken } from './token.ts'

/** What one edit does: letters swapped, one more or less, one replaced; `none` when it takes more than allowed. */
export type Edit = 'equal' | 'swap' | 'insert' | 'replace' | 'none'

/** The single edit that makes one word the other. */
export function singleEdit(a: string, b: string): Edit {
  if (a === b) return 'equal'
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return 'none'
  let head = 0
  while (head < short.length && short[head] === long[head]) head++
  let tail = 0
  while (tail < short.length - head && short[short.length - 1 - tail] === long[long.length - 1 - tail]) tail++
  if (short.length < long.length) return head + tail >= short.length ? 'insert' : 'none'
  const differing = short.length - head - tail
  if (differing === 1) return 'replace'
  const swapped = differing === 2 && short[head] === long[head + 1] && short[head + 1] === long[head]
  return swapped ? 'swap' : 'none'
}

/** True when two single edits suffice; for words of ten letters and more. */
function twoEdits(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const left = a.slice(head, a.length - tail)
  const right = b.slice(head, b.length - tail)
  return left.length <= 2 && right.length <= 2
}

/**
 * True when two words are one word misspelt: one edit from six letters, two from ten, the first letter unchanged, never
 * for digits. Names are stricter, because Andersen and Anderson, Gambia and Zambia are not the same: no letter may be
 * replaced, and none be added at the end but that of a demonym ("Israel", "Israeli").
 */
export function misspelt(a: CaptionToken, b: CaptionToken): boolean {
  const [x, y] = [a.form, b.form]
  const longest = Math.max(x.length, y.length)
  if (longest < 6 || x[0] !== y[0] || a.kind === 'number' || b.kind === 'number') return false
  const name = a.capital && b.capital
  return oneSpelling(x, y, name, longest) && !turned(x, y)
}

function oneSpelling(x: string, y: string, name: boolean, longest: number): boolean {
  switch (singleEdit(x, y)) {
    case 'equal':
      return true
    case 'swap':
      // "Tveitnes" without its plural and "Tveiten": endings tell names apart
      return !name || x.at(-1) === y.at(-1)
    case 'insert':
      return !name || insertedInName(x, y)
    case 'replace':
      return !name && longest >= 8
    default:
      return !name && Math.min(x.length, y.length) >= 10 && twoEdits(x, y)
  }
}

/**
 * Beginnings that turn a word into another one: to come in and to go out are one letter apart in Russian ("входит",
 * "выходит"), Polish and Czech, boarding and alighting in German ("einsteigen" is not alone: "aufgestiegen", "ausgestiegen").
 */
const beginnings: readonly (readonly string[])[] = [
  ['an', 'ab', 'auf', 'aus'],
  ['aan', 'af'],
  ['op', 'om'],
  ['ver', 'vor'],
  ['upp', 'ut'],
  ['в', 'вы', 'ви'],
  ['w', 'wy'],
  ['v', 'vy'],
  ['при', 'про', 'пере', 'пре'],
  ['pri', 'pro', 'pre', 'przy', 'prze'],
]
/** "Açılıyor", "açılmıyor": Turkish says no inside the word. */
const turkishNot = /m[iu]yor|m[ae](?:d[iu]|z|y[ae]c|mis|y[ae])/u

/** True when the few letters in which two words differ are those that make another word of one. */
function turned(x: string, y: string): boolean {
  for (const group of beginnings) {
    for (const one of group) {
      if (!x.startsWith(one)) continue
      const rest = x.slice(one.length)
      if (
        group.some(
          (other) =>
            other !== one && y.length === other.length + rest.length && y.startsWith(other) && y.endsWith(rest),
        )
      )
        return true
    }
  }
  return turkishNot.test(x) !== turkishNot.test(y)
}

function insertedInName(x: string, y: string): boolean {
  const [short, long] = x.length < y.length ? [x, y] : [y, x]
  if (short.length < 6) return false
  return long.startsWith(short) ? /[nise]$/u.test(long) && long.length >= 7 : long.length >= 7
}
