import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareCaptions } from '../../src/captions/compare.ts'
import { normaliseCaption } from '../../src/captions/normalise.ts'

/** Words of every script that captions are written in, and what stands between them. */
const scripts: Readonly<Record<string, string>> = {
  latin: 'Mayor speaks Ørsted São Łódź naïve',
  greek: 'Δήμαρχος μιλά Αθήνα',
  cyrillic: 'Мэр говорит Ёлкино',
  armenian: 'քաղաքապետ խոսում',
  georgian: 'მერი საუბრობს',
  hebrew: 'ראש העיר מדבר',
  arabic: 'رئيس البلدية يتحدث',
  devanagari: 'महापौर बोलते हैं',
  bengali: 'মেয়র কথা বলছেন',
  tamil: 'மேயர் பேசுகிறார்',
  thai: 'นายกเทศมนตรีกล่าว',
  khmer: 'អភិបាលក្រុងនិយាយ',
  myanmar: 'မြို့တော်ဝန်ပြောသည်',
  han: '市长在会议上讲话。',
  kana: 'しちょうがはなす、カタカナ',
  hangul: '시장이 말한다',
  marks: 'a\u0301\u0302\u0303 \u0e01\u0e33',
  emoji: '👩‍🚒 📷 🏳️‍🌈',
}
const signs = [' ', '  ', '\n', '. ', '.', ', ', ': ', ' / ', '/', ' | ', ' (', ')', ' [', ']', '(AP', ' – ', '... ', '…', '"', '©', '&amp;', '<b>', "'", '-', '2', ' 14 ', 'AP', ' Getty Images', ' Photo: ', ' FILE - ', ' Show more'] // prettier-ignore
/** Those that lead furthest into the rules when nothing else stands between the words. */
const worst = [' ', '/', '. ', '(AP', "'", ' Photo: ']
const size = 100_000

const long = (parts: readonly string[]): string => {
  const one = parts.join('')
  return one === '' ? '' : one.repeat(Math.ceil(size / one.length)).slice(0, size)
}

describe('a caption of 100 kB in any script', () => {
  it.each(Object.entries(scripts))('%s: is read and compared like any other text', (_script, words) => {
    const mixed = signs.flatMap((sign) => [words, sign])
    for (const parts of [mixed, mixed.toReversed(), ...worst.map((sign) => [words, sign])]) {
      const raw = long(parts)
      const caption = normaliseCaption(raw)
      expect(caption.words.length).toBeLessThanOrEqual(3_000)
      expect(compareCaptions(raw, raw.slice(7)).relation).toBeTypeOf('string')
      expect(compareCaptions(raw, `${words} ${raw}`).relation).toBeTypeOf('string')
    }
  })

  it('mixed with every sign of credits and pages, is compared without an end that never comes', () => {
    const brick = fc.constantFrom(...signs, ...Object.values(scripts).flatMap((words) => words.split(' ')))
    fc.assert(
      fc.property(fc.array(brick, { minLength: 2, maxLength: 60 }), fc.array(brick, { minLength: 2 }), (a, b) => {
        const [one, other] = [long(a), long([...b, ...a])]
        const forth = compareCaptions(one, other)
        const back = compareCaptions(other, one)
        expect(back.relation).toBe(forth.relation)
        expect(back.reasons).toEqual(forth.reasons)
      }),
      { numRuns: 25 },
    )
  })
})
