import type { Differences, Side } from './differences.ts'
import { foldWord } from './fold.ts'
import { relationWords } from './relation-words.ts'
import type { Relation } from './relation-words.ts'

/** Relations that papers swap for each other: "at the meeting", "during the meeting", "a rally for the party". */
const plain = new Set<Relation>(['at', 'from', 'of', 'to', 'for', 'about', 'with'])
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

/**
 * True when between the same two words one caption says "before" and the other "after" or "at": the same scene another
 * moment, the same house another side. A preposition that is merely missing tells nothing.
 */
export function relationChanged({ a, b, language }: Differences): boolean {
  const words = language === undefined ? undefined : byLanguage.get(language)
  if (words === undefined) return false
  for (let start = 0; start < a.tokens.length; start++) {
    if (a.partner[start] !== -1) continue
    let end = start
    while (end < a.tokens.length && a.partner[end] === -1) end++
    const from = start === 0 ? 0 : a.partner[start - 1]! + 1
    const to = end === a.tokens.length ? b.tokens.length : a.partner[end]!
    if (to > from && to - from <= longestGap && end - start <= longestGap) {
      if (contradict(said(a, start, end, words), said(b, from, to, words))) return true
    }
    start = end
  }
  return false
}

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

function contradict(a: readonly Relation[], b: readonly Relation[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((x) => b.some((y) => compatible(x, y)))
}

function compatible(x: Relation, y: Relation): boolean {
  if (x === y) return true
  const pair = x < y ? `${x} ${y}` : `${y} ${x}`
  return plain.has(x) && plain.has(y) ? !opposed.has(pair) : tolerated.has(pair)
}

const opposed: ReadonlySet<string> = new Set(['from to', 'at from', 'of to'])
/** In front of the court is outside it; who is for something votes for it. */
const tolerated: ReadonlySet<string> = new Set(['front outside', 'for pro'])
