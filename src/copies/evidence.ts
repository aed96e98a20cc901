import { ownAgency } from './agency.ts'
import { tellOfOthers } from './headlines.ts'
import type { Passage } from './passages.ts'
import type { StoryPrint } from './print.ts'
import type { Substitutions } from './twins.ts'

/** Everything a judgement rests on; symmetric in the two stories. */
export interface Evidence {
  readonly aInB: number
  readonly bInA: number
  /** Shingles that both have. */
  readonly shared: number
  /** Own shingles of the shorter and of the longer story. */
  readonly shorter: number
  readonly longer: number
  readonly sameWords: boolean
  /** Words of the one that has fewer, boilerplate among them. */
  readonly words: number
  /** Milliseconds between the stretches in which the stories were made; 0 when a time is unknown or they overlap. */
  readonly apart: number
  readonly sameAgency: string | undefined
  readonly sameDateline: boolean
  readonly sameSlug: boolean
  readonly sameHeadline: boolean
  /** One names the other by id or address. */
  readonly linked: boolean
  /** The first words of one stand at the head of the other. */
  readonly sharedLede: boolean
  /** The two begin with the same words. */
  readonly beginAlike: boolean
  readonly sameOutlet: boolean
  /** Of two stories of one outlet: each headline names what its own lede tells of and the other story nowhere. */
  readonly otherSubject: boolean
  /** The shorter, boilerplate and all, stands in the longer from its first words on, and no name or number is another. */
  readonly whole: boolean
  /** What they share is one paragraph below openings that differ: advice to readers, background, who a company is. */
  readonly standingText: boolean
  readonly substitutions: Substitutions
}

interface Counts {
  readonly ownA: number
  readonly ownB: number
  readonly shared: number
  readonly passages: readonly Passage[]
  readonly substitutions: Substitutions
}

/** Words at the head in which a shared lede must stand. */
const headWords = 90
/** Two that begin alike have it so far up. */
const firstWords = 20
/** Part of the words of a story that is printed whole. */
const wholePart = 0.97
/** Part of the lede's shingles that makes it shared. */
const ledePart = 0.5

/** Reads off two prints what speaks for and against one text. */
export function gatherEvidence(a: StoryPrint, b: StoryPrint, counts: Counts): Evidence {
  const { ownA, ownB, shared, passages, substitutions } = counts
  const sharedLede = ledeStands(a, b, headWords) || ledeStands(b, a, headWords)
  const beginAlike = ledeStands(a, b, firstWords) || ledeStands(b, a, firstWords)
  const sameOutlet = a.outlet !== '' && a.outlet === b.outlet
  const words = Math.min(a.words.length, b.words.length)
  const inPassages = passages.reduce((sum, { length }) => sum + length, 0)
  return {
    aInB: ownA === 0 ? 0 : shared / ownA,
    bInA: ownB === 0 ? 0 : shared / ownB,
    shared,
    shorter: Math.min(ownA, ownB),
    longer: Math.max(ownA, ownB),
    sameWords: a.bodyHash === b.bodyHash && a.words.length === b.words.length && a.words.length > 0,
    words,
    apart:
      a.made === undefined || b.made === undefined ? 0 : Math.max(0, a.made.from - b.made.to, b.made.from - a.made.to),
    sameAgency: agreeing(a, b),
    sameDateline: a.dateline !== '' && a.dateline === b.dateline,
    sameSlug: a.slug.length > 2 && a.slug === b.slug,
    sameHeadline: a.headline.length > 12 && a.headline === b.headline,
    linked: [...a.names].some((name) => b.names.has(name)),
    sharedLede,
    beginAlike,
    sameOutlet,
    otherSubject: sameOutlet && tellOfOthers(a, b),
    whole: beginAlike && substitutions.facts === 0 && inPassages >= words * wholePart,
    standingText:
      isStandingText(a, (passage) => passage.a, passages) && isStandingText(b, (passage) => passage.b, passages),
    substitutions,
  }
}

/** An agency both name, or one that is named by a page and publishes the other itself. */
function agreeing(a: StoryPrint, b: StoryPrint): string | undefined {
  for (const agency of a.agencies) if (b.agencies.has(agency)) return agency
  return ownAgency(a.outlet, b.agencies) ?? ownAgency(b.outlet, a.agencies)
}

function ledeStands(print: StoryPrint, other: StoryPrint, within: number): boolean {
  const to = Math.max(1, print.lede - 4)
  let found = 0
  for (let at = 0; at < Math.min(to, print.hashes.length); at++) {
    const place = other.places.get(print.hashes[at]!)
    if (place !== undefined && place < within) found++
  }
  return found > 0 && found / Math.min(to, print.hashes.length) >= ledePart
}

/** Part of what is shared that must stand in the one paragraph; stock phrases stand elsewhere. */
const standingPart = 0.9

/** Nearly all of what is shared stands in one paragraph, and that is not the first. */
function isStandingText(
  print: StoryPrint,
  placeOf: (passage: Passage) => number,
  passages: readonly Passage[],
): boolean {
  const counts = new Map<number, number>()
  let all = 0
  for (const passage of passages) {
    const from = placeOf(passage)
    const { paragraph } = print.words[from]!
    all += passage.length
    // what goes on into the next paragraph is more than a standing one
    if (print.words[from + passage.length - 1]!.paragraph !== paragraph) continue
    counts.set(paragraph, (counts.get(paragraph) ?? 0) + passage.length)
  }
  for (const [paragraph, count] of counts) if (count >= all * standingPart) return paragraph > 0
  return false
}
