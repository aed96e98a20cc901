// Where one cheap look spares most texts the whole work, both must say the same of every text.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from '../../src/normalise/lines.ts'
import { foldSpace } from '../../src/normalise/text.ts'
import { searchFor } from '../../src/normalise/trigger-search.ts'
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

const sought = ['kill', 'please ', 'prière', 'dépêche', 'por favor', 'hold hold', 'withhold', 'is a test', 'test message', 'members', 'news directors', 'corrected version', 'corrects'] // prettier-ignore

/** Triggers looked for at every place of a text, one by one. */
function slowly(text: string, begins: (rest: string, trigger: string) => boolean): string[] {
  const isInWord = (character: string): boolean => /[A-Za-z\u00c0-\uffff]/.test(character)
  const places = [...Array(text.length).keys()].filter((at) => at === 0 || !isInWord(text.charAt(at - 1)))
  return sought.filter((trigger) =>
    places.some(
      (at) => /[a-z]/i.test(text.charAt(at)) && /^[\0-\x7f]$/.test(text.charAt(at)) && begins(text.slice(at), trigger),
    ),
  )
}

test('words of the desk are found wherever a look at every place finds them', () => {
  const search = searchFor(sought)
  let held = 0
  hold((text) => {
    const raw = slowly(text, (rest, trigger) => {
      const here = rest.slice(0, 40).toLowerCase()
      return here.startsWith(trigger.split(' ')[0] ?? '') && foldSpace(here).startsWith(trigger.trim())
    })
    expect(search.isIn(text)).toBe(raw.length > 0)
    const lower = foldSpace(text).toLowerCase()
    const found = slowly(lower, (rest, trigger) => rest.startsWith(trigger))
    expect([...search.findIn(lower)].sort()).toEqual(found.sort())
    if (found.length > 0) held++
  })
  expect(held).toBeGreaterThan(100)
})

test('lines are those that splitting at every kind of end gives', () => {
  hold((text) => {
    expect(linesOf(text)).toEqual(text.split(/\r\n?|\n/))
  })
})
