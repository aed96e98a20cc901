/** The queues there are. A job of `poll` asks one feed; one of `ingest` reads a batch of receipts. */
export const queueNames = ['poll', 'ingest'] as const
export type QueueName = (typeof queueNames)[number]

/**
 * What a job carries: ids and nothing else. Everything a worker needs it reads from PostgreSQL, so a queue may be
 * emptied at any moment, and stays small: 32 kB in a job costs five sixths of the rate.
 */
export type JobIds = Readonly<Record<string, number | string | readonly string[]>>

export interface JobOptions {
  /** Not before this many milliseconds have passed. */
  readonly delayMs?: number
  /** Tries in all, default 10; between them the pause doubles from one second. A snooze is no try. */
  readonly attempts?: number
  /**
   * While a job with this id waits or runs, another one is not added. Not a means against repeated stories: those are
   * recognised in PostgreSQL.
   */
  readonly once?: string
}

export interface NewJob {
  /** Says in logs and metrics what kind of work it is. */
  readonly name: string
  readonly ids: JobIds
  readonly options?: JobOptions
}

/** A job in the hands of a worker. */
export interface QueueJob {
  readonly id: string
  readonly name: string
  readonly ids: JobIds
  /** The try this is, from 1. */
  readonly attempt: number
  /** Aborted when the process stops and the grace period is over; the job then goes back to the queue. */
  readonly signal: AbortSignal
  /** Ends the job for now and has it come back after `ms`, without spending a try. Never returns. */
  snooze(ms: number): never
}

export type JobHandler = (job: QueueJob) => Promise<void>

/** What became of a job, for metrics and logs. */
export type WorkerEvent =
  | { readonly kind: 'completed'; readonly job: FinishedJob; readonly ms: number }
  | { readonly kind: 'failed'; readonly job: FinishedJob; readonly error: Error; readonly final: boolean }
  | { readonly kind: 'snoozed'; readonly job: FinishedJob; readonly ms: number }
  | { readonly kind: 'returned'; readonly job: FinishedJob }
  | { readonly kind: 'stalled'; readonly id: string }

export type FinishedJob = Pick<QueueJob, 'id' | 'name' | 'ids' | 'attempt'>

export interface WorkerOptions {
  /** Jobs at the same time, default 1. */
  readonly concurrency?: number
  /** At most so many jobs in so many milliseconds, over all processes. */
  readonly limit?: { readonly jobs: number; readonly perMs: number }
  readonly onEvent?: (event: WorkerEvent) => void
}

/** How many jobs of a queue are in which state. */
export interface QueueCounts {
  readonly waiting: number
  readonly active: number
  readonly delayed: number
  readonly failed: number
}
