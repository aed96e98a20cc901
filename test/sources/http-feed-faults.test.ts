import { gzipSync } from 'node:zlib'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/parsers/registry.ts'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import { createHttpFeedSource } from '../../src/sources/http-feed/source.ts'
import type { Offer, PollResult } from '../../src/sources/source.ts'
import { commitOffers } from '../../src/store/polls.ts'
import { ingestReceipts } from '../../src/workers/ingest/ingest.ts'
import { openIngestBench } from '../support/ingest-tools.ts'
import { reply, startAnswering } from './answering-server.ts'
import type { AnsweringServer } from './answering-server.ts'
import { contextFor, faultOf } from './poll-context.ts'

let server: AnsweringServer
let http: HttpClient
const source = createHttpFeedSource(() => http)

const entry = (id: string, more = ''): string =>
  `<item><title>Tide ${id}</title><guid isPermaLink="false">tide-${id}</guid>${more}</item>`
const rss = (...items: string[]): string =>
  `<rss version="2.0"><channel><title>Courier</title><link>https://courier.example/</link>${items.join('')}</channel></rss>`

const poll = (more: Record<string, unknown> = {}, cursor?: unknown): Promise<PollResult> =>
  source.poll(contextFor(source, { url: `${server.url}/feed.xml`, allowPrivate: true, ...more }, { cursor }))

const read = ({ bytes, url }: Offer) => {
  const outcome = parseDocument({ bytes, ...(url === undefined ? {} : { url: 'https://courier.example/feed.xml' }) })
  if (outcome.kind === 'refused') throw new Error(outcome.detail)
  return outcome
}
const uriOf = async (body: string): Promise<Map<string | undefined, string>> => {
  server.answer = (_, response) => reply(response, 200, body)
  const { offers } = await poll()
  return new Map(offers.flatMap((offer) => read(offer).items).map(({ item }) => [item.headline, item.uri]))
}

beforeEach(async () => {
  server = await startAnswering((_, response) => reply(response, 200, rss(entry('1'))))
  http = createHttpClient()
})
afterEach(async () => {
  await http.close()
  await server.stop()
})

describe('identity of what a feed lists (F21)', () => {
  it('does not depend on the place in the page, also when ids repeat (defect 1)', async () => {
    const one = (title: string): string =>
      `<item><title>${title}</title><guid isPermaLink="false">0</guid><link>https://courier.example/${title}</link></item>`
    const before = await uriOf(rss(one('a'), one('b')))
    const after = await uriOf(rss(one('c'), one('b'), one('a')))
    expect(before.size).toBe(2)
    expect(after.get('a')).toBe(before.get('a'))
    expect(after.get('b')).toBe(before.get('b'))
    expect(new Set(after.values()).size).toBe(3)
  })

  it('is there for items without an id, each its own (defect 4)', async () => {
    const bare = (title: string): string =>
      `<item><title>${title}</title><pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate></item>`
    const first = await uriOf(rss(bare('a'), bare('b')))
    const second = await uriOf(rss(bare('c'), bare('a'), bare('b')))
    expect(new Set(first.values()).size).toBe(2)
    expect(second.get('a')).toBe(first.get('a'))
  })
})

describe('one bad entry', () => {
  it('costs none of the others (defect 3)', async () => {
    server.answer = (_, response) => reply(response, 200, rss(entry('1'), '<item></item>', entry('2')))
    const { offers } = await poll()
    const { items, refused } = read(offers[0]!)
    expect(items.map(({ item }) => item.headline)).toEqual(['Tide 1', 'Tide 2'])
    expect(refused).toHaveLength(1)
  })
})

describe('a cursor that is lost', () => {
  it('costs a second reading and no second story: nothing depends on a memory that may forget (defect 12)', async () => {
    const bench = await openIngestBench()
    const outcomes: string[] = []
    for (let round = 0; round < 2; round += 1) {
      const { offers } = await poll()
      const refs = await commitOffers(
        bench.pool,
        bench.feedId,
        offers.map(({ key, ...offer }) => ({ offerKey: key, ...offer })),
      )
      const { recorded } = await ingestReceipts(bench.tools, refs)
      outcomes.push(...recorded.flatMap(({ items }) => items.map(({ outcome }) => outcome)))
    }
    await bench.close()
    expect(outcomes).toEqual(['new', 'duplicate'])
  })
})

describe('answers that never end, or never begin (F15)', () => {
  it('are given up at the deadline of the feed', async () => {
    server.answer = () => {}
    expect((await faultOf(poll({ requestSeconds: 1 }))).code).toBe('source.timeout')
    server.answer = (_, response) => {
      response.writeHead(200)
      response.write('<rss>')
    }
    expect((await faultOf(poll({ requestSeconds: 1 }))).code).toBe('source.timeout')
  })
})

describe('bodies that are too large (F16)', () => {
  it.each([
    ['as announced', 'x'.repeat(5000), {}],
    ['as unpacked', gzipSync('x'.repeat(500_000)), { 'content-encoding': 'gzip' }],
  ] as [string, string | Buffer, Record<string, string>][])(
    'are faults and no news: %s (defect 10)',
    async (_name, body, headers) => {
      server.answer = (_, response) => reply(response, 200, body, headers)
      expect((await faultOf(poll({ responseBytes: 2048 }))).code).toBe('source.too-large')
    },
  )

  it('behind the first page end the walk back, and cost neither page nor cursor', async () => {
    server.answer = (_, response) => reply(response, 200, rss(entry('1'), entry('2')))
    const { cursor } = await poll()
    server.answer = ({ url }, response) =>
      url === '/feed.xml'
        ? reply(response, 200, rss('<atom:link rel="next" href="/2.xml"/>', entry('8'), entry('9')))
        : reply(response, 200, 'x'.repeat(5000))
    const result = await poll({ responseBytes: 2048 }, cursor)
    expect(result.offers).toHaveLength(1)
    expect(result.gap).toMatchObject({
      kind: 'no-overlap',
      detail: expect.stringContaining('source.too-large') as string,
    })
  })
})

describe('addresses inside (F25)', () => {
  it('are refused before a byte is sent, as the address of a feed and at the end of a redirect', async () => {
    expect((await faultOf(poll({ allowPrivate: false }))).code).toBe('source.address-refused')
    expect(server.requests).toEqual([])
    server.answer = (_, response) => reply(response, 302, '', { location: 'http://169.254.169.254/latest/' })
    expect((await faultOf(poll())).code).toBe('source.redirect-refused')
  })

  it('are refused behind the links of an entry, though the feed itself may be inside', async () => {
    const inside = await startAnswering((_, response) => reply(response, 200, 'secret'))
    const context = contextFor(source, { url: `${server.url}/feed.xml`, allowPrivate: true, fullText: true })
    expect((await faultOf(source.fetchCompanion!(context, `${inside.url}/admin`))).code).toBe('source.robots-refused')
    expect((await faultOf(source.fetchCompanion!(context, 'file:///etc/passwd'))).code).toMatch(/^source\./)
    expect(inside.requests).toEqual([])
    await inside.stop()
  })
})

describe('older pages', () => {
  const pages = (links: Record<string, [next: string | undefined, ...ids: string[]]>): void => {
    server.answer = ({ url }, response) => {
      const [next, ...ids] = links[url ?? ''] ?? [undefined]
      reply(
        response,
        200,
        rss(next === undefined ? '' : `<atom:link rel="next" href="${next}"/>`, ...ids.map((id) => entry(id))),
      )
    }
  }
  const known = async (): Promise<unknown> => {
    pages({ '/feed.xml': [undefined, '1', '2'] })
    return (await poll()).cursor
  }

  it('are read when the newest no longer joins what is known: no gap, and the oldest is offered first', async () => {
    const cursor = await known()
    pages({
      '/feed.xml': ['/2.xml', '7', '8'],
      '/2.xml': ['/3.xml', '5', '6'],
      '/3.xml': ['/4.xml', '2', '3'],
      '/4.xml': [undefined, '1'],
    })
    const result = await poll({}, cursor)
    expect(result.gap).toBeUndefined()
    expect(result.offers.map(({ url }) => new URL(url!).pathname)).toEqual(['/3.xml', '/2.xml', '/feed.xml'])
    expect((await poll({}, result.cursor)).offers).toEqual([])
  })

  it.each([
    ['end before it', { '/feed.xml': ['/2.xml', '7', '8'], '/2.xml': [undefined, '5', '6'] }, 1, 'end before it'],
    ['lead in a circle', { '/feed.xml': ['/2.xml', '7', '8'], '/2.xml': ['/feed.xml', '5', '6'] }, 1, 'circle'],
    [
      'are too many',
      { '/feed.xml': ['/2.xml', '7', '8'], '/2.xml': ['/3.xml', '5', '6'], '/3.xml': ['/4.xml', '3', '4'] },
      2,
      '2 older pages',
    ],
    ['are no feed', { '/feed.xml': ['/2.xml', '7', '8'], '/2.xml': [undefined] }, 0, 'lists nothing'],
  ] as [string, Record<string, [string | undefined, ...string[]]>, number, string][])(
    'that %s leave a gap, and what they brought',
    async (_name, links, older, words) => {
      const cursor = await known()
      pages(links)
      const result = await poll({ pages: 2 }, cursor)
      expect(result.offers).toHaveLength(older + 1)
      expect(result.gap).toMatchObject({ kind: 'no-overlap', detail: expect.stringContaining(words) as string })
    },
  )

  it('are left alone at the first poll, unless its history is asked for', async () => {
    const links = {
      '/feed.xml': ['/2.xml', '7', '8'],
      '/2.xml': ['/3.xml', '5', '6'],
      '/3.xml': [undefined, '3', '4'],
    } as const
    pages(links as never)
    expect((await poll()).offers).toHaveLength(1)
    expect((await poll({ history: 1 })).offers).toHaveLength(2)
    expect((await poll({ history: 100 })).offers).toHaveLength(3)
  })
})

const examples = fileURLToPath(new URL('../../../shared/corpus/unlabelled/rss', import.meta.url))

describe.skipIf(!existsSync(examples))('the public examples of feeds (skipped where ../shared is absent)', () => {
  it('each come through the source as they are, once, and are read', async () => {
    const files = readdirSync(examples)
      .map((name) => readFileSync(join(examples, name)))
      .filter((bytes) => /<(?:rss|feed|rdf:RDF)[\s>]/i.test(bytes.toString('latin1', 0, 2000)))
    expect(files.length).toBeGreaterThan(0)
    for (const bytes of files) {
      server.answer = (_, response) => reply(response, 200, bytes)
      const one = await poll()
      expect(one.offers).toHaveLength(1)
      expect(Buffer.compare(Buffer.from(one.offers[0]!.bytes), bytes)).toBe(0)
      expect((await poll({}, one.cursor)).offers).toEqual([])
      const { items } = read(one.offers[0]!)
      const apart = (await poll({ fullText: true })).offers
      // A feed taken apart brings every story the whole one has.
      const uris = new Set(apart.flatMap((offer) => read(offer).items.map(({ item }) => item.uri)))
      for (const { item } of items) expect(uris).toContain(item.uri)
    }
  })
})
