import type { IQueueBackend, Queue, Worker } from 'bullmq'
import type { WorkerOptions as EngineWorkerOptions, Processor, QueueOptions } from 'bullmq'
import type { JobIds } from './job.ts'

export type EngineQueue = Queue<JobIds, void, string, JobIds, void, string, IQueueBackend, never>
export type EngineWorker = Worker<JobIds, void, string, IQueueBackend, never, never>
export type EngineProcessor = Processor<JobIds, void>

/** What the two back ends have in common: queues and workers on shared connections. */
export interface QueueEngine {
  readonly backend: 'postgres' | 'redis'
  openQueue(name: string, options: Omit<QueueOptions, 'connection' | 'prefix'>): EngineQueue
  openWorker(
    name: string,
    processor: EngineProcessor,
    options: Omit<EngineWorkerOptions, 'connection' | 'prefix'>,
  ): EngineWorker
  /** Closes the connections, after all queues and workers are closed. */
  close(): Promise<void>
}
