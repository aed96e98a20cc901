import { hostname } from 'node:os'
import type { Logger } from 'pino'
import { readConfig, secretOf } from '../config/config.ts'
import type { Config, ConfigOverrides } from '../config/config.ts'
import { openLog } from '../ops/log.ts'
import type { LogTarget } from '../ops/log.ts'
import { openPool } from '../store/pool.ts'
import type { Pool } from '../store/pool.ts'
import { asWireError } from '../store/pool.ts'
import { readMissingMigrations } from '../store/read-schema.ts'
import { WireError } from '../story/errors.ts'
import type { Queues } from '../workers/queue/queues.ts'

/** Options every verb has. */
export interface GlobalOptions {
  readonly config?: string
  readonly data?: string
  readonly database?: string
  readonly logLevel?: string
  readonly json?: boolean
}

/** What a verb works with. Opened once, closed once, in the right order. */
export interface Runtime {
  readonly config: Config
  readonly log: Logger
  readonly databaseUrl: string
  /** True when the database is the embedded one of the data folder. */
  readonly embedded: boolean
  readonly pool: Pool
  /** Host and process, for leases and the record. */
  readonly worker: string
  secret(name: string): string | undefined
  /** The queues, opened at the first call. @throws WireError `queue.unavailable`, `queue.unsafe` */
  queues(): Promise<Queues>
  /** Closes queues, pool and the embedded server, if this process was the last to use it. May be called twice. */
  close(graceMs?: number): Promise<void>
}

export interface RuntimeOptions {
  /** Values that win over file and environment. */
  readonly overrides?: ConfigOverrides
  /** Least weight of a log line when nothing else was asked for. */
  readonly logLevel?: Config['log']['level']
  readonly logTarget?: LogTarget
  /** `current` (default) needs an up-to-date schema and brings an embedded one there; `any` takes what it finds. */
  readonly schema?: 'current' | 'any'
  /** True: the embedded database and its queue, whatever environment and file name; only `--database` wins over it. */
  readonly alone?: boolean
  /** Secrets of this process's own making, by name; they win over the environment. */
  readonly secrets?: ReadonlyMap<string, string>
}

/** Reads the configuration with the flags every verb has laid over it. Odd settings are told to `warn`. */
export function readSettings(globals: GlobalOptions, options: RuntimeOptions, warn: (text: string) => void): Config {
  const given: ConfigOverrides = {
    ...options.overrides,
    ...(globals.data === undefined ? {} : { dataDirectory: globals.data }),
    ...(globals.database === undefined ? {} : { databaseUrl: globals.database }),
    ...(globals.logLevel === undefined ? {} : { log: { level: globals.logLevel as Config['log']['level'] } }),
  }
  const { config, warnings } = readConfig({
    ...(globals.config === undefined ? {} : { file: globals.config }),
    overrides: given,
  })
  for (const warning of warnings) warn(warning)
  return config
}

/**
 * Opens the database: the one DATABASE_URL names, else the embedded one of the data folder, which is started unless
 * another process of ours runs it already.
 * @throws WireError `config.invalid`, `store.unavailable`, `store.schema-old`, `embedded.*`
 */
export async function openRuntime(globals: GlobalOptions, options: RuntimeOptions = {}): Promise<Runtime> {
  const warnings: string[] = []
  const config = readSettings(globals, options, (text) => warnings.push(text))
  const level = globals.logLevel ?? heavier(config.log.level, options.logLevel ?? 'trace')
  const log = openLog({ ...config.log, level }, options.logTarget)
  for (const warning of warnings) log.warn(warning)

  const given = options.alone === true ? globals.database : config.databaseUrl
  const embedded = given === undefined
  const server = embedded ? await startEmbedded(config.dataDirectory, log) : undefined
  const databaseUrl = given ?? server!.url
  const queueUrl = options.alone === true ? 'postgres' : config.queueUrl
  const pool = openPool(databaseUrl, {
    max: config.databasePoolSize,
    onError: (error) => log.debug({ err: error }, 'a connection to the database was lost'),
  })
  let queues: Promise<Queues> | undefined
  let closing: Promise<void> | undefined
  const close = async (graceMs: number): Promise<void> => {
    const open = await queues?.catch(() => undefined)
    await open?.close({ graceMs })
    await pool.end()
    await server?.stop()
  }
  try {
    if (options.schema !== 'any') await bringSchemaUpToDate(pool, databaseUrl, embedded)
  } catch (error) {
    await close(0)
    throw asWireError(error)
  }
  return {
    config,
    log,
    databaseUrl,
    embedded,
    pool,
    worker: `${hostname()}/${process.pid}`,
    secret: (name) => options.secrets?.get(name) ?? secretOf(name),
    queues: () => (queues ??= startQueues(queueUrl, databaseUrl, log)),
    close: (graceMs = 0) => (closing ??= close(graceMs)),
  }
}

/** Runs `work` with a runtime that is closed afterwards, whatever happens. */
export async function withRuntime<T>(
  globals: GlobalOptions,
  options: RuntimeOptions,
  work: (runtime: Runtime) => Promise<T>,
): Promise<T> {
  const runtime = await openRuntime(globals, { logLevel: 'warn', ...options })
  try {
    return await work(runtime)
  } catch (error) {
    throw asWireError(error)
  } finally {
    await runtime.close()
  }
}

// Loaded when needed: a verb that reads one row should not pay for the queue or the launcher.
async function startEmbedded(directory: string, log: Logger) {
  const { startEmbeddedPostgres } = await import('../embedded/postgres.ts')
  return startEmbeddedPostgres({ directory, log })
}

async function startQueues(queueUrl: string, databaseUrl: string, log: Logger): Promise<Queues> {
  const { openQueues } = await import('../workers/queue/queues.ts')
  return openQueues({ queueUrl, databaseUrl, log })
}

async function bringSchemaUpToDate(pool: Pool, databaseUrl: string, embedded: boolean): Promise<void> {
  const missing = await readMissingMigrations(pool)
  if (missing.length === 0) return
  if (!embedded) {
    throw new WireError('store.schema-old', `the database lacks ${missing.length} of our migrations: ${missing[0]} ...`)
  }
  const { migrate } = await import('../store/migrate.ts')
  await migrate(databaseUrl)
}

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** The heavier of two levels: a verb that prints a table keeps lines of routine out of it. */
function heavier(a: string, b: string): string {
  return levels.indexOf(a) >= levels.indexOf(b) ? a : b
}
