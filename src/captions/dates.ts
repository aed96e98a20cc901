import type { CaptionLanguage } from './languages/index.ts'
import type { CaptionDate } from './token.ts'
import { languageBit, months, weekdays } from './vocabulary.ts'
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
        for (let index = at; index < at + found.length; index++) used.add(index)
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

/** Short forms that are words elsewhere ("mar", "set", "ago") count only in their own language. */
function monthAt(word: RawWord, language: CaptionLanguage | undefined): number | undefined {
  const found = months.get(word.form)
  if (!found) return undefined
  if (word.form.length >= 5 || (word.form.length === 4 && word.form !== 'sett')) return found.month
  if (language !== undefined && (found.languages & languageBit(language)) !== 0) return found.month
  return (found.languages & 1) !== 0 ? found.month : undefined
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
  if (day === undefined && year === undefined) return
  dates.push({ ...(year === undefined ? {} : { year }), month, ...(day === undefined ? {} : { day }) })
  for (const index of taken) used.add(index)
}

function readDay(word: RawWord | undefined): number | undefined {
  const match = word?.digit === true ? dayForm.exec(word.form) : null
  const day = match ? Number(match[1]) : 0
  return day >= 1 && day <= 31 ? day : undefined
}

/** "28.11.2017", "2017-11-28", "11/28/2017": month before day only in English with slashes. */
function readNumeric(
  words: readonly RawWord[],
  at: number,
  language: CaptionLanguage | undefined,
): { date: CaptionDate; length: number } | undefined {
  const word = words[at]!
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/u.exec(word.form)
  if (dotted) return dated(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]), 1)
  const [second, third] = [words[at + 1], words[at + 2]]
  if (second?.digit !== true || third?.digit !== true) return undefined
  if (second.start !== word.end + 1 || third.start !== second.end + 1) return undefined
  const [a, b, c] = [Number(word.form), Number(second.form), Number(third.form)]
  if (yearForm.test(word.form)) return dated(a, b, c, 3)
  if (!yearForm.test(third.form) && !/^\d\d$/u.test(third.form)) return undefined
  return language === 'en' && b > 12
    ? dated(c, a, b, 3)
    : language === 'en' && a <= 12
      ? dated(c, a, b, 3)
      : dated(c, b, a, 3)
}

function dated(
  year: number,
  month: number,
  day: number,
  length: number,
): { date: CaptionDate; length: number } | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return { date: { year: year < 100 ? 2000 + year : year, month, day }, length }
}

const hanUnits: readonly [string, string][] = [
  ['年', 'year'],
  ['月', 'month'],
  ['日', 'day'],
]

/** "2017年11月28日", "11月28日"; Korean "2017년 11월 28일" joins the units to the numbers. */
function readHan(words: readonly RawWord[], at: number): { date: CaptionDate; length: number } | undefined {
  const korean = /^(\d{1,4})(년|월)$/u.exec(words[at]!.form)
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
  return known && index > at ? { date, length: index - at } : undefined
}

function readKorean(words: readonly RawWord[], at: number): { date: CaptionDate; length: number } | undefined {
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
  return date.month !== undefined ? { date, length: index - at } : undefined
}

/** The weekday (0 Sunday) of a full date in the Gregorian calendar. */
export function weekdayOf({ year, month, day }: CaptionDate): number | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined
  // Sakamoto's method
  const y = month < 3 ? year - 1 : year
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7
}
