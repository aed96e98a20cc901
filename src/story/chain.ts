import type { Status } from './item.ts'
import { compareVersions } from './version.ts'

/**
 * The rules by which revisions make a story's current state. They depend on what arrived and not on the order of
 * arrival: the highest revision that closes nothing is the best; the highest kill or withhold is the closing one; the
 * story is closed unless the best is strictly higher than the closing one.
 */

/** What decides the place of a revision in its story. Times in milliseconds since the epoch. */
export interface RevisionPlace {
  /** Number of arrival within the story, from 1. */
  readonly revision: number
  readonly version: string | undefined
  readonly versionCreated: number | undefined
}

export interface ClosingPlace extends RevisionPlace {
  readonly status: 'withheld' | 'canceled'
  /** It says nothing but "closed": no headline, no text. The story then goes on showing what it showed. */
  readonly bare: boolean
}

/** What a story row keeps so that the next revision can be placed without reading all others. */
export interface ChainState {
  readonly best: RevisionPlace | undefined
  readonly closing: ClosingPlace | undefined
  readonly count: number
}

export const emptyChain: ChainState = { best: undefined, closing: undefined, count: 0 }

export type RecordedOutcome = 'new' | 'revised' | 'stale' | 'killed'
export type ChangeKind = 'created' | 'revised' | 'killed' | 'withheld' | 'reopened' | 'released'

export interface Placement {
  readonly state: ChainState
  readonly outcome: RecordedOutcome
  /** The revision whose content the story now shows. */
  readonly shows: number
  /** Whether readers must be told, and of what. */
  readonly change: ChangeKind | undefined
  /** Set while the story is closed. */
  readonly closedAs: 'withheld' | 'canceled' | undefined
}

/** Version order: version as numbers, then the agency's time, then arrival. */
export function comparePlaces(a: RevisionPlace, b: RevisionPlace): number {
  const byVersion = compareVersions(a.version, b.version)
  if (byVersion !== undefined && byVersion !== 0) return byVersion
  if (a.versionCreated !== undefined && b.versionCreated !== undefined && a.versionCreated !== b.versionCreated) {
    return a.versionCreated - b.versionCreated
  }
  return a.revision - b.revision
}

/**
 * Does `best` reopen what `closing` closed? Only a higher version does. A kill that names no version closes everything
 * made before it; then the agency's time decides. In doubt the story stays closed.
 */
export function reopens(best: RevisionPlace, closing: RevisionPlace): boolean {
  const byVersion = compareVersions(best.version, closing.version)
  if (byVersion !== undefined) return byVersion > 0
  if (best.versionCreated === undefined || closing.versionCreated === undefined) return false
  return best.versionCreated > closing.versionCreated
}

function closedAs(state: ChainState): 'withheld' | 'canceled' | undefined {
  if (state.closing === undefined) return undefined
  if (state.best !== undefined && reopens(state.best, state.closing)) return undefined
  return state.closing.status
}

/** A closed story shows the kill itself; one closed without a word shows its last text, marked as closed. */
function shownBy({ best, closing }: ChainState, is: Placement['closedAs']): number | undefined {
  if (is !== undefined && closing !== undefined && !(closing.bare && best !== undefined)) return closing.revision
  return best?.revision
}

/** Kills outrank withholds of the same place, whichever came first. */
function outranks(incoming: ClosingPlace, known: ClosingPlace): boolean {
  const byVersion = compareVersions(incoming.version, known.version)
  if (byVersion !== undefined && byVersion !== 0) return byVersion > 0
  if (incoming.status !== known.status) return incoming.status === 'canceled'
  return comparePlaces(incoming, known) > 0
}

/** Places one new revision. `status` is what the revision asks for. */
export function placeRevision(
  before: ChainState,
  incoming: {
    readonly version: string | undefined
    readonly versionCreated: number | undefined
    readonly status: Status
    /** Neither headline nor text. */
    readonly bare: boolean
  },
): Placement {
  const place: RevisionPlace = {
    revision: before.count + 1,
    version: incoming.version,
    versionCreated: incoming.versionCreated,
  }
  const closes = incoming.status === 'canceled' || incoming.status === 'withheld' ? incoming.status : undefined
  let { best, closing } = before
  let becameBest = false
  let becameClosing = false
  if (closes !== undefined) {
    const closingPlace: ClosingPlace = { ...place, status: closes, bare: incoming.bare }
    if (closing === undefined || outranks(closingPlace, closing)) {
      closing = closingPlace
      becameClosing = true
    }
  } else if (best === undefined || comparePlaces(place, best) > 0) {
    best = place
    becameBest = true
  }
  const state: ChainState = { best, closing, count: before.count + 1 }
  const was = closedAs(before)
  const is = closedAs(state)
  return {
    state,
    outcome: outcomeOf({ before, closes: closes !== undefined, becameBest, becameClosing, is }),
    shows: shownBy(state, is) ?? place.revision,
    change: changeOf({ before, was, is, becameBest }),
    closedAs: is,
  }
}

function outcomeOf(facts: {
  before: ChainState
  closes: boolean
  becameBest: boolean
  becameClosing: boolean
  is: Placement['closedAs']
}): RecordedOutcome {
  if (facts.closes) return facts.becameClosing && facts.is !== undefined ? 'killed' : 'stale'
  if (facts.is !== undefined || !facts.becameBest) return 'stale'
  return facts.before.best === undefined && facts.before.closing === undefined ? 'new' : 'revised'
}

function changeOf(facts: {
  before: ChainState
  was: Placement['closedAs']
  is: Placement['closedAs']
  becameBest: boolean
}): ChangeKind | undefined {
  if (facts.is !== undefined) {
    if (facts.is === facts.was) return undefined
    return facts.is === 'canceled' ? 'killed' : 'withheld'
  }
  if (facts.was !== undefined) return 'reopened'
  if (!facts.becameBest) return undefined
  return facts.before.best === undefined ? 'created' : 'revised'
}
