import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runner } from 'node-pg-migrate'
import { openConnection } from './pool.ts'

const directory = join(dirname(fileURLToPath(import.meta.url)), 'migrations')

export interface MigrationReport {
  /** Names of the migrations that were applied now. */
  readonly applied: readonly string[]
}

/**
 * Brings the schema up to date. Safe to call from several processes at once (the runner holds an advisory lock) and
 * while older workers run: migrations first expand, and contract only in a later release.
 */
export async function migrate(databaseUrl: string, log: (line: string) => void = () => {}): Promise<MigrationReport> {
  const client = await openConnection(databaseUrl, 'writethru migrate')
  try {
    const done = await runner({
      dbClient: client,
      dir: directory,
      direction: 'up',
      migrationsTable: 'migrations',
      migrationsSchema: 'wire',
      createMigrationsSchema: true,
      ignorePattern: '\\..*|.*\\.map',
      advisoryLockMode: 'wait',
      log: () => {},
      logger: { debug: () => {}, info: log, warn: log, error: log },
    })
    if (done.length === 0) return { applied: [] }
    await client.query(`COMMENT ON TABLE wire.migrations IS 'Which migrations were applied; written by the runner.'`)
    await client.query(`COMMENT ON COLUMN wire.migrations.id IS 'Order of application.'`)
    await client.query(`COMMENT ON COLUMN wire.migrations.name IS 'File name of the migration.'`)
    await client.query(`COMMENT ON COLUMN wire.migrations.run_on IS 'When it was applied.'`)
    return { applied: done.map((migration) => migration.name) }
  } finally {
    await client.end()
  }
}
