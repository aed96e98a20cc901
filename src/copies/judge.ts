import type { Evidence } from './evidence.ts'
import type { CopyRelation } from './relation.ts'

interface Judgement {
  readonly relation: CopyRelation
  readonly reasons: string[]
}

/** Copies of one text are printed within three days. */
const windowMs = 72 * 3_600_000
/** At this containment a text is a copy when agency, dateline or a link agree. */
const copyPart = 0.5
/** Below this nothing is shared but phrases. */
export const leastPart = 0.25
/** Without agency, dateline or link the text itself must say it. */
const plainCopyPart = 0.6
const plainCopyShingles = 40
const ledeShingles = 30
/** So many words that say the same are the same, however much of them is a form that recurs. */
const enoughWords = 40
/** A brief shares little in numbers: then nearly all of it must agree. */
const briefShingles = 20
const briefPart = 0.8
/** One outlet's own stories are told apart by their ids; only a text that is printed twice is one. */
const sameOutletPart = 0.8
/** Of two that begin otherwise (a lede of the paper's own, a bundle of briefs) each has at least so much of the other. */
const localPart = 0.45
/** Or nearly all of the shorter stands near the head of the longer. */
const wholePart = 0.85
const localLeast = 0.25
/** Exchanged names and numbers for each shared word, from this many on: a template. */
const templateRate = 1 / 40
const templateFacts = 3
/** So many numbers exchanged are a drawing or a table, even in one place. */
const listOfNumbers = 5
/** A copy keeps the numbers of what it keeps. */
const leastNumbersKept = 0.34

const percent = (part: number): string => `${Math.round(part * 100)} %`

/** Weighs the evidence; the reasons say in words what decided. */
export function judge(evidence: Evidence): Judgement {
  const part = Math.max(evidence.aInB, evidence.bInA)
  const inTime = evidence.apart <= windowMs
  const reasons: string[] = []
  if (evidence.sameWords && inTime && (evidence.longer >= 4 || evidence.words >= enoughWords))
    return answer('same-copy', 'word for word the same')
  if (evidence.shared === 0) return answer(evidence.linked ? 'related' : 'different', 'no text is shared')
  reasons.push(`${percent(part)} of the shorter text stands in the longer`)
  if (evidence.linked) reasons.push('one names the other by id or address')
  const template = describeTemplate(evidence)
  if (template !== undefined) {
    const told = evidence.substitutions.names === 0 && (evidence.sameSlug || evidence.sharedLede)
    return answer(told && part >= leastPart ? 'related' : 'different', ...reasons, template)
  }
  if (part < leastPart) return answer(evidence.linked ? 'related' : 'different', ...reasons)
  const brief = evidence.shorter < briefShingles
  if (!standsWhole(evidence) && (part < copyPart || (brief && part < briefPart))) return judgePartly(evidence, reasons)
  const support = describeSupport(evidence, part)
  if (support.length === 0 && !evidence.linked)
    return answer(evidence.sharedLede || evidence.sameSlug ? 'related' : 'different', ...reasons)
  reasons.push(...support)
  if (!inTime) return answer('related', ...reasons, 'made more than 72 hours apart')
  if (isBundle(evidence)) return answer('related', ...reasons, 'the shorter stands inside another text')
  if (evidence.sameOutlet && Math.min(evidence.aInB, evidence.bInA) < sameOutletPart) {
    return answer('version', ...reasons, 'one outlet tells its own stories apart by id')
  }
  if (evidence.otherSubject) return answer('version', ...reasons, 'one outlet tells of another subject in each')
  return answer('same-copy', ...reasons)
}

const standsWhole = ({ whole, words }: Evidence): boolean => whole && words >= enoughWords

function answer(relation: CopyRelation, ...reasons: string[]): Judgement {
  return { relation, reasons }
}

/** A quarter to a half: a version when it begins alike, related when the slug agrees. */
function judgePartly(evidence: Evidence, reasons: readonly string[]): Judgement {
  if (evidence.linked) return answer('same-copy', ...reasons)
  if (evidence.sharedLede) return answer('version', ...reasons, 'the lede is shared')
  if (evidence.sameSlug) return answer('related', ...reasons, 'the slug is the same')
  return answer('different', ...reasons, 'neither lede nor slug is shared')
}

function describeSupport(evidence: Evidence, part: number): string[] {
  const found: string[] = []
  if (evidence.sameAgency !== undefined) found.push(`both are of ${evidence.sameAgency}`)
  if (evidence.sameDateline) found.push('the dateline is the same')
  if (evidence.sameHeadline) found.push('the headline is the same')
  const plain = part >= plainCopyPart && evidence.shared >= plainCopyShingles
  if (found.length === 0 && !evidence.linked && !evidence.standingText) {
    if (standsWhole(evidence)) found.push('the shorter stands whole at the head of the longer')
    else if (plain) found.push('long passages agree word for word')
    else if (evidence.sharedLede && evidence.shared >= ledeShingles) found.push('the lede is shared')
  }
  return found
}

/** A brief in a round-up shares all its words and is no copy of the round-up: it begins deep in it, among others. */
function isBundle({ aInB, bInA, beginAlike, sharedLede }: Evidence): boolean {
  const least = Math.min(aInB, bInA)
  if (beginAlike || least >= localPart) return false
  return !sharedLede || Math.max(aInB, bInA) < wholePart || least < localLeast
}

/** Says why two texts are fillings of one form; undefined when they are not. */
function describeTemplate({ substitutions, shared }: Evidence): string | undefined {
  const { facts, names, ledeNames, numbers, numbersKept } = substitutions
  if (facts >= templateFacts && facts >= shared * templateRate) {
    return `the same form: ${facts} names or numbers are exchanged`
  }
  if ((facts > 1 || numbers >= listOfNumbers) && numbersKept !== undefined && numbersKept < leastNumbersKept)
    return 'the same form with other numbers'
  // "the same warning for another county": the subject of the lede is another one, and so is something further down
  return ledeNames > 0 && facts >= 2 && names * 2 >= facts ? 'the subject of the lede is another one' : undefined
}
