import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { openTestDatabase } from './database.ts'
import { startProxy } from './proxy.ts'
import type { Proxy } from './proxy.ts'

const notUsed = 'postgresql://nobody@127.0.0.1:1/not-used'

/** A place for queues that nobody else uses. */
export interface QueuePlace {
  readonly queueUrl: string
  readonly databaseUrl: string
  /** Cuts every connection to it, as a restart of the server or a storm of terminations would. */
  cutConnections(): Promise<void>
  /** Loses everything in it, as a server without persistence does when it restarts. */
  wipe(): Promise<void>
  /** The same place through a stretch of network that can be broken. */
  throughProxy(): Promise<{ queueUrl: string; databaseUrl: string; proxy: Proxy }>
  remove(): Promise<void>
}

/** A server that can hold queues. */
export interface QueueServer {
  /** What it is, for the report: "Redis from REDIS_URL", "js-redis-server". */
  readonly name: string
  open(): Promise<QueuePlace>
  stop(): Promise<void>
}

/** Queues in PostgreSQL: a database each. */
export function startPostgresQueues(): QueueServer {
  return {
    name: 'PostgreSQL',
    open: async () => {
      const { url, pool, drop } = await openTestDatabase({ empty: true })
      return {
        queueUrl: 'postgres',
        databaseUrl: url,
        cutConnections: async () => {
          await pool.query(
            'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
          )
        },
        wipe: async () => {
          const { rows } = await pool.query<{ list: string }>(
            "SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS list FROM pg_tables WHERE schemaname = 'bullmq' AND tablename NOT LIKE '%migration%'",
          )
          await pool.query(`TRUNCATE ${rows[0]?.list}`)
        },
        throughProxy: async () => {
          const direct = new URL(url)
          const socket = direct.searchParams.get('host')
          const proxy = await startProxy(
            socket
              ? { path: `${socket}/.s.PGSQL.${direct.port}` }
              : { host: direct.hostname, port: Number(direct.port) },
          )
          direct.searchParams.delete('host')
          direct.host = `127.0.0.1:${proxy.port}`
          return { queueUrl: 'postgres', databaseUrl: direct.href, proxy }
        },
        remove: drop,
      }
    },
    stop: async () => undefined,
  }
}

/**
 * Queues in Redis: the server that REDIS_URL names; or else redis-server or valkey-server from the path, started for
 * the test; or else a server written in JavaScript, which runs the same scripts and is slow.
 */
export async function startRedisQueues(): Promise<QueueServer> {
  const given = process.env['REDIS_URL']
  if (given)
    return redisServer(
      'Redis from REDIS_URL',
      (db) => withPath(given, db),
      async () => undefined,
    )
  for (const program of ['redis-server', 'valkey-server']) {
    if (spawnSync(program, ['--version']).status === 0) return startProgram(program)
  }
  const { createRedisMock } = await import('js-redis-server')
  const mock = await createRedisMock()
  return redisServer(
    'js-redis-server',
    (db) => `redis://${mock.host}:${mock.port}/${db}`,
    () => mock.close(),
  )
}

async function startProgram(program: string): Promise<QueueServer> {
  const folder = mkdtempSync(join(tmpdir(), 'writethru-redis-'))
  const socket = join(folder, 'redis.sock')
  const flags = ['--port', '0', '--unixsocket', socket, '--save', '', '--appendonly', 'no', '--dir', folder]
  const child = spawn(program, [...flags, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' })
  return redisServer(
    program,
    (db) => `unix:${socket}?db=${db}`,
    async () => {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  )
}

function redisServer(name: string, urlOf: (db: number) => string, stop: () => Promise<void>): QueueServer {
  // The numbered databases of a server keep the tests apart; number 0 is left alone.
  const free = Array.from({ length: 15 }, (_, index) => index + 1)
  return {
    name,
    open: async () => {
      const db = free.shift()
      if (db === undefined) throw new Error('more than 15 queue places are open')
      const queueUrl = urlOf(db)
      await removeKeys(queueUrl)
      return {
        queueUrl,
        databaseUrl: notUsed,
        cutConnections: () => withRedis(queueUrl, (redis) => killClients(redis, db)),
        wipe: () => removeKeys(queueUrl),
        throughProxy: async () => {
          const socket = /^unix:([^?]*)/.exec(queueUrl)?.[1]
          const url = new URL(socket ? `redis://127.0.0.1/${db}` : queueUrl)
          const proxy = await startProxy(
            socket ? { path: socket } : { host: url.hostname, port: Number(url.port || 6379) },
          )
          url.host = `127.0.0.1:${proxy.port}`
          return { queueUrl: url.href, databaseUrl: notUsed, proxy }
        },
        remove: async () => {
          await removeKeys(queueUrl)
          free.push(db)
        },
      }
    },
    stop,
  }
}

/** Kills the clients of one numbered database, but not the one that asks. */
async function killClients(redis: Redis, db: number): Promise<void> {
  const own = await redis.client('ID')
  const lines = String(await redis.client('LIST'))
    .trim()
    .split('\n')
  for (const line of lines) {
    const id = / ?\bid=(\d+)/.exec(line)?.[1]
    if (id !== undefined && id !== String(own) && line.includes(` db=${db} `)) await redis.client('KILL', 'ID', id)
  }
}

/** Our own keys only: a server that REDIS_URL names may hold others. */
function removeKeys(queueUrl: string): Promise<void> {
  return withRedis(queueUrl, async (redis) => {
    const keys = await redis.keys('{wire}:*')
    if (keys.length > 0) await redis.del(...keys)
  })
}

async function withRedis(queueUrl: string, work: (redis: Redis) => Promise<void>): Promise<void> {
  const [path = '', query] = queueUrl.replace(/^unix:/, '').split('?')
  const redis = queueUrl.startsWith('unix:')
    ? new Redis({ path, db: Number(new URLSearchParams(query).get('db')) })
    : new Redis(queueUrl)
  redis.on('error', () => undefined)
  try {
    await work(redis)
  } finally {
    redis.disconnect()
  }
}

function withPath(address: string, db: number): string {
  const url = new URL(address)
  url.pathname = `/${db}`
  return url.href
}
