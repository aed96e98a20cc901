import { setTimeout as pause } from 'node:timers/promises'
import { DelayedError, UnrecoverableError, WaitingError } from 'bullmq'
import type { Job } from 'bullmq'
import type { Logger } from 'pino'
import type { EngineProcessor, EngineWorker, QueueEngine } from './engine.ts'
import { faultOf } from './fault.ts'
import type { FinishedJob, JobHandler, JobIds, QueueName, WorkerOptions } from './job.ts'
import { Snooze, outcomeOf } from './outcome.ts'

/** A worker at work. */
export interface QueueWorker {
  readonly queue: QueueName
  isRunning(): boolean
  /** Takes no more work and waits for the work in hand; what is not done after `graceMs` goes back to the queue. */
  stop(graceMs: number): Promise<void>
}

/**
 * With these a killed worker's jobs run again within 15 s. Renewal happens at half the lock time, so a handler must
 * not hold the event loop for more than five seconds.
 */
const lockDuration = 10_000
const stalledInterval = 5000

/**
 * A job that was running when its process died goes back, always: BullMQ's limit would fail the bystanders of a job
 * that kills processes, and which one that is, is found out in PostgreSQL, where each try is noted.
 */
const maxStalledCount = 1_000_000

/** Starts a worker and waits until it is connected, trying for as long as `stopping` is not aborted. */
export async function startWorker(
  engine: QueueEngine,
  queue: QueueName,
  handler: JobHandler,
  options: WorkerOptions,
  context: { log: Logger; stopping: AbortSignal },
): Promise<QueueWorker> {
  const log = context.log.child({ queue })
  const active = new Map<string, { job: Job<JobIds, void>; token: string; stop: AbortController }>()
  const note = options.onEvent ?? (() => undefined)

  const processor: EngineProcessor = async (job, token = '') => {
    const id = job.id ?? ''
    const stop = new AbortController()
    const seen: FinishedJob = { id, name: job.name, ids: job.data, attempt: job.attemptsMade + 1 }
    const snooze = (ms: number): never => {
      throw new Snooze(ms)
    }
    active.set(id, { job, token, stop })
    const startedAt = performance.now()
    try {
      await handler({ ...seen, signal: stop.signal, snooze })
      note({ kind: 'completed', job: seen, ms: performance.now() - startedAt })
    } catch (thrown) {
      if (stop.signal.aborted) {
        note({ kind: 'returned', job: seen })
        throw new WaitingError()
      }
      const outcome = outcomeOf(thrown)
      if (outcome.kind === 'snooze') {
        await job.moveToDelayed(Date.now() + outcome.ms, token)
        note({ kind: 'snoozed', job: seen, ms: outcome.ms })
        throw new DelayedError()
      }
      const final = outcome.kind === 'give-up' || seen.attempt >= (job.opts.attempts ?? 1)
      note({ kind: 'failed', job: seen, error: outcome.error, final })
      throw outcome.kind === 'give-up' ? new UnrecoverableError(outcome.error.message) : outcome.error
    } finally {
      active.delete(id)
    }
  }

  const worker = await connectWorker(
    () =>
      engine.openWorker(queue, processor, {
        autorun: false,
        concurrency: options.concurrency ?? 1,
        lockDuration,
        stalledInterval,
        maxStalledCount,
        // How soon a fetch is tried again after the server was away; BullMQ's own value is 15 s.
        runRetryDelay: 500,
        ...(options.limit ? { limiter: { max: options.limit.jobs, duration: options.limit.perMs } } : {}),
      }),
    log,
    context.stopping,
  )
  worker.on('stalled', (id) => {
    log.warn({ job: id }, 'the process that held a job is gone; the job runs again')
    note({ kind: 'stalled', id })
  })
  void worker.run().catch((error: unknown) => log.error(faultOf(error), 'the worker stopped by itself'))

  const stop = async (graceMs: number): Promise<void> => {
    // BullMQ's close() waits without an end and cannot be hurried afterwards; pause() takes no more work all the same.
    const idle = worker.pause().then(
      () => true,
      () => true,
    )
    const done = await Promise.race([idle, pause(graceMs, false, { ref: false })])
    if (!done) {
      log.warn({ jobs: active.size }, 'the grace period is over; unfinished jobs go back to the queue')
      for (const { job, token, stop: abort } of active.values()) {
        abort.abort()
        await job.moveToWait(token).catch((error: unknown) => log.warn(faultOf(error), 'a job comes back by stalling'))
      }
    }
    await worker.close(!done)
  }
  return { queue, isRunning: () => worker.isRunning(), stop }
}

/** A worker whose first look at the server fails never becomes ready, so a new one is made until one is. */
async function connectWorker(make: () => EngineWorker, log: Logger, stopping: AbortSignal): Promise<EngineWorker> {
  for (;;) {
    const worker = make()
    worker.on('error', (error) => {
      // The connections of a closed worker end a moment after it, and may still complain.
      if (!stopping.aborted && !worker.closing) log.warn(faultOf(error), 'the queue reports a fault')
    })
    try {
      await worker.waitUntilReady()
      return worker
    } catch (error) {
      await worker.close(true).catch(() => undefined)
      if (stopping.aborted) throw error
      await pause(500)
    }
  }
}
