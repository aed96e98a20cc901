import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { writeNinjs, uncarriedFields } from '../../src/index.ts'
import type { Item } from '../../src/index.ts'
import { ninjs } from '../../src/parsers/ninjs/parser.ts'
import { comparable, expectedItems, parsedItems, without } from './carried.ts'

function roundTrip(item: Item): Item {
  const outcome = ninjs.parse({ bytes: Buffer.from(JSON.stringify(writeNinjs(item))) })
  if (outcome.kind === 'refused') throw new Error(`${outcome.code}: ${outcome.detail}`)
  expect(outcome.items).toHaveLength(1)
  return JSON.parse(JSON.stringify(outcome.items[0]?.item)) as Item
}

const items = [...expectedItems(), ...parsedItems()]

describe('an item written as ninjs is read again as the same item', () => {
  for (const { name, item } of items) {
    it(name, () => {
      const lost = lostBy(item)
      expect(comparable(without(roundTrip(item), lost))).toEqual(comparable(without(item, lost)))
    })
  }
})

describe('what ninjs cannot carry', () => {
  it.each([...uncarriedFields.keys()])('%s is lost indeed by some item', (field) => {
    const lossy = items.filter(({ item }) => {
      const others = lostBy(item).filter((other) => other !== field)
      const [got, sent] = [roundTrip(item), item].map((one) => comparable(without(one, others)))
      return !isDeepStrictEqual(got, sent)
    })
    expect(lossy.map(({ name }) => name)).not.toEqual([])
  })

  it('is nothing that could be printed of a story that was killed or withheld', () => {
    const closed = items.filter(({ item }) => isClosed(item))
    expect(closed.length).toBeGreaterThan(5)
    for (const { item } of closed) {
      const document = writeNinjs({
        ...item,
        bodyText: 'Words.',
        bodyHtml: '<p>Words.</p>',
        abstract: 'Words.',
        captions: [{ text: 'Words.' }, { text: 'Words.', mediaUri: 'urn:x:1' }],
        media: [{ uri: 'urn:x:1', type: 'picture', renditions: [{ role: 'main', href: 'https://Words.example/' }] }],
      })
      expect(document.pubStatus).toBe(item.status)
      expect(JSON.stringify(document)).not.toContain('Words.')
    }
  })

  it('is not told to a newsroom as usable', () => {
    const quiet = items.filter(({ item }) => !item.publishable || item.embargoedUntil === 'indefinite')
    expect(quiet.length).toBeGreaterThan(10)
    for (const { item } of quiet) expect(writeNinjs(item).pubStatus).not.toBe('usable')
  })
})

const printable = ['bodyHtml', 'bodyText', 'wordCount', 'abstract', 'captions', 'creditLine', 'media.renditions']
const isClosed = ({ status }: Item): boolean => status === 'canceled' || status === 'withheld'
const lostBy = (item: Item): string[] => [...uncarriedFields.keys(), ...(isClosed(item) ? printable : [])]
