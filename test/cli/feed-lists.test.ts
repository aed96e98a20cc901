import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFeedList } from '../../src/cli/feeds-list-file.ts'
import { readOpml, writeOpml } from '../../src/cli/opml.ts'
import { saveFeed } from '../../src/store/feeds.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { run } from './program.ts'

describe('a list of subscriptions', () => {
  it('is read however deep its folders are, with titles, addresses and lines', () => {
    const text = `<?xml version="1.0"?>
<opml version="2.0"><body>
  <outline text="North"><outline text="Coast">
    <outline text="Pier &amp; Quay" type="rss" xmlUrl="https://quay.example/rss"/>
  </outline></outline>
  <outline title="Hill" XMLURL="https://hill.example/atom"/>
</body></opml>`
    expect(readOpml(text)).toEqual({
      entries: [
        { line: 4, title: 'Pier & Quay', url: 'https://quay.example/rss' },
        { line: 6, title: 'Hill', url: 'https://hill.example/atom' },
      ],
      faults: [],
    })
  })

  it('that is broken in the middle gives what stood before, and the line of the fault', () => {
    const { entries, faults } = readOpml(
      '<opml><body>\n<outline xmlUrl="https://a.example/"/>\n<outline xmlUrl=broken></body></opml>',
    )
    expect(entries).toHaveLength(1)
    expect(faults).toMatchObject([{ line: 3 }])
  })

  it('with a DOCTYPE, entities or endless nesting is refused', () => {
    const bomb =
      '<!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><opml><body><outline xmlUrl="&b;"/></body></opml>'
    expect(readOpml(bomb)).toMatchObject({ entries: [], faults: [{ detail: 'a DOCTYPE is not accepted' }] })
    expect(readOpml(`<opml>${'<outline>'.repeat(10_000)}`).faults[0]!.detail).toContain('nested deeper')
    expect(readOpml('<html><body/></html>').faults[0]!.detail).toContain('no OPML')
    expect(readOpml('').faults).toHaveLength(1)
  })

  it('never makes the reader throw, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<opml>',
            '</opml>',
            '<outline ',
            'xmlUrl="',
            '"',
            '>',
            '/>',
            '&',
            '<![CDATA[',
            'x',
            '\0',
            '__proto__="1" ',
          ),
        ),
        (parts) => void readFeedList(parts.join('')),
      ),
      { verbose: true },
    )
    fc.assert(
      fc.property(fc.string(), (text) => void readFeedList(text)),
      { verbose: true },
    )
  })

  it('written by us is read by us', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: fc.stringMatching(/^[\x21-\x7e]{1,40}$/), path: fc.webPath() })),
        (feeds) => {
          const written = feeds.map(({ name, path }) => ({ name, url: `https://x.example${path}` }))
          const { entries, faults } = readOpml(writeOpml(written))
          expect(faults).toEqual([])
          expect(entries.map(({ title, url }) => ({ name: title, url }))).toEqual(written)
        },
      ),
      { verbose: true },
    )
  })

  it('in YAML names every fault with its line, keys in addresses among them', () => {
    const list = readFeedList(
      [
        'feeds:',
        '  - {name: good, kind: http-feed, agency: Hill, config: {url: https://hill.example/rss}}',
        '  - {name: Bad Name, kind: http-feed, agency: Hill}',
        '  - {name: leaky, kind: http-feed, agency: Hill, config: {url: "https://hill.example/rss?apikey=abc"}}',
        '  - {name: odd, kind: telex, agency: Hill}',
      ].join('\n'),
    )
    expect(list).toMatchObject([
      { line: 2, feed: { name: 'good', host: 'hill.example' } },
      { line: 3, fault: expect.stringContaining('name:') },
      { line: 4, fault: expect.stringContaining('holds a key') },
      { line: 5, fault: expect.stringContaining('telex') },
    ])
  })
})

describe('writethru feeds import and export', () => {
  let from: TestDatabase
  let to: TestDatabase
  let folder: string
  beforeAll(async () => {
    from = await openTestDatabase()
    to = await openTestDatabase()
    folder = mkdtempSync(join(tmpdir(), 'writethru-lists-'))
    await saveFeed(from.pool, {
      name: 'hill',
      kind: 'http-feed',
      authority: 'hill.example',
      config: { url: 'https://hill.example/rss?a=1&b=2', secretHeaders: { 'x-api-key': 'HILL_KEY' } },
      zone: 'Europe/Oslo',
      intervalSeconds: 90,
      host: 'hill.example',
    })
    await saveFeed(from.pool, {
      name: 'drop',
      kind: 'directory',
      authority: 'quay.example',
      config: { path: '/var/spool/quay' },
      enabled: false,
    })
  })
  afterAll(async () => {
    await from?.drop()
    await to?.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('carry every feed from one house to another, and know them the second time', async () => {
    const exported = await run(['feeds', 'export'], { database: from.url })
    expect(exported.code).toBe(0)
    expect(exported.out).toContain('HILL_KEY')
    writeFileSync(join(folder, 'feeds.yaml'), exported.out)
    const imported = await run(['feeds', 'import', 'feeds.yaml'], { database: to.url, folder })
    expect(imported).toMatchObject({ code: 0, err: '' })
    const columns = 'name, kind, authority, config, zone, interval_seconds, host, enabled'
    const read = (place: TestDatabase) => place.pool.query(`SELECT ${columns} FROM wire.feeds ORDER BY name`)
    const [there, here] = await Promise.all([read(from), read(to)])
    // A zone that was not given is read as the preset of the file, UTC.
    expect(here.rows).toEqual(there.rows.map((row) => ({ ...row, zone: row.zone ?? 'UTC' })))
    const again = await run(['feeds', 'import', 'feeds.yaml', '--json'], { database: to.url, folder })
    expect(again.json()).toMatchObject({ added: 0, known: 2, faults: [] })
  })

  it('tell faults line by line and take the rest', async () => {
    writeFileSync(
      join(folder, 'list.opml'),
      `<opml version="2.0"><body>
<outline text="Pier" xmlUrl="https://pier.example/rss"/>
<outline text="Pier again" xmlUrl="https://pier.example/rss/"/>
<outline text="Leaky" xmlUrl="https://u:p@pier.example/rss"/>
<outline text="File" xmlUrl="file:///etc/passwd"/>
</body></opml>`,
    )
    const answer = await run(['feeds', 'import', 'list.opml'], { database: to.url, folder })
    expect(answer.code).toBe(2)
    expect(answer.out).toMatch(/list\.opml:2 {2}added {2}pier/)
    expect(answer.out).toMatch(/list\.opml:3 {2}is there already {2}pier/)
    expect(answer.out).toMatch(/list\.opml:4 {2}fault {2}.*password/)
    expect(answer.out).toMatch(/list\.opml:5 {2}fault/)
    const opml = await run(['feeds', 'export', '--opml'], { database: to.url })
    expect(readOpml(opml.out).entries.map(({ url }) => url)).toEqual([
      'https://hill.example/rss?a=1&b=2',
      'https://pier.example/rss',
    ])
    expect(opml.err).toContain('1 feed cannot be said in OPML')
  })

  it('refuse a file that is not there', async () => {
    expect(await run(['feeds', 'import', 'nowhere.opml'], { database: to.url, folder })).toMatchObject({
      code: 3,
      out: '',
    })
  })
})

describe('a list of feeds that is made to take memory', () => {
  it.each([
    ['outlines without an address', `<opml>${'<outline type="rss"/>'.repeat(1002)}</opml>`, 'more than 1000 faults'],
    [
      'attributes',
      `<opml><outline ${Array.from({ length: 1001 }, (_, at) => `a${at}=""`).join(' ')}/></opml>`,
      'an outline has more than 1000 attributes',
    ],
    ['lines of YAML', '- a\n'.repeat(400_001), 'more than 400000 lines, items and names'],
    ['items of YAML', `[${'a,'.repeat(400_001)}]`, 'more than 400000 lines, items and names'],
  ])('is refused: %s', (_what, text, detail) => {
    expect(readFeedList(text).at(-1)).toMatchObject({ fault: detail })
  })
})
