import { isCalendarWord } from './calendar.ts'
import type { Passage } from './passages.ts'
import type { StoryPrint } from './print.ts'

/** What changed places in two texts with the same frame. */
export interface Substitutions {
  /** Places where a number or a name stands in one text and another in the other. */
  readonly facts: number
  /** Of those: names. */
  readonly names: number
  /** Of those: in the ledes of both, and the name is nowhere else in the other text. */
  readonly ledeNames: number
  /** Part of the numbers of the one that has fewer which stand in the other; undefined when it has hardly any. */
  readonly numbersKept: number | undefined
}

/** More words than this between two shared passages are new text and no substitution. */
const widestGap = 20
/** Part of the plain words in a gap that both sides have: the frame goes on in it. A rewritten sentence has fewer. */
const framePart = 0.5
const firstWords = 45

/**
 * Counts what was exchanged between shared passages. In a trimmed or edited copy whole sentences come and go; in two
 * fillings of one template (earnings, weather, results) the frame stands and a name or a number is another one.
 */
export function countSubstitutions(a: StoryPrint, b: StoryPrint, passages: readonly Passage[]): Substitutions {
  let facts = 0
  let names = 0
  let ledeNames = 0
  let known: readonly [ReadonlySet<string>, ReadonlySet<string>] | undefined
  let previous: Passage = { a: 0, b: 0, length: 0 }
  for (const passage of passages) {
    const gapA: Gap = { print: a, from: previous.a + previous.length, to: passage.a }
    const gapB: Gap = { print: b, from: previous.b + previous.length, to: passage.b }
    previous = passage
    if (!isGap(gapA) || !isGap(gapB) || !sameFrame(gapA, gapB)) continue
    const namesA = namesIn(gapA)
    const namesB = namesIn(gapB)
    const otherName = exchanged(namesA, namesB)
    if (!otherName && !exchanged(numbersIn(gapA), numbersIn(gapB))) continue
    facts++
    if (!otherName) continue
    names++
    if (gapA.from >= firstWords || gapB.from >= firstWords) continue
    known ??= [formsOf(a), formsOf(b)]
    const [formsA, formsB] = known
    if (isStranger(namesA, namesB, formsB) || isStranger(namesB, namesA, formsA)) ledeNames++
  }
  return { facts, names, ledeNames, numbersKept: keepNumbers(a, b) }
}

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

interface Gap {
  readonly print: StoryPrint
  readonly from: number
  readonly to: number
}

const isGap = ({ from, to }: Gap): boolean => to > from && to - from <= widestGap

function sameFrame(left: Gap, right: Gap): boolean {
  const [plainLeft, plainRight] = [plainWordsIn(left), plainWordsIn(right)]
  const most = Math.max(plainLeft.size, plainRight.size)
  if (most === 0) return true
  let shared = 0
  for (const form of plainLeft) if (plainRight.has(form)) shared++
  return shared >= most * framePart
}

const plainWordsIn = ({ print, from, to }: Gap): ReadonlySet<string> =>
  new Set(print.words.slice(from, to).flatMap((word) => (word.digit || word.name || word.opens ? [] : [word.form])))

function formsOf(print: StoryPrint): ReadonlySet<string> {
  return new Set(print.words.map((word) => word.form))
}

const numbersIn = ({ print, from, to }: Gap): string[] =>
  print.words.slice(from, to).flatMap((word) => (word.digit ? [word.form] : []))

/** In a gap of no more words the first word of a sentence is taken for a name: "Tarnwell Inc. said", "Dunmarrow Inc. said". */
const shortGap = 3

/** Names in a stretch. Days and months are none: outlets write "today" for them. */
const namesIn = ({ print, from, to }: Gap): string[] =>
  print.words
    .slice(from, to)
    .flatMap((word) =>
      !word.digit && (word.name || (word.opens && to - from <= shortGap)) && !isCalendarWord(word.form)
        ? [word.form]
        : [],
    )

/** Each side has something that the other has not. */
function exchanged(left: readonly string[], right: readonly string[]): boolean {
  return left.some((form) => !right.includes(form)) && right.some((form) => !left.includes(form))
}

/** The names that only this side has here stand nowhere in the other text. */
function isStranger(names: readonly string[], across: readonly string[], others: ReadonlySet<string>): boolean {
  return names.every((name) => across.includes(name) || !others.has(name))
}
