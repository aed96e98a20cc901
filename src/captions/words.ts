import { foldWord } from './fold.ts'
import type { CaptionToken } from './token.ts'
import { months } from './vocabulary.ts'

/** A word as it stands, before its language is known. */
export interface RawWord {
  readonly text: string
  /** Folded, possessive off. */
  readonly form: string
  readonly start: number
  readonly end: number
  readonly digit: boolean
  readonly capital: boolean
  readonly possessive: boolean
  /** A full stop follows at once: perhaps a short form. */
  readonly dotted: boolean
  readonly bracketed: boolean
  /** All capitals in a caption that is not: "UN", "U.N.". */
  readonly acronym: boolean
  /** Two capitals behind a comma or hyphen: perhaps a postal code, "Columbus, OH", "D-OH". */
  readonly postal: boolean
  readonly before: CaptionToken['before']
  sentence: number
}

/** More words than this are no caption. */
export const mostWords = 1_500

const asciiWord = /(?:[A-Z]\.){2,6}|\d+(?:[.,:]\d+)+|[A-Za-z0-9]+(?:'[A-Za-z]+)*|%/g
const anyWord = /(?:\p{Lu}\.){2,6}|\p{N}+(?:[.,:]\p{N}+)+|[\p{L}\p{M}\p{N}\u200c\u200d]+(?:'[\p{L}\p{M}]+)*|%/gu
const nonAscii = /[^\u0000-\u007f]/u
/** Scripts that print no blanks between words: each character is taken as a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const unspacedPart =
  /\p{N}+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[^\p{N}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu
/** "l'Assemblée", "dell'Interno", "qu'il": two words. */
const elided = /^(?:[cdjlmnst]|qu|un|dell|nell|all|dall|sull|quest|sant|jusqu|lorsqu|puisqu)'(?=\p{L}{2})/iu
const titles = new Set(
  'mr mrs ms dr sen rep gov gen lt col capt sgt maj prof st mt ft no vs v hr fr bzw ca nr str sr sra dra sig jr inc co corp ltd jan feb mar apr jun jul aug sept sep oct nov dec'.split(
    ' ',
  ),
)

const pointed = /[.']/
const points = /[.']/g

/** Cuts a clean caption into words, with the signs around them that comparing needs. */
export function readWords(text: string): RawWord[] {
  const words: RawWord[] = []
  const shouted = text.toUpperCase() === text && text.toLowerCase() !== text
  const pattern = nonAscii.test(text) ? anyWord : asciiWord
  let sentence = 0
  let previousEnd = 0
  let previous: RawWord | undefined
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null && words.length < mostWords; match = pattern.exec(text)) {
    const start = match.index
    const single = start === previousEnd + 1 && text.charCodeAt(previousEnd) === 0x20
    const gap = single ? ' ' : text.slice(previousEnd, start)
    if (previous && endsSentence(previous, gap, match[0])) sentence++
    addWord(words, match[0], start, text, gap, sentence, shouted)
    previous = words.at(-1) ?? previous
    previousEnd = start + match[0].length
  }
  return words
}

function addWord(
  words: RawWord[],
  word: string,
  start: number,
  text: string,
  gap: string,
  sentence: number,
  shouted: boolean,
): void {
  const apostrophe = word.includes("'")
  const elision = apostrophe ? elided.exec(word) : null
  if (elision) {
    const cut = elision[0].length
    addWord(words, word.slice(0, cut - 1), start, text, gap, sentence, shouted)
    addWord(words, word.slice(cut), start + cut, text, '', sentence, shouted)
    return
  }
  if (nonAscii.test(word) && unspaced.test(word)) {
    let before = signBefore(gap)
    for (const part of word.matchAll(unspacedPart)) {
      if (words.length >= mostWords) break
      const at = start + part.index
      words.push({
        text: part[0],
        form: isDigit(part[0]) ? plainDigits(foldWord(part[0])) : foldWord(part[0]),
        start: at,
        end: at + part[0].length,
        digit: isDigit(part[0]),
        capital: false,
        possessive: false,
        dotted: false,
        bracketed: false,
        acronym: false,
        postal: false,
        before,
        sentence,
      })
      before = ''
    }
    return
  }
  const end = start + word.length
  const behind = text.charCodeAt(end)
  const possessive = (apostrophe && /'s$/iu.test(word)) || (behind === 0x27 && /s$/iu.test(word))
  const base = possessive && apostrophe ? word.slice(0, -2) : word
  const negated = apostrophe && /n't$/iu.test(base)
  const folded = foldWord(negated ? base.slice(0, -3) : base)
  const digit = isDigit(word)
  const form = digit ? plainDigits(folded) : pointed.test(folded) ? folded.replaceAll(points, '') : folded
  const upper = !shouted && startsUpper(word)
  words.push({
    text: word,
    form: word === '%' ? 'percent' : form,
    start,
    end,
    digit,
    capital: upper,
    possessive,
    dotted: behind === 0x2e || (!digit && base.includes('.')),
    bracketed: behind === 0x29 && text[start - 1] === '(',
    acronym: upper && word.length > 1 && word === word.toUpperCase(),
    postal: upper && word.length === 2 && /^[A-Z]{2}$/u.test(word) && (gap === ', ' || text[start - 1] === '-'),
    before: gap === ' ' ? '' : signBefore(gap),
    sentence,
  })
  if (negated)
    words.push({
      ...words.at(-1)!,
      text: "n't",
      form: 'not',
      start: end - 3,
      capital: false,
      digit: false,
      dotted: false,
      acronym: false,
      postal: false,
      before: '',
    })
}

function startsUpper(word: string): boolean {
  const code = word.charCodeAt(0)
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : word[0] !== word[0]!.toLowerCase()
}

function isDigit(word: string): boolean {
  const code = word.charCodeAt(0)
  return (code >= 0x30 && code <= 0x39) || (code > 0x7f && /^\p{N}/u.test(word))
}

/** The zeros of Arabic, Persian, Hindi, Bengali and Thai figures; full-width ones are folded with the letters. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50]

/** "١٤" and "१४" are 14. */
function plainDigits(form: string): string {
  if (!nonAscii.test(form)) return form
  return form.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.charCodeAt(0)
    const zero = zeros.find((first) => code >= first && code < first + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}

function signBefore(gap: string): CaptionToken['before'] {
  if (gap === ' ' || gap === '') return ''
  if (/[|\n•]/u.test(gap)) return '|'
  if (gap.includes(':')) return ':'
  if (/[–—]|\s-|-\s|\/\s|\s\//u.test(gap)) return '-'
  return gap.includes(',') ? ',' : ''
}

function endsSentence(previous: RawWord, gap: string, next: string): boolean {
  if (gap.length === 0 || gap === ' ' || gap === ', ') return false
  if (/[!?。！？।\n]/u.test(gap)) return true
  if (/\.{3}|…/u.test(gap)) return true
  if (!/\.["'”»)]* /u.test(gap)) return false
  // "am 12. Mai", "12. květen", "2025. június", "r. po": the stop belongs to the number or short form
  if (gap === '. ' && (/^\p{Ll}/u.test(next) || (previous.digit && months.has(foldWord(next))))) return false
  return !(titles.has(previous.form) || (previous.text.length === 1 && previous.capital))
}
