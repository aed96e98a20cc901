import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accountFault, isOpenToOthers, namespaceAccount, setuidAccount } from '../../src/embedded/account.ts'
import { findBinaries } from '../../src/embedded/binaries.ts'
import { startEmbeddedPostgres } from '../../src/embedded/postgres.ts'
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from '../../src/embedded/postgres.ts'
import { readPostmaster } from '../../src/embedded/postmaster.ts'
import { isAlive } from '../../src/embedded/start-lock.ts'
import { openQueues } from '../../src/workers/queue/queues.ts'
import { startChild } from '../support/child.ts'

const log = pino({ level: 'silent' })
const isRoot = process.getuid?.() === 0
let folder: string
const started: EmbeddedPostgres[] = []

// A cluster made once; most tests start from a copy of it, because making one takes most of a second.
let made: string
beforeAll(async () => {
  made = openFolder()
  await (await startEmbeddedPostgres({ directory: made, log })).stop()
})
afterAll(() => rmSync(made, { recursive: true }))

beforeEach(() => {
  folder = openFolder()
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()))
  rmSync(folder, { recursive: true, force: true })
})

function openFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'writethru-pg-'))
  chmodSync(path, 0o755)
  return path
}

const copyCluster = (): void => cpSync(join(made, 'postgres'), join(folder, 'postgres'), { recursive: true })

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ directory: folder, log, ...options })
  started.push(server)
  return server
}

async function query(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const postmaster = (directory = folder) => readPostmaster(join(directory, 'postgres'))

/** The server's process id. Never 0: a signal to that would go to everyone around. */
function pidOf(directory = folder): number {
  const { pid } = postmaster(directory) ?? {}
  if (pid === undefined) throw new Error(`no server runs in ${directory}`)
  return pid
}

describe('starting and stopping', () => {
  test('a first start makes a database of ours, a stop leaves nothing running, the next start finds the data', async () => {
    const first = await start()
    expect(first.reused).toBe(false)
    expect(await query(first, 'SELECT current_database() AS name')).toEqual([{ name: 'writethru' }])
    await query(first, 'CREATE TABLE kept AS SELECT 7 AS n')
    const pid = pidOf()
    expect(isAlive(pid)).toBe(true)
    await first.stop()
    await first.stop()
    expect(isAlive(pid)).toBe(false)
    const second = await start()
    expect(second.reused).toBe(false)
    expect(await query(second, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
  })

  test('what is acknowledged is on disk, and connections and locks fit a laptop', async () => {
    copyCluster()
    const server = await start()
    const rows = await query(
      server,
      `SELECT name, setting FROM pg_settings
       WHERE name IN ('synchronous_commit', 'fsync', 'max_connections', 'max_locks_per_transaction', 'listen_addresses')
       ORDER BY name`,
    )
    expect(rows).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'listen_addresses', setting: '' },
      { name: 'max_connections', setting: '60' },
      { name: 'max_locks_per_transaction', setting: '256' },
      { name: 'synchronous_commit', setting: 'on' },
    ])
  })

  test('only its owner may enter the folder of the socket, which needs no password', async () => {
    copyCluster()
    await start()
    expect(statSync(postmaster()?.socket ?? '').mode & 0o777).toBe(0o700)
  })

  test('in a folder whose path is too long for a socket, the socket lies elsewhere', async () => {
    const deep = join(folder, 'a-long-name-for-a-folder'.repeat(5))
    const server = await start({ directory: deep })
    expect(await query(server, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    const { socket = '' } = postmaster(deep) ?? {}
    expect(Buffer.byteLength(`${socket}/.s.PGSQL.5432`)).toBeLessThan(104)
  })

  test('over TCP it asks for a password and listens to this machine only', async () => {
    const server = await start({ transport: 'tcp' })
    expect(await query(server, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    const wrong = new URL(server.url)
    wrong.password = 'guess'
    await expect(query({ ...server, url: wrong.href }, 'SELECT 1')).rejects.toThrow(/password/)
  })
})

describe('several at once', () => {
  test('two uses of one folder are one server, and the last to leave stops it', async () => {
    copyCluster()
    const [first, second] = await Promise.all([start(), start()])
    expect([first?.reused, second?.reused].sort()).toEqual([false, true])
    const pid = pidOf()
    await first?.stop()
    expect(await query(second as EmbeddedPostgres, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    await second?.stop()
    expect(isAlive(pid)).toBe(false)
  })

  test('two processes that start at the same moment share one server', async () => {
    const children = ['one', 'two'].map((word) => startChild(script, [folder, word]))
    const reports = await Promise.all(children.map((child) => child.message(isReport)))
    expect(reports.map((report) => report.reused).sort()).toEqual([false, true])
    const pid = pidOf()
    for (const child of children) child.send('stop')
    await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false)
  })
})

describe('after a crash', () => {
  test('of the program, the server goes on, is used again with all its data, and is stopped by who comes last', async () => {
    copyCluster()
    const child = startChild(script, [folder, 'before'])
    await child.message(isReport)
    expect(await child.kill('SIGKILL')).toBe('SIGKILL')
    const pid = pidOf()
    expect(isAlive(pid)).toBe(true)
    const server = await start()
    expect(server.reused).toBe(true)
    expect(await query(server, 'SELECT word FROM words')).toEqual([{ word: 'before' }])
    await server.stop()
    expect(isAlive(pid)).toBe(false)
  })

  test('of the server, it is started again, the queue goes on, and nothing acknowledged is lost', async () => {
    copyCluster()
    const server = await start()
    await query(server, 'CREATE TABLE kept (n int)')
    const queues = await openQueues({ queueUrl: 'postgres', databaseUrl: server.url, log })
    const done = new Set<number>()
    const finished = new Map<number, () => void>()
    const finish = (n: number): Promise<void> =>
      done.has(n) ? Promise.resolve() : new Promise((ok) => finished.set(n, ok))
    await queues.worker('ingest', async (job) => {
      const n = Number(job.ids['n'])
      done.add(n)
      finished.get(n)?.()
    })
    await queues.add('ingest', 'n', { n: 1 })
    await finish(1)
    await query(server, 'INSERT INTO kept VALUES (1)')
    const pid = pidOf()
    process.kill(pid, 'SIGKILL')
    const added = (): Promise<string> => queues.add('ingest', 'n', { n: 2 }).then(() => 'added', String)
    await expect.poll(added, { timeout: 30_000, interval: 200 }).toBe('added')
    await finish(2)
    expect(await query(server, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
    expect(postmaster()?.pid).not.toBe(pid)
    await queues.close({ graceMs: 1000 })
  })

  test('of the machine, a note of a process that is something else by now does not keep it from starting', async () => {
    copyCluster()
    await (await start()).stop()
    // Process ids start from one in every container, so the old number is often taken: here by this very process.
    const lines = [process.pid, join(folder, 'postgres'), 0, 5432, join(folder, 'socket'), '', '  1 2', 'ready']
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${lines.join('\n')}\n`)
    const server = await start()
    expect(server.reused).toBe(false)
    expect(await query(server, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
  })

  test('of a first start, what it left half made is made anew', async () => {
    mkdirSync(join(folder, 'postgres.new', 'base'), { recursive: true })
    writeFileSync(join(folder, 'start.lock'), '4194305 a-process-that-is-gone')
    expect(await query(await start(), 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    expect(existsSync(join(folder, 'postgres.new'))).toBe(false)
  })
})

describe('refusals say what to do', () => {
  test('data of another major version is not touched', async () => {
    copyCluster()
    await (await start()).stop()
    const file = join(folder, 'postgres', 'PG_VERSION')
    writeFileSync(file, '14\n')
    await expect(start()).rejects.toThrow(/embedded\.version: .*PostgreSQL 14, this program brings \d+/)
    expect(readFileSync(file, 'utf8')).toBe('14\n')
  })

  test('a folder of other things is not taken for a database', async () => {
    mkdirSync(join(folder, 'postgres'))
    writeFileSync(join(folder, 'postgres', 'notes.txt'), 'not a database')
    await expect(start()).rejects.toThrow(/embedded\.start: .*holds no database/)
  })

  test('a server that cannot start says why', async () => {
    copyCluster()
    await expect(start({ settings: { shared_buffers: 'plenty' } })).rejects.toThrow(/embedded\.start: .*shared_buffers/)
  })
})

describe.runIf(isRoot)('as root', () => {
  const native = findBinaries().native
  const namespace = namespaceAccount()
  const namespaceWorks = namespace !== undefined && accountFault(namespace, native) === undefined
  const nobody = setuidAccount()

  test.runIf(namespaceWorks)('in a folder closed to everybody else, everything stays in the folder', async () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const server = await start({ directory: join(closed, 'data') })
    expect(await query(server, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    expect(statSync(join(closed, 'data', 'postgres')).uid).toBe(0)
  })

  test.runIf(namespaceWorks && nobody)('data made one way is used the other way', async () => {
    copyCluster()
    const first = await start({ without: ['setuid'] })
    await query(first, 'CREATE TABLE kept AS SELECT 7 AS n')
    await first.stop()
    const second = await start({ without: ['namespace'] })
    expect(await query(second, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
  })

  const here = fileURLToPath(new URL('.', import.meta.url))
  const reachable = isOpenToOthers(here) && isOpenToOthers(process.execPath) && isOpenToOthers(native)
  test.runIf(nobody?.owner && reachable)('another user starts one of their own', async () => {
    const user = nobody?.owner ?? userInfo()
    chmodSync(folder, 0o777)
    const child = startChild(script, [join(folder, 'theirs'), 'hello'], { uid: user.uid, gid: user.gid })
    const report = await child.message(isReport)
    expect(report.reused).toBe(false)
    expect(statSync(join(folder, 'theirs', 'postgres')).uid).toBe(user.uid)
    const pid = pidOf(join(folder, 'theirs'))
    child.send('stop')
    await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false)
  })
})

const script = new URL('start-process.ts', import.meta.url)
const isReport = (message: unknown): message is { url: string; reused: boolean } =>
  typeof (message as { url?: unknown }).url === 'string'
