import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { newsmlG2 } from '../../../src/parsers/newsml-g2/newsml-g2.ts'
import { splitConceptUri, splitQCode } from '../../../src/parsers/newsml-g2/concept.ts'

const fixtures = new URL('./fixtures/', import.meta.url)
const names = readdirSync(fixtures)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => name.slice(0, -4))

const parse = (xml: string | Uint8Array) =>
  newsmlG2.parse({ bytes: typeof xml === 'string' ? new TextEncoder().encode(xml) : xml })

function parseFixture(name: string) {
  return parse(readFileSync(new URL(`${name}.xml`, fixtures)))
}

const item = (inside: string, attributes = 'guid="urn:newsml:acme.example:20310101:x"') =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" ${attributes}>${inside}</newsItem>`

function only(xml: string) {
  const outcome = parse(xml)
  if (outcome.kind !== 'parsed' || outcome.items[0] === undefined) throw new Error(JSON.stringify(outcome))
  return outcome.items[0].item
}

describe('each fixture becomes the items beside it', () => {
  test.each(names)('%s', (name) => {
    const expected = JSON.parse(readFileSync(new URL(`${name}.json`, fixtures), 'utf8'))
    const outcome = parseFixture(name)
    if (outcome.kind !== 'parsed') throw new Error(JSON.stringify(outcome))
    expect(outcome.items.map((parsed) => parsed.item)).toMatchObject(expected.items)
    expect(outcome.items).toHaveLength(expected.items.length)
    for (const [at, absent] of (expected.absent ?? []).entries()) {
      for (const field of absent) expect(outcome.items[at]?.item).not.toHaveProperty(field)
    }
    expect(outcome.items.map((parsed) => parsed.authority ?? null)).toEqual(expected.authorities)
    expect(outcome.refused ?? []).toEqual(expected.refused ?? [])
  })
})

describe('what agencies leave out', () => {
  test('an absent version is 1 and an absent status is usable', () => {
    expect(only(item(''))).toMatchObject({ version: '1', status: 'usable', type: 'text', publishable: true })
  })

  test('a document in no namespace is read all the same', () => {
    expect(
      only('<newsItem guid="urn:newsml:a.example:1:x"><contentMeta><headline>H</headline></contentMeta></newsItem>')
        .headline,
    ).toBe('H')
  })

  test('a headline is what the text says first, not what is said above it between stars', () => {
    const withBody = (paragraphs: string) =>
      only(
        item(
          `<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${paragraphs}</body></html></inlineXML></contentSet>`,
        ),
      )
    const story = withBody(
      '<p>*** THIS IS A MADE-UP TRANSLATION ***</p><p>The ferry o&amp;#39;clock sails &amp;amp; returns.</p>',
    )
    expect(story.headline).toBe("The ferry o'clock sails & returns.")
    expect(story.bodyText).toContain("o'clock sails & returns")
    expect(withBody('<p>*** NOTHING ELSE ***</p>').headline).toBe('*** NOTHING ELSE ***')
  })

  test('a free-text embargo holds the story', () => {
    const held = only(item('<itemMeta><embargoed>Next Monday</embargoed></itemMeta>'))
    expect(held).toMatchObject({ status: 'embargoed', embargoedUntil: 'indefinite' })
    expect(held.warnings?.map((warning) => warning.code)).toContain('time.unreadable')
  })

  test('a status nobody knows is flagged, not obeyed', () => {
    const odd = only(item('<itemMeta><pubStatus qcode="stat:pending"/></itemMeta>'))
    expect(odd.status).toBe('usable')
    expect(odd.warnings).toContainEqual({ code: 'status.unknown', detail: 'pubStatus pending' })
  })

  test('a message without items and a lone fragment are refused with a reason', () => {
    expect(parse('<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"/>')).toMatchObject({
      kind: 'refused',
      code: 'parse.no-items',
    })
    expect(parse('<contentSet/>')).toMatchObject({ kind: 'refused', code: 'parse.unsupported' })
    expect(parse(item('', ''))).toMatchObject({ kind: 'refused', code: 'parse.no-identity' })
  })
})

describe('QCodes', () => {
  test('split at the first colon only', () => {
    expect(splitQCode('bdt:0414:4:wi')).toEqual({ alias: 'bdt', code: '0414:4:wi' })
    expect(splitQCode('nocolon')).toBeUndefined()
    expect(splitQCode(':x')).toBeUndefined()
  })

  test('a concept URI ends in its code', () => {
    expect(splitConceptUri('http://a.example/people#p:1')).toEqual({ scheme: 'http://a.example/people#', code: 'p:1' })
    expect(splitConceptUri('http://a.example/')).toBeUndefined()
  })

  test("a document's own catalog goes before ours, and digits alone never name a vocabulary", () => {
    const { subjects } = only(
      item('<contentMeta><subject qcode="sttsubj:15000000"/><subject qcode="subj:15000000"/></contentMeta>'),
    )
    expect(subjects).toEqual([
      { code: '15000000', scheme: 'sttsubj' },
      { code: '15000000', name: 'sport', scheme: 'subj' },
    ])
  })
})

describe('coordinates', () => {
  test('are not read: AP’s own example has latitude and longitude swapped', () => {
    const { places } = only(
      item(
        '<contentMeta><located qcode="geo:1"><name>Madeup</name><geoAreaDetails><position latitude="-184.9" longitude="38.2"/></geoAreaDetails></located></contentMeta>',
      ),
    )
    expect(places).toEqual([{ name: 'Madeup', code: '1', scheme: 'geo' }])
  })
})
