import type { SuspectedGap } from '../source.ts'
import { committedUntil } from './cursor.ts'
import type { ApCursor, Backfill } from './cursor.ts'

/** How far a new token overlaps what is stored: stories may be listed a little after their stamp. */
const overlapMs = 15 * 60_000
/** The feed reaches back at most 72 hours; a few minutes less, so that the request is not refused for a second. */
const reachMs = 72 * 3_600_000 - 5 * 60_000

export interface Resumption {
  /** What the new request asks for. */
  readonly mindate: Date
  readonly gap: SuspectedGap
  /** The feed alone cannot close the gap. */
  readonly beyondReach: boolean
  /** The stretch that only search still reaches. */
  readonly backfill?: Backfill
}

/** Works out how to go on after a lost token: with an overlap, and a search for what the feed no longer reaches. */
export function resumeAfter(cursor: ApCursor, now: Date, why: string): Resumption {
  const until = committedUntil(cursor, now)
  const wanted = until.getTime() - overlapMs
  const reached = now.getTime() - reachMs
  const beyondReach = wanted < reached
  const mindate = new Date(Math.max(wanted, reached))
  const from = until.toISOString()
  const backfill = beyondReach
    ? {
        backfill: {
          from: new Date(wanted).toISOString(),
          to: new Date(reached + overlapMs).toISOString(),
          page: 1,
          feedFirst: true,
        },
      }
    : {}
  const how = beyondReach
    ? 'longer ago than the feed reaches: the rest comes by search, which knows only the latest version of each story'
    : 'started again with an overlap'
  return {
    mindate,
    beyondReach,
    gap: { kind: 'cursor-expired', from, to: now.toISOString(), detail: `${why.slice(0, 200)}; ${how}` },
    ...backfill,
  }
}
