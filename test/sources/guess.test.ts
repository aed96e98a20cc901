import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { guessSource } from '../../src/sources/guess/guess.ts'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import { sourceKinds, sourceOf } from '../../src/sources/registry.ts'
import { reply, startAnswering } from './answering-server.ts'
import type { AnsweringServer } from './answering-server.ts'
import { faultOf } from './poll-context.ts'

let server: AnsweringServer
let http: HttpClient
let folder: string

const rss = '<rss version="2.0"><channel><title>Ostwick</title></channel></rss>'
const guess = (text: string) => guessSource(text, { http, allowPrivate: true })

beforeEach(async () => {
  server = await startAnswering((_, response) => reply(response, 200, rss, { 'content-type': 'text/xml' }))
  http = createHttpClient()
  folder = await mkdtemp(join(tmpdir(), 'writethru-guess-'))
})
afterEach(async () => {
  await http.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('an address', () => {
  it('with a feed becomes an http-feed, with the first body to look at', async () => {
    const found = await guess(`${server.url}/feed.xml`)
    expect(found).toMatchObject({ kind: 'http-feed', config: { url: `${server.url}/feed.xml` } })
    expect(Buffer.from(found.firstItems?.[0]?.bytes ?? []).toString()).toBe(rss)
  })

  it('of a sitemap becomes an http-feed, and says what will come of it', async () => {
    server.answer = (_, response) =>
      reply(response, 200, '<urlset><url><loc>https://courier.example/a</loc></url></urlset>')
    const found = await guess(`${server.url}/sitemap.xml`)
    expect(found).toMatchObject({ kind: 'http-feed', firstItems: [] })
    expect(found.notes.join(' ')).toContain('sitemap of 1 pages')
  })

  it('that moved for good is remembered where it went', async () => {
    server.answer = ({ url }, response) =>
      url === '/old' ? reply(response, 301, '', { location: '/new' }) : reply(response, 200, rss)
    expect((await guess(`${server.url}/old`)).config).toMatchObject({ url: `${server.url}/new` })
  })

  it('with a web page leads to the feed the page names, not to its comments', async () => {
    const page = `<!doctype html><html><head>
      <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments.xml">
      <link type="application/rss+xml" rel="alternate" title="News &amp; more" href="/news.xml?a=1&amp;b=2"></head></html>`
    server.answer = ({ url }, response) => (url === '/' ? reply(response, 200, page) : reply(response, 200, rss))
    const found = await guess(`${server.url}/`)
    expect(found.config).toMatchObject({ url: `${server.url}/news.xml?a=1&b=2` })
    expect(found.notes.join(' ')).toContain('comments.xml')
  })

  it.each([
    [
      'a page without a feed',
      200,
      '<html><body>Hello</body></html>',
      'source.bad-answer',
      /web page.*--set expect=page/,
    ],
    ['nothing', 200, '', 'source.bad-answer', /empty/],
    ['404', 404, '', 'source.not-found', /404/],
    ['403', 403, '', 'source.unauthorized', /403/],
  ] as const)('with %s says so', async (_name, status, body, code, words) => {
    server.answer = (_, response) => reply(response, status, body)
    const fault = await faultOf(guess(`${server.url}/x`))
    expect(fault.code).toBe(code)
    expect(fault.detail).toMatch(words)
  })

  it('on a private network says how to allow it', async () => {
    const fault = await faultOf(guessSource(`${server.url}/x`, { http }))
    expect(fault.code).toBe('source.address-refused')
    expect(server.requests).toEqual([])
  })

  it('with a key in it is refused before it is asked', async () => {
    const fault = await faultOf(guess(`${server.url}/x?apikey=sesame`))
    expect(fault.detail).toContain('secretQuery')
    expect(fault.detail).not.toContain('sesame')
    expect(server.requests).toEqual([])
  })

  it('of the AP Media API becomes ap-media-api, products and all, without a request', async () => {
    const found = await guess('https://api.ap.org/media/v2.2/content/feed?q=productid:(11%20OR%2022)&page_size=5')
    expect(found).toMatchObject({
      kind: 'ap-media-api',
      config: { baseUrl: 'https://api.ap.org/media/v2.2', products: [11, 22] },
    })
    expect(found.notes.join(' ')).toContain('AP_API_KEY')
  })

  it.each(['gopher://wire.example/out', 'telnet://wire.example'])('%s says what to do instead', async (url) => {
    expect((await faultOf(guess(url))).detail).toMatch(/folder/)
  })
})

describe('an address of a server with files', () => {
  it.each([
    [
      'ftp://desk@wire.example/out/sport',
      'ftp',
      {
        host: 'wire.example',
        user: 'desk',
        passwordSecret: 'WIRE_EXAMPLE_PASSWORD',
        tls: 'explicit',
        path: 'out/sport',
      },
    ],
    ['ftp://wire.example/pub/', 'ftp', { host: 'wire.example', tls: 'none', path: 'pub' }],
    ['ftp://wire.example//srv/wire', 'ftp', { host: 'wire.example', tls: 'none', path: '/srv/wire' }],
    ['ftps://desk@wire.example', 'ftp', { host: 'wire.example', tls: 'implicit', user: 'desk' }],
    ['ftpes://desk@wire.example:2121/', 'ftp', { host: 'wire.example', tls: 'explicit', port: 2121 }],
    ['sftp://desk@wire.example:2222/srv/wire', 'sftp', { host: 'wire.example', port: 2222, path: '/srv/wire' }],
    ['sftp://desk@wire.example/~/wire', 'sftp', { host: 'wire.example', path: 'wire', user: 'desk' }],
  ])('%s becomes a feed of the kind %s that its source accepts', async (url, kind, config) => {
    const found = await guessSource(url, { http })
    expect(found).toMatchObject({ kind, config })
    expect(sourceOf(kind).readConfig(found.config)).toMatchObject(config)
  })

  it.each(['ftp', 'ftps', 'ftpes', 'sftp'])(
    'with a password in it (%s) is refused, and told how to name the secret',
    async (scheme) => {
      const fault = await faultOf(guess(`${scheme}://desk:sesame@wire.example/out`))
      expect(fault.code).toBe('config.invalid')
      expect(fault.detail).toMatch(/holds a password.*WIRE_EXAMPLE_PASSWORD.*passwordSecret/)
      expect(fault.detail).not.toContain('sesame')
    },
  )

  it.each(['sftp://wire.example/out', 'ftp://', 'sftp://desk@/x', 'ftp://desk@wire.example/%E0%A4%A'])(
    '%s says what is missing',
    async (url) => {
      expect((await faultOf(guess(url))).code).toBe('config.invalid')
    },
  )
})

describe('a path', () => {
  it('to a folder becomes a directory feed; nothing in it is touched', async () => {
    await writeFile(join(folder, 'a.xml'), '<nitf/>')
    const found = await guess(folder)
    expect(found).toMatchObject({ kind: 'directory', config: { path: folder } })
    expect(found.firstItems?.map(({ key }) => key)).toEqual(['a.xml'])
    expect(readdirSync(folder)).toEqual(['a.xml'])
  })

  it('to a file, or to nothing, says so', async () => {
    await writeFile(join(folder, 'a.xml'), '<nitf/>')
    expect((await faultOf(guess(join(folder, 'a.xml')))).detail).toMatch(/is a file/)
    expect((await faultOf(guess(join(folder, 'nowhere')))).code).toBe('source.path')
  })
})

describe('the registry', () => {
  it('knows every kind by name, and each kind’s source answers to it', () => {
    expect(sourceKinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['ap-media-api', 'http-feed', 'directory', 'ftp', 'sftp']),
    )
    for (const { kind, source } of sourceKinds) {
      expect(source.kind).toBe(kind)
      expect(sourceOf(kind)).toBe(source)
    }
  })

  it('names the known kinds when asked for an unknown one', () => {
    expect(() => sourceOf('telex')).toThrow(/config\.invalid.*ap-media-api.*http-feed, directory/)
  })

  it('gives settings that a guess made back unchanged in meaning', () => {
    expect(sourceOf('directory').readConfig({ path: '/srv/wire' })).toMatchObject({ path: '/srv/wire', mode: 'move' })
    expect(sourceOf('directory').hostOf({ path: '/srv/wire' })).toBeUndefined()
    expect(sourceOf('http-feed').hostOf({ url: 'https://wire.example:8443/f' })).toBe('wire.example:8443')
  })
})
