import { errorTable, WireError } from '../story/errors.ts'

/** What the exit code of every verb means; documented in docs/cli.md. */
export const exit = {
  done: 0,
  failed: 1,
  /** Some input was quarantined or refused, or a source would not give it; the rest is done. */
  refused: 2,
  /** Wrong usage, wrong configuration, or no such feed, story or entry. */
  usage: 3,
  /** Database or queue cannot be reached or used. */
  unreachable: 4,
  interrupted: 130,
} as const

/** A fault of usage: said in one sentence, without a stack. */
export class UsageFault extends Error {}

export function exitCodeOf(fault: unknown): number {
  if (fault instanceof UsageFault) return exit.usage
  if (!(fault instanceof WireError)) return exit.failed
  if (fault.code.startsWith('config.')) return exit.usage
  if (/^(store\.(unavailable|schema-old)|queue\.|embedded\.)/.test(fault.code)) return exit.unreachable
  if (/^(source|parse)\./.test(fault.code)) return exit.refused
  return exit.failed
}

/** A fault as --json prints it: one document, like any other answer. */
export function faultDocument(error: {
  readonly code: string
  readonly detail: string
  readonly next?: string
}): string {
  return JSON.stringify({ error }, null, 2)
}

/** What a machine needs to know about a fault: `usage` and `unexpected` stand for those without a code of their own. */
export function faultOf(fault: unknown): { readonly code: string; readonly detail: string; readonly next?: string } {
  if (fault instanceof WireError) {
    return { code: fault.code, detail: fault.detail, next: errorTable[fault.code].nextStep }
  }
  return { code: fault instanceof UsageFault ? 'usage' : 'unexpected', detail: messageOf(fault) }
}

const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))

/** What a person needs to know about a fault, and what to do next. */
export function describeFault(fault: unknown): string {
  if (fault instanceof WireError) {
    const { nextStep } = errorTable[fault.code]
    return `${fault.code}: ${fault.detail}\n${nextStep}`
  }
  if (fault instanceof UsageFault) return fault.message
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}
