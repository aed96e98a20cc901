import { readMissingMigrations } from '../store/read-schema.ts'
import { exit } from './exit.ts'
import { count } from './print/words.ts'
import { withRuntime } from './runtime.ts'
import type { GlobalOptions } from './runtime.ts'
import { present } from './verb.ts'
import type { Terminal } from './verb.ts'

/** `writethru migrate`: brings the schema up to date, or with `--check` only says whether it is. */
export async function migrateVerb(globals: GlobalOptions & { check?: boolean }, terminal: Terminal): Promise<number> {
  return withRuntime(globals, { schema: 'any' }, async ({ pool, databaseUrl }) => {
    if (globals.check === true) {
      const missing = await readMissingMigrations(pool)
      present(terminal, globals.json, { current: missing.length === 0, missing }, () =>
        missing.length === 0 ? 'The schema is up to date.' : `Missing: ${missing.join(', ')}`,
      )
      return missing.length === 0 ? exit.done : exit.unreachable
    }
    const { migrate } = await import('../store/migrate.ts')
    const { applied } = await migrate(databaseUrl)
    present(terminal, globals.json, { applied }, () =>
      applied.length === 0
        ? 'The schema was up to date.'
        : `Applied ${count(applied.length, 'migration')}: ${applied.join(', ')}`,
    )
    return exit.done
  })
}
