import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import pino from 'pino'
import { afterEach, expect, test } from 'vitest'
import { openQueues } from '../../src/workers/queue/queues.ts'
import { openTestDatabase } from '../support/database.ts'

const log = pino({ level: 'silent' })
const nowhere = 'postgresql://nobody@127.0.0.1:1/nothing'
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A server that answers as Redis does to the few questions asked at the start. */
async function startFakeRedis(policy: string): Promise<string> {
  const info = `# Memory\r\nredis_version:7.2.0\r\nloading:0\r\nmaxmemory_policy:${policy}\r\n`
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      // One answer for each command; a command is an array, "*3\r\n$4\r\n...".
      for (const command of bytes.toString().split(/(?=^\*\d+\r\n)/m)) {
        socket.write(/\r\ninfo\r\n/i.test(command) ? `$${info.length}\r\n${info}\r\n` : '+OK\r\n')
      }
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `redis://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a Redis that may drop jobs is refused', async () => {
  const queueUrl = await startFakeRedis('allkeys-lru')
  await expect(openQueues({ queueUrl, databaseUrl: nowhere, log })).rejects.toThrow(
    'queue.unsafe: maxmemory-policy is allkeys-lru',
  )
})

test.each([
  ['PostgreSQL', 'postgres'],
  ['Redis', 'redis://127.0.0.1:1'],
])('a %s that is not there is said to be unavailable', async (_, queueUrl) => {
  await expect(openQueues({ queueUrl, databaseUrl: nowhere, log })).rejects.toThrow('queue.unavailable')
})

test('a database address with options of its own keeps them', async () => {
  const database = await openTestDatabase({ empty: true })
  const url = new URL(database.url)
  url.searchParams.set('options', '-c statement_timeout=54321')
  const queues = await openQueues({ queueUrl: 'postgres', databaseUrl: url.href, log })
  await queues.add('poll', 'feed', { n: 1 })
  expect((await queues.counts()).poll.waiting).toBe(1)
  await queues.close({ graceMs: 0 })
  await database.drop()
})

test('two processes that open the queue of a new database at once both succeed', async () => {
  const database = await openTestDatabase({ empty: true })
  const open = () => openQueues({ queueUrl: 'postgres', databaseUrl: database.url, log })
  const both = await Promise.all([open(), open()])
  expect(both.map((queues) => queues.backend)).toEqual(['postgres', 'postgres'])
  await Promise.all(both.map((queues) => queues.close({ graceMs: 0 })))
  await database.drop()
})
