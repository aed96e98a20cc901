import { daysIn } from '../../normalise/calendar.ts'

/** The stamp behind ETX: who sent the message, and the only full time in it. */
export interface AnpaTrailer {
  /** "AP", "KWS" (Kyodo World Service). */
  readonly sender: string
  /** ISO 8601 with an offset. */
  readonly time: string
}

// AP-WF-11-13-13 1509GMT, AP-NY-11-13-13 1009EST
const ap = /\b([A-Z]{2,5})-(?:[A-Z]{2,4}-)?(\d{2})-(\d{2})-(\d{2}) (\d{2})(\d{2}) ?(GMT|UTC|Z|E[SD]T)\b/
// KWS-21:37-09-12-18: day first, Japanese time
const kyodo = /\b([A-Z]{2,5})-(\d{2}):(\d{2})-(\d{2})-(\d{2})-(\d{2})\b/
const offsets: Readonly<Record<string, string>> = { GMT: 'Z', UTC: 'Z', Z: 'Z', EST: '-05:00', EDT: '-04:00' }

/** Reads the trailer; undefined when there is none or it names no possible time. */
export function readTrailer(text: string): AnpaTrailer | undefined {
  const end = text.slice(-400)
  const american = ap.exec(end)
  if (american !== null) {
    const [, sender = '', month, day, year, hour, minute, zone = ''] = american
    return make(sender, [year, month, day, hour, minute], offsets[zone] ?? 'Z')
  }
  const japanese = kyodo.exec(end)
  if (japanese === null) return undefined
  const [, sender = '', hour, minute, day, month, year] = japanese
  return make(sender, [year, month, day, hour, minute], '+09:00')
}

function make(sender: string, digits: readonly (string | undefined)[], offset: string): AnpaTrailer | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = digits.map(Number)
  if (month < 1 || month > 12 || hour > 23 || minute > 59) return undefined
  // two digits below 70 are this century: ANPA 1312 is of 1979
  const full = year < 70 ? 2000 + year : 1900 + year
  if (day < 1 || day > daysIn(full, month)) return undefined
  const two = (value: number): string => String(value).padStart(2, '0')
  return { sender, time: `${full}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00${offset}` }
}
