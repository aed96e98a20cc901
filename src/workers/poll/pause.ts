import type { WireError } from '../../story/errors.ts'

const longestSeconds = 15 * 60

/**
 * Seconds until a failed feed is tried again. What the source asked for counts first. A passing fault is retried after
 * a second, then twice as long each time; a fault that waits for a person after a minute at least. Jitter of a quarter
 * keeps feeds that failed together from coming back together.
 */
export function pauseAfterFailure(fault: WireError, failures: number, random: () => number = Math.random): number {
  if (fault.retryAfterMs !== undefined) return fault.retryAfterMs / 1000
  const first = fault.retry === 'retry' ? 1 : 60
  const pause = Math.min(longestSeconds, first * 2 ** Math.min(failures - 1, 12))
  return pause * (1 + random() / 4)
}
