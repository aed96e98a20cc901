import type { Role } from '../config/config.ts'
import { LiveWire } from '../ops/live-wire.ts'
import { startServer } from '../ops/server.ts'
import type { OpsServer } from '../ops/server.ts'
import { sourceOf } from '../sources/registry.ts'
import type { ReceiptRef } from '../store/receipts.ts'
import { WorkerEvents } from '../workers/events.ts'
import { enqueueIngest } from '../workers/poll/poll-feed.ts'
import { startWorkers } from '../workers/run.ts'
import type { RunningWorkers } from '../workers/run.ts'
import type { Runtime } from './runtime.ts'

export interface ServeOptions {
  readonly roles: readonly Role[]
  /** Absent: no web server. */
  readonly http?: { readonly host: string; readonly port: number }
}

/** A process at work. */
export interface Serving {
  readonly events: WorkerEvents
  readonly live: LiveWire
  /** Address of the desk. */
  readonly url: string | undefined
  /** Takes no new work and finishes what is in hand; the desk and the database stay. */
  drain(): Promise<void>
  /** Lays everything down in order: no new work, what is in hand, the web server, the runtime. */
  stop(): Promise<void>
}

/** Starts the roles and the web server of this process. What fails to start stops what has started. */
export async function serve(runtime: Runtime, options: ServeOptions): Promise<Serving> {
  const { config, pool, databaseUrl, log } = runtime
  const events = new WorkerEvents()
  const stopping = new AbortController()
  const live = new LiveWire(pool, databaseUrl, log)
  let workers: RunningWorkers | undefined
  let server: OpsServer | undefined
  let drained: Promise<void> | undefined
  const drain = (): Promise<void> => {
    stopping.abort()
    return (drained ??= workers?.stop() ?? Promise.resolve())
  }
  const stop = async (): Promise<void> => {
    await drain()
    live.close()
    await server?.close()
    await runtime.close(config.shutdown.graceSeconds * 1000)
  }
  try {
    const queues = await runtime.queues()
    // The server first: a port that is taken should be told before any work is begun.
    if (options.http !== undefined) {
      const push = {
        secret: (name: string) => runtime.secret(name),
        enqueue: (receipts: readonly ReceiptRef[]) => enqueueIngest({ config, queues, log }, receipts),
      }
      server = await startServer({ ...options.http, pool, log, live, roles: options.roles, events, queues, push })
    }
    workers = await startWorkers(
      {
        config,
        databaseUrl,
        pool,
        queues,
        events,
        log,
        worker: runtime.worker,
        stopping: stopping.signal,
        sourceOf,
        secret: runtime.secret,
      },
      options.roles,
    )
  } catch (error) {
    await stop()
    throw error
  }
  let stopped: Promise<void> | undefined
  return { events, live, url: server?.url, drain, stop: () => (stopped ??= stop()) }
}
