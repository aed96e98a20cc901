import type { Differences, Side } from './differences.ts'
import { foldWord } from './fold.ts'
import { relationWords, smallPrepositions } from './relation-words.ts'
import type { CaptionLanguage } from './languages/index.ts'
import type { Relation } from './relation-words.ts'
import type { CaptionToken } from './token.ts'

/** Relations that papers swap for each other: "at the meeting", "during the meeting", "a rally for the party". */
const plain = new Set<Relation>(['at', 'from', 'out', 'of', 'to', 'for', 'about', 'with'])
/** A gap longer than this was rewritten: other rules judge it. */
const longestGap = 5

const byLanguage: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<Relation>>> = new Map(
  Object.entries(relationWords).map(([language, relations]) => {
    const words = new Map<string, Set<Relation>>()
    for (const [relation, list] of Object.entries(relations) as [Relation, string][]) {
      for (const word of list.split(' ').map(foldWord)) words.set(word, (words.get(word) ?? new Set()).add(relation))
    }
    return [language, words] as const
  }),
)

const smallByLanguage: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(smallPrepositions).map(([language, list]) => [language, new Set(list.split(' ').map(foldWord))]),
)

/**
 * True when between the same two words one caption says "before" and the other "after" or "at": the same scene another
 * moment, the same house another side. A preposition that is merely missing tells nothing. Captions of few words may be
 * taken for one language here and its neighbour there, so both are asked.
 */
export function relationChanged({ a, b }: Differences): boolean {
  const [one, other] = [a.caption.language, b.caption.language]
  return (one !== undefined && changedIn(one, a, b)) || (other !== undefined && other !== one && changedIn(other, a, b))
}

function changedIn(language: CaptionLanguage, a: Side, b: Side): boolean {
  const words = byLanguage.get(language)
  const small = smallByLanguage.get(language)
  if (words === undefined && small === undefined) return false
  for (let start = 0; start < a.tokens.length; start++) {
    if (a.partner[start] !== -1) continue
    let end = start
    while (end < a.tokens.length && a.partner[end] === -1) end++
    const from = start === 0 ? 0 : a.partner[start - 1]! + 1
    const to = end === a.tokens.length ? b.tokens.length : a.partner[end]!
    if (to > from && to - from <= longestGap && end - start <= longestGap) {
      if (words && contradict(language, said(a, start, end, words), said(b, from, to, words))) return true
      if (small && replaced(small, a, start, end, b, from, to)) return true
    }
    start = end
  }
  return false
}

/** A small preposition here, one other word there, and nothing else in the gap. */
function replaced(
  small: ReadonlySet<string>,
  a: Side,
  start: number,
  end: number,
  b: Side,
  from: number,
  to: number,
): boolean {
  if (end - start !== 1 || to - from !== 1 || b.partner[from] !== -1) return false
  const [one, other] = [a.tokens[start]!, b.tokens[from]!]
  return (small.has(one.form) && isWord(other)) || (small.has(other.form) && isWord(one))
}

const isWord = ({ kind, capital }: CaptionToken): boolean => kind === 'content' && !capital

function said(
  side: Side,
  from: number,
  to: number,
  words: ReadonlyMap<string, ReadonlySet<Relation>>,
): readonly Relation[] {
  const relations: Relation[] = []
  for (let at = from; at < to; at++) {
    if (side.partner[at] === -1) relations.push(...(words.get(side.tokens[at]!.form) ?? []))
  }
  const telling = relations.filter((relation) => !plain.has(relation))
  return telling.length > 0 ? telling : relations
}

function contradict(language: CaptionLanguage, a: readonly Relation[], b: readonly Relation[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((x) => b.some((y) => compatible(language, x, y)))
}

function compatible(language: CaptionLanguage, x: Relation, y: Relation): boolean {
  if (x === y) return true
  const pair = x < y ? `${x} ${y}` : `${y} ${x}`
  if (!plain.has(x) || !plain.has(y)) return tolerated.has(pair)
  return !opposed.has(pair) && opposedIn[language]?.has(pair) !== true
}

const opposed: ReadonlySet<string> = new Set(['from to', 'at from', 'of to', 'for from', 'out to', 'at out', 'for out'])
/** "Protesta por la autopista", "sobre la autopista"; "fined for" and "fined over" are one. Out of a house is not from its door. */
const opposedIn: Readonly<Partial<Record<CaptionLanguage, ReadonlySet<string>>>> = {
  es: new Set(['about for']),
  pt: new Set(['about for']),
  ru: new Set(['about for', 'from out']),
}
/** In front of the court is outside it; who is for something votes for it. */
const tolerated: ReadonlySet<string> = new Set(['front outside', 'for pro'])
