import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { apWebFeeds } from '../../../src/parsers/ap-webfeeds/ap-webfeeds.ts'
import { parseDocument } from '../../../src/parsers/registry.ts'

const fixtures = new URL('./fixtures/', import.meta.url)
const names = readdirSync(fixtures)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => name.slice(0, -4))
const fixture = (name: string) => readFileSync(new URL(`${name}.xml`, fixtures))

describe('each fixture becomes the items beside it', () => {
  test.each(names)('%s', (name) => {
    const expected = JSON.parse(readFileSync(new URL(`${name}.json`, fixtures), 'utf8'))
    const outcome = apWebFeeds.parse({ bytes: fixture(name) })
    if (outcome.kind !== 'parsed') throw new Error(JSON.stringify(outcome))
    expect(outcome.items.map((parsed) => parsed.item)).toMatchObject(expected.items)
    expect(outcome.items).toHaveLength(expected.items.length)
    for (const [at, absent] of (expected.absent ?? []).entries()) {
      for (const field of absent) expect(outcome.items[at]?.item).not.toHaveProperty(field)
    }
  })
})

test('a feed is taken for WebFeeds by its elements, an ordinary Atom feed is not', () => {
  const outcome = parseDocument({ bytes: fixture('feed') })
  expect(outcome.kind === 'parsed' && outcome.format).toBe('ap-webfeeds')
  const atom = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>x</id><title>t</title></entry></feed>'
  const other = parseDocument({ bytes: new TextEncoder().encode(atom) })
  expect(other.format).not.toBe('ap-webfeeds')
})

test('the id of the story stays when the id of the entry changes', () => {
  const entry = (variant: string) =>
    `<entry xmlns="http://www.w3.org/2005/Atom"><id>urn:publicid:ap.org:${'ab'.repeat(16)}${variant}</id><content type="text">x</content></entry>`
  const uris = ['-0-text', '-7-text', ''].map((variant) => {
    const outcome = apWebFeeds.parse({ bytes: new TextEncoder().encode(entry(variant)) })
    return outcome.kind === 'parsed' ? outcome.items[0]?.item.uri : undefined
  })
  expect(uris).toEqual(Array(3).fill(`urn:publicid:ap.org:${'ab'.repeat(16)}`))
})

test('a feed of nothing but a provider header is refused with a reason', () => {
  const xml = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>p</id><title>AP</title></entry></feed>'
  expect(apWebFeeds.parse({ bytes: new TextEncoder().encode(xml) })).toMatchObject({
    kind: 'refused',
    code: 'parse.no-items',
  })
})
