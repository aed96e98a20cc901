import { parse } from '../../../src/index.ts'
import type { ParserInput } from '../../../src/index.ts'
import { bodyWords, verdicts } from './compare.ts'
import type { Dialect } from './document.ts'

/** What is read of a document otherwise than it states; empty when all is right. */
export function misses(document: Dialect): unknown[] {
  const { name: _name, items, format: _format, ...input } = document
  const outcome = parse(input satisfies ParserInput)
  if (outcome.kind === 'refused') return [outcome]
  const wrong: unknown[] = outcome.items.length === items.length ? [] : [`${outcome.items.length} items`]
  items.forEach((expected, at) => {
    const item = outcome.items[at]?.item
    if (item === undefined) return
    for (const { field, right, want, got } of verdicts(expected, item)) {
      if (!right) wrong.push({ item: at, field, want, got })
    }
    if (expected.body === undefined) return
    const { lost, added } = bodyWords(expected.body, item)
    if (lost.length + added.length > 0) wrong.push({ item: at, field: 'body', lost, added })
  })
  return wrong
}
