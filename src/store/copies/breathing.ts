import { setImmediate as nextTurn } from 'node:timers/promises'

/** Longest stretch of computing, in milliseconds, for which everything else in the process waits. */
const longestStretchMs = 8

/**
 * A function to be awaited between two pieces of computing: it lets others of the process go on when the last stretch
 * was long. One loop that computes must not hold up the answer another one needs to give its lock back.
 */
export function breathing(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < longestStretchMs) return undefined
    return nextTurn().then(() => {
      since = performance.now()
    })
  }
}
