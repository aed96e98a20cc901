import type { Logger } from 'pino'
import type { Config } from '../config/config.ts'
import type { Source } from '../sources/source.ts'
import type { Pool } from '../store/pool.ts'
import type { WorkerEvents } from './events.ts'
import type { Queues } from './queue/queues.ts'

/** What every role of a worker process is given. */
export interface WorkerContext {
  readonly config: Config
  readonly databaseUrl: string
  readonly pool: Pool
  readonly queues: Queues
  readonly events: WorkerEvents
  readonly log: Logger
  /** Host and process, for leases and the record. */
  readonly worker: string
  /** Aborted when the process is asked to stop; roles then finish what they hold and take no more. */
  readonly stopping: AbortSignal
  sourceOf(kind: string): Source
  secret(name: string): string | undefined
}

/** A role that runs until it is stopped. */
export interface RunningRole {
  /** Resolves when nothing is in hand any more. */
  stop(): Promise<void>
}
