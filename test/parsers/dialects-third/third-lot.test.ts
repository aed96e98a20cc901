import { describe, expect, it } from 'vitest'
import { parse } from '../../../src/index.ts'
import type { ParserInput } from '../../../src/index.ts'
import { bodyWords, verdicts } from '../dialects-other/compare.ts'
import type { Dialect } from '../dialects-other/document.ts'
import { documents } from './documents.ts'

function read(document: Dialect): unknown[] {
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

describe('a document of the third lot says of its items what a reader would', () => {
  it.each(documents.map((document) => [document.name, document] as const))('%s', (_name, document) => {
    expect(read(document)).toEqual([])
  })
})
