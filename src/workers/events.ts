import { EventEmitter } from 'node:events'

/** What the workers tell the rest of the process: metrics, the terminal view, tests that wait for a signal. */
export interface WorkerEventMap {
  /** A poll ended. `code` is absent when it went well. */
  poll: [{ feed: string; milliseconds: number; offers: number; code?: string; detail?: string }]
  /** A request to the push endpoint was answered: stored, repeated, or the code of its refusal. */
  push: [{ feed: string; outcome: string }]
  /** A batch of documents was read and committed. Counts are items by outcome. */
  batch: [
    {
      receipts: number
      outcomes: Readonly<Record<string, number>>
      parseMilliseconds: number
      recordMilliseconds: number
    },
  ]
  /** An attempt at a batch failed and will be tried again or split. */
  failure: [{ stage: string; code: string; detail: string }]
  /** Changes were numbered. */
  sequenced: [{ count: number }]
  /** The sweep found work whose jobs were gone. */
  swept: [{ receipts: number }]
  /** A role took up or laid down its work. */
  role: [{ role: string; state: 'started' | 'elected' | 'stepped-down' | 'stopped' }]
}

/** Typed events of one worker process. */
export class WorkerEvents extends EventEmitter<WorkerEventMap> {}
