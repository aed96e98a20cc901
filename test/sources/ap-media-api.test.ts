import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApMediaApiSource } from '../../src/sources/ap-media-api/source.ts'
import type { ApCursor } from '../../src/sources/ap-media-api/cursor.ts'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import { FaultyAnswer } from '../../src/sources/http/faulty-answer.ts'
import type { Offer } from '../../src/sources/source.ts'
import { reply, startAnswering } from './answering-server.ts'
import type { AnsweringServer } from './answering-server.ts'
import { apElement, apError, apPage, nitfOf } from './ap-pages.ts'
import { contextFor, faultOf, noon } from './poll-context.ts'

let api: AnsweringServer
let http: HttpClient
const source = createApMediaApiSource(() => http)

const settings = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  baseUrl: `${api.url}/media/v`,
  allowPrivate: true,
  products: [4711, 4712],
  ...more,
})
const poll = (cursor?: unknown, more: Record<string, unknown> = {}, now = noon) =>
  source.poll(contextFor(source, settings(more), { cursor, now }))
const text = (offer: Offer | undefined): string => Buffer.from(offer?.bytes ?? []).toString('utf8')
const next = (seq: number): string => `${api.url}/media/v/content/feed?qt=Tok-1&seq=${seq}`

beforeEach(async () => {
  api = await startAnswering((_, response) => reply(response, 500))
  http = createHttpClient({ slow: { stallMs: 400, graceMs: 300, bytesPerSecond: 100 } })
})
afterEach(async () => {
  await http.close()
  await api.stop()
})

describe('a page of the feed', () => {
  it('becomes one offer an element, byte for byte as received', async () => {
    const first =
      '{ "meta" : {},\n\t"item":{"altids":{"itemid":"a1","etag":"a1_0a1"}, "version":0, "n": 1.50, "s":"\\u00e9 ]}" } }'
    const second = apElement({ itemid: 'b2', etag: 'b2_1a1' })
    api.answer = (_, response) => reply(response, 200, apPage([first, second], next(2)))
    const result = await poll()
    expect(result.offers.map(({ key }) => key)).toEqual(['a1@a1_0a1', 'b2@b2_1a1'])
    expect(text(result.offers[0])).toBe(first)
    expect(text(result.offers[1])).toBe(second)
    expect(result.next).toEqual({ kind: 'now' })
  })

  it('is asked for with the whole of the fields, one query for all products, and the key in a header alone', async () => {
    api.answer = (_, response) => reply(response, 200, apPage([apElement({ itemid: 'a1' })], next(2)))
    const result = await poll()
    const asked = new URL(api.requests[0]?.url ?? '', api.url)
    expect(asked.pathname).toBe('/media/v/content/feed')
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      q: 'productid:(4711 OR 4712)',
      include: '*',
      page_size: '100',
    })
    expect(api.requests[0]?.headers['x-api-key']).toBe('sesame-7')
    expect(JSON.stringify(result)).not.toContain('sesame-7')
  })

  it('is followed by next_page exactly as it came', async () => {
    const odd = `${api.url}/media/v/content/feed?qt=a%2Bb~c&seq=00012&x=%7B%7d`
    api.answer = (_, response) => reply(response, 200, apPage([apElement({ itemid: 'a1' })], odd))
    const one = await poll()
    expect(one.cursor).toMatchObject({ nextPage: odd, seq: '00012', updated: '2031-03-04T11:59:00Z' })
    await poll(one.cursor)
    expect(`${api.url}${api.requests[1]?.url}`).toBe(odd)
  })

  it('that names a key in next_page is stored without it (defect 9)', async () => {
    api.answer = (_, response) => reply(response, 200, apPage([], `${next(3)}&apikey=sesame-7`))
    expect((await poll()).cursor).toMatchObject({ nextPage: next(3) })
  })

  it('with one broken element keeps its neighbours and offers the broken one raw (F19)', async () => {
    const broken = '{"meta":{},"item":{"altids":{"itemid":"x"},"headline":"raw\nnewline \\q"}}'
    api.answer = (_, response) =>
      reply(response, 200, apPage([apElement({ itemid: 'a1' }), broken, '{"meta":{}}'], next(2)))
    const { offers } = await poll()
    expect(offers).toHaveLength(3)
    expect(text(offers[1])).toBe(broken)
    expect(new Set(offers.map(({ key }) => key)).size).toBe(3)
  })

  it('with nothing new, and the same next_page, keeps the cursor and does not spin', async () => {
    api.answer = (_, response) => reply(response, 200, apPage([], next(2)))
    const one = await poll()
    const two = await poll(one.cursor)
    expect(two.cursor).toEqual(one.cursor)
    expect(two.offers).toEqual([])
    expect(two.next.kind).toBe('after')
  })

  it('whose stories lack what include=* brings is reported', async () => {
    const bare = '{"meta":{},"item":{"altids":{"itemid":"a","etag":"a_0"},"version":0,"type":"text"}}'
    api.answer = (_, response) => reply(response, 200, apPage([bare], next(2)))
    expect((await poll()).note).toMatch(/include=\*/)
  })

  it('that leads to another host is refused, because the key would go there', async () => {
    api.answer = (_, response) =>
      reply(response, 200, apPage([apElement({ itemid: 'a' })], 'https://evil.example/feed?qt=1'))
    expect((await faultOf(poll())).code).toBe('source.bad-answer')
  })
})

describe('the NITF of a text', () => {
  const withNitf = (id: string, more: object = {}): string =>
    apElement({ itemid: id, renditions: { nitf: { rel: 'Story', href: `${api.url}/nitf/${id}?qt=T&dt=U`, ...more } } })

  it('comes along with the offer', async () => {
    api.answer = ({ url }, response) =>
      url?.startsWith('/nitf/') === true
        ? reply(response, 200, nitfOf('Body'), { 'content-type': 'text/xml' })
        : reply(response, 200, apPage([withNitf('a1')], next(2)))
    const { offers } = await poll()
    expect(offers[0]?.companions).toMatchObject([{ role: 'nitf', contentType: 'text/xml' }])
    expect(Buffer.from(offers[0]?.companions?.[0]?.bytes ?? []).toString()).toBe(nitfOf('Body'))
  })

  it.each([
    ['404', 404, ''],
    ['503', 503, ''],
    ['an empty body', 200, ''],
    ['an error object', 200, apError(404, 2000)],
    ['a web page', 200, '<!DOCTYPE html><html></html>'],
  ])('that fails with %s costs only itself, and is fetched later (defect 3)', async (_name, status, body) => {
    api.answer = ({ url }, response) => {
      if (url?.startsWith('/nitf/bad') === true) reply(response, status, body)
      else if (url?.startsWith('/nitf/') === true) reply(response, 200, nitfOf('Body'))
      else reply(response, 200, apPage([withNitf('bad'), withNitf('good')], next(2)))
    }
    const one = await poll()
    expect(one.offers[0]?.companions?.[0]?.bytes).toBeUndefined()
    expect(one.offers[1]?.companions?.[0]?.bytes).toBeDefined()
    expect(one.note).toMatch(/1 renditions/)
    const url = one.offers[0]?.companions?.[0]?.url ?? ''
    const context = contextFor(source, settings())
    expect((await faultOf(source.fetchCompanion?.(context, url) ?? Promise.resolve())).code).toMatch(/^source\./)
    api.answer = (_, response) => reply(response, 200, nitfOf('Late'))
    const late = await source.fetchCompanion?.(context, url)
    expect(Buffer.from(late?.bytes ?? []).toString()).toBe(nitfOf('Late'))
  })

  it('is given up after its time, and the page is kept', async () => {
    api.answer = ({ url }, response) =>
      url?.startsWith('/nitf/slow') === true
        ? undefined
        : url?.startsWith('/nitf/') === true
          ? reply(response, 200, nitfOf('Body'))
          : reply(response, 200, apPage([withNitf('slow'), withNitf('quick')], next(2)))
    const { offers } = await poll(undefined, { companionSeconds: 1 })
    expect(offers.map(({ companions }) => companions?.[0]?.bytes === undefined)).toEqual([true, false])
  })

  it('is not asked for any more in a poll once the account is over its quota', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `s${index}`)
    api.answer = ({ url }, response) =>
      url?.startsWith('/nitf/') === true
        ? reply(response, 429)
        : reply(
            response,
            200,
            apPage(
              ids.map((id) => withNitf(id)),
              next(2),
            ),
          )
    const { offers } = await poll(undefined, { companionsAtOnce: 2 })
    expect(offers).toHaveLength(30)
    expect(api.requests.length).toBeLessThanOrEqual(3)
  })

  it('is not downloaded twice for a poll that is run again (defect 8)', async () => {
    api.answer = ({ url }, response) =>
      url?.startsWith('/nitf/') === true
        ? reply(response, 200, nitfOf('Once'))
        : reply(response, 200, apPage([withNitf('once')], next(2)))
    await poll()
    const again = await poll()
    expect(again.offers[0]?.companions?.[0]?.bytes).toBeDefined()
    expect(api.requests.filter(({ url }) => url.startsWith('/nitf/'))).toHaveLength(1)
  })

  it('is never fetched when priced or unlicensed, nor is the main file of a picture (defect 8)', async () => {
    const picture = apElement({
      itemid: 'p1',
      type: 'picture',
      renditions: { main: { href: `${api.url}/main` }, preview: { href: `${api.url}/preview` } },
    })
    const priced = withNitf('a1', { priced: true, pricetag: 'USD 5.00' })
    const unlicensed = apElement({
      itemid: 'a2',
      renditions: { nitf: { pricetag: 'Unavailable:MeterExpired_Shutdown' } },
    })
    api.answer = (_, response) => reply(response, 200, apPage([picture, priced, unlicensed], next(2)))
    const { offers } = await poll()
    expect(offers.flatMap(({ companions }) => companions ?? [])).toEqual([])
    expect(api.requests).toHaveLength(1)
  })
})

describe('a faulty answer leaves the cursor where it was', () => {
  it.each([
    [401, '', 'source.unauthorized'],
    [403, apError(403, 2001), 'source.unauthorized'],
    [404, apError(404, 1), 'source.not-found'],
    [400, apError(400, 5001), 'source.bad-answer'],
    [500, '', 'source.server-error'],
    [503, 'busy', 'source.server-error'],
    [200, apError(500, 1), 'source.server-error'],
    [200, apError(403, 1), 'source.unauthorized'],
    [200, '{"error":{"message":"odd"}}', 'source.server-error'],
    [200, '', 'source.bad-answer'],
    [200, '<html>log in</html>', 'source.bad-answer'],
    [200, '{"api_version":"2.2"}', 'source.bad-answer'],
    [200, '{"data":{"items":[{"meta":{},"item":{"alt', 'source.bad-answer'],
  ])('first request answered %i %s: %s', async (status, body, code) => {
    api.answer = (_, response) => reply(response, status, body)
    expect((await faultOf(poll())).code).toBe(code)
  })

  it('keeps the raw bytes of the answer (F23)', async () => {
    api.answer = (_, response) => reply(response, 200, '<html>portal</html>', { 'content-type': 'text/html' })
    const fault = await faultOf(poll())
    expect(fault).toBeInstanceOf(FaultyAnswer)
    expect(Buffer.from((fault as FaultyAnswer).evidence).toString()).toBe('<html>portal</html>')
  })

  it('without the key asks for it by name and sends nothing', async () => {
    const fault = await faultOf(source.poll(contextFor(source, settings(), { secrets: {} })))
    expect(fault.code).toBe('config.secret-missing')
    expect(fault.detail).toContain('AP_API_KEY')
    expect(api.requests).toEqual([])
  })

  it('429 with Retry-After waits as told; without it, for the period the account is metered by', async () => {
    api.answer = (_, response) => reply(response, 429, '', { 'retry-after': '7' })
    expect(await faultOf(poll())).toMatchObject({ code: 'source.rate-limited', retryAfterMs: 7000 })
    const quotas = { data: { quotas: [{ method: '/content/feed.GET', limit: 20, period: 'PT2M' }] } }
    api.answer = ({ url }, response) =>
      url === '/media/v/account/quotas'
        ? reply(response, 200, JSON.stringify(quotas))
        : reply(response, 429, apError(429, 3))
    expect(await faultOf(poll())).toMatchObject({ code: 'source.rate-limited', retryAfterMs: 120_000 })
  })
})

describe('an expired token (F24)', () => {
  const cursor = (): ApCursor => ({
    nextPage: next(9),
    seq: '9',
    updated: '2031-03-04T10:00:00Z',
    highestVersionCreated: '2031-03-04T09:58:00Z',
    initial: `${api.url}/media/v/content/feed?q=productid%3A%284711+OR+4712%29&include=*&page_size=100`,
  })

  it.each([
    ['400 with 6060', 400, 6060],
    ['400 with another code', 400, 1234],
    ['6060 inside a 200', 200, 6060],
    ['404', 404, 1],
  ])('seen as %s: a gap is recorded and the feed starts again 15 minutes earlier', async (_name, status, code) => {
    api.answer = ({ url }, response) =>
      url?.includes('qt=Tok-1&seq=9') === true
        ? reply(response, status, apError(status === 200 ? 400 : status, code))
        : reply(response, 200, apPage([apElement({ itemid: 'a1' })], next(20)))
    const result = await poll(cursor())
    expect(result.gap).toMatchObject({ kind: 'cursor-expired', from: '2031-03-04T09:58:00.000Z' })
    expect(new URL(api.requests[1]?.url ?? '', api.url).searchParams.get('q')).toBe(
      'productid:(4711 OR 4712) AND mindate:>2031-03-04T09:43:00Z',
    )
    expect(result.offers).toHaveLength(1)
    expect(result.cursor).toMatchObject({ nextPage: next(20) })
  })

  it('a change of products asks for a new token with an overlap, without a gap', async () => {
    api.answer = (_, response) => reply(response, 200, apPage([apElement({ itemid: 'a1' })], next(30)))
    const result = await poll(cursor(), { products: [1] })
    expect(new URL(api.requests[0]?.url ?? '', api.url).searchParams.get('q')).toBe(
      'productid:(1) AND mindate:>2031-03-04T09:43:00Z',
    )
    expect(result.gap).toBeUndefined()
  })
})

describe('settings that could not be resumed are refused with the reason', () => {
  it.each([
    'type:text',
    'productid:1 AND productid:2',
    'election',
    'productid:(1 OR 2) AND type:picture',
    'productid:\u201c1\u201d',
  ])('%s', (q) => {
    expect(() => source.readConfig({ q })).toThrow(/config\.invalid: q: /)
  })
  it.each([
    'productid:(30079 OR 31536)',
    'productid:1',
    'productid:(1 OR 2) AND mindate:>now-2d',
    'mindate:>2031-01-01T00:00:00Z',
  ])('but %s is a standard feed', (q) => {
    expect(source.readConfig({ q })).toMatchObject({ q })
  })
  it('lists every fault at once', () => {
    expect(() => source.readConfig({ pageSize: 500, startHours: 100, colour: 'red' })).toThrow(
      /startHours.*pageSize.*colour/s,
    )
  })
})
