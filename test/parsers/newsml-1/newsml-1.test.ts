import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { newsml1 } from '../../../src/parsers/newsml-1/newsml-1.ts'

const fixtures = new URL('./fixtures/', import.meta.url)
const names = readdirSync(fixtures)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => name.slice(0, -4))

const parse = (bytes: Uint8Array, more: { zone?: string } = {}) => newsml1.parse({ bytes, ...more })
const fixture = (name: string) => readFileSync(new URL(`${name}.xml`, fixtures))

function itemsOf(xml: string, more: { zone?: string } = {}) {
  const outcome = parse(new TextEncoder().encode(xml), more)
  if (outcome.kind !== 'parsed') throw new Error(JSON.stringify(outcome))
  return outcome.items.map((parsed) => parsed.item)
}

const newsItem = (identifier: string, rest = '') =>
  `<NewsML><NewsItem><Identification><NewsIdentifier>${identifier}</NewsIdentifier></Identification>${rest}</NewsItem></NewsML>`

describe('each fixture becomes the items beside it', () => {
  test.each(names)('%s', (name) => {
    const expected = JSON.parse(readFileSync(new URL(`${name}.json`, fixtures), 'utf8'))
    const outcome = parse(fixture(name))
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

describe('the identity of a story', () => {
  const parts = '<ProviderId>acme.example</ProviderId><DateId>20310301</DateId><NewsItemId>X-1</NewsItemId>'

  test('is the same in every revision', () => {
    const uris = ['1', '2', '17'].map((revision) => {
      const identifier = `${parts}<RevisionId Update="N" PreviousRevision="0">${revision}</RevisionId><PublicIdentifier>urn:newsml:acme.example:20310301:X-1:${revision}</PublicIdentifier>`
      return itemsOf(newsItem(identifier))[0]?.uri
    })
    expect(new Set(uris)).toEqual(new Set(['urn:newsml:acme.example:20310301:X-1']))
  })

  test('loses the update letter with the revision', () => {
    const identifier = `${parts}<RevisionId>3</RevisionId><PublicIdentifier>urn:newsml:acme.example:20310301:X-1:3N</PublicIdentifier>`
    expect(itemsOf(newsItem(identifier))[0]).toMatchObject({
      uri: 'urn:newsml:acme.example:20310301:X-1',
      version: '3',
    })
  })

  test('is made of its parts when there is no PublicIdentifier', () => {
    expect(itemsOf(newsItem(parts))[0]?.uri).toBe('urn:newsml:acme.example:20310301:X-1')
  })

  test('does not move with a DateId that is the time of the revision', () => {
    const at = (revised: string) =>
      itemsOf(
        newsItem(
          `<ProviderId>acme.example</ProviderId><DateId>${revised}</DateId><NewsItemId>X-1</NewsItemId>`,
          `<NewsManagement><FirstCreated>20310301T080000</FirstCreated><ThisRevisionCreated>${revised}</ThisRevisionCreated></NewsManagement>`,
        ),
      )[0]?.uri
    expect(at('20310302T090000')).toBe('urn:newsml:acme.example:20310301:X-1')
    expect(at('20310305T090000')).toBe(at('20310302T090000'))
  })

  test('is refused when nothing names the story', () => {
    const outcome = parse(new TextEncoder().encode('<NewsML><NewsItem/></NewsML>'))
    expect(outcome).toMatchObject({ kind: 'refused', code: 'parse.no-identity' })
  })
})

test('the zone of the feed goes before the agency’s usual one', () => {
  const xml = newsItem(
    '<ProviderId>belga.be</ProviderId><DateId>20310301</DateId><NewsItemId>1</NewsItemId>',
    '<NewsManagement><FirstCreated>20310301T080000</FirstCreated></NewsManagement>',
  )
  expect(itemsOf(xml)[0]?.firstCreated).toBe('2031-03-01T08:00:00+01:00')
  expect(itemsOf(xml, { zone: 'Asia/Tokyo' })[0]?.firstCreated).toBe('2031-03-01T08:00:00+09:00')
})

test('an update without its base is parked when it stands alone', () => {
  const xml = newsItem(
    '<ProviderId>a.example</ProviderId><DateId>20310301</DateId><NewsItemId>1</NewsItemId><RevisionId Update="U">2</RevisionId>',
  )
  expect(parse(new TextEncoder().encode(xml))).toMatchObject({ kind: 'refused', code: 'parse.needs-base' })
})

describe('several stories in one NewsItem', () => {
  const identifier = '<ProviderId>a.example</ProviderId><DateId>20310301</DateId><NewsItemId>1</NewsItemId>'
  const text = (words: string) => `<ContentItem><DataContent>${words}</DataContent></ContentItem>`
  const object = (id: string, inside: string) =>
    `<NewsComponent><AdministrativeMetadata><Property FormalName="NewsObjectId" Value="${id}"/></AdministrativeMetadata>${inside}</NewsComponent>`

  test('stay one story when words stand beside the objects, so that none is lost', () => {
    const body = `<NewsComponent>${object('11', text('First.'))}${object('12', text('Second.'))}<NewsComponent>${text('Beside.')}</NewsComponent></NewsComponent>`
    const items = itemsOf(newsItem(identifier, body))
    expect(items).toHaveLength(1)
    expect(items[0]?.bodyText).toBe('First.\n\nSecond.\n\nBeside.')
  })

  test('share the picture that stands beside their languages', () => {
    const version = (language: string, headline: string) =>
      `<NewsComponent xml:lang="${language}"><NewsLines><HeadLine>${headline}</HeadLine></NewsLines>${text(headline)}</NewsComponent>`
    const logo =
      '<NewsComponent><ContentItem Href="http://a.example/logo.png"><MimeType FormalName="image/png"/></ContentItem></NewsComponent>'
    const items = itemsOf(
      newsItem(identifier, `<NewsComponent>${version('en', 'Mill')}${logo}${version('de', 'Mühle')}</NewsComponent>`),
    )
    expect(items.map((item) => [item.language, item.media?.[0]?.uri])).toEqual([
      ['en', 'http://a.example/logo.png'],
      ['de', 'http://a.example/logo.png'],
    ])
  })
})
