import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
} from 'node:fs'
import { rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { WireError } from '../story/errors.ts'
import { accountFault, isOpenToOthers, namespaceAccount, selfAccount, selfIsAllowed, setuidAccount } from './account.ts'
import type { Account } from './account.ts'
import { restoreLibraryLinks } from './binaries.ts'
import type { PostgresBinaries } from './binaries.ts'

/** Where the parts of an embedded server lie, and who runs it. */
export interface Place {
  readonly account: Account
  readonly native: string
  /** The cluster: PG_VERSION, base/, pg_wal/ ... */
  readonly data: string
  /** Folder of the unix socket, mode 0700. */
  readonly socket: string
}

/** A socket's path may have 107 bytes on Linux and 103 on macOS, and its name takes 14 of them. */
const socketFolderBytes = 103 - '/.s.PGSQL.5432'.length

/** Notes where the data lies when it cannot lie in the folder itself. */
const pointerName = 'data-location'

/** Where the cluster of this folder lies, whether it exists yet or not. */
export function dataLocation(directory: string): string {
  try {
    return readFileSync(join(directory, pointerName), 'utf8').trim() || join(directory, 'postgres')
  } catch {
    return join(directory, 'postgres')
  }
}

/**
 * Chooses who runs PostgreSQL and from where, so that it works without any preparation: as an ordinary user, as root
 * in an open folder, as root under /root, and in containers that forbid user namespaces. The server must not be running:
 * its data may change hands here.
 * @throws WireError `embedded.start` when no way is left; the detail lists what was tried
 */
export function choosePlace(
  directory: string,
  binaries: PostgresBinaries,
  log: Logger,
  without: readonly Account['kind'][],
): Place {
  const linked = restoreLibraryLinks(binaries.native)
  const native = linked ? binaries.native : copyBinaries(binaries)
  const faults: string[] = []
  const works = (account: Account | undefined, from: string): account is Account => {
    if (!account || without.includes(account.kind)) return false
    const fault = accountFault(account, from)
    if (fault !== undefined) faults.push(fault)
    return fault === undefined
  }

  const data = dataLocation(directory)
  if (selfIsAllowed()) {
    const self = selfAccount()
    if (works(self, native)) return settle(self, native, data, directory)
  } else {
    const nobody = process.getuid?.() === 0 ? setuidAccount() : undefined
    const open = isOpenToOthers(native) && isOpenToOthers(directory)
    if (open && works(nobody, native)) return settle(nobody, native, data, directory)
    const namespace = namespaceAccount()
    if (works(namespace, native)) return settle(namespace, native, data, directory)
    const copied = isOpenToOthers(native) ? native : copyBinaries(binaries)
    if (works(nobody, copied)) {
      const outside = isOpenToOthers(directory) ? data : moveOutside(directory, data, log)
      return settle(nobody, copied, outside, directory)
    }
  }
  throw new WireError('embedded.start', faults.join('; ') || 'this system has no user that PostgreSQL may run as')
}

function settle(account: Account, native: string, data: string, directory: string): Place {
  const near = join(directory, 'socket')
  const fits = Buffer.byteLength(near) <= socketFolderBytes && (account.kind !== 'setuid' || isOpenToOthers(directory))
  const socket = fits ? near : join(tmpdir(), `writethru-${digest(data)}`)
  if (process.platform !== 'win32') ownFolder(socket, account)
  if (existsSync(data)) giveTo(data, account)
  return { account, native, data, socket }
}

/** Makes the folder, for its owner alone. A folder that somebody else made in the shared temporary folder is refused. */
function ownFolder(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  const mine = [process.getuid?.(), account.owner?.uid]
  if (!found.isDirectory() || !mine.includes(found.uid)) {
    throw new WireError('embedded.start', `the socket folder ${folder} belongs to somebody else`)
  }
  chmodSync(folder, 0o700)
  if (account.owner && found.uid !== account.owner.uid) chownSync(folder, account.owner.uid, account.owner.gid)
}

/** PostgreSQL insists on owning its data; the account may have changed since the last start. */
export function giveTo(path: string, account: Account): void {
  const owner = account.owner
  if (!owner || lstatSync(path).uid === owner.uid) return
  const own = (entry: string): void => {
    const found = lstatSync(entry)
    if (found.isSymbolicLink()) return
    if (found.isDirectory()) for (const name of readdirSync(entry)) own(join(entry, name))
    chownSync(entry, owner.uid, owner.gid)
  }
  own(path)
}

/** Data of a folder that only root may enter goes where services keep theirs: never to a folder that a restart empties. */
function moveOutside(directory: string, data: string, log: Logger): string {
  const outside = join('/var/lib/writethru', digest(directory))
  if (outside === data) return data
  mkdirSync('/var/lib/writethru', { recursive: true, mode: 0o755 })
  if (existsSync(data)) cpSync(data, outside, { recursive: true })
  writeFileSync(join(directory, pointerName), `${outside}\n`)
  log.warn({ outside }, 'the database cannot run in a folder closed to other users and is kept elsewhere')
  return outside
}

/** Copies the binaries to where every user can read them; 60 MB, once a version. */
function copyBinaries(binaries: PostgresBinaries): string {
  const target = join(tmpdir(), `writethru-postgres-${binaries.version}-${process.getuid?.() ?? 0}`)
  const native = join(target, 'native')
  const found = lstatSync(target, { throwIfNoEntry: false })
  const trusted = found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
  if (!trusted || !existsSync(join(target, 'complete'))) {
    const draft = `${target}.${process.pid}`
    cpSync(binaries.native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    chmodSync(draft, 0o755)
    writeFileSync(join(draft, 'complete'), '')
    rmSync(target, { recursive: true, force: true })
    renameSync(draft, target)
  }
  restoreLibraryLinks(native)
  return native
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
