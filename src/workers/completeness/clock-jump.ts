/** When an item was made by the source's account, and when it came by ours. Milliseconds. */
export interface ClockSample {
  readonly createdAt: number
  readonly receivedAt: number
}

/** A source whose dates are off. */
export interface ClockJump {
  readonly direction: 'ahead' | 'back'
  /** How far its dates are ahead of (or behind) what they were. */
  readonly offsetMs: number
  /** The first sample of the jump. */
  readonly since: ClockSample
}

/** So many samples in a row must agree: single stories are dated 2038 for other reasons. */
const agreeing = 5
/** Dates that lie this far in the future are wrong. */
const aheadMs = 10 * 60_000
/** A change of lag this large is a jump and no slow desk. */
const backMs = 50 * 60_000
/** Live news of a clock that is off lags by the same amount; a backfill lags by very different ones. */
const spreadMs = 5 * 60_000
/** Samples of a jump back must be spread over this much of our own time: a backfill comes all at once. */
const leastSpanMs = 5 * 60_000

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

/**
 * Judges the latest samples of a feed, newest first. A jump ahead shows in dates that have not come yet. A jump back looks
 * like old news; what tells them apart is that live items of a slow clock all lag by the same time, over minutes of ours,
 * while the items before them did not. A feed that always lagged like that is as usual.
 */
export function judgeClock(samples: readonly ClockSample[]): ClockJump | undefined {
  const latest = samples.slice(0, agreeing)
  if (latest.length < agreeing) return undefined
  const lagOf = (sample: ClockSample): number => sample.receivedAt - sample.createdAt
  if (latest.every((sample) => lagOf(sample) < -aheadMs)) {
    const since = samples.find((_, at) => lagOf(samples[at + 1] ?? { createdAt: 0, receivedAt: 0 }) >= -aheadMs)
    return { direction: 'ahead', offsetMs: -median(latest.map(lagOf)), since: since ?? samples.at(-1)! }
  }
  const lag = median(latest.map(lagOf))
  let at = 0
  while (at < samples.length && Math.abs(lagOf(samples[at]!) - lag) <= spreadMs) at++
  const before = samples.slice(at)
  if (at < agreeing || before.length < agreeing) return undefined
  const since = samples[at - 1]!
  if (samples[0]!.receivedAt - since.receivedAt < leastSpanMs) return undefined
  const offset = lag - median(before.slice(0, 4 * agreeing).map(lagOf))
  return offset >= backMs ? { direction: 'back', offsetMs: offset, since } : undefined
}
