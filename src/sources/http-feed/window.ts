import type { SuspectedGap } from '../source.ts'
import type { HttpFeedCursor } from './cursor.ts'

/** After so many bodies without a known id the feed is taken for one that makes up new ids every time. */
const mostStrangers = 3
/** Ids that are remembered: as many as the longest window that is compared. */
const mostIds = 1000

const idsOf = (cursor: HttpFeedCursor): string[] => (cursor.ids ?? '').split(' ').filter((id) => id !== '')

/** True when a window shows an id of the one before, or when one of them is too short to tell. */
export function overlaps(cursor: HttpFeedCursor, ids: readonly string[]): boolean {
  const known = new Set(idsOf(cursor))
  return known.size < 2 || ids.length < 2 || ids.some((id) => known.has(id))
}

/** True while the feed's ids are worth comparing: its last bodies were not all strangers to each other. */
export const isComparable = (cursor: HttpFeedCursor): boolean => (cursor.strangers ?? 0) < mostStrangers

/** What the cursor remembers of a window that joins the one before. */
export function joined(ids: readonly string[]): Pick<HttpFeedCursor, 'ids' | 'strangers'> {
  return ids.length === 0 ? {} : { ids: ids.slice(0, mostIds).join(' '), strangers: 0 }
}

/** A window that does not join the one before: entries may have slid past unseen. */
export function parted(
  cursor: HttpFeedCursor,
  ids: readonly string[],
  now: Date,
  why: string,
): { readonly cursor: Pick<HttpFeedCursor, 'ids' | 'strangers'>; readonly gap?: SuspectedGap } {
  const next = { ids: ids.slice(0, mostIds).join(' '), strangers: (cursor.strangers ?? 0) + 1 }
  if (!isComparable(cursor)) return { cursor: next }
  const gap: SuspectedGap = {
    kind: 'no-overlap',
    ...(cursor.wholeAt === undefined ? {} : { from: cursor.wholeAt }),
    to: now.toISOString(),
    detail: `none of the ${ids.length} ids of this window was in the one before; ${why}`,
  }
  return { cursor: next, gap }
}
