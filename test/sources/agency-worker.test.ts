import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLog } from '../../src/ops/log.ts'
import { createAfpCoreSource } from '../../src/sources/afp-core/source.ts'
import { createDpaWireqSource } from '../../src/sources/dpa-wireq/source.ts'
import { createHttpClient } from '../../src/sources/http/client.ts'
import { createPaSource } from '../../src/sources/pa/source.ts'
import { createReutersConnectSource } from '../../src/sources/reuters-connect/source.ts'
import type { Source } from '../../src/sources/source.ts'
import { editionOf, startSimulator } from '../../src/simulator/index.ts'
import type { EditionName, Simulator } from '../../src/simulator/index.ts'
import { saveFeed } from '../../src/store/feeds.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { claimDueFeeds } from '../../src/store/polls.ts'
import { pollFeed } from '../../src/workers/poll/poll-feed.ts'
import { openQueues } from '../../src/workers/queue/queues.ts'
import type { Queues } from '../../src/workers/queue/queues.ts'
import type { WorkerContext } from '../../src/workers/worker-context.ts'
import { openTestDatabase } from '../support/database.ts'
import { workerContext } from '../support/worker-context.ts'
import type { TestDatabase } from '../support/database.ts'
import { day, startsAt } from './agency-day.ts'

const sesame = 'sesame-of-the-worker-91'
const http = createHttpClient()
const sources: Readonly<Record<string, Source>> = {
  'reuters-connect': createReutersConnectSource(() => http),
  'afp-core': createAfpCoreSource(() => http),
  'dpa-wireq': createDpaWireqSource(() => http),
  pa: createPaSource(() => http),
}
const lines: string[] = []
let simulator: Simulator
let database: TestDatabase
let pool: Pool
let queues: Queues
let context: WorkerContext

beforeAll(async () => {
  simulator = await startSimulator({ events: day, startsAt, speed: Number.POSITIVE_INFINITY, apiKey: sesame })
  database = await openTestDatabase()
  pool = openPool(database.url, { max: 4 })
  const log = openLog({ level: 'trace', format: 'json' }, { write: (line: string) => lines.push(line) > 0 })
  queues = await openQueues({ queueUrl: 'postgres', databaseUrl: database.url, log })
  context = workerContext({
    databaseUrl: database.url,
    pool,
    queues,
    log,
    sourceOf: (kind) => sources[kind] as Source,
    secret: () => sesame,
  })
})

afterAll(async () => {
  await queues?.close({ graceMs: 0 })
  await http.close()
  await pool?.end()
  await database?.drop()
  await simulator?.stop()
})

const settingsOf = (): Record<string, readonly [EditionName, Record<string, unknown>]> => {
  const { url } = simulator
  return {
    'reuters-connect': [
      'reuters',
      {
        url: `${url}/reuters/content/graphql`,
        tokenUrl: `${url}/reuters/oauth/token`,
        audience: 'desk',
        mediaTypes: ['TEXT', 'PICTURE', 'VIDEO', 'AUDIO', 'GRAPHIC'],
        startHours: 48,
      },
    ],
    'afp-core': ['afp', { baseUrl: `${url}/afp`, startHours: 48 }],
    'dpa-wireq': ['dpa', { url: `${url}/wireq/{queue}`, mostSeconds: 1 }],
    pa: ['pa', { baseUrl: `${url}/pa/v1`, startHours: 48 }],
  }
}

describe.each(Object.keys(sources))('a worker that polls %s', (kind) => {
  it('stores what the agency sent before it says so, and keeps no secret anywhere', async () => {
    const [edition, config] = settingsOf()[kind] as readonly [EditionName, Record<string, unknown>]
    await saveFeed(pool, { name: kind, kind, authority: kind, config: { ...config, allowPrivate: true } })
    let [stored, quiet] = [0, 0]
    for (let turn = 0; turn < 40 && quiet < 2; turn += 1) {
      await pool.query('UPDATE wire.feeds SET next_poll_at = now() WHERE name = $1', [kind])
      const [lease] = await claimDueFeeds(pool, { limit: 1, perHost: 9, leaseSeconds: 30, kinds: [kind] })
      if (lease !== undefined) await pollFeed(context, lease)
      const counted = await pool.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM wire.receipts r JOIN wire.feeds f ON f.id = r.feed_id WHERE f.name = $1',
        [kind],
      )
      quiet = counted.rows[0]?.count === stored ? quiet + 1 : 0
      stored = counted.rows[0]?.count ?? 0
    }
    const sent = new Set(editionOf(day, edition).events.map(({ etag }) => etag))
    expect(stored).toBeGreaterThanOrEqual(sent.size)
    const { rows } = await pool.query<{ receipts: number; cursor: string; failures: number }>(
      `SELECT (SELECT count(*) FROM wire.receipts r WHERE r.feed_id = f.id)::int AS receipts, f.cursor::text AS cursor,
              (SELECT count(*) FROM wire.attempts a WHERE a.feed_id = f.id AND a.code IS NOT NULL)::int AS failures
       FROM wire.feeds f WHERE f.name = $1`,
      [kind],
    )
    expect(rows[0]?.receipts).toBeGreaterThan(100)
    expect(rows[0]?.failures).toBe(0)
    const kept = await pool.query<{ text: string }>(
      `SELECT t::text AS text FROM wire.feeds t UNION ALL SELECT t::text FROM wire.attempts t
       UNION ALL SELECT t::text FROM wire.receipts t UNION ALL SELECT convert_from(body, 'UTF8') FROM wire.captures`,
    )
    expect(kept.rows.length).toBeGreaterThan(200)
    expect(kept.rows.filter(({ text }) => /sesame-of-the-worker|Bearer /.test(text))).toEqual([])
    expect(lines.filter((line) => /sesame-of-the-worker|Bearer /.test(line))).toEqual([])
    if (kind !== 'dpa-wireq') return
    // Every entry was taken out of the queue by its receipt.
    expect(simulator.control.counts().requests['receipts']).toBe(rows[0]?.receipts)
  })
})
