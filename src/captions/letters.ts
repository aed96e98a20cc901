import type { CaptionLanguage } from './languages/index.ts'
import { languageBit } from './vocabulary.ts'

/** Letters that few languages have. Those that a name brings along everywhere (é, ö) say nothing. */
const lettersOf: Readonly<Partial<Record<CaptionLanguage, string>>> = {
  pl: 'łąęśźżńć',
  cs: 'ěřůčšžďťň',
  sk: 'ľĺŕčšžďťňô',
  hr: 'đćčšž',
  sl: 'čšž',
  hu: 'őű',
  ro: 'ășțşţ',
  tr: 'ığş',
  pt: 'ãõ',
  es: 'ñ¿¡',
}

/** Beyond the last of these letters. */
const end = 0x250
const bitsOfLetter = new Int32Array(end)
for (const [language, letters] of Object.entries(lettersOf)) {
  for (const letter of letters + letters.toUpperCase()) {
    const code = letter.charCodeAt(0)
    if (code > 0x7f && code < end) bitsOfLetter[code]! |= languageBit(language as CaptionLanguage)
  }
}

const beyondAscii = /[^\0-\x7f]/u
/** A longer text shows its letters before. */
const mostLetters = 400

/** The languages (as bits) for which the letters of a caption speak: one small word's worth, for those with few. */
export function letterBitsOf(text: string): number {
  if (!beyondAscii.test(text)) return 0
  let bits = 0
  const length = Math.min(text.length, mostLetters)
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x7f && code < end) bits |= bitsOfLetter[code]!
  }
  return bits
}

/** Letters of Serbian and Macedonian alone. */
const serbian = /[јљњћџђѓќѕЈЉЊЋЏЂЃЌЅ]/u
/** Their words in captions that happen to have none of these. */
const serbianWord = / (?:од|са|су) /u
/** Ukrainian, where none of the next stands beside them. */
const ukrainian = /[іїєґІЇЄҐ]/u
/** Not in Ukrainian; Belarusian and Kazakh have ы beside і. */
const neverUkrainian = /[ыэъЫЭЪ]/u
/** A Russian ъ stands before a soft vowel ("съезд"), a Bulgarian one anywhere else ("път", "кметът"). */
const bulgarian = /ъ(?![еёюя])/u

/**
 * Tells the Slavic languages of the Cyrillic script apart by their letters: "в", "на", "до" and "за" are words in all of
 * them. Serbian and Macedonian have no list, so no word of theirs is taken for a small one.
 */
export function cyrillicLanguage(found: CaptionLanguage | undefined, text: string): CaptionLanguage | undefined {
  if (found !== 'ru' && found !== 'uk' && found !== 'bg') return found
  if (serbian.test(text) || serbianWord.test(text)) return undefined
  if (ukrainian.test(text) && !neverUkrainian.test(text)) return 'uk'
  return bulgarian.test(text) ? 'bg' : found
}
