import pg from 'pg'
import { WireError } from '../story/errors.ts'

export type Pool = pg.Pool
export type Client = pg.ClientBase
/** Anything that can run a statement: the pool, or one connection inside a transaction. */
export type Queryable = Pick<pg.ClientBase, 'query'>

// bigint ids fit a double for the next few hundred thousand years of stories.
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.INT8) return (value: string) => Number(value)
    // A date is a day, not an instant: kept as YYYY-MM-DD.
    if (oid === pg.types.builtins.DATE) return (value: string) => value
    return pg.types.getTypeParser(oid, format as never)
  }) as typeof pg.types.getTypeParser,
}

export interface PoolOptions {
  /** Connections at most. */
  readonly max?: number
  readonly applicationName?: string
  readonly onError?: (error: Error) => void
}

/** Opens a pool. Statements that hang are cut after 60 s; idle connections never keep the process alive. */
export function openPool(url: string, options: PoolOptions = {}): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 8,
    application_name: options.applicationName ?? 'writethru',
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    allowExitOnIdle: true,
    keepAlive: true,
    types,
  })
  // Without a listener a dropped idle connection would end the process.
  pool.on('error', (error) => options.onError?.(error))
  // And one that is lent out fails its statement; the event of its own says nothing more.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Opens one connection of its own, for LISTEN and for session locks. */
export async function openConnection(url: string, applicationName: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: applicationName, keepAlive: true, types })
  // Its holder learns of the loss by 'end' or by the next statement; without a listener the process would end.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Runs `work` in one transaction; rolls back on any error and gives it a code. */
export async function inTransaction<T>(pool: Pool, work: (client: Client) => Promise<T>): Promise<T> {
  let client: pg.PoolClient
  try {
    client = await pool.connect()
  } catch (error) {
    throw asWireError(error)
  }
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    try {
      await client.query('ROLLBACK')
    } catch (rollbackError) {
      broken = rollbackError as Error
    }
    throw asWireError(error)
  } finally {
    client.release(broken)
  }
}

/** Gives a database error its code: passing (retry), of the value (quarantine), or of the schema (fatal). */
export function asWireError(error: unknown): Error {
  if (error instanceof WireError) return error
  const state = (error as { code?: unknown }).code
  const message = error instanceof Error ? error.message : String(error)
  if (typeof state !== 'string') {
    return /connection|timeout exceeded|terminated|ECONN/i.test(message)
      ? new WireError('store.unavailable', message, { cause: error })
      : error instanceof Error
        ? error
        : new Error(message)
  }
  if (/^(08|57P|53|25006|58|XX)/.test(state) || /^(ECONN|EPIPE|ENOENT|ENOTFOUND|ETIMEDOUT|EAI_AGAIN)/.test(state)) {
    return new WireError('store.unavailable', `${message} (${state})`, { cause: error })
  }
  // 57014 is our own statement timeout: the server is slow, not the value wrong.
  if (/^(40|55P03|57014)/.test(state)) return new WireError('store.conflict', `${message} (${state})`, { cause: error })
  if (/^(42P01|42703|42883|3F000)/.test(state)) {
    return new WireError('store.schema-old', `${message} (${state})`, { cause: error })
  }
  if (/^(22|23|54)/.test(state)) return new WireError('store.rejected', `${message} (${state})`, { cause: error })
  return error as Error
}
