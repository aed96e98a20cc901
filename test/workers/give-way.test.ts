import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openQueues } from '../../src/workers/queue/queues.ts'
import type { Queues } from '../../src/workers/queue/queues.ts'
import { giveWayToIngest } from '../../src/workers/relate/give-way.ts'
import { startPostgresQueues } from '../support/queue-servers.ts'
import type { QueuePlace } from '../support/queue-servers.ts'

let place: QueuePlace
let queues: Queues

beforeAll(async () => {
  place = await startPostgresQueues().open()
  queues = await openQueues({ ...place, log: pino({ level: 'silent' }) })
})
afterAll(async () => {
  await queues.close({ graceMs: 1000 })
  await place.remove()
})

test('comparing stands back while stories are recorded, for fifteen seconds at most, and goes on after', async () => {
  let clock = 0
  const givesWay = giveWayToIngest({ queues }, () => clock)
  expect(await givesWay()).toBe(false)

  await queues.add('ingest', 'receipts', { feed: 1, receipts: ['1'], reason: 'poll' })
  expect(await givesWay()).toBe(true)
  clock = 14_999
  expect(await givesWay()).toBe(true)
  clock = 15_000
  expect(await givesWay()).toBe(false)
  // that turn counts: the next rest is a whole one
  clock = 29_999
  expect(await givesWay()).toBe(true)

  let finish = (): void => undefined
  let begin = (): void => undefined
  const begun = new Promise<void>((resolve) => (begin = resolve))
  await queues.worker('ingest', () => {
    begin()
    return new Promise<void>((resolve) => (finish = resolve))
  })
  await begun
  expect(await givesWay()).toBe(true)
  finish()
  await expect.poll(givesWay, { timeout: 20_000 }).toBe(false)
})

test('a queue that cannot be asked is no reason to wait', async () => {
  const away = await openQueues({ ...place, log: pino({ level: 'silent' }) })
  const givesWay = giveWayToIngest({ queues: away })
  await away.close({ graceMs: 0 })
  expect(await givesWay()).toBe(false)
})
