import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apWebFeeds } from '../../../src/parsers/ap-webfeeds/ap-webfeeds.ts'
import { newsml1 } from '../../../src/parsers/newsml-1/newsml-1.ts'
import { newsmlG2 } from '../../../src/parsers/newsml-g2/newsml-g2.ts'
import { isHardWrapped, plainTextHtml, readTextBlocks } from '../../../src/parsers/newsml/plain-text.ts'
import { looksLikeHtml } from '../../../src/parsers/newsml/text-payload.ts'
import { withoutSecrets } from '../../../src/normalise/rendition.ts'

const rooms = [
  { parser: newsmlG2, folder: '../newsml-g2/fixtures/' },
  { parser: newsml1, folder: '../newsml-1/fixtures/' },
  { parser: apWebFeeds, folder: '../ap-webfeeds/fixtures/' },
]
const documents = rooms.flatMap(({ parser, folder }) => {
  const place = new URL(folder, import.meta.url)
  return readdirSync(place)
    .filter((name) => name.endsWith('.xml'))
    .map((name) => ({ parser, name, bytes: readFileSync(new URL(name, place)) }))
})

/** A change of a document: bytes overwritten, cut out, doubled, or the end cut off. */
const change = fc.record({
  kind: fc.constantFrom('overwrite', 'cut', 'double', 'truncate'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 200 }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
})

type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never

function mutate(original: Uint8Array, changes: readonly Change[]): Uint8Array {
  let bytes = Buffer.from(original)
  for (const { kind, at, length, bytes: written } of changes) {
    const from = Math.floor(at * bytes.length)
    if (kind === 'overwrite') bytes.set(written.subarray(0, bytes.length - from), from)
    else if (kind === 'cut') bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)])
    else if (kind === 'double') bytes = Buffer.concat([bytes.subarray(0, from + length), bytes.subarray(from)])
    else bytes = bytes.subarray(0, from)
  }
  return bytes
}

describe('a damaged document', () => {
  test('is read or refused with a code, never a crash, and its items always have an identity', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: documents.length - 1 }),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (index, changes) => {
          const { parser, bytes } = documents[index]!
          const outcome = parser.parse({ bytes: mutate(bytes, changes) })
          if (outcome.kind === 'refused') {
            expect(outcome.code).toMatch(/^parse\./)
            return
          }
          expect(outcome.items.length).toBeGreaterThan(0)
          for (const { item } of outcome.items) {
            expect(item.uri.trim()).not.toBe('')
            expect(item.bodyHtml ?? '').not.toMatch(/<script|onerror=|javascript:/i)
          }
        },
      ),
      { numRuns: 1500 },
    )
  })
})

describe('a hostile document', () => {
  test('with ten thousand nested components is refused or read, not followed to the bottom of the stack', () => {
    const xml = `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>a.example</ProviderId><NewsItemId>1</NewsItemId></NewsIdentifier></Identification>${'<NewsComponent>'.repeat(10_000)}${'</NewsComponent>'.repeat(10_000)}</NewsItem></NewsML>`
    expect(newsml1.parse({ bytes: new TextEncoder().encode(xml) })).toMatchObject({
      kind: 'refused',
      code: 'parse.too-deep',
    })
  })

  test('naming its vocabulary __proto__ changes nothing but itself', () => {
    const xml =
      '<newsItem guid="urn:x:y:z"><catalog><scheme alias="__proto__" uri="http://evil.example/"/></catalog><contentMeta><subject qcode="__proto__:constructor"/></contentMeta></newsItem>'
    const outcome = newsmlG2.parse({ bytes: new TextEncoder().encode(xml) })
    expect(outcome.kind === 'parsed' && outcome.items[0]?.item.subjects).toEqual([
      { code: 'constructor', scheme: '__proto__' },
    ])
    expect(({} as Record<string, unknown>)['uri']).toBeUndefined()
  })

  test('brings no script, handler or frame into the body', () => {
    const body =
      '<p onclick="x()">Safe <script>steal()</script><a href="javascript:x()">words</a></p><iframe src="http://evil.example"/><img src="x" onerror="y()"/>'
    const xml = `<newsItem guid="urn:x:y:z"><contentSet><inlineXML><html><body>${body}</body></html></inlineXML></contentSet></newsItem>`
    const outcome = newsmlG2.parse({ bytes: new TextEncoder().encode(xml) })
    const html = outcome.kind === 'parsed' ? outcome.items[0]?.item.bodyHtml : undefined
    expect(html).toContain('words')
    expect(html).not.toMatch(/script|onclick|onerror|iframe/)
  })

  test('with an entity that grows is neither expanded nor fetched', () => {
    const xml =
      '<?xml version="1.0"?><!DOCTYPE NewsML [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>a.example</ProviderId><DateId>20310101</DateId><NewsItemId>1</NewsItemId></NewsIdentifier></Identification><NewsComponent><ContentItem><DataContent>&b; &c; words</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>'
    const outcome = newsml1.parse({ bytes: new TextEncoder().encode(xml) })
    const text = outcome.kind === 'parsed' ? outcome.items[0]?.item.bodyText : ''
    expect(text).not.toMatch(/aaaa|root:/)
  })
})

describe('plain wire text', () => {
  test('keeps every word, whatever its lines look like', () => {
    const line = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', ' ', '\t', '.', '*', '-', '_', '<', '&'),
      maxLength: 120,
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = lines.join('\n')
        const words = (value: string) => value.split(/\s+/).filter((word) => word !== '')
        expect(
          words(
            readTextBlocks(text)
              .map((block) => block.text)
              .join('\n'),
          ),
        ).toEqual(words(text))
      }),
    )
  })

  test('parts paragraphs by indents in wrapped text and by lines in long text', () => {
    const wrapped =
      '    The first paragraph of this invented story is\nwrapped by hand at some fifty columns or so and\ngoes on for a while, as they do.\n    The second one begins with an indent and it is\nwrapped as well.'
    expect(isHardWrapped(wrapped)).toBe(true)
    expect(readTextBlocks(wrapped)).toHaveLength(2)
    expect(readTextBlocks(`${'long '.repeat(40)}\n${'longer '.repeat(40)}`)).toHaveLength(2)
    expect(readTextBlocks('- one\n- two\nQ three')).toHaveLength(3)
  })

  test('keeps columns as they were set', () => {
    expect(plainTextHtml('Adams       3   1\nBakers      2   2')).toBe(
      '<pre>Adams       3   1\nBakers      2   2</pre>',
    )
  })

  test('with angle brackets is no HTML unless a block is opened', () => {
    expect(looksLikeHtml('if a<b and c>d then <b>bold</b>')).toBe(false)
    expect(looksLikeHtml('<p class="x">text</p>')).toBe(true)
  })
})

test('addresses lose their secrets and nothing else', () => {
  expect(withoutSecrets('http://a.example/x?size=1&token=t&apikey=k&session_id=s')).toBe('http://a.example/x?size=1')
  expect(withoutSecrets('http://a.example/x?monkey=1')).toBe('http://a.example/x?monkey=1')
})
