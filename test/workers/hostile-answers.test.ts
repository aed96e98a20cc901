import { afterAll, beforeAll, expect, it } from 'vitest'
import { openLog } from '../../src/ops/log.ts'
import { createHttpClient } from '../../src/sources/http/client.ts'
import { createHttpFeedSource } from '../../src/sources/http-feed/source.ts'
import { createPaSource } from '../../src/sources/pa/source.ts'
import type { Source } from '../../src/sources/source.ts'
import { saveFeed } from '../../src/store/feeds.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { claimDueFeeds } from '../../src/store/polls.ts'
import { pollFeed } from '../../src/workers/poll/poll-feed.ts'
import { openQueues } from '../../src/workers/queue/queues.ts'
import type { Queues } from '../../src/workers/queue/queues.ts'
import type { WorkerContext } from '../../src/workers/worker-context.ts'
import { reply, startAnswering } from '../sources/answering-server.ts'
import type { AnsweringServer } from '../sources/answering-server.ts'
import { openTestDatabase } from '../support/database.ts'
import { workerContext } from '../support/worker-context.ts'
import type { TestDatabase } from '../support/database.ts'

const empty = (count: number): string => `[${'{},'.repeat(count)}{}]`
const answers: Readonly<Record<string, string>> = {
  list: `{"item":${empty(30_000)}}`,
  beside: `{"x":${empty(600_000)},"item":[]}`,
  item: `{"item":[{"uri":"urn:quay:1","version":"1","issued":"2031-03-04T12:00:00Z"},{"x":${empty(600_000)}}]}`,
  rss: '<rss version="2.0"><channel><title>Quay</title><item><guid>quay-7</guid><title>Calm</title></item></channel></rss>',
}

const http = createHttpClient()
const sources: Readonly<Record<string, Source>> = {
  pa: createPaSource(() => http),
  'http-feed': createHttpFeedSource(() => http),
}
let server: AnsweringServer
let database: TestDatabase
let pool: Pool
let queues: Queues
let context: WorkerContext

beforeAll(async () => {
  server = await startAnswering(({ url }, response) => {
    const name = (url ?? '').split('/')[1] ?? ''
    reply(response, 200, answers[name], { 'content-type': name === 'rss' ? 'application/rss+xml' : 'application/json' })
  })
  database = await openTestDatabase()
  pool = openPool(database.url, { max: 6 })
  const log = openLog({ level: 'silent', format: 'json' }, { write: () => true })
  queues = await openQueues({ queueUrl: 'postgres', databaseUrl: database.url, log })
  context = workerContext({
    databaseUrl: database.url,
    pool,
    queues,
    log,
    sourceOf: (kind) => sources[kind] as Source,
    secret: () => 'sesame',
  })
})

afterAll(async () => {
  await queues?.close({ graceMs: 0 })
  await http.close()
  await pool?.end()
  await database?.drop()
  await server?.stop()
})

it('an answer that is too much is an ordinary failed poll, and the feeds beside it go on', async () => {
  for (const name of ['list', 'beside', 'item']) {
    const config = { baseUrl: `${server.url}/${name}`, allowPrivate: true }
    await saveFeed(pool, { name, kind: 'pa', authority: 'pa', config })
  }
  const config = { url: `${server.url}/rss/feed`, allowPrivate: true }
  await saveFeed(pool, { name: 'rss', kind: 'http-feed', authority: 'quay', config })

  const leases = await claimDueFeeds(pool, { limit: 9, perHost: 9, leaseSeconds: 30, kinds: ['pa', 'http-feed'] })
  expect(leases).toHaveLength(4)
  await Promise.all(leases.map((lease) => pollFeed(context, lease)))

  const { rows } = await pool.query(
    `SELECT f.name, f.enabled, f.last_error_code AS code, f.last_error_detail AS detail, f.next_poll_at > f.last_polled_at AS later,
            (SELECT count(*)::int FROM wire.receipts r WHERE r.feed_id = f.id) AS receipts,
            (SELECT count(*)::int FROM wire.attempts a WHERE a.feed_id = f.id AND a.code IS NOT NULL
               AND length(a.evidence) > 0) AS kept
     FROM wire.feeds f WHERE f.kind IN ('pa', 'http-feed') ORDER BY f.name`,
  )
  const refused = { enabled: true, code: 'source.bad-answer', later: true, receipts: 0, kept: 1 }
  const good = { enabled: true, code: null, detail: null, later: true, kept: 0 }
  expect(rows).toEqual([
    { name: 'beside', ...refused, detail: expect.stringContaining('too much') },
    // The neighbour of what is too much is stored, and so is it: the parser refuses it, alone.
    { name: 'item', ...good, receipts: 2 },
    { name: 'list', ...refused, detail: expect.stringContaining('more than 20000 elements') },
    { name: 'rss', ...good, receipts: 1 },
  ])
})
