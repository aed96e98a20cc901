import { usStates } from '../normalise/gazetteer/us-states.ts'
import { foldWord } from './fold.ts'
import { captionLanguages, listedLanguages } from './languages/index.ts'
import type { CaptionWords } from './caption-words.ts'
import type { CaptionLanguage } from './languages/index.ts'
import { stemWord } from './stem.ts'

/** The words of one language as sets, ready for look-up by folded word. */
export interface Vocabulary {
  readonly functionWords: ReadonlySet<string>
  readonly negations: ReadonlySet<string>
  readonly opposites: ReadonlyMap<string, ReadonlySet<string>>
  readonly subordinators: ReadonlySet<string>
  readonly numbers: ReadonlyMap<string, string>
  readonly positions: ReadonlySet<string>
  readonly shortForms: ReadonlyMap<string, string>
}

const split = (list: string): string[] => list.split(' ').filter((word) => word !== '')
const folded = (list: string): Set<string> => new Set(split(list).map(foldWord))
const paired = (list: string): [string, string][] =>
  split(list).map((pair) => pair.split('|').map(foldWord) as [string, string])

function opposed(list: string): Map<string, Set<string>> {
  const map = new Map<string, Set<string>>()
  const add = (word: string, other: string): void => {
    map.set(word, (map.get(word) ?? new Set()).add(other))
  }
  for (const [one, other] of paired(list)) {
    add(one, other)
    add(other, one)
  }
  return map
}

const languages = Object.keys(captionLanguages) as CaptionLanguage[]

export const vocabularies: ReadonlyMap<CaptionLanguage, Vocabulary> = new Map(
  languages.map((language) => {
    const words = captionLanguages[language]
    return [
      language,
      {
        functionWords: folded(`${words.functionWords} ${words.subordinators}`),
        negations: folded(words.negations),
        opposites: opposed(words.opposites),
        subordinators: folded(words.subordinators),
        numbers: new Map(paired(words.numbers)),
        positions: folded(words.positions),
        shortForms: new Map(paired(words.shortForms)),
      },
    ]
  }),
)

/** For captions whose language cannot be told: no word is without weight. */
export const noVocabulary: Vocabulary = {
  functionWords: new Set(),
  negations: new Set(),
  opposites: new Map(),
  subordinators: new Set(),
  numbers: new Map(),
  positions: new Set(),
  shortForms: new Map(),
}

/** Words about the picture itself, of every language. */
export const pictureWords: ReadonlySet<string> = new Set(
  languages.flatMap((language) => split(captionLanguages[language].pictureWords).map(foldWord)),
)

/** Stands in the lists for a month or weekday that a language does not say in one word of its own. */
const unsaid = '-'

/** A month's name: the languages (as bits) in which it is one, and the month, which "listopad" is not in all alike. */
export interface MonthName {
  readonly languages: number
  readonly month: number
  /** Where languages disagree: what the others mean, by their bits. */
  readonly elsewhere: readonly { readonly languages: number; readonly month: number }[]
}

export const months: ReadonlyMap<string, MonthName> = (() => {
  const meanings = new Map<string, Map<number, number>>()
  languages.forEach((language, bit) => {
    split(captionLanguages[language].months).forEach((forms, index) => {
      for (const form of forms.split('|').map(foldWord)) {
        if (form === unsaid) continue
        const known = meanings.get(form) ?? new Map<number, number>()
        meanings.set(form, known.set(index + 1, (known.get(index + 1) ?? 0) | (1 << bit)))
      }
    })
  })
  const read = (known: ReadonlyMap<number, number>): MonthName => {
    const [first, ...elsewhere] = [...known].map(([month, bits]) => ({ month, languages: bits }))
    return {
      languages: elsewhere.reduce((bits, other) => bits | other.languages, first!.languages),
      month: first!.month,
      elsewhere,
    }
  }
  return new Map([...meanings].map(([form, known]) => [form, read(known)]))
})()

/** A weekday's name: 0 is Sunday. */
export const weekdays: ReadonlyMap<string, number> = new Map(
  languages.flatMap((language) =>
    split(captionLanguages[language].weekdays).flatMap((forms, index) =>
      forms.split('|').flatMap((form) => (form === unsaid ? [] : [[foldWord(form), index] as const])),
    ),
  ),
)

/** AP's abbreviations of states, without points, to their words; "D.C." stays, since papers print it both ways. */
export const states: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(usStates)
    .filter(([short]) => short.endsWith('.') && short !== 'd.c.')
    .map(([short, name]) => [short.replaceAll('.', ''), name.toLowerCase().split(' ').map(stemWord)] as const),
)

/** Postal codes of states to the words of their names. */
export const postalCodes: ReadonlyMap<string, readonly string[]> = new Map(
  (
    'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|FL Florida|' +
    'GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|' +
    'MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|' +
    'NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|' +
    'OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|' +
    'UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming'
  )
    .split('|')
    .map((entry) => {
      const [code, ...words] = entry.split(' ')
      return [code!, words.map((word) => stemWord(word.toLowerCase()))] as const
    }),
)

function languageBits(
  pick: (words: Vocabulary, language: CaptionLanguage) => Iterable<string>,
): ReadonlyMap<string, number> {
  const bits = new Map<string, number>()
  languages.forEach((language, bit) => {
    for (const word of new Set(pick(vocabularies.get(language)!, language)))
      bits.set(word, (bits.get(word) ?? 0) | (1 << bit))
  })
  return bits
}

const functionBits = languageBits((words) => words.functionWords)
const tellingWords = (words: CaptionWords): string => words.tellingWords ?? ''
const smallBits = languageBits((words, language) => [
  ...folded(tellingWords(captionLanguages[language])),
  ...words.functionWords,
  ...words.negations,
  ...words.numbers.keys(),
  ...words.positions,
])
const listed = Object.keys(listedLanguages) as CaptionLanguage[]
/** The bits of the languages whose small words are all listed. */
export const listedBits = listed.reduce((bits, language) => bits | (1 << languages.indexOf(language)), 0)
const positionBits = languageBits((words) => words.positions)

/** Which languages (as bits) a word speaks for: its small words, months and weekdays. */
export const languageBitsOf = (word: string): number => (smallBits.get(word) ?? 0) | (months.get(word)?.languages ?? 0)

/** True for words that keep their ending in every language: "après", "links". */
export const keepsEnding = (word: string): boolean => functionBits.has(word) || positionBits.has(word)

/** Of languages whose captions may be too short to tell them; Chinese and Japanese are read by characters. */
const negationsElsewhere =
  'nije nisu neni nejsou nebyl nebyla nincs nincsenek tidak bukan belum tanpa degil ekki немає لا لم لن ليس ليست בלי ללא לא אין नहीं না নেই 못 안 不 没 沒 未 無 无 非'

/**
 * Negations that are no other word in any language, for captions too short to tell Danish from Swedish: "ikke", "nicht".
 */
export const plainNegations: ReadonlySet<string> = new Set([
  ...split(negationsElsewhere).map(foldWord),
  ...listed
    .flatMap((language) => [...vocabularies.get(language)!.negations])
    .filter((word) => word.length > 2 && ((functionBits.get(word) ?? 0) & listedBits) === 0 && !months.has(word)),
])

/** The language with the most function words among these; undefined when no word speaks for any. */
export function languageOf(counts: ArrayLike<number>): CaptionLanguage | undefined {
  let best = -1
  for (let bit = 0; bit < languages.length; bit++) if (counts[bit]! > (best < 0 ? 0 : counts[best]!)) best = bit
  return best < 0 ? undefined : languages[best]
}

export const languageCount = languages.length
export const languageBit = (language: CaptionLanguage): number => 1 << languages.indexOf(language)
