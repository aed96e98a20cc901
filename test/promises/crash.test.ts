import { afterEach, describe, expect, it } from 'vitest'
import pino from 'pino'
import { bulkDay } from '../../src/simulator/wire/bulk-day.ts'
import { expectedState } from '../../src/simulator/wire/expected-state.ts'
import { openQueues } from '../../src/workers/queue/queues.ts'
import type { Child } from '../support/child.ts'
import { differences, openWire, readChangeNumbers, readWireState } from './wire.ts'
import type { Wire } from './wire.ts'

const events = bulkDay({ items: 1500 })
const expected = expectedState(events, new Date().toISOString())

let wire: Wire | undefined
afterEach(async () => {
  await wire?.close()
  wire = undefined
})

const isBatch = (message: unknown): message is { event: 'batch' } =>
  typeof message === 'object' && message !== null && 'event' in message && message.event === 'batch'

async function firstBatch(worker: Child): Promise<void> {
  await worker.message(isBatch)
}

async function expectWholeDay(of: Wire): Promise<void> {
  await of.settled()
  expect(differences(expected, await readWireState(of.database.pool))).toEqual([])
  const numbers = await readChangeNumbers(of.database.pool)
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
  const { rows } = await of.database.pool.query(
    `SELECT sum(offered)::int AS offered,
            sum(new + revised + duplicate + stale + killed + quarantined)::int AS accounted FROM wire.receipts`,
  )
  expect(rows[0].accounted).toBe(rows[0].offered)
}

describe('after a crash, without a hand', () => {
  it('a worker killed in mid batch: another one ends with the same state', async () => {
    wire = await openWire({ events, speed: Number.POSITIVE_INFINITY, pageSize: 100 })
    const first = await wire.startWorker()
    await firstBatch(first)
    await first.kill('SIGKILL')
    await wire.startWorker()
    await expectWholeDay(wire)
  })

  it('the queue emptied in mid run: the sweep fills it again', async () => {
    wire = await openWire({ events, speed: Number.POSITIVE_INFINITY, pageSize: 100 })
    const worker = await wire.startWorker()
    await firstBatch(worker)
    const queues = await openQueues({
      queueUrl: 'postgres',
      databaseUrl: wire.database.url,
      log: pino({ level: 'silent' }),
    })
    await Promise.all([queues.obliterate('poll'), queues.obliterate('ingest')])
    await queues.close({ graceMs: 0 })
    await expectWholeDay(wire)
  })

  it('every connection to the database cut in mid run', async () => {
    wire = await openWire({ events, speed: Number.POSITIVE_INFINITY, pageSize: 100 })
    const worker = await wire.startWorker()
    await firstBatch(worker)
    await wire.database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    )
    await expectWholeDay(wire)
  })

  it('SIGTERM drains and ends with 0; the next start goes on', async () => {
    wire = await openWire({ events, speed: Number.POSITIVE_INFINITY, pageSize: 100 })
    const first = await wire.startWorker()
    await firstBatch(first)
    expect(await first.kill('SIGTERM')).toBe(0)
    const { rows } = await wire.database.pool.query(
      `SELECT count(*)::int AS held FROM wire.receipts WHERE state = 'claimed'`,
    )
    expect(rows[0].held).toBe(0)
    await wire.startWorker()
    await expectWholeDay(wire)
  })
})
