import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import { readSitemap } from '../../src/sources/http-feed/sitemap.ts'
import { createHttpFeedSource } from '../../src/sources/http-feed/source.ts'
import type { PollResult } from '../../src/sources/source.ts'
import { reply, startAnswering } from './answering-server.ts'
import type { AnsweringServer } from './answering-server.ts'
import { contextFor, noon } from './poll-context.ts'

let server: AnsweringServer
let http: HttpClient
let files: Map<string, string | Buffer | number>
let source: ReturnType<typeof createHttpFeedSource>

beforeEach(async () => {
  files = new Map<string, string | Buffer | number>([['/robots.txt', '']])
  server = await startAnswering(({ url }, response) => {
    const file = files.get(url ?? '') ?? 404
    if (typeof file === 'number') reply(response, file)
    else reply(response, 200, file)
  })
  http = createHttpClient()
  source = createHttpFeedSource(() => http)
})
afterEach(async () => {
  await http.close()
  await server.stop()
})

const poll = (path: string, cursor?: unknown, more: Record<string, unknown> = {}, now = noon): Promise<PollResult> =>
  source.poll(
    contextFor(source, { url: server.url + path, allowPrivate: true, pageSeconds: 0.1, ...more }, { cursor, now }),
  )

/** Polls until nothing is outstanding, as a worker does in one turn. */
async function pollAll(path: string, cursor?: unknown, more: Record<string, unknown> = {}, now = noon) {
  const offered: string[] = []
  const refused: string[] = []
  let at = cursor
  for (let rounds = 0; rounds < 200; rounds += 1) {
    const result = await poll(path, at, more, now)
    offered.push(...result.offers.map(({ url }) => new URL(url!).pathname))
    refused.push(...(result.refused ?? []).map(({ key, code }) => `${new URL(key).pathname} ${code}`))
    at = result.cursor
    const { follow } = at as { follow?: { pending: unknown[]; more: boolean } }
    if (follow === undefined || (follow.pending.length === 0 && !follow.more)) break
  }
  return { offered, refused, cursor: at }
}

const day = (ago: number): string => new Date(noon.getTime() - ago * 86_400_000).toISOString()
const urls = (...entries: [path: string, lastmod?: string][]): string =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries
    .map(
      ([path, lastmod]) =>
        `<url><loc>${server.url}${path}</loc>${lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`}</url>`,
    )
    .join('')}</urlset>`
const story = (name: string): string => `<html><body>${name}</body></html>`

describe('a sitemap', () => {
  it('leads to its pages, each a document of its own, and each once while it stays the same', async () => {
    files.set('/sitemap.xml', urls(['/a', day(0.5)], ['/b', day(1)]))
    files.set('/a', story('a')).set('/b', story('b'))
    const one = await pollAll('/sitemap.xml')
    expect(one.offered).toEqual(['/a', '/b'])
    expect((await pollAll('/sitemap.xml', one.cursor)).offered).toEqual([])

    files.set('/sitemap.xml', urls(['/a', noon.toISOString()], ['/b', day(1)], ['/c']))
    files.set('/c', story('c'))
    expect((await pollAll('/sitemap.xml', one.cursor)).offered).toEqual(['/a', '/c'])
  })

  it('seen for the first time is news for two days back, and an archive before', async () => {
    files.set('/sitemap.xml', urls(['/old', day(30)], ['/undated'], ['/new', day(1)]))
    for (const name of ['/old', '/undated', '/new', '/later']) files.set(name, story(name))
    const one = await pollAll('/sitemap.xml')
    expect(one.offered).toEqual(['/new'])
    files.set('/sitemap.xml', urls(['/old', day(30)], ['/undated'], ['/new', day(1)], ['/later']))
    expect((await pollAll('/sitemap.xml', one.cursor)).offered).toEqual(['/later'])
  })

  it('of news says when its stories were published', () => {
    const text = `<urlset xmlns:news="x"><url><loc>https://courier.example/a?x=1&amp;y=2</loc><news:news><news:publication_date>2031-03-04T09:00:00Z</news:publication_date><news:title>A</news:title></news:news></url></urlset>`
    expect(readSitemap(Buffer.from(text))).toEqual({
      kind: 'pages',
      entries: [{ link: 'https://courier.example/a?x=1&y=2', mark: '2031-03-04T09:00:00Z' }],
    })
  })

  it('may be an index of others, and a gzip file', async () => {
    files.set(
      '/index.xml',
      `<sitemapindex><sitemap><loc>${server.url}/1.xml.gz</loc><lastmod>${day(0)}</lastmod></sitemap><sitemap><loc>${server.url}/2.xml</loc></sitemap></sitemapindex>`,
    )
    files.set('/1.xml.gz', gzipSync(urls(['/a', day(1)]))).set('/2.xml', urls(['/b', day(0)]))
    files.set('/a', story('a')).set('/b', story('b'))
    expect((await pollAll('/index.xml')).offered).toEqual(['/b', '/a'])
  })

  it('of hundreds of pages is worked through in portions, and none is forgotten', async () => {
    const many = Array.from({ length: 620 }, (_, at): [string, string] => [`/p${at}`, day(1)])
    files.set('/sitemap.xml', urls(...many, ['/old', day(9)]))
    for (const [path] of many) files.set(path, story(path))
    // The distance between pages is not what this is about.
    const quick = createHttpFeedSource(() => http)
    source = { ...quick, poll: (context) => quick.poll({ ...context, config: { ...context.config, pageSeconds: 0 } }) }
    const { offered } = await pollAll('/sitemap.xml')
    expect(new Set(offered).size).toBe(620)
    expect(offered).toHaveLength(620)
  })

  it('whose pages robots.txt closes has them counted as refused', async () => {
    files.set('/robots.txt', 'User-agent: *\nDisallow: /paid')
    files.set('/sitemap.xml', urls(['/paid/a', day(0)], ['/b', day(0)])).set('/b', story('b'))
    const { offered, refused } = await pollAll('/sitemap.xml')
    expect(offered).toEqual(['/b'])
    expect(refused).toEqual(['/paid/a source.robots-refused'])
  })
})

describe('a list of documents', () => {
  const list = (...names: string[]): string =>
    `<feed xmlns="http://www.w3.org/2005/Atom">${names.map((name) => `<entry><id>${name}</id><updated>2031-03-01T00:00:00Z</updated><link href="/docs/${name}.xml"/></entry>`).join('')}</feed>`
  const nitf = (name: string): string => `<nitf><head><title>${name}</title></head><body/></nitf>`
  const follow = { follow: 'documents' }

  it('is no news itself: each NewsML or NITF behind it is', async () => {
    files.set('/list', list('a', 'b'))
    files.set('/docs/a.xml', nitf('a')).set('/docs/b.xml', nitf('b'))
    const one = await pollAll('/list', undefined, follow)
    expect(one.offered).toEqual(['/docs/a.xml', '/docs/b.xml'])
    files.set('/list', list('c', 'a', 'b')).set('/docs/c.xml', nitf('c'))
    expect((await pollAll('/list', one.cursor, follow)).offered).toEqual(['/docs/c.xml'])
    expect(server.requests.some(({ url }) => url === '/robots.txt')).toBe(false)
  })

  it('one failing document does not stop the others: it is tried again, then counted as refused (defect 3)', async () => {
    files.set('/list', list('a', 'bad', 'gone', 'cut', 'b'))
    files
      .set('/docs/a.xml', nitf('a'))
      .set('/docs/b.xml', nitf('b'))
      .set('/docs/bad.xml', 500)
      .set('/docs/gone.xml', 404)
    files.set('/docs/cut.xml', '<nitf><head>')
    const { offered, refused } = await pollAll('/list', undefined, follow)
    expect(offered).toEqual(['/docs/a.xml', '/docs/b.xml'])
    expect(refused.sort()).toEqual([
      '/docs/bad.xml source.server-error',
      '/docs/cut.xml source.bad-answer',
      '/docs/gone.xml source.not-found',
    ])
    expect(server.requests.filter(({ url }) => url === '/docs/bad.xml')).toHaveLength(4)
  })

  it('may be a folder that a web server shows', async () => {
    files.set(
      '/wire/',
      '<html><body><a href="?C=N">Name</a><a href="/">Up</a><a href="sub/">sub</a><a href="one.xml">one</a><a href="https://other.example/x">x</a></body></html>',
    )
    files.set('/wire/one.xml', nitf('one'))
    expect((await pollAll('/wire/', undefined, { ...follow, expect: 'page' })).offered).toContain('/wire/one.xml')
    expect(server.requests.map(({ url }) => url)).not.toContain('/wire/sub/')
  })
})
