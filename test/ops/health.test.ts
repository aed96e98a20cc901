import Fastify from 'fastify'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../../src/config/config.ts'
import { openMetrics } from '../../src/ops/metrics.ts'
import { addHealthRoutes } from '../../src/ops/routes/health.ts'
import { saveFeed } from '../../src/store/feeds.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { WorkerEvents } from '../../src/workers/events.ts'
import { openQueues } from '../../src/workers/queue/queues.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { file, ninjs } from './wire.ts'

let database: TestDatabase
let pool: Pool

beforeAll(async () => {
  database = await openTestDatabase()
  pool = openPool(database.url, { max: 4 })
})

afterAll(async () => {
  await pool?.end()
  await database?.drop()
})

beforeEach(async () => {
  await pool.query('TRUNCATE wire.receipts, wire.outbox')
  await pool.query('DELETE FROM wire.quarantine')
  await pool.query(`UPDATE wire.feeds SET enabled = false, lease_until = NULL`)
})

async function probe(path: string, options: { roles?: readonly Role[]; uptimeMs?: number; pool?: Pool } = {}) {
  const app = Fastify()
  const used = options.pool ?? pool
  addHealthRoutes(app, {
    pool: used,
    roles: options.roles ?? ['dispatch', 'poll', 'ingest', 'sequence', 'maintenance'],
    metrics: openMetrics({ pool: used }),
    uptimeMs: () => options.uptimeMs ?? 3_600_000,
  })
  const answer = await app.inject({ url: path })
  await app.close()
  return { status: answer.statusCode, body: answer.json() }
}

async function overdueFeed(lastPolled: string): Promise<void> {
  await saveFeed(pool, { name: 'quay', kind: 'http-feed', authority: 'quay', config: {} })
  await pool.query(
    `UPDATE wire.feeds SET enabled = true, next_poll_at = now() - interval '10 minutes',
       last_polled_at = now() - $1::interval WHERE name = 'quay'`,
    [lastPolled],
  )
}

async function readyReceipt(age: string): Promise<void> {
  await file(pool, [ninjs()])
  await pool.query(`UPDATE wire.receipts SET state = 'pending', done_at = NULL, next_try_at = now() - $1::interval`, [
    age,
  ])
}

describe('/livez', () => {
  it('is well while nothing is due', async () => {
    expect(await probe('/livez')).toEqual({ status: 200, body: { status: 'ok' } })
  })

  it('fails when feeds are overdue and no poll has ended lately', async () => {
    await overdueFeed('10 minutes')
    const { status, body } = await probe('/livez')
    expect(status).toBe(503)
    expect(body.faults[0]).toMatch(/a feed has been due for 6\d\d s and no poll has ended/)
  })

  it('is well while polls end, however many feeds are late, and however badly they end', async () => {
    await overdueFeed('1 second')
    await pool.query(`UPDATE wire.feeds SET consecutive_failures = 9, last_error_code = 'source.timeout'`)
    expect((await probe('/livez')).status).toBe(200)
  })

  it('is well while a worker holds the feed', async () => {
    await overdueFeed('10 minutes')
    await pool.query(`UPDATE wire.feeds SET lease_until = now() + interval '10 seconds'`)
    expect((await probe('/livez')).status).toBe(200)
  })

  it('fails when documents are ready and none is finished', async () => {
    await readyReceipt('5 minutes')
    const { status, body } = await probe('/livez')
    expect(status).toBe(503)
    expect(body.faults[0]).toContain('a document has been ready for 300 s')
  })

  it('is well with a backlog that is being worked off', async () => {
    await readyReceipt('5 minutes')
    await file(pool, [ninjs({ uri: 'urn:x-invented:ellery:9' })])
    expect((await probe('/livez')).status).toBe(200)
  })

  it('fails when changes are not numbered', async () => {
    await pool.query(
      `INSERT INTO wire.outbox (story_id, kind, status, recorded_at) VALUES (1, 'created', 'usable', now() - interval '5 minutes')`,
    )
    expect((await probe('/livez')).status).toBe(503)
  })

  it('does not blame a process for what other roles leave undone', async () => {
    await readyReceipt('5 minutes')
    expect((await probe('/livez', { roles: ['dispatch', 'poll', 'http'] })).status).toBe(200)
  })

  it('gives a young process time', async () => {
    await readyReceipt('5 minutes')
    expect(await probe('/livez', { uptimeMs: 10_000 })).toMatchObject({ status: 200, body: { note: 'young' } })
  })

  it('does not ask for a restart because the database is away', async () => {
    const away = openPool('postgresql://nobody@127.0.0.1:1/none', { max: 1 })
    expect((await probe('/livez', { pool: away })).status).toBe(200)
    expect((await probe('/readyz', { pool: away })).status).toBe(503)
    await away.end()
  })
})

describe('/readyz', () => {
  it('is ready with a current schema', async () => {
    expect((await probe('/readyz')).status).toBe(200)
  })

  it('is not ready with an old one', async () => {
    const empty = await openTestDatabase({ empty: true })
    const other = openPool(empty.url, { max: 2 })
    const { status, body } = await probe('/readyz', { pool: other })
    expect(status).toBe(503)
    expect(body.faults[0]).toContain('store.schema-old')
    await other.end()
    await empty.drop()
  })
})

describe('/metrics', () => {
  it('tells the state of the house and what this process did, each metric with its help', async () => {
    await overdueFeed('1 second')
    await file(pool, [ninjs({ uri: 'urn:x-invented:ellery:10' }), 'no document'])
    const events = new WorkerEvents()
    const log = pino({ level: 'silent' })
    const queues = await openQueues({ queueUrl: 'postgres', databaseUrl: database.url, log })
    const metrics = openMetrics({ pool, events, queues })
    events.emit('poll', { feed: 'quay', milliseconds: 120, offers: 3 })
    events.emit('poll', { feed: 'quay', milliseconds: 50, offers: 0, code: 'source.timeout', detail: 'x' })
    events.emit('batch', {
      receipts: 2,
      outcomes: { new: 1, quarantined: 1 },
      parseMilliseconds: 5,
      recordMilliseconds: 8,
    })
    const text = await metrics.render()
    await queues.close({ graceMs: 0 })
    expect(text).toContain('writethru_database_up 1')
    expect(text).toContain('writethru_quarantine_open 1')
    expect(text).toContain('writethru_feeds_due 1')
    expect(text).toContain('writethru_polls_total{feed="quay",outcome="source.timeout"} 1')
    expect(text).toContain('writethru_items_total{outcome="new"} 1')
    expect(text).toContain('writethru_items_total{outcome="killed"} 0')
    expect(text).toContain('writethru_queue_jobs{queue="ingest",state="waiting"} 0')
    const named = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map((match) => match[1]))
    const helped = new Set([...text.matchAll(/^# HELP (\S+) \S/gm)].map((match) => match[1]))
    expect([...named].filter((name) => !helped.has(name) || !name!.startsWith('writethru_'))).toEqual([])
  })

  it('answers without the database, and says so', async () => {
    const away = openPool('postgresql://nobody@127.0.0.1:1/none', { max: 1 })
    expect(await openMetrics({ pool: away }).render()).toContain('writethru_database_up 0')
    await away.end()
  })
})
