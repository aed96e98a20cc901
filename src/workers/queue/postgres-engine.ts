import { setTimeout as pause } from 'node:timers/promises'
import { createPostgresBackend, runMigrations, withBackend } from 'bullmq'
import type { PostgresConnectionOptions } from 'bullmq'
import pg from 'pg'
import type { Logger } from 'pino'
import type { EngineQueue, EngineWorker, QueueEngine } from './engine.ts'
import { faultOf } from './fault.ts'

/** The schema BullMQ keeps its tables in. It is its own: nothing of ours refers to it, and it may be dropped. */
const schema = 'bullmq'

/**
 * One pool carries all queues and workers of the process. Each worker takes one connection for LISTEN for good; the
 * rest serve the short queries of everything.
 */
const poolSize = 8

/**
 * Opens the queue in PostgreSQL.
 * @throws the driver's error when the server cannot be reached
 */
export async function openPostgresEngine(databaseUrl: string, log: Logger): Promise<QueueEngine> {
  const connectionString = withSearchPath(databaseUrl)
  await migrateQueue(connectionString)
  const pool = new pg.Pool({
    connectionString,
    max: poolSize,
    application_name: 'writethru queue',
    connectionTimeoutMillis: 10_000,
    // A connection that went dead without a word must not hold a worker for ever.
    query_timeout: 15_000,
    keepAlive: true,
    // @types/pg want a constructor without arguments, but the pool passes its own.
    Client: patientClient(log) as unknown as new () => pg.ClientBase,
  })
  // Every queue and worker listens for errors of the pool.
  pool.setMaxListeners(0)
  pool.on('error', (error) => log.debug(faultOf(error), 'a connection of the queue was lost'))
  const connection = pool as unknown as PostgresConnectionOptions
  const { Queue, Worker } = withBackend(createPostgresBackend)
  return {
    backend: 'postgres',
    openQueue: (name, options) => new Queue(name, { ...options, connection }) as unknown as EngineQueue,
    openWorker: (name, processor, options) =>
      new Worker(name, processor, { ...options, connection }) as unknown as EngineWorker,
    close: () => Promise.race([pool.end(), pause(2000, undefined, { ref: false })]),
  }
}

/**
 * BullMQ's statements name their tables without a schema, so each connection gets its search path at the start. An
 * address that carries options of its own keeps them: the driver lets the address win over everything beside it.
 */
function withSearchPath(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return databaseUrl
  const url = new URL(databaseUrl)
  const options = [url.searchParams.get('options'), `-c search_path=${schema}`].filter(Boolean).join(' ')
  url.searchParams.set('options', options)
  return url.href
}

async function migrateQueue(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await runMigrations(client, schema)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * A client that takes its time to fail. BullMQ asks again at once when a fetch fails, unless the error says that the
 * connection was refused; a server that is starting, or a socket that is not there yet, would make it spin.
 */
function patientClient(log: Logger) {
  let lastLogged = 0
  return class PatientClient extends pg.Client {
    override connect(): Promise<pg.Client>
    override connect(callback: ((error: Error) => void) | ((error: null, client: pg.Client) => void)): void
    override connect(callback?: unknown): Promise<pg.Client> | void {
      if (typeof callback !== 'function') return super.connect()
      super.connect((error: Error | null) => {
        if (!error) return callback(null, this)
        if (Date.now() - lastLogged > 5000) {
          lastLogged = Date.now()
          log.warn(faultOf(error), 'the queue cannot reach PostgreSQL and keeps trying')
        }
        const refused = Object.assign(new Error(error.message, { cause: error }), { code: 'ECONNREFUSED' })
        setTimeout(() => callback(refused), 200)
      })
    }
  }
}
