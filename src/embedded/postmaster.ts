import { spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { WireError } from '../story/errors.ts'
import { programPath } from './binaries.ts'
import { settings } from './cluster.ts'
import type { Place } from './place.ts'
import { isAlive } from './start-lock.ts'

/** A running server, as its postmaster.pid describes it. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Empty when the server listens on TCP only. */
  readonly socket: string
  /** starting, ready, stopping, standby */
  readonly status: string
}

/** The unix socket's name ends in the port; it is the same for all, since every server has a folder of its own. */
const socketPort = 5432
const logLimitBytes = 10_000_000

/** Reads postmaster.pid; undefined when no server runs there. The lines are those of PostgreSQL's miscadmin.h. */
export function readPostmaster(data: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number.parseInt(lines[0] ?? '', 10)
  if (!(pid > 0)) return undefined
  return { pid, port: Number(lines[3]), socket: lines[4]?.trim() ?? '', status: lines[7]?.trim() ?? 'starting' }
}

/**
 * The server that runs on this data, if one does. A postmaster.pid whose process is gone, or is by now something else
 * (a restarted container counts its processes from one again), is removed: PostgreSQL would refuse to start over it.
 */
export function findPostmaster(data: string): Postmaster | undefined {
  const noted = readPostmaster(data)
  if (!noted) return undefined
  if (isAlive(noted.pid) && isPostgres(noted.pid, data)) return noted
  rmSync(join(data, 'postmaster.pid'), { force: true })
  return undefined
}

function isPostgres(pid: number, data: string): boolean {
  if (process.platform === 'win32') return true
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === data
    } catch {
      // Not ours to look at: fall through to its name.
    }
  }
  const shown = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' })
  return shown.status !== 0 || shown.stdout.includes('postgres')
}

/** Starts the server so that it outlives this process, and does not wait for it. @returns its process id */
export async function launchPostmaster(
  place: Place,
  options: { logFile: string; overTcp: boolean; port: number | undefined; extra: Readonly<Record<string, string>> },
): Promise<number> {
  const listen: Record<string, string> = options.overTcp
    ? { listen_addresses: '127.0.0.1', port: String(options.port ?? (await freePort())), unix_socket_directories: '' }
    : { listen_addresses: '', port: String(socketPort), unix_socket_directories: place.socket }
  const flags = Object.entries({ ...settings, ...options.extra, ...listen }).flatMap(([k, v]) => ['-c', `${k}=${v}`])
  const { file, args } = place.account.command(programPath(place.native, 'postgres'), ['-D', place.data, ...flags])
  // A file, not a pipe: a pipe would break, and PostgreSQL with it, when this process dies.
  const tooLong = (statSync(options.logFile, { throwIfNoEntry: false })?.size ?? 0) > logLimitBytes
  const log = openSync(options.logFile, tooLong ? 'w' : 'a')
  try {
    // A session of its own: Ctrl-C in the terminal must reach the workers first, not the database under them.
    const child = spawn(file, args, { ...place.account.spawnOptions, detached: true, stdio: ['ignore', log, log] })
    child.unref()
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('spawn', () => resolve(child.pid ?? 0))
    })
  } finally {
    closeSync(log)
  }
}

/**
 * Waits until the server takes connections. Recovery after a crash may take minutes; it is waited for as long as the
 * process lives.
 * @throws WireError `embedded.start` with the last lines of the server's log when it ends instead
 */
export async function waitUntilReady(data: string, pid: number, logFile: string, log: Logger): Promise<Postmaster> {
  for (let looks = 0; ; looks += 1) {
    const noted = readPostmaster(data)
    if (noted?.pid === pid && noted.status === 'ready') return noted
    if (!isAlive(pid)) throw new WireError('embedded.start', `PostgreSQL ended: ${logTail(logFile)}`)
    if (looks > 0 && looks % 500 === 0) log.info({ pid }, 'PostgreSQL is still starting or recovering')
    await pause(looks < 50 ? 10 : 20)
  }
}

/** Stops the server: clients are sent away, work in hand is rolled back, everything committed is on disk. */
export async function stopPostmaster(data: string, native: string, running: Postmaster, log: Logger): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(programPath(native, 'pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-w'])
    return
  }
  signal(running.pid, 'SIGINT')
  for (let waitedMs = 0; isAlive(running.pid); waitedMs += 10) {
    if (waitedMs === 30_000) {
      log.warn({ pid: running.pid }, 'PostgreSQL did not stop in 30 s and is stopped at once; its log makes it whole')
      signal(running.pid, 'SIGQUIT')
    }
    await pause(10)
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function logTail(path: string): string {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-6).join(' | ').slice(-600)
  } catch {
    return 'it left no log'
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
