import type { Vitals } from '../store/read-status.ts'

/** How long work may stand still before the house is called ill, in seconds. */
export interface HealthLimits {
  /** A feed was due for this long and no poll ended in that time. */
  readonly pollSeconds: number
  /** A document was ready for this long and none was finished in that time. */
  readonly ingestSeconds: number
  /** A change was committed this long ago and readers still cannot see it. */
  readonly outboxSeconds: number
}

export const healthLimits: HealthLimits = { pollSeconds: 120, ingestSeconds: 60, outboxSeconds: 60 }

/**
 * What stands still although work is due, in words; empty when all moves. A failing source is no reason: the poll
 * ended, badly, and the program did its part.
 */
export function judgeHealth(vitals: Vitals, limits: HealthLimits = healthLimits): string[] {
  const faults: string[] = []
  const idle = (seconds: number | null, limit: number) => seconds === null || seconds > limit
  if ((vitals.overdueSeconds ?? 0) > limits.pollSeconds && idle(vitals.lastPollSeconds, limits.pollSeconds)) {
    const seconds = Math.round(vitals.overdueSeconds ?? 0)
    faults.push(`a feed has been due for ${seconds} s and no poll has ended in that time`)
  }
  const ready = vitals.oldestReadySeconds ?? 0
  if (ready > limits.ingestSeconds && idle(vitals.lastFinishSeconds, limits.ingestSeconds)) {
    faults.push(`a document has been ready for ${Math.round(ready)} s and none was finished in that time`)
  }
  if ((vitals.outboxSeconds ?? 0) > limits.outboxSeconds) {
    faults.push(`a change has waited ${Math.round(vitals.outboxSeconds ?? 0)} s for its number`)
  }
  return faults
}
