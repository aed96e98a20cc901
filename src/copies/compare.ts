import { ownShingles } from './discount.ts'
import type { Shingles } from './discount.ts'
import { gatherEvidence } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import { judge, leastPart } from './judge.ts'
import { findPassages } from './passages.ts'
import type { Passage } from './passages.ts'
import { printStory } from './print.ts'
import type { StoryPrint } from './print.ts'
import type { CopyRelation } from './relation.ts'
import type { CopyStory } from './story-text.ts'
import { countSubstitutions } from './twins.ts'

/** A run of text that both stories have: characters of each body text, end exclusive. */
export interface SharedPassage {
  readonly a: readonly [from: number, to: number]
  readonly b: readonly [from: number, to: number]
  readonly words: number
}

export interface CopyComparison {
  readonly relation: CopyRelation
  /** Part of the own text of `a` that stands in `b`, 0 to 1. Text that recurs in a source is not counted. */
  readonly aInB: number
  readonly bInA: number
  /** Longest first, at most fifty. */
  readonly passages: readonly SharedPassage[]
  readonly reasons: readonly string[]
}

/** Sketch hashes that recur in the source of each story: boilerplate, not news. */
export interface Recurring {
  readonly a?: ReadonlySet<number>
  readonly b?: ReadonlySet<number>
}

const mostPassages = 50
const none: ReadonlySet<number> = new Set()

/** Compares two stories of different outlets. Symmetric, pure, linear in the length of the texts. */
export function compareStories(a: CopyStory, b: CopyStory, recurring: Recurring = {}): CopyComparison {
  return comparePrints(printStory(a), printStory(b), recurring)
}

/** The same for prints that were made before. */
export function comparePrints(a: StoryPrint, b: StoryPrint, recurring: Recurring = {}): CopyComparison {
  // Passages are looked for from one side; taking the longer text first makes the answer the same from both.
  const turned = b.words.length > a.words.length || (b.words.length === a.words.length && b.bodyHash > a.bodyHash)
  return turned ? mirror(compareOrdered(b, a, recurring)) : compareOrdered(a, b, recurring)
}

function mirror({ relation, aInB, bInA, passages, reasons }: CopyComparison): CopyComparison {
  return {
    relation,
    aInB: bInA,
    bInA: aInB,
    passages: passages.map(({ a, b, words }) => ({ a: b, b: a, words })),
    reasons,
  }
}

function compareOrdered(a: StoryPrint, b: StoryPrint, recurring: Recurring): CopyComparison {
  const foreign = union(recurring.a ?? none, recurring.b ?? none)
  const ownA = ownShingles(a, foreign)
  const ownB = ownShingles(b, foreign)
  const shared = countShared(ownA, ownB)
  // Most candidates share a phrase and no more; where the passages lie does not matter for them.
  const passages = shared < leastPart * Math.min(ownA.size, ownB.size) ? [] : findPassages(a, b)
  const evidence: Evidence = gatherEvidence(a, b, {
    ownA: ownA.size,
    ownB: ownB.size,
    shared,
    passages,
    substitutions: countSubstitutions(a, b, passages),
  })
  const { relation, reasons } = judge(evidence)
  return {
    relation,
    aInB: evidence.aInB,
    bInA: evidence.bInA,
    passages: relation === 'different' ? [] : describePassages(a, b, passages),
    reasons,
  }
}

function union(a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> {
  if (a.size === 0) return b
  return b.size === 0 ? a : new Set([...a, ...b])
}

function countShared(a: Shingles, b: Shingles): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let count = 0
  for (const hash of small.keys()) if (large.has(hash)) count++
  return count
}

function describePassages(a: StoryPrint, b: StoryPrint, passages: readonly Passage[]): SharedPassage[] {
  return [...passages]
    .sort((left, right) => right.length - left.length || left.a - right.a)
    .slice(0, mostPassages)
    .map((passage) => ({
      a: spanOf(a, passage.a, passage.length),
      b: spanOf(b, passage.b, passage.length),
      words: passage.length,
    }))
}

function spanOf(print: StoryPrint, at: number, length: number): readonly [number, number] {
  return [print.words[at]!.start, print.words[at + length - 1]!.end]
}
