/**
 * PostgreSQL for a single machine: binaries from npm, started by the program, no installation, no account, no
 * password. The server outlives a crash of the process that started it and is used again by the next one.
 */
import { mkdirSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from 'pino'
import { WireError } from '../story/errors.ts'
import type { Account } from './account.ts'
import { findBinaries } from './binaries.ts'
import type { PostgresBinaries } from './binaries.ts'
import { hasCluster, makeCluster, ownerName, readPassword } from './cluster.ts'
import { releaseHold, takeHold } from './holders.ts'
import { choosePlace, dataLocation } from './place.ts'
import { findPostmaster, launchPostmaster, stopPostmaster, waitUntilReady } from './postmaster.ts'
import type { Postmaster } from './postmaster.ts'
import { isAlive, withStartLock } from './start-lock.ts'

export interface EmbeddedPostgresOptions {
  /** Where database, socket and log lie; made when absent. Relative paths count from the working directory. */
  readonly directory: string
  readonly log: Logger
  /** PostgreSQL settings beside our own, for tests: `{fsync: 'off'}`. They count when this call starts the server. */
  readonly settings?: Readonly<Record<string, string>>
  /** A unix socket (default) or TCP on 127.0.0.1 with a password (default on Windows, which has no such sockets). */
  readonly transport?: 'socket' | 'tcp'
  /** Ways of running as root that must not be taken, for tests of the others. */
  readonly without?: readonly Account['kind'][]
}

export interface EmbeddedPostgres {
  /** Connection string of the database `writethru`; pg and libpq both read it. */
  readonly url: string
  /** True when the server was running already: another process uses it, or one crashed and left it. */
  readonly reused: boolean
  /** Leaves the server; the last one to leave stops it. May be called twice. Close pools and queues first. */
  stop(): Promise<void>
}

/** How often a server is looked at, ms: when it died, it is started again. */
const watchMs = 500

/**
 * Starts PostgreSQL in `directory`, or joins the one that runs there, and starts it again whenever it dies.
 * @throws WireError `embedded.unsupported`, `embedded.version`, `embedded.start`
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log } = options
  mkdirSync(resolve(options.directory), { recursive: true })
  const directory = realpathSync(resolve(options.directory))
  const binaries = findBinaries()
  const start = { directory, binaries, log, options }
  const first = await withStartLock(directory, async () => {
    const server = await ensureRunning(start, undefined)
    return { ...server, hold: takeHold(directory) }
  })

  let running = first.running
  let stopping: Promise<void> | undefined
  const watch = async (): Promise<void> => {
    if (stopping || isAlive(running.pid)) return
    log.warn({ pid: running.pid }, 'the embedded PostgreSQL died and is started again')
    await withStartLock(directory, async () => {
      if (!stopping) running = (await ensureRunning(start, running.port)).running
    })
  }
  const timer = setInterval(() => {
    watching ??= watch()
      .catch((error: unknown) => log.error({ err: error }, 'the embedded PostgreSQL could not be started again'))
      .finally(() => (watching = undefined))
  }, watchMs)
  let watching: Promise<void> | undefined
  timer.unref()

  const stop = async (): Promise<void> => {
    clearInterval(timer)
    await watching
    await withStartLock(directory, async () => {
      if (!releaseHold(directory, first.hold)) return
      const data = dataLocation(directory)
      const found = findPostmaster(data)
      if (found) await stopPostmaster(data, binaries.native, found, log)
    })
  }
  return {
    url: first.url,
    reused: first.reused,
    stop: () => (stopping ??= stop()),
  }
}

interface Start {
  readonly directory: string
  readonly binaries: PostgresBinaries
  readonly log: Logger
  readonly options: EmbeddedPostgresOptions
}

async function ensureRunning(
  start: Start,
  port: number | undefined,
): Promise<{ running: Postmaster; url: string; reused: boolean }> {
  const { directory, binaries, log } = start
  const data = dataLocation(directory)
  const found = hasCluster(data, binaries) ? findPostmaster(data) : undefined
  const running = found ? await waitUntilReady(data, found.pid, logFileOf(directory), log) : await launch(start, port)
  const url = urlOf(running, dataLocation(directory))
  await ensureDatabase(url)
  return { running, url, reused: found !== undefined }
}

async function launch({ directory, binaries, log, options }: Start, port: number | undefined): Promise<Postmaster> {
  const overTcp = (options.transport ?? (process.platform === 'win32' ? 'tcp' : 'socket')) === 'tcp'
  const place = choosePlace(directory, binaries, log, options.without ?? [])
  if (!hasCluster(place.data, binaries)) makeCluster(place, overTcp)
  log.debug({ data: place.data, account: place.account.kind }, 'starting the embedded PostgreSQL')
  const logFile = logFileOf(directory)
  for (let tries = 1; ; tries += 1) {
    const pid = await launchPostmaster(place, { logFile, overTcp, port, extra: options.settings ?? {} })
    try {
      return await waitUntilReady(place.data, pid, logFile, log)
    } catch (error) {
      // After a kill -9 of the server its children need a moment to notice; until then PostgreSQL refuses to start on
      // the memory they still share.
      const passing = error instanceof WireError && error.detail.includes('shared memory block')
      if (!passing || tries === 40) throw error
      await pause(250)
    }
  }
}

const logFileOf = (directory: string): string => join(directory, 'postgres.log')

function urlOf(running: Postmaster, data: string): string {
  const url = new URL(`postgresql://${ownerName}@localhost:${running.port}/${ownerName}`)
  if (running.socket) {
    url.searchParams.set('host', running.socket)
  } else {
    url.hostname = '127.0.0.1'
    url.password = readPassword(data) ?? ''
  }
  // Said aloud, so that a PGSSLMODE of the caller's environment is not applied to it.
  url.searchParams.set('sslmode', 'disable')
  return url.href
}

async function ensureDatabase(url: string): Promise<void> {
  const admin = new URL(url)
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [ownerName])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${ownerName}`)
  } finally {
    await client.end()
  }
}
