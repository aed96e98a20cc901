import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/parsers/registry.ts'
import { sliceEntries } from '../../src/sources/http-feed/entry-slices.ts'

const base = 'https://courier.example/feed.xml'
const titles = (bytes: Buffer): (string | undefined)[] => {
  const outcome = parseDocument({ bytes, url: base })
  return outcome.kind === 'parsed' ? outcome.items.map(({ item }) => item.headline) : []
}
const uris = (bytes: Buffer): string[] => {
  const outcome = parseDocument({ bytes, url: base })
  return outcome.kind === 'parsed' ? outcome.items.map(({ item }) => item.uri) : []
}

const rss = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Courier</title><link>https://courier.example/</link>
<item><title>Søndag &amp; tide</title><guid isPermaLink="false">a-1</guid><link>/one?x=1&amp;y=2</link><pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate></item>
<item><title>Two</title><guid isPermaLink="false">a-2</guid><link>/two</link><description><![CDATA[an <item> that is none</item>]]></description></item>
</channel></rss>`
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><id>urn:feed</id><updated>2031-03-04T10:00:00Z</updated>
<entry><id>urn:e:1</id><title>One</title><updated>2031-03-04T10:00:00Z</updated><link href="https://courier.example/one" rel="alternate"/></entry>
<entry><id>urn:e:2</id><title>Two</title><updated>2031-03-04T11:00:00Z</updated><link href="https://courier.example/two"/></entry></feed>`
const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://courier.example/"><title>Courier</title></channel>
<item rdf:about="https://courier.example/one"><title>One</title><link>https://courier.example/one</link></item>
<item rdf:about="https://courier.example/two"><title>Two</title><link>https://courier.example/two</link></item></rdf:RDF>`
const json = `{"version":"https://jsonfeed.org/version/1.1","title":"Courier","items":[{"id":"1","title":"One","url":"https://courier.example/one","content_text":"A.","date_published":"2031-03-04T10:00:00Z"},{"id":"2","title":"Two","url":"https://courier.example/two","content_text":"B."}]}`

describe('a feed taken apart', () => {
  it.each([
    ['RSS', rss],
    ['Atom', atom],
    ['RDF', rdf],
    ['JSON Feed', json],
  ])('%s: every entry is read from its own document as from the whole one', (_name, text) => {
    const bytes = Buffer.from(text)
    const slices = sliceEntries(bytes, base)
    expect(slices).toHaveLength(2)
    expect(slices!.flatMap((slice) => titles(slice.bytes))).toEqual(titles(bytes))
    expect(slices!.flatMap((slice) => uris(slice.bytes))).toEqual(uris(bytes))
  })

  it('knows the address and the state of each entry', () => {
    const links = sliceEntries(Buffer.from(rss), base)!.map(({ link, mark }) => [link, mark])
    expect(links).toEqual([
      ['https://courier.example/one?x=1&y=2', 'Tue, 04 Mar 2031 10:00:00 GMT'],
      ['https://courier.example/two', ''],
    ])
    expect(sliceEntries(Buffer.from(atom), base)!.map(({ link }) => link)).toEqual([
      'https://courier.example/one',
      'https://courier.example/two',
    ])
  })

  it.each([
    ['whose entries share an id', rss.replace('a-2', 'a-1')],
    ['that is cut', rss.slice(0, -40)],
    ['that is none', '<nitf><head/></nitf>'],
    ['that has no entries', '<rss><channel/></rss>'],
    ['that is text', 'Tide at noon'],
    [
      'whose head outweighs its entries',
      `<rss><channel><title>${'x'.repeat(70_000)}</title>${Array.from({ length: 1000 }, (_, at) => `<item><guid>${at}</guid></item>`).join('')}</channel></rss>`,
    ],
  ])('%s stays whole', (_name, text) => {
    expect(sliceEntries(Buffer.from(text), base)).toBeUndefined()
  })

  it('is taken apart or left whole, whatever it is, and never cut wrongly', () => {
    const part = fc.constantFrom(
      '<item>',
      '</item>',
      '<guid>',
      '</guid>',
      'a',
      'b',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '&x;',
      '<b/>',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const slices = sliceEntries(Buffer.from(`<rss><channel>${parts.join('')}</channel></rss>`), base)
        for (const { entry } of slices ?? []) expect(entry.toString()).toMatch(/^<item>[^]*<\/item>$/)
      }),
      { seed: 20310304 },
    )
  })
})
