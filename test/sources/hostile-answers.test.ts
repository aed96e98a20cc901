import fc from 'fast-check'
import robotsParser from 'robots-parser'
import { describe, expect, it } from 'vitest'
import { readPage as readAfpPage } from '../../src/sources/afp-core/page.ts'
import { readPage as readApPage } from '../../src/sources/ap-media-api/page.ts'
import { readListing as readFtpListing } from '../../src/sources/ftp/read-listing.ts'
import { GatheredBytes } from '../../src/sources/gathered-bytes.ts'
import { feedLinks } from '../../src/sources/guess/feed-links.ts'
import { sliceEntries } from '../../src/sources/http-feed/entry-slices.ts'
import { listedIds } from '../../src/sources/http-feed/listed-ids.ts'
import { listedLinks } from '../../src/sources/http-feed/listed-links.ts'
import type { HttpAnswer } from '../../src/sources/http/answer.ts'
import { FaultyAnswer } from '../../src/sources/http/faulty-answer.ts'
import { readJson } from '../../src/sources/json/read.ts'
import { sliceMembers } from '../../src/sources/json/slices.ts'
import { readPage as readPaPage } from '../../src/sources/pa/page.ts'
import { ownRules } from '../../src/sources/pages/own-rules.ts'
import { readListing as readS3Listing } from '../../src/sources/s3/listing.ts'
import { lookAtSftp } from '../../src/sources/sftp/look.ts'
import { sftpConfigSchema } from '../../src/sources/sftp/config.ts'
import type { SftpSession } from '../../src/sources/sftp/session.ts'
import { WireError } from '../../src/story/errors.ts'

const seed = 20310304
const answerOf = (text: string, url = 'https://wire.example/list'): HttpAnswer => ({
  status: 200,
  headers: new Map(),
  bytes: Buffer.from(text),
  url,
})
const faultOf = (read: () => unknown): WireError => {
  try {
    read()
  } catch (error) {
    if (error instanceof WireError) return error
    throw error
  }
  throw new Error('expected a WireError, but nothing went wrong')
}
const listOf = (part: string, count: number): string => `[${`${part},`.repeat(count - 1)}${part}]`

/** Where each agency has its list, and who reads it. */
const agencies = [
  [
    'AP',
    (list: string, more = '') => `{${more}"data":{"items":${list}}}`,
    (page: HttpAnswer) => readApPage(page).elements,
  ],
  ['AFP', (list: string, more = '') => `{${more}"response":{"docs":${list}}}`, readAfpPage],
  ['PA', (list: string, more = '') => `{${more}"item":${list}}`, (page: HttpAnswer) => readPaPage(page).items],
] as const

describe.each(agencies)('a page of %s', (_name, page, read) => {
  it('with more elements than any page is refused, and kept as evidence', () => {
    const fault = faultOf(() => read(answerOf(page(listOf('{}', 20_001)))))
    expect(fault).toBeInstanceOf(FaultyAnswer)
    expect(fault).toMatchObject({ code: 'source.bad-answer', detail: expect.stringContaining('more than 20000') })
    expect((fault as FaultyAnswer).evidence.length).toBeGreaterThan(0)
  })

  it('with more beside its list than any page is refused', () => {
    const fault = faultOf(() => read(answerOf(page('[]', `"x":${listOf('{}', 600_000)},`))))
    expect(fault).toMatchObject({ code: 'source.bad-answer', detail: expect.stringContaining('too much') })
  })

  it('keeps the neighbours of an item that is too much, and the item, for the parser to refuse', () => {
    const found = read(answerOf(page(`[{"a":1},{"x":${listOf('{}', 600_000)}},{"b":1}]`)))
    expect(found).toHaveLength(3)
    expect(found[1]?.key).toMatch(/^unnamed/)
  })

  it('of a hundred items with 200 kB of metadata each is read', () => {
    const subject = '{"code":"medtop:20000002","name":"harbours and quays"}'
    expect(read(answerOf(page(listOf(`{"subject":${listOf(subject, 3700)}}`, 100))))).toHaveLength(100)
  })
})

describe('JSON in one piece', () => {
  it.each([
    ['empty objects', listOf('{}', 600_000)],
    ['names', `{${Array.from({ length: 600_000 }, (_, at) => `"${at}":1`).join(',')}}`],
    ['nested lists', '['.repeat(1_000_001)],
    ['numbers behind a string of brackets', `["${'\\"'.repeat(9)}[[[",${listOf('1', 1_000_000)}]`],
  ])('is refused when it holds too many %s', (_what, text) => {
    expect(faultOf(() => readJson(Buffer.from(text))).detail).toContain('more than 1000000')
  })

  it('is read when it is long, but holds little', () => {
    const text = `{"body":"${'[1,2,{\\"a\\":3},'.repeat(200_000)}"}`
    expect(readJson(Buffer.from(text))).toEqual(JSON.parse(text))
  })

  it('with more members than any object is not taken apart', () => {
    const many = Array.from({ length: 20_001 }, (_, at) => `"i${at}":{}`).join(',')
    expect(faultOf(() => sliceMembers(Buffer.from(`{${many}}`), [])).code).toBe('source.bad-answer')
  })
})

describe('a feed', () => {
  const base = 'https://wire.example/feed'

  it.each([
    ['more entries than any window', `<rss>${'<item/>'.repeat(300_000)}</rss>`],
    [
      'an element of many attributes',
      `<rss><item ${Array.from({ length: 1001 }, (_, at) => `a${at}=""`).join(' ')}/></rss>`,
    ],
    ['more items of JSON than any window', `{"items":${listOf('{}', 20_001)}}`],
  ])('of %s is left in one piece', (_what, text) => {
    expect(sliceEntries(Buffer.from(text), base)).toBeUndefined()
  })

  it('of too much JSON lists nothing, and is a document all the same', () => {
    expect(listedIds(Buffer.from(`{"items":[{"id":"a"},{"id":"b","x":${listOf('{}', 600_000)}}]}`))).toEqual([])
  })

  it('that is a page of links which lead elsewhere is not looked through for ever', () => {
    const elsewhere = '<a href="/b/">'.repeat(50_000)
    const text = (before: string): string => `<html>${before}<a href="story.xml">`
    expect(listedLinks(answerOf(text(''), 'https://wire.example/a/'))).toHaveLength(1)
    expect(listedLinks(answerOf(text(elsewhere), 'https://wire.example/a/'))).toHaveLength(0)
  })
})

describe('the feeds a web page names', () => {
  const link = '<link rel="alternate" type="application/rss+xml" title="News > all" href="/feed">'

  it('are found, but not in comments and scripts', () => {
    expect(feedLinks(`<!-- ${link} --><SCRIPT>"${link}"</SCRIPT>`, 'https://a.example/')).toEqual([])
    expect(feedLinks(`<html><!-- x -->${link}<body>`, 'https://a.example/')).toEqual([
      { url: 'https://a.example/feed', title: 'News > all' },
    ])
  })

  it('are found behind elements that are never closed', () => {
    expect(feedLinks(`${'<b>'.repeat(100_000)}${link}`, 'https://a.example/')).toHaveLength(1)
  })
})

describe('a listing of a bucket', () => {
  const object = (at: number): string => `<Contents><Key>a${at}</Key><Size>1</Size></Contents>`
  const listing = (body: string, attributes = ''): Buffer =>
    Buffer.from(`<ListBucketResult${attributes}>${body}</ListBucketResult>`)
  const objects = (count: number): string => Array.from({ length: count }, (_, at) => object(at)).join('')

  it('of a thousand objects is read, one of twenty times as many and more is not', () => {
    expect(readS3Listing(listing(objects(1000)))?.objects).toHaveLength(1000)
    expect(readS3Listing(listing(objects(20_001)))).toBeUndefined()
  })

  it('with attributes beyond reason is not read', () => {
    const attributes = Array.from({ length: 101 }, (_, at) => ` a${at}=""`).join('')
    expect(readS3Listing(listing(objects(1), attributes))).toBeUndefined()
  })
})

describe('a folder of a server', () => {
  const line = (at: number): string => `type=file;size=1;modify=20310304120000; a${at}.xml\r\n`

  it('of a hundred thousand files is listed over FTP, one of more than two is not', () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => line(at)).join('')
    expect(readFtpListing(lines)).toHaveLength(100_000)
    expect(faultOf(() => readFtpListing(lines.repeat(2) + line(0))).code).toBe('source.too-large')
  })

  it('with a line beyond reason shows the others, and that one as a name that cannot be asked for', () => {
    const names = readFtpListing(`${line(1)}type=file;size=1; ${'x'.repeat(1_000_000)}\r\n${line(2)}`).map(
      ({ name }) => name.length,
    )
    expect(names.filter((length) => length === 6)).toHaveLength(2)
    expect(Math.max(...names)).toBeGreaterThan(255)
    expect(Math.max(...names)).toBeLessThan(5000)
  })

  it('with names that are longer together than any folder’s is refused over SFTP', async () => {
    const attrs = { size: 1, mtime: 1, isFile: () => true, isDirectory: () => false }
    let portions = 0
    const session = {
      sftp: {
        opendir: (_path: string, done: (error: undefined, handle: Buffer) => void) => done(undefined, Buffer.alloc(1)),
        readdir: (_handle: Buffer, done: (error: undefined, entries: object[]) => void) => {
          portions += 1
          done(undefined, [{ filename: `${portions}`.padEnd(250_000, 'x'), longname: '', attrs }])
        },
        close: () => {},
      },
      isUsable: () => true,
      close: () => {},
      ask: (start: (done: (error: unknown, answer: unknown) => void) => void) =>
        new Promise((resolve) => start((_error, answer) => resolve(answer))),
    } as unknown as SftpSession
    const config = sftpConfigSchema.parse({ host: 'files.example', user: 'u', path: '/in', passwordSecret: 'P' })
    const fault = await lookAtSftp(session, config).catch((error: unknown) => error)
    expect(fault).toMatchObject({ code: 'source.too-large' })
    expect(portions).toBeLessThan(200)
  })
})

describe('bytes that arrive in pieces', () => {
  it('are the same bytes, however long the pieces', () => {
    const lengths = fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 200_000 })), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(lengths, fc.boolean(), (pieces, twice) => {
        const gathered = new GatheredBytes()
        const all = pieces.map((length, at) => Buffer.alloc(length, at + 1))
        for (const piece of all) gathered.add(piece)
        if (twice) gathered.joined()
        expect(gathered.joined().equals(Buffer.concat(all))).toBe(true)
        expect(gathered.length).toBe(Buffer.concat(all).length)
      }),
      { seed, numRuns: 60 },
    )
  })

  it('do not hold on to what they were read with', () => {
    const gathered = new GatheredBytes()
    const read = Buffer.from('read into once more')
    gathered.add(read.subarray(0, 4))
    read.fill('x')
    expect(gathered.joined().toString()).toBe('read')
  })

  it('in a million pieces take as much memory as they are long', () => {
    const before = process.memoryUsage().heapUsed
    const gathered = new GatheredBytes()
    for (let at = 0; at < 1_000_000; at += 1) gathered.add(Buffer.from([at & 0xff]))
    expect(gathered.length).toBe(1_000_000)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(60_000_000)
    expect(gathered.joined()[700]).toBe(700 & 0xff)
  })
})

describe('a robots.txt', () => {
  const parse = robotsParser as unknown as (
    url: string,
    text: string,
  ) => {
    isAllowed(url: string, robot: string): boolean | undefined
    getCrawlDelay(robot: string): number | undefined
  }
  const site = 'https://site.example/robots.txt'

  it('says the same of us when only what concerns us is kept', () => {
    const agent = fc.constantFrom('*', 'Writethru', 'writethru/2.0', 'Otherbot', 'x', '')
    const path = fc.constantFrom('/', '/a', '/a*b', '/*.xml$', '/news', '')
    const line = fc.oneof(
      agent.map((name) => `User-agent: ${name}`),
      path.map((rule) => `Disallow: ${rule}`),
      path.map((rule) => `ALLOW:${rule} # why`),
      fc.constantFrom(
        'Crawl-delay: 7',
        'Sitemap: https://site.example/s.xml',
        '',
        '# note',
        'nonsense',
        ': x',
        'Host: x',
      ),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const text = lines.join(end)
        const whole = parse(site, text)
        const own = parse(site, ownRules(text) ?? '')
        for (const page of ['/', '/a', '/aXb', '/news/1', '/x.xml']) {
          const url = `https://site.example${page}`
          expect(own.isAllowed(url, 'Writethru'), text).toBe(whole.isAllowed(url, 'Writethru'))
        }
        expect(own.getCrawlDelay('Writethru')).toBe(whole.getCrawlDelay('Writethru'))
      }),
      { seed, numRuns: 2000 },
    )
  })

  it('that names many robots keeps its rules once', () => {
    const robots = Array.from({ length: 20_000 }, (_, at) => `user-agent: r${at}\n`).join('')
    expect(ownRules(`${robots}user-agent: *\n${'allow: /a\n'.repeat(10)}`)?.split('\n')).toHaveLength(11)
  })

  it.each([
    ['rules', 'disallow: /a\n'.repeat(20_001)],
    ['wildcards', `disallow: /${'*a'.repeat(30_000)}\n`],
  ])('with more %s than any site is not followed, and nothing is fetched', (_what, rules) => {
    expect(ownRules(`user-agent: *\n${rules}`)).toBeUndefined()
  })
})
