import type { Differences, Side } from './differences.ts'
import { relationChanged } from './relations.ts'
import type { CaptionToken } from './token.ts'

/** Why two captions tell different facts although most of their words agree; undefined when none contradicts. */
export function factConflict(differences: Differences): string | undefined {
  const { a, b } = differences
  if (lonely(a, 'number') && lonely(b, 'number')) return 'a number differs'
  if (countChanged(a, b) || countChanged(b, a)) return 'a number differs'
  if (negationConflict(a, b) || negationConflict(b, a)) return 'one side negates'
  if (oppositeWords(differences)) return 'an opposite word stands in its place'
  if (relationChanged(differences)) return 'a preposition says something else'
  if (positionMoved(differences)) return 'left and right changed places'
  if (namesSwapped(differences)) return 'names changed places'
  return undefined
}

const lonely = (side: Side, kind: CaptionToken['kind']): boolean =>
  side.missing.some((at) => side.tokens[at]!.kind === kind)

const oneWords = new Set('a an one ein eine un une una um uma uno een en ett et един один одна'.split(' '))

/** "Three pump jacks" and "a pump jack": a number here stands where the other side says one. */
function countChanged(side: Side, other: Side): boolean {
  return side.missing.some((at) => {
    if (side.tokens[at]!.kind !== 'number' || side.tokens[at]!.form === '1') return false
    const next = side.partner[at + 1] ?? -1
    const article = next > 0 && other.partner[next - 1] === -1 ? other.tokens[next - 1]! : undefined
    return article !== undefined && oneWords.has(article.form) && article.sentence === other.tokens[next]!.sentence
  })
}

/**
 * A negation on one side only. One that came with a whole sentence or a trailing clause of its own proves nothing: the
 * other caption was merely cut shorter.
 */
function negationConflict(side: Side, other: Side): boolean {
  const { tokens, partner } = side
  for (let at = 0; at < tokens.length; at++) {
    if (partner[at] !== -1 || !negates(tokens, at)) continue
    let start = at
    while (start > 0 && partner[start - 1] === -1) start--
    let end = at + 1
    while (end < tokens.length && partner[end] === -1) end++
    const first = tokens[start]!
    const opens = start === 0 || first.sentence !== tokens[start - 1]!.sentence || first.before !== ''
    const closes = end === tokens.length || tokens[end]!.sentence !== tokens[end - 1]!.sentence
    if (closes && (opens || other.caption.truncated || end - start >= 5)) continue
    if (start === 0 && end - start >= 4) continue
    return true
  }
  return false
}

/** Japanese and Thai negate within a run of characters: "なかった", "ไม่". */
const negatingPairs = new Set(['ない', 'なか', 'ませ', 'ไม่'])

function negates(tokens: readonly CaptionToken[], at: number): boolean {
  const { kind, form } = tokens[at]!
  return kind === 'negation' || (form.length <= 2 && negatingPairs.has(form + (tokens[at + 1]?.form ?? '')))
}

/** "from" here, "into" there, in the same place: behind or before the same matched word. */
function oppositeWords({ a, b, vocabulary }: Differences): boolean {
  if (vocabulary.opposites.size === 0) return false
  const left: number[] = []
  for (let at = 0; at < b.tokens.length; at++) if (b.partner[at] === -1) left.push(at)
  if (left.length === 0) return false
  for (let at = 0; at < a.tokens.length; at++) {
    const opposites = a.partner[at] === -1 ? vocabulary.opposites.get(a.tokens[at]!.form) : undefined
    if (opposites && left.some((other) => opposites.has(b.tokens[other]!.form) && samePlace(a, at, b, other)))
      return true
  }
  return false
}

function samePlace(a: Side, at: number, b: Side, other: number): boolean {
  const before = neighbour(a, at, -1)
  const after = neighbour(a, at, 1)
  return (
    (before !== undefined && a.partner[before] === neighbour(b, other, -1)) ||
    (after !== undefined && a.partner[after] === neighbour(b, other, 1))
  )
}

/** The nearest word in a direction that has a partner. */
function neighbour({ tokens, partner }: Side, at: number, step: 1 | -1): number | undefined {
  for (let index = at + step; index >= 0 && index < tokens.length; index += step)
    if (partner[index] !== -1) return index
  return undefined
}

function positionMoved({ a, alignment }: Differences): boolean {
  return alignment.moved.some((at) => a.tokens[at]!.kind === 'position')
}

/**
 * Names that changed places: "Doe greets Roe" and "Roe greets Doe". A place or a phrase that moved as a
 * whole stands behind the same small word in both.
 */
function namesSwapped({ a, b, alignment }: Differences): boolean {
  const { moved, inB } = alignment
  if (moved.length < 2) return false
  for (let index = 0; index < moved.length; index++) {
    const start = moved[index]!
    let end = start
    while (moved[index + 1] === end + 1) {
      index++
      end++
    }
    const isName = (at: number): boolean => a.tokens[at]!.capital && b.tokens[inB[at]!]!.capital
    const names = moved.filter((at) => at >= start && at <= end && isName(at)).length
    if (names < 2) continue
    const before = a.tokens[start - 1]
    const other = b.tokens[inB[start]! - 1]
    const sameJoint = before?.kind === 'function' && other?.kind === 'function' && before.form === other.form
    if (!sameJoint) return true
  }
  return false
}
