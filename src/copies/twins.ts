import type { Passage } from './passages.ts'
import type { StoryPrint } from './print.ts'
import { findPutRight } from './put-right.ts'
import { findSwaps, readCommonForms } from './swaps.ts'

/** What changed places in two texts with the same frame. */
export interface Substitutions {
  /** Places where a number or a name stands in one text and another in the other. */
  readonly facts: number
  /** Of those: names. */
  readonly names: number
  /** Numbers exchanged at all these places. */
  readonly numbers: number
  /** Of the names: in the ledes of both, and the name is nowhere else in the other text. */
  readonly ledeNames: number
  /** Part of the numbers of the one that has fewer which stand in the other; undefined when it has hardly any. */
  readonly numbersKept: number | undefined
}

/**
 * Counts what was exchanged between shared passages. In a trimmed or edited copy whole sentences come and go; in two
 * fillings of one template (earnings, weather, results) the frame stands and a name or a number is another one. A name
 * that was put right wherever it stands is one exchange, and no other name.
 */
export function countSubstitutions(a: StoryPrint, b: StoryPrint, passages: readonly Passage[]): Substitutions {
  const swaps = findSwaps(a, b, passages)
  const exchanges = swaps.flatMap((swap) => swap.names ?? [])
  const putRight = findPutRight(exchanges, a.correction || b.correction, () => readCommonForms(a, b, passages))
  let facts = putRight.size > 0 ? 1 : 0
  let names = 0
  let ledeNames = 0
  let numbers = 0
  let known: readonly [ReadonlySet<string>, ReadonlySet<string>] | undefined
  for (const swap of swaps) {
    numbers += swap.numbers
    const otherNames = swap.names === undefined || putRight.has(swap.names) ? undefined : swap.names
    if (otherNames === undefined && swap.numbers === 0) continue
    facts++
    if (otherNames === undefined) continue
    names++
    if (!swap.inLede) continue
    known ??= [formsOf(a), formsOf(b)]
    const [formsA, formsB] = known
    if (areStrangers(otherNames.a, formsB) || areStrangers(otherNames.b, formsA)) ledeNames++
  }
  return { facts, names, ledeNames, numbers, numbersKept: keepNumbers(a, b) }
}

const formsOf = (print: StoryPrint): ReadonlySet<string> => new Set(print.words.map((word) => word.form))

/** The names stand nowhere in the other text. */
const areStrangers = (names: readonly string[], others: ReadonlySet<string>): boolean =>
  names.every((name) => !others.has(name))

/** With fewer different numbers nothing can be said. */
const leastNumbers = 5

function keepNumbers(a: StoryPrint, b: StoryPrint): number | undefined {
  const [numbersA, numbersB] = [a, b].map(
    (print) => new Set(print.words.flatMap((word) => (word.digit ? [word.form] : []))),
  ) as [Set<string>, Set<string>]
  const [few, many] = numbersA.size <= numbersB.size ? [numbersA, numbersB] : [numbersB, numbersA]
  if (few.size < leastNumbers) return undefined
  return [...few].filter((number) => many.has(number)).length / few.size
}
