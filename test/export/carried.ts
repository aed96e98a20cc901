import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Item } from '../../src/index.ts'

type Loose = Record<string, unknown>

export interface ExpectedItem {
  readonly name: string
  readonly item: Item
}

/** Every item that a fixture of any parser expects. */
export function expectedItems(): ExpectedItem[] {
  const parsers = new URL('../parsers/', import.meta.url).pathname
  return readdirSync(parsers, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.expected.json'))
    .sort()
    .flatMap((file) => {
      const { items = [] } = JSON.parse(readFileSync(join(parsers, file), 'utf8')) as { items?: Loose[] }
      return items.map(({ authority: _, ...item }, at) => ({
        name: `${file} #${at + 1}`,
        item: item as unknown as Item,
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
 * What counts as the same: links in any order, empty cells at the end of a table row, and a reference ("&amp;") that stands
 * in plain text, which every reader of JSON takes for one escape too many.
 */
export function comparable(item: Loose): Loose {
  const text = JSON.stringify(item, (key, value: unknown) => {
    if (key === 'links' && Array.isArray(value)) return value.map((link) => JSON.stringify(link)).sort()
    return key === 'headline' && typeof value === 'string' ? value.replaceAll('&amp;', '&') : value
  })
  return JSON.parse(text.replaceAll(/(?:\\t)+(?=\\n|")/g, '')) as Loose
}
