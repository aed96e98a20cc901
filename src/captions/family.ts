import { compareNormalised } from './compare.ts'
import type { CaptionComparison, ComparisonContext } from './compare.ts'
import type { NormalisedCaption } from './normalise.ts'

/** A family of captions that are one caption, by its richest member. */
export interface FamilyCandidate<Id> {
  readonly id: Id
  /** Containment is not transitive, so the richest member alone is compared with. */
  readonly richest: NormalisedCaption
  readonly context?: ComparisonContext
}

export interface Attachment<Id> {
  readonly candidate: FamilyCandidate<Id>
  /** The incoming caption is `a`, the family's richest member `b`. */
  readonly comparison: CaptionComparison
}

const order: Readonly<Record<CaptionComparison['relation'], number>> = {
  exact: 4,
  contained: 3,
  version: 2,
  related: 1,
  different: 0,
}

/**
 * The family an incoming caption belongs to: the best candidate, not the first. Exact before contained before a
 * changed caption of the same picture; among equals the one closest in length, then the first given. Undefined when it
 * founds a family of its own; `related` candidates are for links and come back from `relatedFamilies`.
 */
export function attachToFamily<Id>(
  candidates: Iterable<FamilyCandidate<Id>>,
  incoming: NormalisedCaption,
): Attachment<Id> | undefined {
  let best: Attachment<Id> | undefined
  for (const attachment of compareAll(candidates, incoming)) {
    if (order[attachment.comparison.relation] < order.version) continue
    if (best === undefined || better(attachment, best, incoming)) best = attachment
  }
  return best
}

/** The families an incoming caption is only related to. */
export function relatedFamilies<Id>(
  candidates: Iterable<FamilyCandidate<Id>>,
  incoming: NormalisedCaption,
): Attachment<Id>[] {
  return compareAll(candidates, incoming).filter(({ comparison }) => comparison.relation === 'related')
}

function compareAll<Id>(candidates: Iterable<FamilyCandidate<Id>>, incoming: NormalisedCaption): Attachment<Id>[] {
  return Array.from(candidates, (candidate) => ({
    candidate,
    comparison: compareNormalised(incoming, candidate.richest, candidate.context ?? {}),
  }))
}

function better<Id>(one: Attachment<Id>, other: Attachment<Id>, incoming: NormalisedCaption): boolean {
  const [rankOne, rankOther] = [order[one.comparison.relation], order[other.comparison.relation]]
  if (rankOne !== rankOther) return rankOne > rankOther
  const weight = incoming.weight
  const distance = ({ candidate }: Attachment<Id>): number => Math.abs(candidate.richest.weight - weight)
  return distance(one) < distance(other)
}
