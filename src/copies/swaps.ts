import type { BodyWord } from './body.ts'
import { isCalendarWord } from './calendar.ts'
import { isNumberWord } from './number-words.ts'
import type { Passage } from './passages.ts'
import type { StoryPrint } from './print.ts'

/** Names that stand in one story at a place where the other has others. */
export interface Exchange {
  readonly a: readonly string[]
  readonly b: readonly string[]
}

/** A place between two shared passages where a name or a number is another one and the frame goes on around it. */
export interface Swap {
  readonly names: Exchange | undefined
  /** How many numbers. */
  readonly numbers: number
  /** It stands in the ledes of both. */
  readonly inLede: boolean
}

/** More words than this between two shared passages are new text and no substitution. */
const widestGap = 20
/** Part of the plain words in a gap that both sides have: the frame goes on in it. A rewritten sentence has fewer. */
const framePart = 0.5
const firstWords = 45

/** What was exchanged between shared passages, in the order of `a`. */
export function findSwaps(a: StoryPrint, b: StoryPrint, passages: readonly Passage[]): Swap[] {
  const swaps: Swap[] = []
  for (const [gapA, gapB] of framedGaps(a, b, passages)) {
    const [namesA, namesB] = [namesIn(gapA), namesIn(gapB)]
    const onlyA = namesA.filter((name) => !namesB.includes(name))
    const onlyB = namesB.filter((name) => !namesA.includes(name))
    const names = onlyA.length > 0 && onlyB.length > 0 ? { a: onlyA, b: onlyB } : undefined
    const numbers = countExchanged(numbersIn(gapA), numbersIn(gapB))
    if (names === undefined && numbers === 0) continue
    swaps.push({ names, numbers, inLede: gapA.from < firstWords && gapB.from < firstWords })
  }
  return swaps
}

/** The words of each story that both tell, in other words or the same: without what one has to itself, such as a note. */
export function readCommonForms(
  a: StoryPrint,
  b: StoryPrint,
  passages: readonly Passage[],
): readonly [ReadonlySet<string>, ReadonlySet<string>] {
  const found = [new Set<string>(), new Set<string>()] as const
  const add = (forms: Set<string>, { print, from, to }: Gap) => {
    for (const { form } of print.words.slice(from, to)) forms.add(form)
  }
  for (const passage of passages) {
    add(found[0], { print: a, from: passage.a, to: passage.a + passage.length })
    add(found[1], { print: b, from: passage.b, to: passage.b + passage.length })
  }
  for (const gaps of framedGaps(a, b, passages)) gaps.forEach((gap, side) => add(found[side]!, gap))
  return found
}

interface Gap {
  readonly print: StoryPrint
  readonly from: number
  readonly to: number
}

const isGap = ({ from, to }: Gap): boolean => to > from && to - from <= widestGap

function framedGaps(a: StoryPrint, b: StoryPrint, passages: readonly Passage[]): (readonly [Gap, Gap])[] {
  const found: (readonly [Gap, Gap])[] = []
  let previous: Passage = { a: 0, b: 0, length: 0 }
  for (const passage of passages) {
    const gapA: Gap = { print: a, from: previous.a + previous.length, to: passage.a }
    const gapB: Gap = { print: b, from: previous.b + previous.length, to: passage.b }
    previous = passage
    if (isGap(gapA) && isGap(gapB) && sameFrame(gapA, gapB)) found.push([gapA, gapB])
  }
  // the last words behind the last shared run are too few to be one: "ran to 3 columns", "ran to 4 columns"
  const endA: Gap = { print: a, from: previous.a + previous.length, to: a.words.length }
  const endB: Gap = { print: b, from: previous.b + previous.length, to: b.words.length }
  if (passages.length > 0 && isGap(endA) && isGap(endB) && sameFrame(endA, endB)) found.push([endA, endB])
  return found
}

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

const numbersIn = ({ print, from, to }: Gap): string[] =>
  print.words.slice(from, to).flatMap((word) => (word.digit ? [word.form] : []))

/** In a gap of no more words the first word of a sentence is taken for a name: "Tarnwell Inc. said", "Dunmarrow Inc. said". */
const shortGap = 3

/** Names in a stretch. Days and months are none: outlets write "today" for them. Nor is "Seven" at the head of a sentence. */
const namesIn = ({ print, from, to }: Gap): string[] =>
  print.words.slice(from, to).flatMap((word) => (isName(word, to - from) ? [word.form] : []))

function isName({ form, digit, name, opens }: BodyWord, gap: number): boolean {
  return !digit && (name || (opens && gap <= shortGap)) && !isCalendarWord(form) && !isNumberWord(form)
}

/** How many of one side the other has not; none when either side has nothing of its own. */
function countExchanged(left: readonly string[], right: readonly string[]): number {
  const only = (one: readonly string[], other: readonly string[]) => one.filter((form) => !other.includes(form)).length
  return Math.min(only(left, right), only(right, left))
}
