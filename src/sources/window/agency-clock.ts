import type { HttpAnswer } from '../http/answer.ts'

/** The time at the agency: the Date header of an answer, where it has one (RFC 9110, 6.6.1). */
export function agencyClock(answer: HttpAnswer): Date | undefined {
  const at = Date.parse(answer.headers.get('date') ?? '')
  return Number.isNaN(at) ? undefined : new Date(at)
}
