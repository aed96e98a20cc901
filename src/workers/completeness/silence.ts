import { DateTime } from 'luxon'

const hourMs = 3_600_000
/** Weeks of history that are looked at. */
export const weeksBack = 8
/** Fewer than this, and the feed is still being learned. */
export const leastWeeks = 4
/** A longer silence is not compared any further: it stays what it was judged. */
export const longestMs = 6 * 24 * hourMs

/** News of one hour, by the instant it begins. */
export interface NewsHour {
  readonly start: number
  readonly news: number
}

export interface SilenceQuestion {
  /** Zone of the feed: its desk sleeps by that clock, and that clock has summer time. */
  readonly zone: string
  /** Since when there was no news, and since when we have listened without a break: the later of both. */
  readonly since: number
  readonly now: number
  /** The first hour on record. */
  readonly firstHour: number | undefined
  /** Hours with news; hours without need not be listed. */
  readonly hours: readonly NewsHour[]
}

export interface Silence {
  readonly silent: boolean
  /** Median of what the same stretch brought in the weeks before. */
  readonly usual: number
  /** Weeks compared; below `leastWeeks` nothing is ever silent. */
  readonly weeks: number
}

/**
 * Whether a feed is silent at a time at which it never was: the stretch without news, by the clock on the feed's wall, is
 * laid over each of the weeks before. Silent means: the median of what came there, less three spreads, is still above
 * nothing, and not more than one of those weeks was as quiet. The spread is the wider of what was observed (median
 * absolute deviation) and what chance alone does (the root of the median): a feed of twelve items a stretch and more can
 * be judged, one of three cannot, and a feed that sleeps at night is never blamed for it.
 */
export function judgeSilence(question: SilenceQuestion): Silence {
  const { zone, now, firstHour, hours } = question
  const since = Math.max(question.since, now - longestMs)
  const counts: number[] = []
  if (firstHour !== undefined && now > since) {
    const from = DateTime.fromMillis(since, { zone })
    const to = DateTime.fromMillis(now, { zone })
    for (let week = 1; week <= weeksBack; week++) {
      const start = from.minus({ weeks: week }).toMillis()
      if (start < firstHour) break
      counts.push(newsIn(hours, start, to.minus({ weeks: week }).toMillis()))
    }
  }
  if (counts.length === 0) return { silent: false, usual: 0, weeks: 0 }
  const usual = median(counts)
  const deviation = 1.4826 * median(counts.map((count) => Math.abs(count - usual)))
  const spread = Math.max(deviation, Math.sqrt(usual))
  const quiet = counts.filter((count) => count < 1).length
  const silent = counts.length >= leastWeeks && quiet <= 1 && usual - 3 * spread >= 1
  return { silent, usual, weeks: counts.length }
}

/** News between two instants; of an hour that lies in the stretch only in part, that part. */
function newsIn(hours: readonly NewsHour[], start: number, end: number): number {
  let news = 0
  for (const hour of hours) {
    const overlap = Math.min(end, hour.start + hourMs) - Math.max(start, hour.start)
    if (overlap > 0) news += (hour.news * overlap) / hourMs
  }
  return news
}

/** The median; of an even number the lower one, so that one loud week raises nothing. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[(sorted.length - 1) >> 1]!
}
