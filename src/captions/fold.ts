import { remember } from '../normalise/memo.ts'

const marks = /[\u0300-\u036f]/gu
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ς: 'σ',
  ё: 'е',
}
const special = /[ßøæœłđıςё]/gu

/**
 * Lower case without accents, so that "MÜNCHEN", "München" and "Munchen" are one word. Only the accents of Latin, Greek
 * and Cyrillic letters go; the marks of Devanagari, Thai, Arabic or kana are letters of their own and stay.
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  for (let at = 0; at < lower.length; at++) if (lower.charCodeAt(at) > 0x7f) return withoutAccents(lower)
  return lower
}

const withoutAccents = remember(
  (lower) =>
    lower
      .normalize('NFKD')
      .replace(marks, '')
      .normalize('NFC')
      .replace(special, (letter) => letters[letter] ?? letter),
  { most: 4_000, longest: 40 },
)
