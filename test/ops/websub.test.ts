import { createHmac } from 'node:crypto'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addWebSubRoute } from '../../src/ops/routes/websub.ts'
import { createHttpClient } from '../../src/sources/http/client.ts'
import { saveFeed } from '../../src/store/feeds.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { judgeHub, noteHub } from '../../src/store/subscriptions.ts'
import { renewSubscriptions } from '../../src/workers/subscriptions.ts'
import type { WorkerContext } from '../../src/workers/worker-context.ts'
import { reply, startAnswering } from '../sources/answering-server.ts'
import type { AnsweringServer } from '../sources/answering-server.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'

let database: TestDatabase
let pool: Pool
let app: FastifyInstance
let callbackUrl: string
let hub: AnsweringServer
let asked: URLSearchParams[]
let feedId: number
const http = createHttpClient()
const log = pino({ level: 'silent' })
const enqueued: number[] = []
const topic = 'https://courier.example/all.xml'
const document = '<rss version="2.0"><channel><item><guid>urn:tide:1</guid></item></channel></rss>'

beforeAll(async () => {
  database = await openTestDatabase()
  pool = openPool(database.url)
  app = Fastify()
  addWebSubRoute(app, { pool, log, enqueue: async (refs) => void enqueued.push(...refs.map(({ id }) => id)) })
  callbackUrl = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await http.close()
  await app.close()
  await pool.end()
  await database.drop()
})
beforeEach(async () => {
  await pool.query('TRUNCATE wire.feeds, wire.receipts CASCADE')
  enqueued.length = 0
  asked = []
  hub = await startAnswering((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      asked.push(new URLSearchParams(Buffer.concat(chunks).toString()))
      reply(response, 202)
    })
  })
  const config = { url: topic, allowPrivate: true }
  feedId = (await saveFeed(pool, { name: 'courier', kind: 'http-feed', authority: 'courier', config })).id
  await noteHub(pool, feedId, { hub: `${hub.url}/hub`, topic })
})
afterEach(() => hub.stop())

const renew = (publicUrl: string | undefined = `${callbackUrl}/`) =>
  renewSubscriptions({ pool, log, config: { http: { publicUrl } } } as unknown as WorkerContext, http)

const state = async (): Promise<Record<string, unknown>> =>
  (await pool.query('SELECT *, next_try_at < active_until AS renewed_in_time FROM wire.subscriptions')).rows[0]

const verification = (more: Record<string, string> = {}): Promise<Response> => {
  const query = {
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.challenge': '<b>echo</b>',
    'hub.lease_seconds': '3600',
  }
  return fetch(`${asked[0]!.get('hub.callback')}?${new URLSearchParams({ ...query, ...more }).toString()}`)
}

async function subscribe(): Promise<{ callback: string; secret: string }> {
  await renew()
  expect((await verification()).status).toBe(200)
  return { callback: asked[0]!.get('hub.callback')!, secret: asked[0]!.get('hub.secret')! }
}

const deliver = (callback: string, signature: string | undefined, body: string = document): Promise<Response> =>
  fetch(callback, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/rss+xml',
      ...(signature === undefined ? {} : { 'x-hub-signature': signature }),
    },
  })

const sign = (method: string, secret: string, body = document): string =>
  `${method}=${createHmac(method, secret).update(body).digest('hex')}`

const receipts = async (): Promise<number> => (await pool.query('SELECT FROM wire.receipts')).rowCount ?? 0

describe('a subscription', () => {
  it('is asked for with a secret, verified by the hub, and renewed before its lease ends', async () => {
    await renew()
    expect(Object.fromEntries(asked[0]!)).toMatchObject({ 'hub.mode': 'subscribe', 'hub.topic': topic })
    expect(asked[0]!.get('hub.secret')!.length).toBeGreaterThan(40)
    expect(await state()).toMatchObject({ state: 'asked' })

    const answer = await verification()
    expect(await answer.text()).toBe('<b>echo</b>')
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(await state()).toMatchObject({ state: 'active', tries: 0, renewed_in_time: true })

    await renew()
    expect(asked).toHaveLength(1)
    await pool.query('UPDATE wire.subscriptions SET next_try_at = now()')
    await renew()
    expect(asked).toHaveLength(2)
    expect(await state()).toMatchObject({ state: 'active' })
  })

  it('is not asked for while no public address is set', async () => {
    await renewSubscriptions({ pool, log, config: { http: {} } } as unknown as WorkerContext, http)
    expect(asked).toEqual([])
  })

  it('that nobody asked for is not confirmed: another topic, another mode, before asking', async () => {
    const { token } = await state()
    const early = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.challenge': 'x' })
    expect((await fetch(`${callbackUrl}/websub/${String(token)}?${early.toString()}`)).status).toBe(404)
    await renew()
    expect((await verification({ 'hub.topic': 'https://other.example/' })).status).toBe(404)
    expect((await verification({ 'hub.mode': 'unsubscribe' })).status).toBe(404)
    expect((await fetch(`${callbackUrl}/websub/${'x'.repeat(43)}?${early.toString()}`)).status).toBe(410)
    expect(await state()).toMatchObject({ state: 'asked' })
  })

  it('that the hub denies is asked for again in a day', async () => {
    await renew()
    expect((await verification({ 'hub.mode': 'denied', 'hub.reason': 'not on our list' })).status).toBe(200)
    expect(await state()).toMatchObject({ state: 'refused', detail: 'not on our list' })
    await renew()
    expect(asked).toHaveLength(1)
  })

  it('whose hub is away is asked for again, ever later', async () => {
    hub.answer = (_, response) => reply(response, 500, 'closed for the day')
    await renew()
    expect(await state()).toMatchObject({
      state: 'asked',
      tries: 1,
      detail: expect.stringContaining('closed for the day') as string,
    })
    const { rows } = await pool.query(
      'SELECT extract(epoch FROM next_try_at - now())::int AS pause FROM wire.subscriptions',
    )
    expect(rows[0].pause).toBeGreaterThan(50)
  })

  it('keeps its token while hub and topic stay, and gets a new one with a new hub', async () => {
    const before = (await state())['token']
    await noteHub(pool, feedId, { hub: `${hub.url}/hub`, topic })
    expect((await state())['token']).toBe(before)
    await noteHub(pool, feedId, { hub: `${hub.url}/other`, topic })
    expect((await state())['token']).not.toBe(before)
    await noteHub(pool, feedId, null)
    expect(await state()).toBeUndefined()
  })
})

describe('a delivery', () => {
  it.each(['sha1', 'sha256', 'sha384', 'sha512'])(
    'signed with %s is stored before it is acknowledged',
    async (method) => {
      const { callback, secret } = await subscribe()
      expect((await deliver(callback, sign(method, secret))).status).toBe(202)
      const { rows } = await pool.query(`SELECT r.url, r.content_type, convert_from(c.body, 'UTF8') AS body
      FROM wire.receipts r JOIN wire.captures c USING (received_on, digest)`)
      expect(rows).toEqual([{ url: topic, content_type: 'application/rss+xml', body: document }])
      expect(enqueued).toHaveLength(1)
      expect(await state()).toMatchObject({ deliveries: 1, discarded: 0 })
    },
  )

  it.each([
    ['without a signature', () => undefined],
    ['signed with another secret', () => sign('sha256', 'guessed')],
    ['signed over other bytes', (secret: string) => sign('sha256', secret, 'x')],
    ['signed by an unknown method', (secret: string) => sign('md5', secret)],
    ['with a cut signature', (secret: string) => sign('sha256', secret).slice(0, 50)],
    ['with no method', (secret: string) => sign('sha256', secret).slice(7)],
  ])('%s is acknowledged and discarded', async (_name, signature) => {
    const { callback, secret } = await subscribe()
    expect((await deliver(callback, signature(secret))).status).toBe(202)
    expect(await receipts()).toBe(0)
    expect(await state()).toMatchObject({ deliveries: 0, discarded: 1 })
  })

  it.each([
    ['nothing', ''],
    ['a web page', '<html><body>Sign in</body></html>'],
    ['cut XML', document.slice(0, -9)],
  ])('of %s is discarded, signed or not', async (_name, body) => {
    const { callback, secret } = await subscribe()
    expect((await deliver(callback, sign('sha256', secret, body), body)).status).toBe(202)
    expect(await receipts()).toBe(0)
  })

  it('larger than the feed allows is refused; to an address nobody knows, the hub is told to stop; to a paused feed, to wait', async () => {
    const { callback, secret } = await subscribe()
    await pool.query(`UPDATE wire.feeds SET config = config || '{"responseBytes": 1024}'`)
    const large = `${document}${' '.repeat(2000)}`
    expect((await deliver(callback, sign('sha256', secret, large), large)).status).toBe(413)
    expect((await deliver(`${callbackUrl}/websub/${'x'.repeat(43)}`, sign('sha256', secret))).status).toBe(410)
    await pool.query(`UPDATE wire.feeds SET enabled = false`)
    expect((await deliver(callback, sign('sha256', secret))).status).toBe(503)
    expect(await receipts()).toBe(0)
  })
})

describe('polling underneath', () => {
  const judge = (news: boolean, minutesAgo: number): Promise<boolean> =>
    judgeHub(pool, feedId, { news, polledBefore: new Date(Date.now() - minutesAgo * 60_000) })

  it('slows down once a hub has proved that it delivers, and not before', async () => {
    expect(await judge(false, 1)).toBe(false)
    const { callback, secret } = await subscribe()
    expect(await judge(false, 1)).toBe(false)
    await deliver(callback, sign('sha256', secret))
    expect(await judge(true, 1)).toBe(true)
  })

  it('goes back to full pace when it finds what the hub did not deliver, or when the lease has ended', async () => {
    const { callback, secret } = await subscribe()
    await deliver(callback, sign('sha256', secret))
    expect(await judge(true, -1)).toBe(false)
    await deliver(callback, sign('sha256', secret))
    expect(await judge(false, 1)).toBe(true)
    await pool.query('UPDATE wire.subscriptions SET active_until = now()')
    expect(await judge(false, 1)).toBe(false)
  })
})
