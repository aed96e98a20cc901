import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Queryable } from './pool.ts'

const directory = join(dirname(fileURLToPath(import.meta.url)), 'migrations')

/** Names of the migrations that this program brings and the database lacks; all of them for an empty database. */
export async function readMissingMigrations(client: Queryable): Promise<string[]> {
  const files = await readdir(directory)
  const brought = files.filter((file) => file.endsWith('.sql')).map((file) => file.slice(0, -'.sql'.length))
  const { rows: found } = await client.query(`SELECT to_regclass('wire.migrations') IS NOT NULL AS there`)
  if (!found[0].there) return brought.sort()
  const { rows } = await client.query(`SELECT name FROM wire.migrations`)
  const applied = new Set(rows.map((row) => row.name))
  return brought.filter((name) => !applied.has(name)).sort()
}
