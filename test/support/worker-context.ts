import { readConfig } from '../../src/config/config.ts'
import { WorkerEvents } from '../../src/workers/events.ts'
import type { WorkerContext } from '../../src/workers/worker-context.ts'

type Given = 'databaseUrl' | 'pool' | 'queues' | 'log' | 'sourceOf' | 'secret'

/** What a worker works with, under default settings, for a test that plays the worker itself. */
export const workerContext = (given: Pick<WorkerContext, Given>): WorkerContext => ({
  config: readConfig({ environment: {}, workingDirectory: '/nonexistent' }).config,
  events: new WorkerEvents(),
  worker: 'test',
  stopping: new AbortController().signal,
  ...given,
})
