import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApMediaApiSource } from '../../src/sources/ap-media-api/source.ts'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import type { PollResult } from '../../src/sources/source.ts'
import { bodyOf } from './agency-speakers.ts'
import { reply, startAnswering } from './answering-server.ts'
import type { AnsweringServer } from './answering-server.ts'
import { apElement, apPage } from './ap-pages.ts'
import { contextFor, faultOf, noon } from './poll-context.ts'

let api: AnsweringServer
let http: HttpClient
beforeEach(async () => {
  api = await startAnswering((_, response) => reply(response, 500))
  http = createHttpClient()
})
afterEach(async () => {
  await http.close()
  await api.stop()
})

const newSource = () => createApMediaApiSource(() => http)
const base = (): Record<string, unknown> => ({ baseUrl: `${api.url}/media/v`, allowPrivate: true })

describe('the OnDemand queue of an organisation', () => {
  const settings = { onDemand: { queue: 'desk-1' } }
  const consumers = (): (string | null)[] =>
    api.requests.map(({ url }) => new URL(url, api.url).searchParams.get('consumer_id'))
  type Polled = (cursor?: unknown) => Promise<PollResult>
  const pollWith =
    (source = newSource()): Polled =>
    (cursor) =>
      source.poll(contextFor(source, { ...base(), ...settings }, { cursor }))

  /** AP hands each item to each consumer once, at the moment of the request. */
  const queueOf = (ids: readonly string[], onePage = 2): void => {
    const given = new Map<string, number>()
    api.answer = ({ url }, response) => {
      const consumer = new URL(url ?? '', api.url).searchParams.get('consumer_id') ?? ''
      const start = given.get(consumer) ?? 0
      const page = ids.slice(start, start + onePage)
      given.set(consumer, start + page.length)
      const elements = page.map((itemid) => apElement({ itemid }))
      reply(response, 200, apPage(elements, undefined))
    }
  }

  it('is asked for all fields, by a consumer of our own, and no address holds the key', async () => {
    queueOf(['a'])
    const poll = pollWith()
    const announced = await poll()
    expect(announced.offers).toEqual([])
    expect(api.requests).toEqual([])
    await poll(announced.cursor)
    const asked = new URL(api.requests[0]?.url ?? '', api.url)
    expect(asked.pathname).toBe('/media/v/content/ondemand')
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({ queue: 'desk-1', include: '*' })
    expect(asked.searchParams.get('consumer_id')).toBe('writethru-test-feed-0')
  })

  it('is read to its end, and then waits', async () => {
    queueOf(['a', 'b', 'c'])
    const poll = pollWith()
    let result = await poll()
    const keys: string[] = []
    while (result.next.kind === 'now') {
      result = await poll(result.cursor)
      keys.push(...result.offers.map(({ key }) => key.split('@')[0] ?? ''))
    }
    expect(keys).toEqual(['a', 'b', 'c'])
    expect(new Set(consumers()).size).toBe(1)
  })

  it('a page that was read and not stored is not lost: the queue is read again under another name (defect 13)', async () => {
    queueOf(['a', 'b', 'c'])
    const poll = pollWith()
    const announced = await poll()
    const lost = await poll(announced.cursor)
    expect(lost.offers).toHaveLength(2)
    // The transaction failed: the cursor is the one before.
    let result = await poll(announced.cursor)
    expect(result.note).toMatch(/interrupted/)
    const keys: string[] = []
    while (result.next.kind === 'now') {
      result = await poll(result.cursor)
      keys.push(...result.offers.map(({ key }) => key.split('@')[0] ?? ''))
    }
    expect(keys).toEqual(['a', 'b', 'c'])
    expect([...new Set(consumers())]).toEqual(['writethru-test-feed-0', 'writethru-test-feed-1'])
  })

  it('another process that finds an announced request takes it for made', async () => {
    queueOf(['a'])
    const announced = await pollWith()()
    const other = pollWith()
    const again = await other(announced.cursor)
    expect(again.cursor).toMatchObject({ reading: 1 })
    expect((await other(again.cursor)).offers).toHaveLength(1)
  })

  it('a request that was refused before anything was read is made again under the same name', async () => {
    queueOf(['a'])
    const serve = api.answer
    const poll = pollWith()
    const announced = await poll()
    api.answer = (_, response) => reply(response, 429, '{}', { 'retry-after': '3' })
    expect((await faultOf(poll(announced.cursor))).code).toBe('source.rate-limited')
    api.answer = serve
    expect((await poll(announced.cursor)).offers).toHaveLength(1)
    expect([...new Set(consumers())]).toEqual(['writethru-test-feed-0'])
  })

  it('takes no settings of the feed along', () => {
    expect(() => newSource().readConfig({ ...settings, products: [1], q: 'productid:1' })).toThrow(
      /products[\s\S]*OnDemand|OnDemand[\s\S]*products/,
    )
  })
})

describe("AP's own monitor", () => {
  const monitor = { name: 'writethru-desk', emails: ['desk@example.com'], idleMinutes: 20 }
  const source = newSource
  const poll = (given = source(), cursor?: unknown): Promise<PollResult> =>
    given.poll(contextFor(given, { ...base(), monitor }, { cursor, now: noon }))
  const made: unknown[] = []
  const answering = (known: string, createStatus = 200): void => {
    made.splice(0)
    api.answer = (request, response) => {
      if (request.url === '/media/v/account/monitors') return reply(response, 200, known)
      if (request.url === '/media/v/account/monitors/create') {
        void bodyOf(request).then((body) => {
          made.push(JSON.parse(body))
          reply(response, createStatus, '{}')
        })
        return
      }
      reply(response, 200, apPage([apElement({ itemid: 'a' })], `${api.url}/media/v/content/feed?qt=T&seq=2`))
    }
  }
  const feedRequests = (): string[] => api.requests.map(({ url }) => url).filter((url) => url.includes('/content/feed'))

  it('is registered before the first request, which names it', async () => {
    answering('{"data":{"monitors":[{"name":"another"}]}}')
    const { note } = await poll()
    expect(made).toMatchObject([
      {
        monitor: {
          name: 'writethru-desk',
          notify: [{ channelType: 'email', channelDestinations: ['desk@example.com'] }],
          conditions: [{ type: 'idleFeed', enabled: true, criteria: { idleTime: 'PT20M' } }],
        },
      },
    ])
    expect(feedRequests()[0]).toContain('with_monitor=writethru-desk')
    expect(note).toBeUndefined()
  })

  it('is not registered twice', async () => {
    answering('{"data":{"monitors":[{"id":"7","name":"writethru-desk"}]}}')
    await poll()
    expect(made).toEqual([])
    expect(feedRequests()[0]).toContain('with_monitor=writethru-desk')
  })

  it('is done without, and said to be, where the account may not have one', async () => {
    answering('{"data":{}}', 403)
    const given = source()
    const one = await poll(given)
    expect(one.note).toContain('HTTP 403')
    expect(one.offers).toHaveLength(1)
    expect(feedRequests()[0]).not.toContain('with_monitor')
    const before = api.requests.length
    await poll(given, one.cursor)
    // Later pages are followed as given; the account is not asked again.
    expect(api.requests.slice(before).map(({ url }) => url)).toEqual(['/media/v/content/feed?qt=T&seq=2'])
  })

  it('that raised an alarm is quoted in the note of the feed', async () => {
    const page = apPage([apElement({ itemid: 'a' })], undefined).replace(
      '{"api_version"',
      '{"monitor":{"conditionStatus":{"idleFeed":{"enabled":true,"status":"alarm","status_detail":"idle for 20 minutes"}}},"api_version"',
    )
    api.answer = (_, response) => reply(response, 200, page)
    const given = source()
    const { note } = await given.poll(contextFor(given, base(), { now: noon }))
    expect(note).toContain('idle for 20 minutes')
  })

  it('is named once: by withMonitor or by monitor', () => {
    expect(() => source().readConfig({ monitor, withMonitor: 'made-elsewhere' })).toThrow(/withMonitor/)
  })
})

describe('what the documentation of the feed asks of a client', () => {
  const poll = (cursor?: unknown, more: Record<string, unknown> = {}): Promise<PollResult> => {
    const source = newSource()
    return source.poll(contextFor(source, { ...base(), ...more }, { cursor, now: noon }))
  }

  it('a request that was held open and came back empty is followed without a pause of our own', async () => {
    api.answer = (_, response) =>
      void setTimeout(() => reply(response, 200, apPage([], `${api.url}/media/v/content/feed?qt=T&seq=1`)), 400)
    expect((await poll()).next).toEqual({ kind: 'now' })
  })

  it('a picture’s files are never fetched, whatever they cost: no request but the page’s', async () => {
    const main = { rel: 'Main', href: `${api.url}/main.jpg`, pricetag: 'USD 100' }
    const preview = { rel: 'Preview', href: `${api.url}/preview.jpg` }
    api.answer = (_, response) =>
      reply(
        response,
        200,
        apPage([apElement({ itemid: 'p', type: 'picture', renditions: { main, preview } })], undefined),
      )
    await poll()
    expect(api.requests).toHaveLength(1)
  })

  it('an associated item is a stub: nothing is fetched for it', async () => {
    const stub =
      '"associations":{"1":{"uri":"https://api.example.test/x","altids":{"itemid":"z","etag":"z_1"},"type":"picture"}}'
    const element = apElement({ itemid: 'a' }).replace('"urgency":4', `"urgency":4,${stub}`)
    api.answer = (_, response) => reply(response, 200, apPage([element], undefined))
    const { offers } = await poll()
    expect(api.requests).toHaveLength(1)
    expect(Buffer.from(offers[0]?.bytes ?? []).toString('utf8')).toBe(element)
  })
})
