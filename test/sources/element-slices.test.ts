import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slicePage } from '../../src/sources/ap-media-api/element-slices.ts'
import { isWholeJson } from '../../src/sources/json/bounds.ts'
import { apElement, apPage } from './ap-pages.ts'

const seed = 20310304
const slicesOf = (page: string): string[] | undefined => {
  const bytes = Buffer.from(page)
  return slicePage(bytes)?.elements.map(({ start, end }) => bytes.toString('utf8', start, end))
}

describe('a page taken apart', () => {
  it('gives every element back byte for byte, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 8 }),
        fc.constantFrom(0, 1, 2),
        fc.jsonValue(),
        (items, indent, more) => {
          const written = items.map((item) => JSON.stringify(item, null, indent))
          const page = `{"more":${JSON.stringify(more)},"data":{"n":${JSON.stringify(more)},"items":[${written.join(' ,\r\n\t')}],"z":"]}"}}`
          expect(slicesOf(page)).toEqual(written)
          const envelope = slicePage(Buffer.from(page))?.envelope.toString() ?? ''
          expect(JSON.parse(envelope)).toEqual({
            ...(JSON.parse(page) as object),
            data: { ...(JSON.parse(page) as { data: object }).data, items: [] },
          })
        },
      ),
      { seed },
    )
  })

  it('is refused wherever it was cut', () => {
    const page = apPage([apElement({ itemid: 'a' }), apElement({ itemid: 'b' })], 'https://x.example/f?qt=1')
    for (let length = 0; length < page.length; length += 1)
      expect(slicesOf(page.slice(0, length)), `at ${length}`).toBeUndefined()
    expect(slicesOf(page)).toHaveLength(2)
  })

  it.each([
    ['mismatched brackets', '{"data":{"items":[{"a":[}]]}}'],
    ['something after the end', '{"data":{"items":[]}} trailing'],
    ['a missing comma', '{"data":{"items":[{"a":1} {"b":2}]}}'],
    ['no object', '[1,2]'],
  ])('is refused with %s', (_name, page) => {
    expect(slicesOf(page)).toBeUndefined()
  })

  it.each([
    ['no list', '{"data":{}}', []],
    ['an empty list', '{"data":{"items":[ ]}}', []],
    ['a byte order mark and blanks', '\ufeff \n{"data":{"items":[1, 2 ]}} \n', ['1', '2']],
    ['a list of the same name elsewhere', '{"items":[9],"x":{"items":[8]},"data":{"items":[1]}}', ['1']],
    ['the list twice: the last counts, as in JSON', '{"data":{"items":[1],"items":[2,3]}}', ['2', '3']],
    ['brackets and quotes inside strings', '{"data":{"items":["a\\"]}", "\\\\"]}}', ['"a\\"]}"', '"\\\\"']],
    ['a trailing comma', '{"data":{"items":[1,]}}', ['1']],
  ])('holds with %s', (_name, page, elements) => {
    expect(slicesOf(page)).toEqual(elements)
  })

  it('holds with an element nested beyond all reason, which its parser refuses alone', () => {
    const deep = '['.repeat(5000) + ']'.repeat(5000)
    expect(slicesOf(`{"data":{"items":[1,${deep},2]}}`)?.map((slice) => slice.length)).toEqual([1, 10_000, 1])
  })

  it('survives any bytes', () => {
    const parts = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      ',',
      ':',
      ' ',
      '1',
      '"data"',
      '"items"',
      '{"data":{"items":[',
      '\u00e9',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (pieces) => {
        const bytes = Buffer.from(pieces.join(''))
        slicePage(bytes)
        isWholeJson(bytes)
      }),
      { seed, numRuns: 2000 },
    )
  })
})

describe('a whole JSON body', () => {
  it('is told from one that was cut', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.array(fc.jsonValue(), { minLength: 1 }), fc.dictionary(fc.string(), fc.jsonValue())),
        fc.nat(),
        (value, at) => {
          const text = JSON.stringify(value)
          expect(isWholeJson(Buffer.from(text))).toBe(true)
          expect(isWholeJson(Buffer.from(text.slice(0, at % text.length)))).toBe(false)
        },
      ),
      { seed },
    )
  })
})
