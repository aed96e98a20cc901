import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import { createPageFetcher } from '../../src/sources/pages/fetch-page.ts'
import type { PageRequest } from '../../src/sources/pages/fetch-page.ts'
import { HostTurns } from '../../src/sources/pages/host-turns.ts'
import { Robots } from '../../src/sources/pages/robots.ts'
import { reply, startAnswering } from './answering-server.ts'
import type { AnsweringServer } from './answering-server.ts'
import { faultOf, noon } from './poll-context.ts'

let server: AnsweringServer
let http: HttpClient
const hour = 3_600_000

beforeEach(async () => {
  server = await startAnswering((_, response) => reply(response, 404))
  http = createHttpClient()
})
afterEach(async () => {
  await http.close()
  await server.stop()
})

const serve = (
  robots: [number, string] | undefined,
  page = '<html></html>',
  headers: Record<string, string> = {},
): void => {
  server.answer = ({ url }, response) => {
    if (url !== '/robots.txt') reply(response, 200, page, headers)
    else if (robots === undefined) response.destroy()
    else reply(response, robots[0], robots[1])
  }
}

const request = (path: string, more: Partial<PageRequest> = {}): PageRequest => ({
  url: server.url + path,
  spacingMs: 1,
  deadlineMs: 5000,
  maxBytes: 100_000,
  allowPrivate: true,
  signal: new AbortController().signal,
  now: noon,
  ...more,
})

describe('robots.txt (RFC 9309)', () => {
  it.each([
    ['is not there: all is allowed (2.3.1.3)', [404, ''], '/story', true],
    ['is forbidden itself: all is allowed', [403, 'no'], '/story', true],
    ['cannot be had: nothing is allowed (2.3.1.4)', [503, ''], '/story', false],
    ['is asked for too often: nothing is allowed', [429, ''], '/story', false],
    ['does not answer: nothing is allowed', undefined, '/story', false],
    ['is empty: all is allowed', [200, ''], '/story', true],
    ['closes a folder to all', [200, 'User-agent: *\nDisallow: /paid/'], '/paid/1', false],
    ['leaves the rest open', [200, 'User-agent: *\nDisallow: /paid/'], '/story', true],
    [
      'names us: our group counts, not the general one',
      [200, 'User-agent: *\nDisallow: /\n\nUser-agent: writethru\nAllow: /'],
      '/story',
      true,
    ],
    ['closes all to us', [200, 'User-agent: Writethru\nDisallow: /'], '/story', false],
    ['allows the longer path', [200, 'User-agent: *\nDisallow: /a\nAllow: /a/b'], '/a/b/c', true],
    ['ends a pattern', [200, 'User-agent: *\nDisallow: /*.pdf$'], '/x.pdf', false],
    ['is a web page: nothing in it is a rule', [200, '<html><body>hello</body></html>'], '/story', true],
  ] as [string, [number, string] | undefined, string, boolean][])('%s', async (_name, robots, path, isAllowed) => {
    serve(robots)
    expect((await new Robots(() => http).judge(server.url + path, true, 0)).isAllowed).toBe(isAllowed)
  })

  it('is asked for once a day, after a failure sooner', async () => {
    serve([200, 'User-agent: *\nCrawl-delay: 2'])
    const robots = new Robots(() => http)
    const [one, two] = await Promise.all([
      robots.judge(`${server.url}/a`, true, 0),
      robots.judge(`${server.url}/b`, true, 0),
    ])
    expect([one.delayMs, two.delayMs]).toEqual([2000, 2000])
    await robots.judge(`${server.url}/a`, true, 23 * hour)
    expect(server.requests).toHaveLength(1)
    serve([500, ''])
    expect((await robots.judge(`${server.url}/a`, true, 25 * hour)).isAllowed).toBe(false)
    serve([200, ''])
    expect((await robots.judge(`${server.url}/a`, true, 26 * hour)).isAllowed).toBe(true)
  })
})

describe('a page', () => {
  it('is fetched when the site lets us, and not before it was asked', async () => {
    serve([200, 'User-agent: *\nDisallow: /paid'], '<html>story</html>')
    const fetchPage = createPageFetcher(() => http)
    expect((await fetchPage(request('/story'))).bytes.toString()).toBe('<html>story</html>')
    expect((await faultOf(fetchPage(request('/paid/1')))).code).toBe('source.robots-refused')
    expect(server.requests.map(({ url }) => url)).toEqual(['/robots.txt', '/story'])
  })

  it.each([
    ['X-Robots-Tag', '<html></html>', { 'x-robots-tag': 'noindex, noarchive' }],
    ['a meta element', '<html><head><meta name="robots" content="index,noarchive"></head></html>', {}],
    ['a meta element in another order', "<meta content='NOARCHIVE' name='robots'>", {}],
    ['none', '<meta name="robots" content="none">', {}],
  ])('that asks not to be kept is not kept: %s', async (_name, page, headers) => {
    serve([404, ''], page, headers as Record<string, string>)
    expect((await faultOf(createPageFetcher(() => http)(request('/story')))).code).toBe('source.robots-refused')
  })

  it('with other directives is kept', async () => {
    serve([404, ''], '<meta name="robots" content="noindex, nofollow"><meta name="note" content="noarchive">')
    expect((await createPageFetcher(() => http)(request('/story'))).status).toBe(200)
  })

  it('whose turn is far off is left for later, without a request', async () => {
    serve([200, 'User-agent: *\nCrawl-delay: 60'])
    const fetchPage = createPageFetcher(() => http)
    await fetchPage(request('/one'))
    expect((await faultOf(fetchPage(request('/two')))).code).toBe('source.rate-limited')
    expect(server.requests.map(({ url }) => url)).toEqual(['/robots.txt', '/one'])
  })
})

describe('turns at a host', () => {
  it('follow each other at the distance asked for, host by host', () => {
    const turns = new HostTurns()
    expect([1, 2, 3].map(() => turns.take('a.example', 1000, 5000, 0))).toEqual([0, 1000, 2000])
    expect(turns.take('b.example', 1000, 5000, 0)).toBe(0)
    expect(turns.take('a.example', 1000, 2000, 0)).toBeUndefined()
    expect(turns.take('a.example', 1000, 2000, 3000)).toBe(0)
  })
})
