import { containmentDoubt } from './containment.ts'
import { dateConflict, sameDate } from './dates-agree.ts'
import { differences } from './differences.ts'
import { factConflict } from './facts.ts'
import { remember } from '../normalise/memo.ts'
import { normaliseCaption } from './normalise.ts'
import type { NormalisedCaption } from './normalise.ts'
import { agenciesAgree, photographersAgree, photographersConflict } from './people-agree.ts'
import { chooseRicher } from './richer.ts'

/**
 * How two captions stand to each other. `exact` and `contained` are one caption; `version` is a changed caption of the
 * same picture; `related` tells of the same event, `different` does not.
 */
export type CaptionRelation = 'exact' | 'contained' | 'version' | 'related' | 'different'

export interface CaptionComparison {
  readonly relation: CaptionRelation
  /** Which one to keep when they are one caption. */
  readonly richer?: 'a' | 'b'
  /** Why, in words. */
  readonly reasons: readonly string[]
}

export interface ComparisonContext {
  /** The document says that both belong to one picture. */
  readonly sameMedia?: boolean
  /** Across stories and outlets more is asked for than within one story. */
  readonly scope?: 'story' | 'elsewhere'
}

/** A caption with fewer words than this says nothing: a name, a credit, "file photo". */
const leastWords = 2
/** Words that make equal text by two photographers a mistake in a credit and not two pictures. */
const nearIdentity = 8
/** What is asked for across stories when neither agency, photographer nor date agrees. */
const leastElsewhere = 8

/** A caption is compared with one after another of its family: the last few are not read again. */
const normalised = remember((raw) => normaliseCaption(raw), { most: 200, longest: 4_000 })

/** Compares two captions as printed. Symmetric: the order changes nothing but the side named in `richer`. */
export function compareCaptions(a: string, b: string): CaptionComparison {
  return compareNormalised(normalised(a), normalised(b))
}

/** Compares two normalised captions; see docs/captions.md for the order of the rules. */
export function compareNormalised(
  a: NormalisedCaption,
  b: NormalisedCaption,
  context: ComparisonContext = {},
): CaptionComparison {
  const richer = chooseRicher(a, b)
  const compared = richer === 'a' ? judge(a, b) : judge(b, a)
  const merged = compared.relation === 'exact' || compared.relation === 'contained'
  if (merged && context.scope === 'elsewhere' && !vouchedElsewhere(a, b)) {
    return { relation: 'related', reasons: [...compared.reasons, 'too short to be sure across stories'] }
  }
  if (merged) return { ...compared, richer }
  if (context.sameMedia === true) return { relation: 'version', richer, reasons: [...compared.reasons, 'same picture'] }
  return compared
}

function judge(richer: NormalisedCaption, shorter: NormalisedCaption): CaptionComparison {
  const least = shorter.weight
  if (least < leastWords || richer.weight < leastWords) return different('too few words to say')
  const crossed = photographersConflict(richer, shorter)
  if (richer.key === shorter.key) {
    if (crossed && least < nearIdentity) return related('equal words, but two photographers')
    return { relation: 'exact', reasons: ['equal words and dates'] }
  }
  const dates = dateConflict(richer, shorter)
  if (dates !== undefined) return different(dates)
  const found = differences(richer, shorter)
  const [long, short] = found.b.missing.length === 0 ? [found.a, found.b] : [found.b, found.a]
  const alike = found.shared >= Math.min(found.a.weight, found.b.weight) / 2
  const apart = (reason: string): CaptionComparison => (alike ? related(reason) : different(reason))
  const conflict = factConflict(found)
  if (conflict !== undefined) return apart(conflict)
  if (short.missing.length > 0) return apart('each has words that the other lacks')
  if (crossed && (least < nearIdentity || long.missing.length > 0)) return apart('two photographers')
  const doubt = containmentDoubt(long, short, found)
  if (doubt !== undefined) return apart(doubt)
  const reason = long.missing.length === 0 ? 'the same words in another form' : 'one holds every word of the other'
  return { relation: 'contained', reasons: [reason] }
}

const related = (reason: string): CaptionComparison => ({ relation: 'related', reasons: [reason] })
const different = (reason: string): CaptionComparison => ({ relation: 'different', reasons: [reason] })

function vouchedElsewhere(a: NormalisedCaption, b: NormalisedCaption): boolean {
  if (Math.min(a.weight, b.weight) >= leastElsewhere) return true
  if (photographersAgree(a, b) || agenciesAgree(a, b)) return true
  return a.dates.some(
    (date) => date.day !== undefined && b.dates.some((other) => other.day !== undefined && sameDate(date, other)),
  )
}
