import type { WireError } from '../../story/errors.ts'

/** What a good poll adds up to: the score is halved, and forgotten once it is small. */
const forgotten = 0.25

/** Highest score; a feed that was away for a month is forgiven after some eight good polls. */
export const highestScore = 100

/** What one failure weighs. A source that asks for patience is busy rather than broken; a portal may be ours. */
export function failureWeight(fault: WireError): number {
  if (fault.code === 'source.rate-limited') return 0.25
  if (fault.code === 'source.bad-answer') return 0.5
  return 1
}

/** The score after a failed poll. */
export function scoreAfterFailure(score: number, fault: WireError): number {
  return Math.min(highestScore, score + failureWeight(fault))
}

/** The score after a good poll: half of it stays, so that a flaky feed is not forgiven at its first success. */
export function scoreAfterSuccess(score: number): number {
  return score / 2 < forgotten ? 0 : score / 2
}

/** Longest pause after a passing fault, and after one that waits for a person, in seconds. */
const longest = { passing: 15 * 60, person: 60 * 60 }

/**
 * Seconds until a failed feed is tried again; `score` is the one after the failure. What the source asked for counts
 * first and is never cut short. A passing fault of a sound feed is retried after a second, then the pause grows by a
 * tenth of the feed's interval (at most 6 s) with each point of the score; a fault that waits for a person by a minute.
 * Jitter of a quarter keeps feeds that failed together from coming back together.
 */
export function pauseAfterFailure(
  fault: WireError,
  score: number,
  intervalSeconds: number,
  random: () => number = Math.random,
): number {
  const jitter = 1 + random() / 4
  if (fault.retryAfterMs !== undefined) return (fault.retryAfterMs / 1000) * (1 + (jitter - 1) / 5)
  if (fault.retry !== 'retry') return Math.min(longest.person, 60 * Math.max(1, score)) * jitter
  const step = Math.min(6, Math.max(1, intervalSeconds / 10))
  return Math.min(longest.passing, 1 + step * Math.max(0, score - 1)) * jitter
}

/** All feeds of a host wait no longer than this, in seconds, for what one of them was told. */
const longestHostPause = 600

/**
 * How long the other feeds of a host wait when one was told to, in seconds: 429 and 503 with Retry-After are said by
 * servers, rarely of a single address. Ten minutes at most; a feed that then hears the same again renews it.
 */
export function hostPause(fault: WireError): number | undefined {
  if (fault.code !== 'source.rate-limited' || fault.retryAfterMs === undefined) return undefined
  return Math.min(longestHostPause, fault.retryAfterMs / 1000)
}
