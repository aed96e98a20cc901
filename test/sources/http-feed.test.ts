import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { PollResult } from '../../src/sources/source.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import { FaultyAnswer } from '../../src/sources/http/faulty-answer.ts'
import { bodyFault } from '../../src/sources/http-feed/body-fault.ts'
import { listedIds } from '../../src/sources/http-feed/listed-ids.ts'
import { createHttpFeedSource } from '../../src/sources/http-feed/source.ts'
import { reply, startAnswering } from './answering-server.ts'
import type { AnsweringServer } from './answering-server.ts'
import { contextFor, faultOf, noon } from './poll-context.ts'

let server: AnsweringServer
let http: HttpClient
const source = createHttpFeedSource(() => http)

const rss = (...ids: (string | number)[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Ostwick Courier</title><link>https://courier.example/</link>${ids
    .map((id) => `<item><title>Tide ${id}</title><guid isPermaLink="false">urn:tide:${id}</guid></item>`)
    .join('')}</channel></rss>`

const poll = (cursor?: unknown, more: Record<string, unknown> = {}, now = noon, secrets = {}) =>
  source.poll(
    contextFor(source, { url: `${server.url}/feed.xml`, allowPrivate: true, ...more }, { cursor, now, secrets }),
  )
const later = (days: number): Date => new Date(noon.getTime() + days * 86_400_000)

beforeEach(async () => {
  server = await startAnswering((_, response) => reply(response, 200, rss(1, 2), { etag: '"v1"' }))
  http = createHttpClient()
})
afterEach(async () => {
  await http.close()
  await server.stop()
})

describe('a body', () => {
  it('is one offer when it is new, none when it is the same', async () => {
    const one = await poll()
    expect(one.offers).toHaveLength(1)
    expect(Buffer.from(one.offers[0]?.bytes ?? []).toString()).toBe(rss(1, 2))
    const two = await poll(one.cursor)
    expect(two.offers).toEqual([])
    expect(two.note).toBe('same body')
  })

  it('with an unchanged ETag is read all the same (defect 2)', async () => {
    const one = await poll()
    server.answer = (_, response) => reply(response, 200, rss(2, 3), { etag: '"v1"' })
    expect((await poll(one.cursor)).offers).toHaveLength(1)
  })

  it('is asked for with the validators of the last one, letter by letter', async () => {
    const stamp = 'Tue, 4 Mar 2031 11:00:00 +0000'
    server.answer = (_, response) => reply(response, 200, rss(1), { etag: 'W/"odd, one"', 'last-modified': stamp })
    const one = await poll()
    server.answer = (_, response) => reply(response, 304)
    const two = await poll(one.cursor)
    expect(server.requests[1]?.headers).toMatchObject({ 'if-none-match': 'W/"odd, one"', 'if-modified-since': stamp })
    expect(two).toMatchObject({ offers: [], note: 'not modified', cursor: one.cursor as object })
  })

  it('is asked for whole after eight days of 304 (F22)', async () => {
    const one = await poll()
    await poll(one.cursor, {}, later(7.9))
    await poll(one.cursor, {}, later(8.1))
    await poll(one.cursor, {}, later(-1))
    expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      '"v1"',
      undefined,
      undefined,
    ])
  })

  it('forgets an ETag that the next one no longer carries', async () => {
    const one = await poll()
    server.answer = (_, response) => reply(response, 200, rss(2, 3))
    const two = await poll(one.cursor)
    await poll(two.cursor)
    expect(server.requests[2]?.headers['if-none-match']).toBeUndefined()
  })
})

describe('a soft failure keeps the cursor and the raw bytes (F23)', () => {
  it.each([
    ['an empty body', ''],
    ['blanks', ' \n '],
    ['a captive portal', '<!DOCTYPE html>\n<html><body>Sign in to Harbour WiFi</body></html>'],
    ['a portal behind a comment', '<!-- x --><html lang="en"></html>'],
    ['an XHTML page', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0" "x"><html></html>'],
    ['a bare script', '<script>location="/login"</script>'],
    ['cut XML', rss(1, 2).slice(0, -20)],
    ['cut in a tag', '<rss version="2.0"><channel><item><ti'],
    ['cut JSON', '{"items":[{"id":"1"}'],
    ['cut in a string', '[{"id":"1","t":"abc'],
  ])('%s', async (_name, body) => {
    server.answer = (_, response) => reply(response, 200, body, { 'content-type': 'application/rss+xml' })
    const fault = await faultOf(poll())
    expect(fault.code).toBe('source.bad-answer')
    expect(fault).toBeInstanceOf(FaultyAnswer)
    expect(Buffer.from((fault as FaultyAnswer).evidence).toString()).toBe(body)
  })

  it('a 304 that nobody asked for', async () => {
    server.answer = (_, response) => reply(response, 304)
    expect((await faultOf(poll())).code).toBe('source.bad-answer')
  })
})

describe('what only looks odd is taken', () => {
  it.each([
    ['RSS served as text/html', rss(1)],
    ['a comment after the root', `${rss(1)}\n<!-- cached 12:00 -->`],
    ['a prefixed root', '<atom:feed xmlns:atom="x"><atom:entry/></atom:feed>'],
    ['an empty root', '<rss version="2.0"/>'],
    ['a DOCTYPE with a subset', '<!DOCTYPE nitf SYSTEM "nitf.dtd" [<!ENTITY x "y">]><nitf></nitf>'],
    ['several JSON values', '{"id":1}\n{"id":2}\n'],
    ['JSON with broken escapes', '{"t":"a \\“quoted\\” word"}'],
    ['a line format', 'a0485 1200 04 Mar\nBC-Tide'],
    ['UTF-16', Buffer.from('\ufeff<rss></rss>', 'utf16le')],
  ])('%s', async (_name, body) => {
    server.answer = (_, response) => reply(response, 200, body, { 'content-type': 'text/html' })
    expect((await poll()).offers).toHaveLength(1)
  })

  it('a web page, where one is expected', async () => {
    server.answer = (_, response) => reply(response, 200, '<!doctype html><html></html>')
    expect((await poll(undefined, { expect: 'page' })).offers).toHaveLength(1)
  })
})

describe('statuses (F22)', () => {
  it.each([
    [402, {}, 'source.unauthorized', undefined],
    [404, {}, 'source.not-found', undefined],
    [410, {}, 'source.gone', undefined],
    [429, { 'retry-after': '60' }, 'source.rate-limited', 60_000],
    [500, {}, 'source.server-error', undefined],
  ] as [number, Record<string, string>, string, number | undefined][])(
    '%i',
    async (status, headers, code, retryAfterMs) => {
      server.answer = (_, response) => reply(response, status, 'no', headers)
      expect(await faultOf(poll())).toMatchObject({ code, retryAfterMs })
    },
  )

  const redirect =
    (status: number, location: string) =>
    ({ url }: { url?: string | undefined }, response: Parameters<typeof reply>[0]) =>
      url === '/feed.xml' ? reply(response, status, '', { location }) : reply(response, 200, rss(1, 2))
  const pollTimes = async (times: number, cursor?: unknown): Promise<PollResult> => {
    let result = await poll(cursor)
    for (let round = 1; round < times; round += 1) result = await poll(result.cursor)
    return result
  }

  it.each([301, 308])('%i is believed when it was seen three times, and shown', async (status) => {
    server.answer = redirect(status, '/new.xml')
    expect((await pollTimes(2)).movedTo).toBeNull()
    const three = await pollTimes(3)
    expect(three.movedTo).toBe(`${server.url}/new.xml`)
    server.requests.length = 0
    expect((await poll(three.cursor)).movedTo).toBe(`${server.url}/new.xml`)
    expect(server.requests.map(({ url }) => url)).toEqual(['/new.xml'])
  })

  it('301 that was believed is forgotten when it leads nowhere, or when the old address answers again', async () => {
    server.answer = redirect(301, '/new.xml')
    const moved = await pollTimes(3)
    server.answer = ({ url }, response) =>
      url === '/feed.xml' ? reply(response, 200, rss(2, 3)) : reply(response, 410)
    const back = await poll(moved.cursor)
    expect(back.offers).toHaveLength(1)
    expect(back).toMatchObject({ movedTo: null })
    expect(back.cursor).not.toHaveProperty('movedTo')

    server.answer = (_, response) => reply(response, 200, rss(2, 3))
    server.requests.length = 0
    expect((await poll(moved.cursor, {}, later(0.9))).movedTo).toBe(`${server.url}/new.xml`)
    expect((await poll(moved.cursor, {}, later(1.1))).movedTo).toBeNull()
    expect(server.requests.map(({ url }) => url)).toEqual(['/new.xml', '/feed.xml'])
  })

  it.each([302, 303, 307])('%i is never believed', async (status) => {
    server.answer = redirect(status, '/new.xml')
    expect((await pollTimes(5)).movedTo).toBeNull()
  })

  it('301 to a portal, or to a new place every time, is not believed', async () => {
    server.answer = ({ url }, response) =>
      url === '/feed.xml' ? reply(response, 301, '', { location: '/portal' }) : reply(response, 200, '<html></html>')
    expect((await faultOf(poll())).code).toBe('source.bad-answer')
    let round = 0
    server.answer = (request, response) => redirect(301, `/${(round += 1)}.xml`)(request, response)
    expect((await pollTimes(5)).movedTo).toBeNull()
  })
})

describe('a sliding window', () => {
  it('that shares no id with the one before is a gap', async () => {
    const one = await poll()
    server.answer = (_, response) => reply(response, 200, rss(8, 9))
    const two = await poll(one.cursor, {}, later(1))
    expect(two.gap).toMatchObject({ kind: 'no-overlap', from: noon.toISOString(), to: later(1).toISOString() })
    expect(two.offers).toHaveLength(1)
  })

  it.each([
    ['prepended', [0, 1, 2]],
    ['shuffled', [2, 1]],
    ['moved on by all but one', [2, 3, 4]],
  ])('that was %s is none (F21)', async (_name, ids) => {
    const one = await poll()
    server.answer = (_, response) => reply(response, 200, rss(...ids))
    expect((await poll(one.cursor)).gap).toBeUndefined()
  })

  it('of a feed that makes up new ids every time stops raising gaps', async () => {
    let state = await poll()
    const gaps: boolean[] = []
    for (let round = 1; round <= 6; round += 1) {
      server.answer = (_, response) => reply(response, 200, rss(`x${round}`, `y${round}`))
      state = await poll(state.cursor)
      gaps.push(state.gap !== undefined)
    }
    expect(gaps).toEqual([true, true, true, false, false, false])
  })

  it.each([
    ['RSS', rss(1, 2), 2],
    ['Atom', '<feed><id>f</id><entry><id>a</id><link href="http://x/a"/></entry><entry><id>b</id></entry></feed>', 3],
    ['RDF', '<rdf:RDF><item rdf:about="http://x/1"/><item rdf:about="http://x/2"/></rdf:RDF>', 2],
    ['JSON Feed', '{"version":"1","items":[{"id":"1"},{"id":2,"url":"http://x/2"}]}', 3],
    ['a JSON list', '[{"uri":"u1"},{"uri":"u2"}]', 2],
    ['a list one level down', '{"data":{"items":[{"id":"1"}]}}', 1],
    ['a single document', '<nitf><head/></nitf>', 0],
  ])('ids are found in %s', (_name, body, count) => {
    expect(listedIds(Buffer.from(body))).toHaveLength(count)
  })
})

describe('the next poll', () => {
  const wait = async (headers: Record<string, string>, body = rss(1), more = {}): Promise<number> => {
    server.answer = (_, response) => reply(response, 200, body, headers)
    const { next } = await poll(undefined, more)
    return next.kind === 'after' ? next.ms / 1000 : 0
  }

  it.each([
    [{}, 60],
    [{ 'cache-control': 'public, max-age=300' }, 300],
    [{ 'cache-control': 'max-age=300', age: '200' }, 100],
    [{ 'cache-control': 'max-age=5' }, 60],
    [{ 'cache-control': 'no-cache, max-age=300' }, 60],
    [{ 'cache-control': 'max-age=99999999' }, 900],
    [{ 'cache-control': 's-maxage=300' }, 60],
    [{ 'retry-after': '3600' }, 3600],
    [{ 'retry-after': '-3' }, 60],
  ] as [Record<string, string>, number][])('%j: %i s', async (headers, seconds) => {
    expect(await wait(headers)).toBe(seconds)
  })

  it('respects ttl and updatePeriod within bounds', async () => {
    const head = (extra: string): string => rss(1).replace('<channel>', `<channel>${extra}`)
    expect(await wait({}, head('<ttl>5</ttl>'))).toBe(300)
    expect(await wait({}, head('<ttl>1440</ttl>'))).toBe(900)
    expect(
      await wait({}, head('<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>6</sy:updateFrequency>')),
    ).toBe(600)
    expect(await wait({}, head('<ttl>1440</ttl>'), { maxSeconds: 86_400 })).toBe(86_400)
  })
})

describe('secrets', () => {
  it('go into headers or onto the wire, never into the cursor or an offer', async () => {
    const more = {
      secretHeaders: { 'x-api-key': 'PA_KEY' },
      secretQuery: { token: 'PA_TOKEN' },
      basic: { user: 'desk', passwordSecret: 'PA_PASS' },
    }
    const result = await poll(undefined, more, noon, { PA_KEY: 'sesame1', PA_TOKEN: 'sesame2', PA_PASS: 'sesame3' })
    const sent = server.requests[0]
    expect(sent?.url).toBe('/feed.xml?token=sesame2')
    expect(sent?.headers['x-api-key']).toBe('sesame1')
    expect(sent?.headers.authorization).toBe(`Basic ${Buffer.from('desk:sesame3').toString('base64')}`)
    expect(JSON.stringify(result)).not.toContain('sesame')
  })

  it('do not follow a remembered redirect to another host', async () => {
    const other = await startAnswering((_, response) => reply(response, 200, rss(1, 2)))
    server.answer = (_, response) => reply(response, 301, '', { location: `${other.url}/x` })
    const more = { bearerSecret: 'KEY' }
    const one = await poll(undefined, more, noon, { KEY: 'sesame' })
    await poll(one.cursor, more, noon, { KEY: 'sesame' })
    await other.stop()
    expect(other.requests).toHaveLength(2)
    expect(JSON.stringify(other.requests)).not.toContain('sesame')
  })

  it('that are not set are asked for by name', async () => {
    expect((await faultOf(poll(undefined, { bearerSecret: 'PA_KEY' }))).detail).toContain('PA_KEY')
  })

  it.each([
    [{ url: 'https://a.example/f?apikey=K' }, /secretQuery/],
    [{ url: 'https://u:p@a.example/f' }, /basic/],
    [{ url: 'https://a.example/f', headers: { Authorization: 'Bearer K' } }, /secretHeaders/],
    [{ url: 'file:///etc/passwd' }, /http or https/],
    [{ url: 'https://a.example/', headers: { 'X-A': 'b\r\nc: d' } }, /one line/],
  ])('written into the settings are refused: %j', (config, words) => {
    expect(() => source.readConfig(config)).toThrow(words)
  })
})

describe('hostile bodies', () => {
  it('are judged in linear time', () => {
    const hostile = ['<!--'.repeat(50_000), '<item><guid '.repeat(50_000), '<?'.repeat(50_000), '['.repeat(200_000)]
    for (const body of hostile) {
      bodyFault(Buffer.from(body), 'feed')
      listedIds(Buffer.from(body))
    }
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<', '>', '!', '-', '?', '"', '{', '[', ']', '}', '\\', 'a', ' ', '<item>')),
        (parts) => {
          const body = Buffer.from(parts.join(''))
          expect(['string', 'undefined']).toContain(typeof bodyFault(body, 'feed'))
          expect(listedIds(body).length).toBeLessThanOrEqual(parts.length * 2)
        },
      ),
      { seed: 20310304 },
    )
  })
})
