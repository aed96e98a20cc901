import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { WireError } from '../story/errors.ts'
import { programPath } from './binaries.ts'
import type { PostgresBinaries } from './binaries.ts'
import { giveTo } from './place.ts'
import type { Place } from './place.ts'

/** The superuser and the database of an embedded server. */
export const ownerName = 'writethru'

/**
 * True when there is a cluster that these binaries can run.
 * @throws WireError `embedded.version` when there is one of another major version
 */
export function hasCluster(data: string, binaries: PostgresBinaries): boolean {
  const found = readVersion(data)
  if (found === undefined || found === binaries.major) return found !== undefined
  throw new WireError(
    'embedded.version',
    `the data in ${data} was written by PostgreSQL ${found}, this program brings ${binaries.major}`,
  )
}

/**
 * Makes the cluster. It is made beside its place and moved there when it is whole: a first start that is cut leaves
 * nothing half done.
 * @throws WireError `embedded.start`
 */
export function makeCluster(place: Place, overTcp: boolean): void {
  if (existsSync(place.data)) {
    throw new WireError('embedded.start', `${place.data} exists but holds no database; move it away`)
  }
  const draft = `${place.data}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(dirname(draft), { recursive: true })
  mkdirSync(draft, { mode: 0o700 })
  giveTo(draft, place.account)
  const auth = overTcp ? ['--auth=scram-sha-256', `--pwfile=${writePassword(place)}`] : ['--auth=trust']
  const { file, args } = place.account.command(programPath(place.native, 'initdb'), [
    `--pgdata=${draft}`,
    `--username=${ownerName}`,
    '--encoding=UTF8',
    // Built into PostgreSQL 17 and later: sorts alike on every system and survives an upgrade of its C library.
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--no-instructions',
    ...auth,
  ])
  const made = spawnSync(file, args, { ...place.account.spawnOptions, encoding: 'utf8', timeout: 120_000 })
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new WireError('embedded.start', `initdb: ${made.error?.message ?? made.stderr.trim().slice(-500)}`)
  }
  renameSync(draft, place.data)
}

/** The password of a server that listens on TCP; undefined where a unix socket needs none. */
export function readPassword(data: string): string | undefined {
  try {
    return readFileSync(passwordPath(data), 'utf8').trim()
  } catch {
    return undefined
  }
}

/**
 * Settings for a machine that does other work too. Given on the command line, so that a new version of this program
 * brings new values to old clusters.
 */
export const settings: Readonly<Record<string, string>> = {
  // A story that was acknowledged is on disk: the first promise. It costs nothing measurable with batched writes.
  synchronous_commit: 'on',
  shared_buffers: '128MB',
  max_connections: '60',
  // Partition upkeep and a dump of all partitions lock many tables in one transaction.
  max_locks_per_transaction: '256',
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_line_prefix: '%m [%p] ',
  // A client that vanished must not hold locks for the two hours of the system's default.
  tcp_keepalives_idle: '60',
  client_connection_check_interval: '10s',
}

function passwordPath(data: string): string {
  return `${data}.password`
}

function writePassword(place: Place): string {
  const path = passwordPath(place.data)
  writeFileSync(path, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  chmodSync(path, 0o600)
  if (place.account.owner) chownSync(path, place.account.owner.uid, place.account.owner.gid)
  return path
}

function readVersion(data: string): string | undefined {
  try {
    return readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  } catch {
    return undefined
  }
}
