import type { CaptionLanguage } from './languages/index.ts'
import type { CaptionDate } from './token.ts'
import { languageBit, listedBits, months, weekdays } from './vocabulary.ts'
import type { RawWord } from './words.ts'

/** Dates and weekdays found among words, and which words they used up. */
export interface FoundDates {
  readonly dates: CaptionDate[]
  readonly weekdays: number[]
  readonly used: ReadonlySet<number>
}

const joints = new Set(['de', 'del', 'of', 'den', 'the', 'di', 'am', 'τησ', 'του'])
const dayForm = /^(\d{1,2})(?:st|nd|rd|th|er|e|o|a|º|ª)?$/u
const yearForm = /^(?:1[89]|20)\d\d$/u

/** Reads dates in every order in which the languages print them: "Nov. 28, 2017", "28 de noviembre de 2017", "2017-11-28". */
export function readDates(words: readonly RawWord[], language: CaptionLanguage | undefined): FoundDates {
  const dates: CaptionDate[] = []
  const days: number[] = []
  const used = new Set<number>()
  for (let at = 0; at < words.length; at++) {
    const { form, digit } = words[at]!
    if (used.has(at)) continue
    if (digit) {
      const found = readNumeric(words, at, language) ?? readHan(words, at)
      if (found) {
        dates.push(found.date)
        for (let index = at - (found.before ?? 0); index < at + found.length; index++) used.add(index)
      }
      continue
    }
    const weekday = weekdays.get(form) ?? (words[at + 1]?.form === 'feira' ? weekdays.get(`${form}-feira`) : undefined)
    if (weekday !== undefined) {
      days.push(weekday)
      used.add(at)
      if (words[at + 1]?.form === 'feira') used.add(at + 1)
      continue
    }
    const month = monthAt(words[at]!, language)
    if (month !== undefined) readAround(words, at, month, dates, used)
  }
  return { dates, weekdays: [...new Set(days)], used }
}

/**
 * Short forms that are words elsewhere ("mar", "set", "ago") count only in their own language, and so do the Latin
 * names of languages whose small words are few: "marca" is March in Polish and a brand in Spanish.
 */
function monthAt(word: RawWord, language: CaptionLanguage | undefined): number | undefined {
  const { form } = word
  const found = months.get(form)
  if (!found) return undefined
  if (language !== undefined && (found.languages & languageBit(language)) !== 0) {
    const own = found.elsewhere.find((other) => (other.languages & languageBit(language)) !== 0)
    return (own ?? found).month
  }
  if ((found.languages & 1) !== 0) return found.month
  const plain = (found.languages & listedBits) !== 0 || form.charCodeAt(0) > 0x24f
  return plain && form.length >= 4 && form !== 'sett' ? found.month : undefined
}

function readAround(
  words: readonly RawWord[],
  at: number,
  month: number,
  dates: CaptionDate[],
  used: Set<number>,
): void {
  let day: number | undefined
  let year: number | undefined
  const taken = [at]
  const before = joints.has(words[at - 1]?.form ?? '') ? at - 2 : at - 1
  const after = joints.has(words[at + 1]?.form ?? '') ? at + 2 : at + 1
  const dayBefore = used.has(before) ? undefined : readDay(words[before])
  const dayAfter = readDay(words[after])
  let next = after
  if (
    dayBefore !== undefined &&
    !(dayAfter !== undefined && !yearForm.test(words[after]!.form) && words[before]!.before === '' && before < at - 1)
  ) {
    day = dayBefore
    taken.push(before)
    if (before === at - 2) taken.push(at - 1)
  } else if (dayAfter !== undefined) {
    day = dayAfter
    taken.push(after)
    if (after === at + 2) taken.push(at + 1)
    next = joints.has(words[after + 1]?.form ?? '') ? after + 2 : after + 1
  }
  const yearWord = words[next]
  if (yearWord && yearForm.test(yearWord.form)) {
    year = Number(yearWord.form)
    taken.push(next)
    if (joints.has(words[next - 1]!.form)) taken.push(next - 1)
  }
  // "2025. június 11.", "2025 June 11"
  const opening = words[at - 1]
  if (year === undefined && day !== undefined && next > after && opening !== undefined && !used.has(at - 1)) {
    if (yearForm.test(opening.form) && opening.end + 2 >= words[at]!.start) {
      year = Number(opening.form)
      taken.push(at - 1)
    }
  }
  if (day === undefined && year === undefined) return
  dates.push({ ...(year === undefined ? {} : { year }), month, ...(day === undefined ? {} : { day }) })
  for (const index of taken) used.add(index)
}

function readDay(word: RawWord | undefined): number | undefined {
  const match = word?.digit === true ? dayForm.exec(word.form) : null
  const day = match ? Number(match[1]) : 0
  return day >= 1 && day <= 31 ? day : undefined
}

/** "28.11.2017", "2017.11.28", "28. 11. 2017", "2017-11-28", "11/28/2017": month before day only in English. */
function readNumeric(
  words: readonly RawWord[],
  at: number,
  language: CaptionLanguage | undefined,
): FoundDate | undefined {
  const word = words[at]!
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/u.exec(word.form)
  if (dotted) return dated(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]), 1)
  const turned = /^((?:1[89]|20)\d\d)\.(\d{1,2})\.(\d{1,2})$/u.exec(word.form)
  if (turned) return dated(Number(turned[1]), Number(turned[2]), Number(turned[3]), 1)
  const [second, third] = [words[at + 1], words[at + 2]]
  if (second?.digit !== true || third?.digit !== true) return undefined
  const apart = word.dotted && second.dotted
  const step = apart ? 2 : 1
  if (second.start !== word.end + step || third.start !== second.end + step) return undefined
  if (apart && !yearForm.test(word.form)) {
    return yearForm.test(third.form) ? dated(Number(third.form), Number(second.form), Number(word.form), 3) : undefined
  }
  const [a, b, c] = [Number(word.form), Number(second.form), Number(third.form)]
  if (yearForm.test(word.form)) return dated(a, b, c, 3)
  if (!yearForm.test(third.form) && !/^\d\d$/u.test(third.form)) return undefined
  return language === 'en' && b > 12
    ? dated(c, a, b, 3)
    : language === 'en' && a <= 12
      ? dated(c, a, b, 3)
      : dated(c, b, a, 3)
}

function dated(year: number, month: number, day: number, length: number): FoundDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return { date: { year: year < 100 ? 2000 + year : year, month, day }, length }
}

const hanUnits: readonly [string, string][] = [
  ['年', 'year'],
  ['月', 'month'],
  ['日', 'day'],
]

/** The year before the first of an era: Japan's, and that of the Republic as Taiwan prints it. */
const eras: ReadonlyMap<string, number> = new Map([
  ['令和', 2018],
  ['平成', 1988],
  ['昭和', 1925],
  ['民国', 1911],
  ['民國', 1911],
])

/** A date and its words: `length` of them from the first digit on, and `before` of them before it. */
interface FoundDate {
  readonly date: CaptionDate
  readonly length: number
  readonly before?: number
}

/** "2017年11月28日", "11月28日", "令和6年5月12日"; Korean "2017년 11월 28일" joins the units to the numbers. */
function readHan(words: readonly RawWord[], at: number): FoundDate | undefined {
  const korean = /^(?:\d{1,4}[년월]|\d{1,2}일)$/u.test(words[at]!.form)
  if (korean) return readKorean(words, at)
  const date: { year?: number; month?: number; day?: number } = {}
  let index = at
  for (const [unit, field] of hanUnits) {
    const word = words[index]
    if (word?.digit === true && words[index + 1]?.form === unit) {
      date[field as 'year'] = Number(word.form)
      index += 2
    }
  }
  // "14日午前" is a day, "14日間" a fortnight
  const known = date.month !== undefined || (date.day !== undefined && words[index]?.form !== '間')
  if (!known || index === at) return undefined
  const era = date.year === undefined ? undefined : eras.get(`${words[at - 2]?.form}${words[at - 1]?.form}`)
  if (era !== undefined) return { date: { ...date, year: era + date.year! }, length: index - at, before: 2 }
  // Taiwan's year without the name of its era: "114年9月3日"
  if (date.year !== undefined && date.year >= 90 && date.year < 200) date.year += 1911
  return { date, length: index - at }
}

function readKorean(words: readonly RawWord[], at: number): FoundDate | undefined {
  const date: { year?: number; month?: number; day?: number } = {}
  let index = at
  for (const [unit, field] of [
    ['년', 'year'],
    ['월', 'month'],
    ['일', 'day'],
  ] as const) {
    const match = /^(\d{1,4})(\p{Script=Hangul})/u.exec(words[index]?.form ?? '')
    if (match?.[2] !== unit) continue
    date[field] = Number(match[1])
    index++
  }
  return date.month !== undefined || (date.day !== undefined && date.year === undefined)
    ? { date, length: index - at }
    : undefined
}

/** The weekday (0 Sunday) of a full date in the Gregorian calendar. */
export function weekdayOf({ year, month, day }: CaptionDate): number | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined
  // Sakamoto's method
  const y = month < 3 ? year - 1 : year
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7
}
