import type * as Luxon from 'luxon'
import type { ItemDraft } from '../story/draft.ts'
import { daysIn } from './calendar.ts'
import { readMonth } from './months.ts'
import { onDemand } from './on-demand.ts'
import { foldSpace } from './text.ts'
import { readOffset } from './zones.ts'

const luxon = onDemand<typeof Luxon>('luxon')

export interface TimeOptions {
  /** IANA zone in which a time without one is read. Default UTC. */
  readonly zone?: string | undefined
  /** ISO 8601; gives the year to dates without one. */
  readonly receivedAt?: string | undefined
}

export interface ReadTime {
  /** ISO 8601 with the offset as sent; Z stays Z. */
  readonly iso: string
  /** True when the offset came from the options, not from the agency. */
  readonly zoneless: boolean
}

interface Parts {
  year: number
  month: number
  day: number
  hour?: number
  minute?: number
  second?: number
  fraction?: string
  /** As written; undefined when there is none. */
  zone?: string | undefined
}

const clock = String.raw`(\d{1,2})[:h.](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`
const zoneAt = String.raw`(?:\s?([A-Za-z]{1,5}|(?:GMT|UTC)?\s?[+\u2212-]\d{1,2}:?(?:[0-5]\d)?))?(?:\s?\([^)]{0,40}\)|\s?\[[^\]]{0,40}\])?`
const meridiem = String.raw`(?:\s?([ap])\.?m\.?)?`

const extended = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ,]{1,2}${clock}${meridiem}${zoneAt})?$`, 'i')
const basic =
  /^(\d{4})(\d{2})(\d{2})(?:[T -]?(\d{2})(\d{2})(\d{2})?(?:[.,](\d{1,9}))?\s?(Z|[+-]\d{2}:?(?:\d{2})?|[A-Z]{1,5})?)?$/i
const yearMonth = /^(\d{4})(?:-(\d{2}))?$/
const weekday = /^\p{L}{2,14}\.?,?\s(?=\d|\p{L})/u
const dayFirst = new RegExp(
  String.raw`^(\d{1,2})(?:\.|st|nd|rd|th|er)?[\s-]{1,2}(?:de\s)?(\p{L}{3,12})\.?(?:[\s,-]{1,2}(?:de\s)?(\d{4}|'?\d{2}))?(?:,?\s(?:um|at|à|kl\.?|-)?\s?${clock}${meridiem}${zoneAt}(?:\s(\d{4}))?)?(?:\sUhr)?$`,
  'iu',
)
const monthFirst = new RegExp(
  String.raw`^(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?:,?\s(\d{4}))?(?:,?\s(?:at\s)?${clock}${meridiem}${zoneAt}(?:\s(\d{4}))?)?$`,
  'iu',
)
const timeThenMonth = new RegExp(
  String.raw`^${clock}${meridiem}${zoneAt},?\s(\p{L}{3,12})\.?\s(\d{1,2}),?\s(\d{4})$`,
  'iu',
)
const dotted = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s${clock}${zoneAt})?(?:\sUhr)?$`, 'i')
const slashed = new RegExp(String.raw`^(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\s${clock}${zoneAt})?$`, 'i')
// day and month change places across the Atlantic: read only where it is sure which is which
const slashedEither = new RegExp(String.raw`^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:,?\s${clock}${meridiem}${zoneAt})?$`, 'i')

/**
 * Reads a time as agencies write it: ISO 8601 extended and basic, RFC 822 with its usual faults, dates with month names
 * in the languages of the wire, bare dates (midnight). Never epoch numbers. Impossible dates give undefined.
 */
export function readTime(raw: string | undefined, options: TimeOptions = {}): ReadTime | undefined {
  if (raw === undefined || raw.length > 200) return undefined
  const text = foldSpace(raw)
  if (text === '') return undefined
  const parts = readParts(text, options)
  return parts === undefined ? undefined : assemble(parts, options)
}

function readParts(text: string, options: TimeOptions): Parts | undefined {
  let match: RegExpExecArray | null
  // a year of four digits opens the numeric forms; everything else begins with a day, an hour or a word
  if (/^\d{4}/.test(text)) {
    match = extended.exec(text)
    if (match !== null) return numeric(match[1], match[2], match[3], match.slice(4, 8), match[9], match[8])
    match = basic.exec(text)
    if (match !== null) return numeric(match[1], match[2], match[3], match.slice(4, 8), match[8])
    match = yearMonth.exec(text)
    if (match !== null) return { year: Number(match[1]), month: Number(match[2] ?? 1), day: 1 }
    match = slashed.exec(text)
    if (match !== null) return numeric(match[1], match[2], match[3], match.slice(4, 8), match[8])
  }
  match = dotted.exec(text)
  if (match !== null) return numeric(match[3], match[2], match[1], match.slice(4, 8), match[8])
  match = text.includes('/') ? slashedEither.exec(text) : null
  if (match !== null) {
    const [day, month] = Number(match[1]) > 12 ? [match[1], match[2]] : [match[2], match[1]]
    if (Number(day) <= 12 && Number(day) !== Number(month)) return undefined
    return numeric(match[3], month, day, match.slice(4, 8), match[9], match[8])
  }
  match = timeThenMonth.exec(text)
  if (match !== null) return named(match[7], match[8], match[9], match.slice(1, 5), match[6], match[5], options)

  // "mar." is a weekday in French and a month in English: the text is tried with and without its first word
  for (const isWhole of [true, false]) {
    const candidate = isWhole ? text : text.replace(weekday, '')
    match = dayFirst.exec(candidate)
    if (match !== null)
      return named(match[2], match[1], match[3] ?? match[10], match.slice(4, 8), match[9], match[8], options)
    match = monthFirst.exec(candidate)
    const parts =
      match === null
        ? undefined
        : named(match[1], match[2], match[3] ?? match[10], match.slice(4, 8), match[9], match[8], options)
    if (parts !== undefined) return parts
  }
  return undefined
}

type Digits = readonly (string | undefined)[]

function numeric(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  time: Digits,
  zone: string | undefined,
  half?: string,
): Parts {
  return { year: Number(year), month: Number(month), day: Number(day), ...clockOf(time, half), zone }
}

function named(
  monthName: string | undefined,
  day: string | undefined,
  year: string | undefined,
  time: Digits,
  zone: string | undefined,
  half: string | undefined,
  options: TimeOptions,
): Parts | undefined {
  const month = readMonth(monthName ?? '')
  if (month === undefined) return undefined
  const digits = year?.replace("'", '')
  // RFC 2822 4.3: two digits below 50 are this century
  const full =
    digits === undefined
      ? yearNear(month, Number(day), options.receivedAt)
      : digits.length === 2
        ? Number(digits) + (Number(digits) < 50 ? 2000 : 1900)
        : Number(digits)
  if (full === undefined) return undefined
  return { year: full, month, day: Number(day), ...clockOf(time, half), zone }
}

/** A date without a year means the one nearest to its arrival: a story of Dec. 31 arrives on Jan. 1. */
function yearNear(month: number, day: number, receivedAt: string | undefined): number | undefined {
  const arrival = receivedAt === undefined ? undefined : luxon().DateTime.fromISO(receivedAt, { zone: 'utc' })
  if (arrival === undefined || !arrival.isValid) return undefined
  let best: number | undefined
  let distance = Infinity
  for (const year of [arrival.year - 1, arrival.year, arrival.year + 1]) {
    const away = Math.abs(Date.UTC(year, month - 1, day) - arrival.toMillis())
    if (away < distance) {
      best = year
      distance = away
    }
  }
  return best
}

function clockOf([hour, minute, second, fraction]: Digits, half?: string): Partial<Parts> {
  if (hour === undefined || minute === undefined) return {}
  let hours = Number(hour)
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return { hour: 99 }
    hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  }
  return {
    hour: hours,
    minute: Number(minute),
    second: Number(second ?? 0),
    ...(fraction !== undefined && { fraction }),
  }
}

function assemble(parts: Parts, options: TimeOptions): ReadTime | undefined {
  const { year, month, day, fraction } = parts
  const { minute = 0 } = parts
  let { hour = 0, second = 0 } = parts
  // a leap second is a clock's word for the end of the minute
  if (second === 60) second = 59
  const nextDay = hour === 24 && minute === 0 && second === 0
  if (nextDay) hour = 0
  if (year < 1800 || year > 2200 || hour > 23 || minute > 59 || second > 59) return undefined
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined

  const offset = parts.zone === undefined ? undefined : readOffset(parts.zone)
  const two = (value: number): string => String(value).padStart(2, '0')
  const part = fraction === undefined || /^0+$/.test(fraction) ? '' : `.${fraction.slice(0, 3).padEnd(3, '0')}`
  const local = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${part}`
  if (offset !== undefined && !nextDay) return { iso: `${local}${offset}`, zoneless: false }
  const zone = offset === undefined ? (options.zone ?? 'utc') : offset === 'Z' ? 'utc' : `utc${offset}`
  if (!nextDay && /^utc$/i.test(zone)) return { iso: `${local.replace('.000', '')}Z`, zoneless: true }
  let time = luxon().DateTime.fromISO(local, { zone })
  if (!time.isValid) time = luxon().DateTime.fromISO(local, { zone: 'utc' })
  if (nextDay) time = time.plus({ days: 1 })
  const iso = time.toISO({ suppressMilliseconds: true })
  return iso === null ? undefined : { iso, zoneless: offset === undefined }
}

/**
 * Sets a time of the item, as written or as read already, with the warnings `time.zoneless` and `time.unreadable`. An embargo that is there but says no
 * time ("", "Next Monday") holds without an end: NewsML-G2 DateTimeOrNull, and the safe reading of free text.
 */
export function setTime(
  draft: ItemDraft,
  field: 'firstCreated' | 'versionCreated' | 'expires' | 'embargoedUntil',
  raw: string | ReadTime | undefined,
  from: string,
  options: TimeOptions = {},
): void {
  if (raw === undefined) return
  const time = typeof raw === 'string' ? readTime(raw, options) : raw
  if (time !== undefined) {
    draft.set(field, time.iso, from)
    if (time.zoneless)
      draft.warn('time.zoneless', `${field} came without a zone and was read in ${options.zone ?? 'UTC'}`)
    return
  }
  if (typeof raw === 'string' && raw.trim() !== '')
    draft.warn('time.unreadable', `${field}: ${foldSpace(raw).slice(0, 60)}`)
  if (field !== 'embargoedUntil') return
  draft.set(field, 'indefinite', from)
  draft.warn('time.embargo-indefinite', 'the embargo says no time; it holds until a later revision lifts it')
}
