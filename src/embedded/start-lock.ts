import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { WireError } from '../story/errors.ts'

/**
 * True when a process with this id runs on this machine, whoever owns it. A process that ended and was never collected
 * by its parent (usual in containers whose first process is not an init) counts as gone.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  if (process.platform !== 'linux') return true
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in the second field may hold spaces and brackets; the state follows its last bracket.
    return stat.charAt(stat.lastIndexOf(')') + 2) !== 'Z'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT'
  }
}

/** How long a start or stop may wait for another one in the same folder, ms. */
const patienceMs = 120_000

/**
 * Runs `work` while no other process starts or stops the server of this folder. The lock is a file that names its
 * owner, so the lock of a process that died is taken over. PostgreSQL's own postmaster.pid is the guard behind it.
 * @throws WireError `embedded.start` when another process holds the lock for two minutes
 */
export async function withStartLock<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const path = join(directory, 'start.lock')
  const token = `${process.pid} ${randomUUID()}`
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, token)
  try {
    const deadline = Date.now() + patienceMs
    while (!take(draft, path)) {
      const holder = read(path)
      if (holder !== undefined && isStale(holder)) release(path, holder)
      else if (Date.now() > deadline) throw new WireError('embedded.start', `the lock ${path} is held by ${holder}`)
      else await pause(25)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  try {
    return await work()
  } finally {
    release(path, token)
    own.delete(token)
  }
}

/** Tokens this process holds: after a crash in a container the next process often gets the same id. */
const own = new Set<string>()

function take(draft: string, path: string): boolean {
  try {
    // A link appears whole or not at all, so nobody reads a half-written lock.
    linkSync(draft, path)
    own.add(readFileSync(draft, 'utf8'))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function isStale(holder: string): boolean {
  const pid = Number.parseInt(holder, 10)
  return pid === process.pid ? !own.has(holder) : !isAlive(pid)
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Removes the lock if it still is the one we mean; moved aside first, because two may find the same stale lock. */
function release(path: string, token: string): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (read(aside) !== token) {
    try {
      linkSync(aside, path)
    } catch {
      // Someone took the lock in between; PostgreSQL's own guard decides between the two.
    }
  }
  rmSync(aside, { force: true })
}
