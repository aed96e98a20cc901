import { WireError } from '../../story/errors.ts'

/** After this part of its time a poll begins no further file: what it has is confirmed and offered. */
const readingPart = 0.7

/** The time a poll of a server may take, and the signal that ends it. */
export interface Deadline {
  readonly signal: AbortSignal
  /** True when no further file should be begun. */
  isSpent(): boolean
  /** Why it was ended: the time is over, or the process stops; undefined while it goes on. */
  fault(): WireError | undefined
}

/** Starts the clock of a poll. It covers everything: a server that sends a byte now and then gains nothing by it. */
export function startDeadline(seconds: number, called: AbortSignal, where: string): Deadline {
  const started = performance.now()
  const late = AbortSignal.timeout(seconds * 1000)
  return {
    signal: AbortSignal.any([late, called]),
    isSpent: () => performance.now() - started > seconds * 1000 * readingPart,
    fault: () => {
      if (called.aborted) return new WireError('source.network', `${where}: the poll was called off`)
      return late.aborted ? new WireError('source.timeout', `${where}: not done in ${seconds} s`) : undefined
    },
  }
}
