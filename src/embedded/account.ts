import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, resolve } from 'node:path'
import { programPath } from './binaries.ts'

/**
 * Under which user PostgreSQL runs. It refuses to run as root, and it refuses a user that the system does not know by
 * name, so a root process (a container, a CI job) needs another way:
 *   self       the user of this process
 *   setuid     the user `nobody`, which must be able to reach binaries and data
 *   namespace  a user namespace in which this user is called `nobody`; files keep their owner, closed folders stay
 *              reachable
 */
export interface Account {
  readonly kind: 'self' | 'setuid' | 'namespace'
  /** Who must own the data directory, as seen from this process. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined
  /** The program and its arguments as they have to be spawned. */
  command(program: string, args: readonly string[]): { file: string; args: string[] }
  /** Options for spawn: user and group, and an environment without the caller's PG* variables and locales. */
  readonly spawnOptions: { uid?: number; gid?: number; cwd: string; env: Record<string, string> }
}

/** PostgreSQL reads PGDATA, PGPORT, LC_ALL and TZ from its environment; a fixed one starts alike everywhere. */
const environment = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' }
const base = { cwd: process.platform === 'win32' ? process.cwd() : '/', env: environment }

const plain = (file: string, args: readonly string[]) => ({ file, args: [...args] })

/** The user that runs this process. */
export function selfAccount(): Account {
  const uid = process.getuid?.()
  const gid = process.getgid?.()
  const owner = uid === undefined || gid === undefined ? undefined : { uid, gid }
  return { kind: 'self', owner, command: plain, spawnOptions: base }
}

/** The user `nobody` by setuid; only root may do this. Undefined when the system has no such user. */
export function setuidAccount(): Account | undefined {
  const nobody = readNobody()
  if (!nobody) return undefined
  return { kind: 'setuid', owner: nobody, command: plain, spawnOptions: { ...base, ...nobody } }
}

/** A user namespace in which this user is `nobody`. Undefined when the system has no such user. */
export function namespaceAccount(): Account | undefined {
  const nobody = readNobody()
  if (!nobody || process.platform !== 'linux') return undefined
  const map = ['--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`, '--']
  const { owner } = selfAccount()
  return {
    kind: 'namespace',
    owner,
    command: (program, args) => ({ file: 'unshare', args: [...map, program, ...args] }),
    spawnOptions: base,
  }
}

/** True when this process may run PostgreSQL as itself: it is not root, and the system knows its user by name. */
export function selfIsAllowed(): boolean {
  if (process.platform === 'win32') return true
  if (process.getuid?.() === 0) return false
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

/** Tries a program of PostgreSQL under the account. Undefined when it runs, otherwise what went wrong. */
export function accountFault(account: Account, native: string): string | undefined {
  const { file, args } = account.command(programPath(native, 'postgres'), ['--version'])
  const result = spawnSync(file, args, { ...account.spawnOptions, timeout: 20_000, encoding: 'utf8' })
  if (result.status === 0) return undefined
  return `${account.kind}: ${result.error?.message ?? result.stderr.trim().slice(0, 300)}`
}

/** True when every folder above the path, and the path when it exists, may be entered by users who do not own it. */
export function isOpenToOthers(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const found = statSync(folder, { throwIfNoEntry: false })
    if (found && (found.mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

function readNobody(): { uid: number; gid: number } | undefined {
  let table: string
  try {
    table = readFileSync('/etc/passwd', 'utf8')
  } catch {
    return undefined
  }
  for (const line of table.split('\n')) {
    const [name, , uid, gid] = line.split(':')
    if (name === 'nobody' && Number(uid) > 0 && Number(gid) >= 0) return { uid: Number(uid), gid: Number(gid) }
  }
  return undefined
}
