import { WireError } from '../../story/errors.ts'
import type { ErrorCode } from '../../story/errors.ts'

/** Thrown by `job.snooze`. */
export class Snooze extends Error {
  readonly ms: number
  constructor(ms: number) {
    super(`snoozed for ${ms} ms`)
    this.name = 'Snooze'
    this.ms = ms
  }
}

/** What an error means for its job. */
export type Outcome =
  | { readonly kind: 'snooze'; readonly ms: number }
  | { readonly kind: 'give-up'; readonly error: Error }
  | { readonly kind: 'retry'; readonly error: Error }

/**
 * Faults that say nothing about the job: the database restarts, or two transactions met. The job comes back soon and
 * spends no try, however long the fault lasts.
 */
const blameless: ReadonlyMap<ErrorCode, number> = new Map([
  ['store.unavailable', 1000],
  ['queue.unavailable', 1000],
  ['store.conflict', 50],
])

/** When the other side asked for time and did not say how much. */
const defaultSnoozeMs = 30_000
const longestSnoozeMs = 86_400_000

/** Judges what a handler threw. */
export function outcomeOf(thrown: unknown): Outcome {
  if (thrown instanceof Snooze) return { kind: 'snooze', ms: clampSnooze(thrown.ms) }
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  if (!(error instanceof WireError)) return { kind: 'retry', error }
  const pauseMs = blameless.get(error.code)
  if (pauseMs !== undefined) return { kind: 'snooze', ms: pauseMs }
  switch (error.retry) {
    case 'snooze':
      return { kind: 'snooze', ms: clampSnooze(error.retryAfterMs ?? defaultSnoozeMs) }
    case 'quarantine':
    case 'fatal':
      return { kind: 'give-up', error }
    case 'retry':
      return { kind: 'retry', error }
  }
}

const clampSnooze = (ms: number): number =>
  Math.min(Math.max(Number.isFinite(ms) ? ms : defaultSnoozeMs, 0), longestSnoozeMs)
