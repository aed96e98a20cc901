import { Readable } from 'node:stream'
import pino from 'pino'
import { readOpml } from '../../src/cli/opml.ts'
import { readFeedList } from '../../src/cli/feeds-list-file.ts'
import { parseJson } from '../../src/parsers/json/read.ts'
import { createAfpCoreSource } from '../../src/sources/afp-core/source.ts'
import { createApMediaApiSource } from '../../src/sources/ap-media-api/source.ts'
import { createDpaWireqSource } from '../../src/sources/dpa-wireq/source.ts'
import { feedLinks } from '../../src/sources/guess/feed-links.ts'
import { createHttpFeedSource } from '../../src/sources/http-feed/source.ts'
import { readBody } from '../../src/sources/http/body.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import { createPaSource } from '../../src/sources/pa/source.ts'
import { Robots } from '../../src/sources/pages/robots.ts'
import { createReutersConnectSource } from '../../src/sources/reuters-connect/source.ts'
import { readListing } from '../../src/sources/s3/listing.ts'
import type { Source } from '../../src/sources/source.ts'

/**
 * Answers that are small on the wire and large in memory, each put before the one who reads it in a worker. Run as a
 * process of its own, with a small heap and the name of one: it prints what came of it.
 */
const megabyte = 1_048_576
const largest = 64 * megabyte

/** `head`, then `part` as often as it fits (`#` becomes a number that never repeats), then `tail`. */
function filled(head: string, part: string, tail: string, size = largest): Buffer {
  const bytes = Buffer.alloc(size, ' ')
  let at = bytes.write(head)
  const end = size - Buffer.byteLength(tail)
  if (part.includes('#')) {
    for (let number = 0; at < end - 1024 * (part.length + 8);) {
      let text = ''
      for (let turn = 0; turn < 1024; turn += 1) text += part.replace('#', (number++).toString(36))
      at += bytes.write(text, at, 'latin1')
    }
  } else {
    const length = Math.floor((end - at) / part.length) * part.length
    bytes.fill(part, at, at + length)
    at += length
  }
  // A list has no comma at its end.
  if (bytes[at - 1] === 0x2c) bytes[at - 1] = 0x20
  return bytes.subarray(0, at + bytes.write(tail, at))
}

const clientOf = (body: Buffer, type: string): HttpClient => {
  const ask: HttpClient['get'] = async ({ url }) => {
    const isToken = url.includes('token')
    const bytes = isToken ? Buffer.from('{"access_token":"t","expires_in":3600}') : body
    return { status: 200, headers: new Map([['content-type', type]]), bytes, url }
  }
  return { get: ask, send: ask, close: async () => {} }
}

async function poll(
  make: (http: () => HttpClient) => Source,
  config: Record<string, unknown>,
  body: Buffer,
  cursor?: unknown,
) {
  const type = body[0] === 0x3c ? 'application/xml' : 'application/json'
  const source = make(() => clientOf(body, type))
  const result = await source.poll({
    feedName: 'bomb',
    config: source.readConfig(config),
    cursor,
    secret: () => 'sesame',
    signal: new AbortController().signal,
    log: pino({ level: 'silent' }),
    now: new Date('2031-03-04T12:00:00Z'),
  })
  return `${result.offers.length} offers`
}

interface Bomb {
  readonly body: () => Buffer
  readonly read: (body: Buffer) => unknown
}

const feed = (body: () => Buffer, more: Record<string, unknown> = {}, cursor?: object): Bomb => ({
  body,
  read: (bytes) => poll(createHttpFeedSource, { url: 'https://wire.example/feed', ...more }, bytes, cursor),
})
const text = (body: () => Buffer, read: (text: string) => unknown): Bomb => ({
  body,
  read: (bytes) => read(bytes.toString()),
})
const small = 16 * megabyte
const known = { url: 'https://wire.example/feed', ids: 'aaaaaaa bbbbbbb', wholeAt: '2031-03-04T11:00:00Z' }

/** Where each agency has its list. */
const agencies = {
  'ap-media-api': [createApMediaApiSource, {}, '{"data":{"items":[', ']}}'],
  'afp-core': [createAfpCoreSource, {}, '{"response":{"docs":[', ']}}'],
  pa: [createPaSource, {}, '{"item":[', ']}'],
  'dpa-wireq': [createDpaWireqSource, { url: 'https://wireq.example/{queue}' }, '{"entries":[', ']}'],
  'reuters-connect': [createReutersConnectSource, { audience: 'desk' }, '{"data":{"search":{"items":[', ']}}}'],
} as const

/** What stands in the place of items. */
const lists: Record<string, readonly [head: string, part: string, tail: string]> = {
  'empty objects': ['', '{},', ''],
  'one item of empty objects': ['{"x":[', '{},', ']}'],
  'one item of distinct names': ['{', '"#":1,', '"z":1}'],
  'one item of nested lists': ['', '[', ''],
  'items of many renditions': ['{"item":{"renditions":{', '"#":{},', '"z":1}}}'],
}

async function* ones(bytes: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes; at += 1) yield Buffer.allocUnsafe(1)
}

const robots = (body: () => Buffer): Bomb => ({
  body,
  read: async (bytes) => {
    const site = new Robots(() => clientOf(bytes, 'text/plain'))
    return JSON.stringify(await site.judge(`https://site.example/${'a'.repeat(1900)}`, false, 0))
  },
})
const listing = (body: () => Buffer): Bomb => ({ body, read: (bytes) => readListing(bytes)?.objects.length })
const links = (body: () => Buffer): Bomb => text(body, (html) => feedLinks(html, 'https://a.example/').length)
const opml = (body: () => Buffer): Bomb => text(body, (list) => readOpml(list).faults.length)
const yaml = (body: () => Buffer): Bomb => text(body, (list) => readFeedList(list).length)
const json = (body: () => Buffer): Bomb => text(body, (source) => JSON.stringify(parseJson(source)).slice(0, 90))

export const bombs: Record<string, Bomb> = {
  ...Object.fromEntries(
    Object.entries(agencies).flatMap(([name, [make, config, head, tail]]) =>
      [...Object.entries(lists), ['beside the list', undefined] as const].map(([what, list]) => [
        `${name}: ${what}`,
        {
          body: () =>
            list === undefined
              ? filled('{"x":[', '{},', `],${head.slice(1)}${tail}`)
              : filled(head + list[0], list[1], list[2] + tail),
          read: (body: Buffer) => poll(make, config, body),
        },
      ]),
    ),
  ),
  'http-feed: JSON of empty objects': feed(() => filled('{"items":[', '{},', ']}')),
  'http-feed: JSON of empty objects, full text': feed(() => filled('{"items":[', '{},', ']}'), { fullText: true }),
  'http-feed: JSON of distinct names': feed(() => filled('{', '"#":1,', '"z":1}')),
  'http-feed: JSON of hubs': feed(() => filled('{"hubs":[', '"http:#",', ']}', small)),
  'http-feed: JSON documents': feed(() => filled('{"items":[', '{},', ']}'), { follow: 'documents' }),
  'http-feed: JSON in one string': feed(() => filled('{"items":[{"id":"ł', 'a', '"}]}')),
  'http-feed: XML of empty items': feed(() => filled('<rss>', '<item/>', '</rss>'), { fullText: true }, known),
  'http-feed: XML of entries that part': feed(
    () => filled('<rss>', '<item><guid>#</guid></item>', '</rss>'),
    {},
    known,
  ),
  'http-feed: XML of attributes': feed(() => filled('<rss><item ', 'a#="" ', '/></rss>', small), { fullText: true }),
  'http-feed: XML of text': feed(() => filled('<rss><item>', 'a', '</item></rss>', small), { fullText: true }),
  'http-feed: XML of text, 64 MB': feed(() => filled('<rss><item>', 'a', '</item></rss>'), { fullText: true }),
  'http-feed: XML of entities': feed(() => filled('<rss><item>', '&amp;', '</item></rss>', small), { fullText: true }),
  'http-feed: XML of comments': feed(() => filled('<rss>', '<!---->', '<item/></rss>', small), { fullText: true }),
  'http-feed: XML of half links': feed(() => filled('<rss><item>', '<link href=" rel=alternate ', '</item></rss>')),
  'http-feed: sitemap of short entries': feed(() => filled('<urlset>', '<url><loc>http:#</loc></url>', '</urlset>')),
  'http-feed: index of sitemaps': feed(() =>
    filled(
      '<sitemapindex>',
      '<sitemap><loc>http://a/#</loc><lastmod>2031-03-04T10:00:00Z</lastmod></sitemap>',
      '</sitemapindex>',
    ),
  ),
  'http-feed: page of links': feed(() => filled('<html><body>', '<a href="x/">', '</body></html>'), {
    follow: 'documents',
    expect: 'page',
  }),
  'http-feed: page of half links': feed(() => filled('<html><body>', '<a href= ', '</body></html>'), {
    follow: 'documents',
    expect: 'page',
  }),
  's3: objects': listing(() =>
    filled('<ListBucketResult>', '<Contents><Key>#</Key><Size>1</Size></Contents>', '</ListBucketResult>', small),
  ),
  's3: names': listing(() => filled('<ListBucketResult>', '<a#/>', '</ListBucketResult>', small)),
  's3: names in an object': listing(() =>
    filled('<ListBucketResult><Contents>', '<a#/>', '</Contents></ListBucketResult>', small),
  ),
  's3: attributes': listing(() => filled('<ListBucketResult ', 'a#="" ', '/>', small)),
  'robots.txt: agents times rules': robots(() =>
    Buffer.from(
      `${Array.from({ length: 40_000 }, (_, at) => `user-agent:${at}`).join('\n')}\n${'allow:/a\n'.repeat(50_000)}`,
    ),
  ),
  'robots.txt: one rule of wildcards': robots(() => filled('user-agent:*\ndisallow:/', '*a', '', megabyte)),
  'robots.txt: rules of wildcards': robots(() => filled('user-agent:*\n', 'disallow:/*a*a*b\n', '', megabyte)),
  'robots.txt: lines': robots(() => filled('', '\n', '', megabyte)),
  'web page: nested': links(() => filled('', '<b>', '', 600_000)),
  'web page: attributes': links(() => filled('<a ', 'a# ', '>', 600_000)),
  'OPML: empty subscriptions': opml(() => filled('<opml>', '<outline type="rss"/>', '</opml>', small)),
  'OPML: attributes': opml(() => filled('<opml><outline ', 'a#="" ', '/></opml>', small)),
  'YAML: list': yaml(() => filled('[', 'a,', ']', small)),
  'YAML: lines': yaml(() => filled('', '- a\n', '', small)),
  'YAML: maps': yaml(() => filled('', '{? a}: ', '', small)),
  'YAML: nested': yaml(() => filled('', '[', '', small)),
  'parse: empty objects': json(() => filled('{"x":[', '{},', ']}', small)),
  'parse: distinct names': json(() => filled('{', '"#":1,', '"z":1}', small)),
  'parse: broken': json(() => filled('{"x":[', '{},', ']', small)),
  'parse: broken commas': json(() => filled('{"x":[', ',', ']', small)),
  'body in chunks of one byte': {
    body: () => Buffer.alloc(0),
    read: async () =>
      (await readBody(Readable.from(ones(small / 4), { highWaterMark: 64 }), undefined, largest)).length,
  },
}

const name = process.argv[2]
if (name !== undefined) {
  const body = bombs[name]!.body()
  // The longest time in which nothing else got a turn.
  let last = performance.now()
  let stall = 0
  const beat = setInterval(() => {
    stall = Math.max(stall, performance.now() - last)
    last = performance.now()
  }, 5)
  const began = performance.now()
  let outcome: string
  try {
    outcome = String(await bombs[name]!.read(body))
  } catch (error) {
    outcome = error instanceof Error ? `${error.name} ${error.message}`.slice(0, 160) : 'unknown'
  }
  const ms = Math.round(performance.now() - began)
  await new Promise((resolve) => setTimeout(resolve, 20))
  clearInterval(beat)
  const residentMb = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({ outcome, ms, stallMs: Math.round(stall), residentMb }))
}
