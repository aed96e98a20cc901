import { align } from './align.ts'
import type { Alignment } from './align.ts'
import type { CaptionLanguage } from './languages/index.ts'
import type { NormalisedCaption } from './normalise.ts'
import { hasWeight } from './token.ts'
import type { CaptionToken } from './token.ts'
import { noVocabulary, vocabularies } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One caption against the other: its words, where they are in the other, which are missing there. */
export interface Side {
  readonly caption: NormalisedCaption
  readonly tokens: readonly CaptionToken[]
  readonly partner: Int32Array
  /** Indexes of words with weight that the other does not have. */
  readonly missing: readonly number[]
  /** Words with weight in all. */
  readonly weight: number
}

export interface Differences {
  readonly a: Side
  readonly b: Side
  readonly alignment: Alignment
  /** Words with weight that both have. */
  readonly shared: number
  readonly vocabulary: Vocabulary
  readonly language: CaptionLanguage | undefined
}

/** Aligns two captions and lists what each has alone, leaving out what only a page or an unknown house added. */
export function differences(a: NormalisedCaption, b: NormalisedCaption): Differences {
  const alignment = align(a.tokens, b.tokens)
  pairCutWord(a, b, alignment.inB, alignment.inA)
  pairCutWord(b, a, alignment.inA, alignment.inB)
  const language = a.words.length >= b.words.length ? (a.language ?? b.language) : (b.language ?? a.language)
  const missingA = missingOf(a, alignment.inB)
  const missingB = missingOf(b, alignment.inA)
  const forgivenA = forgive(a.tokens, missingA, missingB, b.tokens)
  const forgivenB = forgive(b.tokens, missingB, missingA, a.tokens)
  let shared = 0
  for (let at = 0; at < a.tokens.length; at++) if (alignment.inB[at] !== -1 && hasWeight(a.tokens[at]!)) shared++
  return {
    a: { caption: a, tokens: a.tokens, partner: alignment.inB, missing: forgivenA, weight: a.weight },
    b: { caption: b, tokens: b.tokens, partner: alignment.inA, missing: forgivenB, weight: b.weight },
    alignment,
    shared,
    language,
    vocabulary: language === undefined ? noVocabulary : vocabularies.get(language)!,
  }
}

/** The last word of a text cut by a length limit may be half a word: "the threat from the extrem". */
function pairCutWord(cut: NormalisedCaption, full: NormalisedCaption, inFull: Int32Array, inCut: Int32Array): void {
  const last = cut.tokens.length - 1
  if (last < 3 || inFull[last] !== -1 || inFull[last - 1] === -1) return
  const next = inFull[last - 1]! + 1
  const word = cut.tokens[last]!.form
  if (next >= full.tokens.length || inCut[next] !== -1 || cut.tokens[last]!.kind === 'number') return
  if (!full.tokens[next]!.form.startsWith(word) || (!cut.truncated && word.length < 2)) return
  inFull[last] = next
  inCut[next] = last
}

function missingOf(caption: NormalisedCaption, partner: Int32Array): number[] {
  const missing: number[] = []
  for (let at = 0; at < partner.length; at++) if (partner[at] === -1 && hasWeight(caption.tokens[at]!)) missing.push(at)
  return missing
}

const longestKicker = 4
const longestUnknownCredit = 6

/**
 * Leaves out what is no part of a caption though nothing but its place shows it: a kicker before a colon or bar
 * ("Rail traffic: A train ..."), a credit of an unknown house behind the last sentence. Only while the other caption
 * has nothing of its own there.
 */
function forgive(
  tokens: readonly CaptionToken[],
  missing: readonly number[],
  others: readonly number[],
  otherTokens: readonly CaptionToken[],
): readonly number[] {
  if (missing.length === 0 || missing.length === tokens.length) return missing
  let from = 0
  let to = missing.length
  if (missing[0] === 0 && others[0] !== 0) {
    let end = 0
    while (end < missing.length && missing[end]! - end <= 2 && missing[end]! < longestKicker) end++
    const next = tokens[missing[end - 1]! + 1]
    if (next !== undefined && (next.before === ':' || next.before === '|')) from = end
  }
  if (missing.at(-1) === tokens.length - 1 && others.at(-1) !== otherTokens.length - 1) {
    let start = missing.length - 1
    while (start > from && missing[start]! - missing[start - 1]! <= 2) start--
    const first = creditStart(tokens, missing[start]!)
    if (first !== undefined && tokens.length - first <= longestUnknownCredit) to = start
  }
  return from === 0 && to === missing.length ? missing : missing.slice(from, to)
}

/** Where a run of names behind the last sentence or a bar begins, when the word given is its first of weight. */
function creditStart(tokens: readonly CaptionToken[], at: number): number | undefined {
  const first = tokens[at]!
  const apart = at > 0 && (first.sentence !== tokens[at - 1]!.sentence || first.before === '|' || first.before === '-')
  if (!apart) return undefined
  for (let index = at; index < tokens.length; index++) {
    const { kind, capital } = tokens[index]!
    if (!capital && kind !== 'function') return undefined
  }
  return at
}
