import { randomBytes } from 'node:crypto'
import pg from 'pg'
import pino from 'pino'
import { inject } from 'vitest'
import { startEmbeddedPostgres } from '../../src/embedded/postgres.ts'
import { migrate } from '../../src/store/migrate.ts'

export interface TestDatabase {
  /** Connection string of a database nobody else uses. */
  readonly url: string
  readonly pool: pg.Pool
  /** Closes the pool and drops the database, whoever is still connected to it. */
  drop(): Promise<void>
}

/** The migrated database that every other one is copied from. */
const templateName = 'writethru_template'

/**
 * A fresh, migrated database for one test file. The server is started once a run, by the first file that asks;
 * a copy of the template takes some ten milliseconds. `{empty: true}` gives a database without our tables.
 */
export async function openTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = await testServerUrl()
  const name = `test_${randomBytes(6).toString('hex')}`
  if (!options.empty) await ensureTemplate(server)
  const template = options.empty ? 'template0' : templateName
  await withClient(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`))
  const url = urlOf(server, name)
  const pool = new pg.Pool({ connectionString: url, max: 8 })
  pool.on('error', () => undefined)
  return {
    url,
    pool,
    drop: async () => {
      await pool.end()
      await withClient(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    },
  }
}

/** Connection string of the run's server, database `writethru`; starts it when this is the first call of the run. */
export async function testServerUrl(): Promise<string> {
  started ??= startEmbeddedPostgres({
    directory: inject('databaseDirectory'),
    log: pino({ level: 'silent' }),
    // The server is thrown away after the run, so nothing has to reach the disk.
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '120' },
  })
  return (await started).url
}
let started: ReturnType<typeof startEmbeddedPostgres> | undefined

/** Makes the template unless another test file has; an advisory lock lets exactly one of them do it. */
async function ensureTemplate(server: string): Promise<void> {
  await withClient(server, async (client) => {
    await client.query('SELECT pg_advisory_lock(7407)')
    const { rows } = await client.query<{ datistemplate: boolean }>(
      'SELECT datistemplate FROM pg_database WHERE datname = $1',
      [templateName],
    )
    if (rows[0]?.datistemplate) return
    await client.query(`DROP DATABASE IF EXISTS ${templateName} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${templateName} TEMPLATE template0 STRATEGY file_copy`)
    await migrate(urlOf(server, templateName))
    // Marked last: a template without the mark is half migrated. No connections, or it could not be copied.
    await client.query(`ALTER DATABASE ${templateName} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`)
  })
}

function urlOf(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
