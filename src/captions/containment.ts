import type { Differences, Side } from './differences.ts'
import { photographersAgree } from './people-agree.ts'
import { hasWeight } from './token.ts'

/** Fewer words with weight than this can stand in another picture's caption by chance. */
const leastContained = 5

/**
 * Why the richer caption is not that of the same picture although it holds every word of the shorter: the words lie
 * scattered, or what it adds changes who acts ("A supporter listens as ..."). Undefined when nothing speaks against.
 */
export function containmentDoubt(richer: Side, shorter: Side, differences: Differences): string | undefined {
  if (shorter.weight < leastContained) return shortDoubt(richer, shorter)
  const matched = matchedIndexes(richer)
  const first = matched[0]!
  const last = matched.at(-1)!
  const { subordinators, functionWords } = differences.vocabulary
  const leads = (end: number, from: number): boolean => {
    const words = [richer.tokens[end - 1], richer.tokens[end - 2]].filter((_, back) => end - 1 - back >= from)
    if (words.some((token) => token !== undefined && subordinators.has(token.form) && token.kind === 'function'))
      return true
    return false
  }
  if (first > 0) {
    const joint = richer.tokens[first - 1]!
    const opensCaption = richer.tokens[first]!.before !== ''
    if (!opensCaption && leads(first, 0)) return 'the richer one opens with a clause of its own'
    const weighty = richer.missing.filter((at) => at < first)
    if (
      !opensCaption &&
      weighty.length > 0 &&
      weighty.length <= 5 &&
      joint.kind === 'function' &&
      functionWords.has(joint.form) &&
      !isArticle(joint.form)
    ) {
      return 'the richer one opens with another subject'
    }
    const sentence = richer.tokens[first]!.sentence
    if (weighty.filter((at) => richer.tokens[at]!.sentence < sentence).length >= 4) {
      return 'only a later sentence of the richer one agrees'
    }
  }
  return gapDoubt(richer, shorter, matched, first, last, leads)
}

const articles = new Set(
  'a an the der die das den dem des ein eine le la les l un une el los las il lo gli o os as de het en ett et'.split(
    ' ',
  ),
)
const isArticle = (form: string): boolean => articles.has(form)

function gapDoubt(
  richer: Side,
  shorter: Side,
  matched: readonly number[],
  first: number,
  last: number,
  leads: (end: number, from: number) => boolean,
): string | undefined {
  let gaps = 0
  let words = 0
  for (let index = 1; index < matched.length; index++) {
    const [from, to] = [matched[index - 1]!, matched[index]!]
    if (to === from + 1) continue
    const inside = richer.missing.filter((at) => at > from && at < to).length
    if (inside === 0) continue
    gaps++
    words += inside
    const [p, q] = [richer.partner[from]!, richer.partner[to]!]
    const sameSentence = shorter.tokens[p]!.sentence === shorter.tokens[q]!.sentence
    if (inside >= 3 && sameSentence && richer.tokens[from]!.sentence !== richer.tokens[to]!.sentence) {
      return 'the words agree across sentences only'
    }
    if (sameSentence && leads(to, from + 1)) return 'the richer one adds another action'
    if (sameSentence && joinsSubject(richer, from, to)) return 'the richer one names another person who acts'
    if (richer.tokens[from]!.possessive && !shorter.tokens[p]!.possessive)
      return 'the richer one tells of another subject'
  }
  const spread = last - first + 1
  if (gaps > Math.max(2, shorter.weight / 6) || (gaps > 0 && words > Math.max(6, shorter.weight)) || spread === 0) {
    return 'the words agree in scattered places only'
  }
  return undefined
}

const andWords = new Set('and und et y e i en och og ja и και & sowie'.split(' '))

/** "Doe and Roe wave" against "Doe waves": a name joined to the subject, before anything is said to happen. */
function joinsSubject(richer: Side, from: number, to: number): boolean {
  const joint = richer.tokens[from + 1]!
  if (!andWords.has(joint.form) || joint.kind !== 'function') return false
  if (!richer.missing.some((at) => at > from && at < to && richer.tokens[at]!.capital)) return false
  for (let at = from; at >= 0 && richer.tokens[at]!.sentence === joint.sentence; at--) {
    const { capital, kind } = richer.tokens[at]!
    if (!capital && kind === 'content') return false
  }
  return true
}

/** A short caption must stand whole in the richer one, and something must vouch for it. */
function shortDoubt(richer: Side, shorter: Side): string | undefined {
  const matched = matchedIndexes(richer)
  const first = matched[0] ?? 0
  const last = matched.at(-1) ?? 0
  const whole = richer.missing.every((at) => at < first || at > last)
  if (!whole || matched.length === 0) return 'too few words, and not in one place'
  if (richer.missing.length === 0) return undefined
  const next = richer.tokens[last + 1]
  const sentenceOfItsOwn = next === undefined || next.before === ':' || next.sentence !== richer.tokens[last]!.sentence
  const opens = !richer.missing.some((at) => at < first)
  const inFirstSentence = richer.tokens[first]!.sentence === richer.tokens[0]!.sentence
  if (inFirstSentence && photographersAgree(richer.caption, shorter.caption)) return undefined
  if (opens && sentenceOfItsOwn && shorter.weight >= 3) return undefined
  return 'too few words agree'
}

function matchedIndexes(side: Side): number[] {
  const matched: number[] = []
  for (let at = 0; at < side.tokens.length; at++)
    if (side.partner[at] !== -1 && hasWeight(side.tokens[at]!)) matched.push(at)
  return matched
}
