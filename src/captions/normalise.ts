import { hash } from 'node:crypto'
import { splitCredit } from '../normalise/credits/credit.ts'
import type { CreditFlag } from '../normalise/credits/credit-words.ts'
import { cleanCaption, longestCaption } from './clean.ts'
import { readDates } from './dates.ts'
import type { CaptionLanguage } from './languages/index.ts'
import { cyrillicLanguage, letterBitsOf } from './letters.ts'
import { peelCaption } from './peel.ts'
import { stemWord } from './stem.ts'
import { weigh } from './token.ts'
import type { CaptionDate, CaptionToken } from './token.ts'
import {
  keepsEnding,
  languageBitsOf,
  languageCount,
  languageOf,
  noVocabulary,
  pictureWords,
  plainNegations,
  postalCodes,
  states,
  vocabularies,
} from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'
import { mostWords, readWords } from './words.ts'
import type { RawWord } from './words.ts'

/** Raised whenever a rule changes what `key` or `words` come out as: stored captions are then keyed again. */
export const captionNormaliserVersion = 4

/** A caption in the form in which captions are compared and stored. */
export interface NormalisedCaption {
  /** The version of the normaliser that made it. */
  readonly version: number
  /** Readable: without credit, interface text, file prefix and doubling. */
  readonly text: string
  /** Folded words in order, dates and weekdays left out, short forms written out, plurals reduced. */
  readonly words: readonly string[]
  readonly dates: readonly CaptionDate[]
  /** 0 is Sunday. */
  readonly weekdays: readonly number[]
  readonly numbers: readonly string[]
  /** The fullest credit as printed. */
  readonly credit?: string
  readonly photographers: readonly string[]
  readonly agencies: readonly string[]
  readonly flags: readonly CreditFlag[]
  /** sha256 in hex over version, words, dates and weekdays. */
  readonly key: string
  /** What was taken off, as printed. */
  readonly peeled: readonly string[]
  /** The language its small words speak for. */
  readonly language?: CaptionLanguage
  /** The text was cut by a length limit or "... more". */
  readonly truncated: boolean
  /** How many of its words carry a fact; see `weigh`. */
  readonly weight: number
  /** One entry a word of `words`. */
  readonly tokens: readonly CaptionToken[]
}

/** Credit parts known from the document itself (a credit element, metadata): they beat what the text says. */
export interface KnownCredit {
  readonly credit?: string
  readonly photographer?: string
  readonly agency?: string
}

/** Brings a caption as printed into its canonical form. Pure, linear in the length of the text, never throws. */
export function normaliseCaption(raw: string, known: KnownCredit = {}): NormalisedCaption {
  const peeled = peelCaption(cleanCaption(raw))
  const given = known.credit === undefined ? undefined : splitCredit(known.credit)
  const words = readWords(peeled.text)
  const language = cyrillicLanguage(detectLanguage(words, peeled.text), peeled.text)
  const vocabulary = language === undefined ? noVocabulary : vocabularies.get(language)!
  const found = readDates(words, language)
  const tokens = readTokens(joinThousands(words, found.used, language), found.used, vocabulary)
  const dates = [...found.dates]
  for (const date of peeled.dates) dates.push(...readDates(readWords(date), language).dates)
  const forms = tokens.map((token) => token.form)
  const credit = known.credit ?? peeled.credit
  const photographer = known.photographer ?? given?.photographer
  const agency = known.agency ?? given?.agency
  const weekdays = [...found.weekdays].sort()
  const overflow = raw.length > longestCaption || words.length >= mostWords ? raw : ''
  return {
    version: captionNormaliserVersion,
    text: peeled.text,
    words: forms,
    dates: distinctDates(dates),
    weekdays,
    numbers: tokens.filter((token) => token.kind === 'number').map((token) => token.form),
    ...(credit === undefined ? {} : { credit }),
    photographers: photographer === undefined ? peeled.photographers : photographer.split(', '),
    agencies: agency === undefined ? peeled.agencies : [agency],
    flags: peeled.flags,
    key: keyOf(forms, distinctDates(dates), weekdays, overflow),
    peeled: peeled.peeled,
    ...(language === undefined ? {} : { language }),
    truncated: /(?:\.{3}|…)["'”»]?$/u.test(peeled.text.slice(-4)),
    weight: weigh(tokens),
    tokens,
  }
}

function detectLanguage(words: readonly RawWord[], text: string): CaptionLanguage | undefined {
  const counts = new Uint16Array(languageCount)
  for (let at = 0; at < words.length && at < 120; at++) {
    if (!words[at]!.acronym) count(counts, languageBitsOf(words[at]!.form))
  }
  // enough small words leave nothing to the letters
  const language = languageOf(counts)
  if (language !== undefined && most(counts) >= fewWords) return language
  const letters = letterBitsOf(text)
  if (letters === 0) return language
  count(counts, letters)
  return languageOf(counts)
}

const fewWords = 4

function most(counts: Uint16Array): number {
  let found = 0
  for (let bit = 0; bit < counts.length; bit++) if (counts[bit]! > found) found = counts[bit]!
  return found
}

function count(counts: Uint16Array, languages: number): void {
  for (let bit = 0, bits = languages; bits !== 0; bit++, bits >>>= 1) if ((bits & 1) !== 0) counts[bit]!++
}

const thousands = /^\d{3}$/u

/** "1 200" is one number where blanks part the thousands; in English two numbers stand side by side so. */
function joinThousands(
  words: readonly RawWord[],
  used: ReadonlySet<number>,
  language: CaptionLanguage | undefined,
): readonly RawWord[] {
  if (language === 'en') return words
  let joined: RawWord[] | undefined
  for (let at = 0; at + 1 < words.length; at++) {
    const [word, next] = [words[at]!, words[at + 1]!]
    if (!word.digit || !next.digit || next.start !== word.end + 1 || next.before !== '' || word.dotted) continue
    if (!/^[1-9]\d{0,2}$/u.test(word.form) || !thousands.test(next.form) || used.has(at) || used.has(at + 1)) continue
    joined ??= [...words]
    // the first word goes and the second takes its place, so that the others keep theirs
    joined[at + 1] = { ...next, form: word.form + next.form, start: word.start, before: word.before }
    joined[at] = { ...word, form: '' }
    at++
  }
  return joined ?? words
}

function readTokens(words: readonly RawWord[], used: ReadonlySet<number>, vocabulary: Vocabulary): CaptionToken[] {
  const tokens: CaptionToken[] = []
  for (let at = 0; at < words.length; at++) {
    if (used.has(at)) continue
    const word = words[at]!
    if (word.form === '') continue
    const forms = formsOf(word, vocabulary)
    for (const form of forms) {
      tokens.push({
        form,
        // the words of a state that was written out are no name of a person
        capital: word.capital && forms.length === 1,
        kind: kindOf(word, form, vocabulary),
        sentence: word.sentence,
        possessive: word.possessive,
        before: word.before,
      })
    }
  }
  return uniteNames(tokens)
}

const united: ReadonlyMap<string, string> = new Map([
  ['state', 'usa'],
  ['nation', 'un'],
  ['kingdom', 'uk'],
])

/** "United States" and "U.S." are one word. */
function uniteNames(tokens: CaptionToken[]): CaptionToken[] {
  if (!tokens.some((token) => token.form === 'united')) return tokens
  const kept: CaptionToken[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    const short = token.form === 'united' ? united.get(tokens[at + 1]?.form ?? '') : undefined
    kept.push(short === undefined ? token : { ...token, form: short })
    if (short !== undefined) at++
  }
  return kept
}

function formsOf(word: RawWord, vocabulary: Vocabulary): readonly string[] {
  const { form, text } = word
  if (word.digit) return [readNumber(form)]
  if (form === 'us' && /^U\.?S\.?$/u.test(text)) return ['usa']
  if (form === 'eeuu' || form === 'eua') return ['usa']
  if (word.dotted || word.bracketed) {
    const state = word.capital ? states.get(form) : undefined
    if (state) return state
    const full = vocabulary.shortForms.get(form)
    if (full !== undefined) return [keepsEnding(full) ? full : stemWord(full)]
  }
  const postal = word.postal ? postalCodes.get(word.text) : undefined
  if (postal) return postal
  const number = vocabulary.numbers.get(form)
  if (number !== undefined) return [number]
  // small words keep their ending, whatever the language: "après" is no plural
  return [keepsEnding(form) ? form : stemWord(form)]
}

/** "3,000" and "3.000" are 3000, "7,9" is 7.9. */
function readNumber(form: string): string {
  if (/^\d{1,3}(?:[.,]\d{3})+$/u.test(form)) return form.replace(/[.,]/gu, '')
  return form.replace(',', '.')
}

function kindOf(word: RawWord, form: string, vocabulary: Vocabulary): CaptionToken['kind'] {
  if (word.digit || /^\d/u.test(form)) return 'number'
  if (vocabulary.negations.has(word.form) || plainNegations.has(word.form)) return 'negation'
  if (vocabulary.positions.has(word.form) || vocabulary.positions.has(form)) return 'position'
  if (!word.acronym && vocabulary.functionWords.has(word.form)) return 'function'
  return pictureWords.has(form) ? 'picture' : 'content'
}

function distinctDates(dates: readonly CaptionDate[]): CaptionDate[] {
  const kept = new Map<string, CaptionDate>()
  for (const date of dates) kept.set(printDate(date), date)
  return [...kept.values()]
}

const printDate = ({ year, month, day }: CaptionDate): string => `${year ?? '?'}-${month ?? '?'}-${day ?? '?'}`

function keyOf(
  words: readonly string[],
  dates: readonly CaptionDate[],
  weekdays: readonly number[],
  overflow: string,
): string {
  const parts = [
    captionNormaliserVersion,
    words.join(' '),
    dates.map(printDate).sort().join(' '),
    weekdays.join(' '),
    overflow,
  ]
  return hash('sha256', parts.join('\n'), 'hex')
}
