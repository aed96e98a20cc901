import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../src/parsers/json/read.ts'

const listOf = (part: string, count: number): string => `[${`${part},`.repeat(count - 1)}${part}]`
const tooMuch = { kind: 'refused', code: 'parse.too-deep', detail: 'more than 2000000 names and values' }

describe('JSON with more names and values than any document', () => {
  it.each([
    ['empty objects', listOf('{}', 1_000_001)],
    ['numbers', listOf('1', 2_000_001)],
    ['names', `{${Array.from({ length: 1_000_001 }, (_, at) => `"${at.toString(36)}":1`).join(',')}}`],
    ['empty objects, and cut', listOf('{}', 1_000_001).slice(0, -1)],
  ])('is refused before it takes memory: %s', (_what, text) => {
    expect(parseJson(text)).toEqual(tooMuch)
  })

  it('is told from a long text that is full of their signs', () => {
    expect(parseJson(`{"body":"${'[1,{a:2}],\\"'.repeat(400_000)}"}`)).toMatchObject({ kind: 'read', repaired: false })
  })

  it('is told from a page of a hundred items with all their metadata', () => {
    const item = `{"subject":${listOf('{"code":"a","name":"harbours and quays"}', 1500)}}`
    expect(parseJson(`{"data":{"items":${listOf(item, 100)}}}`)).toMatchObject({ kind: 'read', repaired: false })
  })
})
