import { remember } from '../normalise/memo.ts'

// with the vowel points of Hebrew, and the vowel signs, hamzas and stretching stroke of Arabic, which print as they please
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0640\u064b-\u0655\u0670]/gu
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
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
}
const special = /[ßøæœłđıςёيىكة]/gu

/**
 * Lower case without accents, so that "MÜNCHEN", "München" and "Munchen" are one word. Only the accents of Latin, Greek
 * and Cyrillic letters and the optional signs of Hebrew and Arabic go; the marks of Devanagari, Thai or kana are letters
 * of their own and stay. Persian and Arabic keyboards write two letters apart that are one: "ی" and "ي".
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
