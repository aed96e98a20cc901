import type { Exchange } from './swaps.ts'

/** More different corrections than this in one story are another story. */
const mostCorrections = 3
/** Part of the letters of the longer name, from its ends, that a misspelt one keeps. */
const alikePart = 0.7
const shortestName = 4

/**
 * Says which exchanges put a name right and tell of nobody else: the wrong name stands nowhere in the corrected story
 * but in its note, the right one nowhere in the other, and either they are spelt nearly alike or one story is sent as a
 * correction. `readForms` gives the words of each story without what it has to itself, such as the note.
 */
export function findPutRight(
  exchanges: readonly Exchange[],
  correction: boolean,
  readForms: () => readonly [a: ReadonlySet<string>, b: ReadonlySet<string>],
): ReadonlySet<Exchange> {
  const possible = correction ? exchanges : exchanges.filter(areAlike)
  if (possible.length === 0) return none
  const [formsA, formsB] = readForms()
  const found = possible.filter(
    ({ a, b }) => a.every((form) => !formsB.has(form)) && b.every((form) => !formsA.has(form)),
  )
  const kinds = new Set(found.map(({ a, b }) => `${a.join(' ')}/${b.join(' ')}`))
  return kinds.size > mostCorrections ? none : new Set(found)
}

const none: ReadonlySet<Exchange> = new Set()

function areAlike({ a, b }: Exchange): boolean {
  return (
    a.every((form) => b.some((other) => isMisspelt(form, other))) &&
    b.every((form) => a.some((other) => isMisspelt(form, other)))
  )
}

function isMisspelt(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < shortestName) return false
  let head = 0
  while (head < short.length && short[head] === long[head]) head++
  let tail = 0
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail++
  return head > 0 && head + tail >= long.length * alikePart
}
