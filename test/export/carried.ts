import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Item } from '../../src/index.ts'
import { parseDocument } from '../../src/parsers/registry.ts'
import { seedDocuments } from '../parsers/fuzz.ts'

type Loose = Record<string, unknown>

export interface ExpectedItem {
  readonly name: string
  readonly item: Item
}

/** Every field filled, also those that no fixture fills. */
export const everything: Item = {
  type: 'composite',
  uri: 'urn:x-invented:all:1',
  status: 'embargoed',
  publishable: true,
  version: '3',
  etag: 'x3',
  takeKey: '2nd Ld',
  slug: 'Tide Mill',
  byline: 'Una Wren',
  creditLine: 'Ellery Wire/Una Wren',
  source: 'Ellery',
  provider: 'Ellery Wire',
  language: 'en-GB',
  editorialNote: 'Pictures follow.',
  genres: ['feature'],
  categories: ['a'],
  headline: 'Tide mill turns again',
  headlineExtended: 'Tide mill turns again after ninety years',
  embargoedUntil: '2031-01-01T06:00:00Z',
  expires: '2032-01-01T06:00:00Z',
  abstract: 'A mill turns.',
  urgency: 4,
  keywords: ['mills'],
  events: [{ name: 'Mill day', code: 'm1', scheme: 'https://ellery.example/events' }],
  people: [{ name: 'Una Wren', code: 'urn:x-invented:person:1' }],
  usageTerms: ['Not for sale.', 'Online out.'],
  copyrightHolder: 'Ellery Wire',
  captions: [
    { text: 'The wheel.', credit: 'Una Wren/Ellery', photographer: 'Una Wren', mediaUri: 'urn:x-invented:picture:1' },
  ],
  media: [
    {
      uri: 'urn:x-invented:picture:1',
      type: 'picture',
      renditions: [{ role: 'main', href: 'https://ellery.example/1.jpg', width: 10, height: 8, bytes: 99 }],
    },
  ],
  links: [
    { rel: 'hasPicture', uri: 'urn:x-invented:picture:1', version: '1' },
    { rel: 'hasMember', uri: 'urn:x-invented:all:2', position: 0 },
  ],
}

/** Every item that a fixture of any parser expects, and one with what no fixture has. Dialects state parts of items only. */
export function expectedItems(): ExpectedItem[] {
  const parsers = new URL('../parsers/', import.meta.url).pathname
  const fixtures = readdirSync(parsers, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.expected.json') && !file.startsWith('dialects-'))
    .sort()
    .flatMap((file) => {
      const { items = [] } = JSON.parse(readFileSync(join(parsers, file), 'utf8')) as { items?: Loose[] }
      return items.map(({ authority: _, ...item }, at) => ({
        name: `${file} #${at + 1}`,
        item: item as unknown as Item,
      }))
    })
  return [...fixtures, { name: 'everything', item: everything }]
}

/** Every item that any parser reads of any fixture, whole. */
export function parsedItems(): ExpectedItem[] {
  return seedDocuments().flatMap(({ name, bytes }) => {
    const outcome = parseDocument({ bytes, fileName: name.slice(name.indexOf('/') + 1) })
    if (outcome.kind === 'refused') return []
    return outcome.items.map(({ item }, at) => ({
      name: `${name} #${at + 1}`,
      item: JSON.parse(JSON.stringify(item)) as Item,
    }))
  })
}

/** An item without the fields named; "captions.role" takes a member out of every caption. */
export function without(item: Item, fields: Iterable<string>): Loose {
  const copy = structuredClone(item) as unknown as Loose
  for (const field of fields) remove(copy, field.split('.'))
  return copy
}

function remove(value: unknown, [key = '', ...rest]: string[]): void {
  if (Array.isArray(value)) for (const member of value) remove(member, [key, ...rest])
  else if (typeof value === 'object' && value !== null) {
    if (rest.length === 0) delete (value as Loose)[key]
    else remove((value as Loose)[key], rest)
  }
}

/**
 * What counts as the same: links in any order, captions in that of their pictures and each once, empty cells at the end of a table row, and a reference ("&amp;") that stands
 * in plain text, which every reader of JSON takes for one escape too many.
 */
export function comparable(item: Loose): Loose {
  const text = JSON.stringify(item, (key, value: unknown) => {
    if ((key === 'links' || key === 'captions') && Array.isArray(value))
      return [...new Set(value.map((member) => JSON.stringify(member)))].sort()
    return key === 'headline' && typeof value === 'string' ? value.replaceAll('&amp;', '&') : value
  })
  return JSON.parse(text.replaceAll(/(?:\\t)+(?=\\n|")/g, '')) as Loose
}
