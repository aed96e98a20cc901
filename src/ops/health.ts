import type { Role } from '../config/config.ts'
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

/** Work that stands still. */
export interface HealthFault {
  /** Roles whose work it is; empty when it is for a person. */
  readonly roles: readonly Role[]
  readonly detail: string
}

/**
 * What stands still although work is due; empty when all moves. A failing source is no reason: the poll ended, badly,
 * and the program did its part.
 */
export function judgeHealth(vitals: Vitals, limits: HealthLimits = healthLimits): HealthFault[] {
  const faults: HealthFault[] = []
  const idle = (seconds: number | null, limit: number) => seconds === null || seconds > limit
  const overdue = vitals.overdueSeconds ?? 0
  if (overdue > limits.pollSeconds && idle(vitals.lastPollSeconds, limits.pollSeconds)) {
    const detail = `a feed has been due for ${Math.round(overdue)} s and no poll has ended in that time`
    faults.push({ roles: ['dispatch', 'poll'], detail })
  }
  const ready = vitals.oldestReadySeconds ?? 0
  if (ready > limits.ingestSeconds && idle(vitals.lastFinishSeconds, limits.ingestSeconds)) {
    const detail = `a document has been ready for ${Math.round(ready)} s and none was finished in that time`
    faults.push({ roles: ['ingest', 'maintenance'], detail })
  }
  const unnumbered = vitals.outboxSeconds ?? 0
  if (unnumbered > limits.outboxSeconds) {
    faults.push({ roles: ['sequence'], detail: `a change has waited ${Math.round(unnumbered)} s for its number` })
  }
  // A restart mends none of these: no role is to blame.
  if (vitals.breaches > 0) {
    const detail = `${vitals.breaches} receipts do not account for what was offered: \`writethru reconcile FEED\` names them`
    faults.push({ roles: [], detail })
  }
  if (vitals.feedsStopped > 0) {
    const feeds =
      vitals.feedsStopped === 1 ? '1 feed has stopped and waits' : `${vitals.feedsStopped} feeds have stopped and wait`
    faults.push({ roles: [], detail: `${feeds} for a person: \`writethru feeds list\` says why` })
  }
  if (vitals.feedsSilent > 0) {
    const feeds = vitals.feedsSilent === 1 ? '1 feed is' : `${vitals.feedsSilent} feeds are`
    faults.push({ roles: [], detail: `${feeds} silent at an hour at which there always was news` })
  }
  return faults
}
