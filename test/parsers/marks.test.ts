import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMarks } from '../../src/parsers/wire-text/marks.ts'

test('marks come in their order, as one expression would find them', () => {
  const stream = fc
    .array(fc.constantFrom('\u0001', '\u0016', '\u0004', 'a', ' '), { maxLength: 80 })
    .map((characters) => characters.join(''))
  fc.assert(
    fc.property(stream, (text) => {
      const expected = [...text.matchAll(/\u0001|\u0016{2}|\u0004/g)].map(({ index, 0: mark }) => [index, mark.length])
      const found = [...findMarks(text, ['\u0001', '\u0016\u0016', '\u0004'])].map(({ at, length }) => [at, length])
      expect(found).toEqual(expected)
    }),
    { numRuns: 2_000, seed: 20_261_123 },
  )
})

test('a stream of nothing but marks is gone through mark by mark', () => {
  let count = 0
  for (const { at } of findMarks('\u0001'.repeat(100_000), ['\u0001', '\u0004'])) expect(at).toBe(count++)
  expect(count).toBe(100_000)
})
