import { createRedisBackend, withBackend } from 'bullmq'
import { Redis } from 'ioredis'
import type { RedisOptions } from 'ioredis'
import type { Logger } from 'pino'
import { WireError } from '../../story/errors.ts'
import type { EngineQueue, EngineWorker, QueueEngine } from './engine.ts'
import { faultOf } from './fault.ts'

/** A hash tag, so that all keys of a cluster lie in one slot. */
const prefix = '{wire}'

/** How long the first connection may take, ms. */
const firstContactMs = 10_000

/**
 * Opens the queue in Redis or Valkey.
 * @param queueUrl redis://, rediss://, or unix:/path/to/socket
 * @throws WireError `queue.unsafe` when the server may drop jobs by itself; the driver's error when it is not there
 */
export async function openRedisEngine(queueUrl: string, log: Logger): Promise<QueueEngine> {
  const clients: Redis[] = []
  const open = (options: RedisOptions): Redis => {
    const client = connect(queueUrl, options)
    client.on('error', (error) => log.debug(faultOf(error), 'a connection of the queue was lost'))
    clients.push(client)
    return client
  }
  // One for adding, which fails at once when the server is away: the sweep adds the work again.
  const producer = open({ enableOfflineQueue: false, lazyConnect: true })
  try {
    await firstContact(producer)
    await refuseEviction(producer, log)
  } catch (error) {
    producer.disconnect()
    throw error
  }
  // One for all workers, which wait for the server as long as it takes. Each worker adds one of its own to block on.
  const consumer = open({})
  const { Queue, Worker } = withBackend(createRedisBackend)
  return {
    backend: 'redis',
    openQueue: (name, options) =>
      new Queue(name, { ...options, prefix, connection: producer }) as unknown as EngineQueue,
    openWorker: (name, processor, options) =>
      new Worker(name, processor, { ...options, prefix, connection: consumer }) as unknown as EngineWorker,
    close: async () => {
      for (const client of clients) client.disconnect()
    },
  }
}

function connect(queueUrl: string, options: RedisOptions): Redis {
  const common: RedisOptions = {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 100, 2000),
    keepAlive: 10_000,
    connectTimeout: firstContactMs,
    // A half-open connection says nothing for ever. Blocking reads last 10 s at most, so 15 s of silence are a fault.
    socketTimeout: 15_000,
    // After a fail-over the old primary answers READONLY until the client looks again.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
    ...options,
  }
  if (!queueUrl.startsWith('unix:')) return new Redis(queueUrl, common)
  const [path = '', query] = queueUrl.slice('unix:'.length).replace(/^\/\//, '').split('?', 2)
  const db = Number(new URLSearchParams(query).get('db') ?? 0)
  return new Redis({ ...common, path, db })
}

async function firstContact(client: Redis): Promise<void> {
  const timer = setTimeout(() => client.disconnect(), firstContactMs)
  try {
    await client.connect()
  } finally {
    clearTimeout(timer)
  }
}

/**
 * A server that evicts keys when it is full drops jobs without a word. INFO is asked, not CONFIG, which hosted servers
 * forbid.
 */
async function refuseEviction(client: Redis, log: Logger): Promise<void> {
  const policy = /^maxmemory_policy:(\S+)/m.exec(await client.info('memory').catch(() => ''))?.[1]
  if (policy === undefined) log.warn('the queue server does not say whether it evicts keys; it must be noeviction')
  else if (policy !== 'noeviction') throw new WireError('queue.unsafe', `maxmemory-policy is ${policy}`)
}
