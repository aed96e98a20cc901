/**
 * The queue as the workers see it. PostgreSQL is the truth and the queue carries ids: it may be emptied or lost at
 * any moment, and the sweep fills it again.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { JobsOptions } from 'bullmq'
import type { Logger } from 'pino'
import { WireError } from '../../story/errors.ts'
import type { EngineQueue, QueueEngine } from './engine.ts'
import { faultOf } from './fault.ts'
import { queueNames } from './job.ts'
import type { JobHandler, JobIds, JobOptions, NewJob, QueueCounts, QueueName, WorkerOptions } from './job.ts'
import { openPostgresEngine } from './postgres-engine.ts'
import { openRedisEngine } from './redis-engine.ts'
import { startWorker } from './worker.ts'
import type { QueueWorker } from './worker.ts'

export interface QueuesOptions {
  /** `postgres`, or the address of a Redis or Valkey server: redis://, rediss://, unix:/path/to/socket. */
  readonly queueUrl: string
  /** The database that holds the queue when `queueUrl` is `postgres`. */
  readonly databaseUrl: string
  readonly log: Logger
}

export interface Queues {
  readonly backend: 'postgres' | 'redis'
  /** @throws WireError `queue.unavailable` when the queue did not take the job in five seconds */
  add(queue: QueueName, name: string, ids: JobIds, options?: JobOptions): Promise<void>
  /** Adds all of them or, when it throws `queue.unavailable`, perhaps some. */
  addBulk(queue: QueueName, jobs: readonly NewJob[]): Promise<void>
  /** Starts a worker; resolves when it is connected. A worker whose server goes away later waits for it. */
  worker(queue: QueueName, handler: JobHandler, options?: WorkerOptions): Promise<QueueWorker>
  /** Removes what waits, also for a later time; what runs goes on. */
  drain(queue: QueueName): Promise<void>
  /** Removes everything, also what runs; workers go on with what is added afterwards. */
  obliterate(queue: QueueName): Promise<void>
  /** Jobs by state. Throws `queue.unavailable` when the queue does not answer. */
  counts(): Promise<Readonly<Record<QueueName, QueueCounts>>>
  /** How long the oldest waiting job has waited, in milliseconds; 0 when none waits. By it workers are scaled. */
  oldestAgeMs(queue: QueueName): Promise<number>
  /** Stops all workers, giving them `graceMs` together, and closes every connection. May be called twice. */
  close(options: { graceMs: number }): Promise<void>
}

/** How long the queue may take to answer, ms. */
const answerLimitMs = 5000

/**
 * Up to this many jobs are added one by one. In PostgreSQL BullMQ makes two temporary tables for every bulk: ten
 * milliseconds each time, and rows in the system's catalogs that slow the whole server until they are vacuumed.
 */
const fewJobs = { postgres: 8, redis: 1 } as const

/**
 * What becomes of a job unless said otherwise. Finished jobs are kept in small number, for the eye only; removal
 * happens when the next one finishes.
 */
const jobPresets = {
  attempts: 10,
  backoff: { type: 'exponential', delay: 1000, jitter: 0.2 },
  removeOnComplete: { count: 100 },
  removeOnFail: { count: 1000, age: 7 * 86_400 },
  stackTraceLimit: 3,
} satisfies JobsOptions

/**
 * Opens the queues.
 * @throws WireError `queue.unavailable` when the server cannot be reached, `queue.unsafe`
 */
export async function openQueues({ queueUrl, databaseUrl, log }: QueuesOptions): Promise<Queues> {
  let engine: QueueEngine
  try {
    engine = await (queueUrl === 'postgres' ? openPostgresEngine(databaseUrl, log) : openRedisEngine(queueUrl, log))
  } catch (error) {
    throw asUnavailable(error)
  }
  const queues = new Map<QueueName, EngineQueue>()
  for (const name of queueNames) {
    const queue = engine.openQueue(name, {
      defaultJobOptions: jobPresets,
      // Nobody reads BullMQ's own stream of events.
      streams: { events: { maxLen: 100 } },
    })
    queue.on('error', (error) => log.debug({ ...faultOf(error), queue: name }, 'the queue reports a fault'))
    queues.set(name, queue)
  }
  try {
    await Promise.all([...queues.values()].map((queue) => queue.waitUntilReady()))
  } catch (error) {
    await engine.close()
    throw asUnavailable(error)
  }

  const queueOf = (name: QueueName): EngineQueue => {
    const queue = queues.get(name)
    if (!queue) throw new Error(`there is no queue ${name}`)
    return queue
  }
  const workers = new Set<QueueWorker>()
  const stopping = new AbortController()
  let closing: Promise<void> | undefined

  const close = async (graceMs: number): Promise<void> => {
    stopping.abort()
    await Promise.all([...workers].map((worker) => worker.stop(graceMs)))
    await Promise.all([...queues.values()].map((queue) => queue.close().catch(() => undefined)))
    await engine.close()
  }

  return {
    backend: engine.backend,
    add: async (queue, name, ids, options) => {
      await inTime(queueOf(queue).add(name, ids, toJobsOptions(options)))
    },
    addBulk: async (queue, jobs) => {
      if (jobs.length === 0) return
      const entries = jobs.map(({ name, ids, options }) => ({ name, data: ids, opts: toJobsOptions(options) }))
      const few = entries.length <= fewJobs[engine.backend]
      const one = ({ name, data, opts }: (typeof entries)[number]) => queueOf(queue).add(name, data, opts)
      await inTime(few ? Promise.all(entries.map(one)) : queueOf(queue).addBulk(entries))
    },
    worker: async (queue, handler, options = {}) => {
      const worker = await startWorker(engine, queue, handler, options, { log, stopping: stopping.signal })
      workers.add(worker)
      return {
        ...worker,
        stop: async (graceMs) => {
          workers.delete(worker)
          await worker.stop(graceMs)
        },
      }
    },
    drain: (queue) => queueOf(queue).drain(true),
    obliterate: (queue) =>
      queueOf(queue)
        .obliterate({ force: true })
        .then(() => queueOf(queue).resume()),
    counts: async () => {
      const all = queueNames.map(async (name) => [name, await countsOf(queueOf(name))] as const)
      return Object.fromEntries(await inTime(Promise.all(all))) as Record<QueueName, QueueCounts>
    },
    oldestAgeMs: async (queue) => {
      // Asked for newest first and from the far end: the PostgreSQL back end knows no other order.
      const last = (await queueOf(queue).getWaitingCount()) - 1
      if (last < 0) return 0
      const [oldest] = await queueOf(queue).getJobs(['waiting'], last, last, false)
      return oldest ? Math.max(0, Date.now() - oldest.timestamp) : 0
    },
    close: ({ graceMs }) => (closing ??= close(graceMs)),
  }
}

async function countsOf(queue: EngineQueue): Promise<QueueCounts> {
  const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed')
  const count = (state: string): number => counts[state] ?? 0
  return { waiting: count('waiting'), active: count('active'), delayed: count('delayed'), failed: count('failed') }
}

function toJobsOptions(options: JobOptions = {}): JobsOptions {
  return {
    ...(options.delayMs === undefined ? {} : { delay: options.delayMs }),
    ...(options.attempts === undefined ? {} : { attempts: options.attempts }),
    ...(options.once === undefined ? {} : { deduplication: { id: options.once } }),
  }
}

/** BullMQ waits for a server that is away; who adds work, or asks how much there is, has no time for that. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = new AbortController()
  const limit = pause(answerLimitMs, undefined, { signal: late.signal }).then(() => {
    throw new WireError('queue.unavailable', `no answer in ${answerLimitMs} ms`)
  })
  // Whichever loses the race may still fail, and nobody waits for it then.
  limit.catch(() => undefined)
  work.catch(() => undefined)
  try {
    return await Promise.race([work, limit])
  } catch (error) {
    throw asUnavailable(error)
  } finally {
    late.abort()
  }
}

function asUnavailable(error: unknown): WireError {
  if (error instanceof WireError) return error
  const { message } = error instanceof Error ? error : new Error(String(error))
  return new WireError('queue.unavailable', message.slice(0, 300), { cause: error })
}
