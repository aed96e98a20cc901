// Where one cheap look spares most texts the whole work, both must say the same of every text.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from '../../src/normalise/lines.ts'
import { holdsTrigger, mayHoldTrigger } from '../../src/normalise/notices.ts'
import { countByCharacter, countWords } from '../../src/normalise/words.ts'

const seed = 20_261_123
const blanks = [
  ' ',
  '  ',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\u00a0',
  '\u2003',
  '\u200b',
  '\u2060',
  '\u180e',
  '\u3000',
  '\ufeff',
]
const letters = [
  'a',
  'Z',
  '7',
  '-',
  '_',
  "'",
  '\u00e9',
  '\u00d7',
  '\u0080',
  '\u0130',
  '\u017f',
  '\u212a',
  '\u03a3',
  '漢',
  '😀',
]
const triggers = ['kill', 'PLEASE', 'prière', 'DÉPÊCHE', 'por', 'favor', 'hold', 'HOLD', 'is', 'a', 'test', 'Members', 'news', 'directors', 'corrected', 'version'] // prettier-ignore
const texts = fc
  .array(fc.oneof(fc.constantFrom(...blanks, ...letters, ...triggers), fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''))

const hold = (promise: (text: string) => void): void => {
  fc.assert(fc.property(texts, promise), { numRuns: 2_000, seed })
}

test('words are counted the same by byte and by character', () => {
  hold((text) => {
    expect(countWords(text)).toBe(countByCharacter(text))
  })
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = Buffer.from(bytes).toString('latin1')
      expect(countWords(text)).toBe(countByCharacter(text))
    }),
    { numRuns: 2_000, seed },
  )
})

test('no text with a word of the desk is passed over by the quick search', () => {
  let held = 0
  hold((text) => {
    expect(mayHoldTrigger(text)).toBe(holdsTrigger(text))
    if (holdsTrigger(text)) held++
  })
  expect(held).toBeGreaterThan(100)
})

test('lines are those that splitting at every kind of end gives', () => {
  hold((text) => {
    expect(linesOf(text)).toEqual(text.split(/\r\n?|\n/))
  })
})
