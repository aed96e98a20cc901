import { readMonth } from '../../normalise/months.ts'
import { readOffset } from '../../normalise/zones.ts'
import { furtherMonths, publishedWords, relativePatterns, updatedWords } from './stamp-words.ts'

/** A line (or part of one) that tells when. */
export interface Stamp {
  /** As printed. */
  readonly raw: string
  readonly label?: 'published' | 'updated'
  /** "4 minutes ago": stays raw. */
  readonly relative: boolean
  /** ISO 8601 without a zone unless one was printed; a bare date when no time of day stands there. */
  readonly iso?: string
}

/** A stamp line says little else: more words than this make it prose. */
const stampWords = 16

const monthDay =
  /(?<![\p{L}\p{N}])(?<month>\p{L}{3,13})\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?:de\s|del\s)?(?<year>\d{4})(?!\d)/u
const dayMonth =
  /(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?[\s-](?:de\s)?(?<month>\p{L}{3,13})\.?,?[\s-](?:de\s|del\s)?(?<year>\d{4})(?!\d)/u
const yearFirst = /(?<!\d)(?<year>(?:19|20)\d\d)[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/u
const yearLast = /(?<!\d)(?<a>\d{1,2})(?<mark>[-/.])\s?(?<b>\d{1,2})[-/.]\s?(?<year>(?:19|20)\d\d)(?!\d)/u
const eastern = /(?<year>(?:19|20)\d\d)\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]?/u
const clock =
  /(?<!\d)(?<hour>\d{1,2})(?:\s?[:.h时時시]\s?(?<minute>\d\d)(?!\d)(?::(?<second>\d\d)(?!\d))?|(?=\s?[ap]\.?m\b))\s?(?<half>[ap]\.?m\b\.?)?\s?(?<zone>z\b|(?:gmt|utc)?[+-]\d{1,2}:?\d{0,2}(?!\d)|gmt\b|utc\b)?/iu

/** What a line says of time, or undefined when it is no stamp. A line "Published X Updated Y" gives two. */
export function readStamps(text: string): Stamp[] {
  // "LONDON, Feb. 1, 2017 /PRNewswire/ --" is a dateline
  if (text.length > 200 || text.split(' ').length > stampWords || /(?:--|[\/–—-])$/u.test(text)) return []
  const parts = partStamps(text)
  const stamps: Stamp[] = []
  for (const part of parts) {
    const stamp = readStamp(part)
    if (stamp) stamps.push(stamp)
  }
  return stamps
}

const updatedMark = new RegExp(`(?<=[\\s|•·,;(/—–-])(?=(?:${updatedWords.join('|')})(?![\\p{L}]))`, 'giu')
const startsUpdated = new RegExp(`^\\W{0,3}(?:${updatedWords.join('|')})(?![\\p{L}])`, 'iu')
const startsPublished = new RegExp(`^\\W{0,3}(?:${publishedWords.join('|')})(?![\\p{L}])`, 'iu')

function partStamps(text: string): string[] {
  const at = text.slice(1).search(updatedMark) + 1
  // "Last updated" holds "updated": only a part that has digits of its own stands before it
  return at > 0 && /\d/u.test(text.slice(0, at)) ? [text.slice(0, at).trim(), text.slice(at).trim()] : [text]
}

/** A word that every pattern of a relative stamp holds. */
const relativeWord = /ago\b|now\b|\bvor |\by a |\bhace |\bhá |\bfa\b|\bgeleden|sid(?:an|en)|\bsitten|назад|önce|前|전/iu

function readStamp(raw: string): Stamp | undefined {
  const found = findDay(raw)
  if (found === undefined && !relativeWord.test(raw)) return undefined
  const label = startsUpdated.test(raw) ? 'updated' : startsPublished.test(raw) ? 'published' : undefined
  const labelled: Pick<Stamp, 'label'> = label === undefined ? {} : { label }
  if (found) {
    if (unexplainedWords(raw, found.text) > (label === undefined ? 4 : 6)) return undefined
    return { raw, ...labelled, relative: false, iso: found.iso + findClock(raw.replace(found.text, ' ')) }
  }
  if (relativePatterns.some((pattern) => pattern.test(raw)) && raw.split(' ').length <= 9 && !/[.!?]$/u.test(raw)) {
    return { raw, ...labelled, relative: true }
  }
  return undefined
}

// words a stamp may hold besides its date: weekday, "at", "um", zone names; prose has many more
function unexplainedWords(raw: string, date: string): number {
  const rest = raw.replace(date, ' ').replace(startsUpdated, ' ').replace(startsPublished, ' ')
  return rest.split(' ').filter((word) => /^\p{L}{3,}/u.test(word)).length
}

interface Day {
  readonly text: string
  readonly iso: string
}

/** The first calendar day in a text. A day and month that could be either way round are not guessed. */
export function findDay(text: string): Day | undefined {
  if (!/\d/.test(text)) return undefined
  const named = monthDay.exec(text) ?? dayMonth.exec(text)
  if (named?.groups) {
    const name = named.groups.month ?? ''
    const month = readMonth(name) ?? furtherMonths.get(name.toLowerCase())
    if (month !== undefined) return day(named[0], named.groups.year, month, Number(named.groups.day))
  }
  const first = yearFirst.exec(text) ?? eastern.exec(text)
  if (first?.groups) return day(first[0], first.groups.year, Number(first.groups.month), Number(first.groups.day))
  const last = yearLast.exec(text)
  if (!last?.groups) return undefined
  const [a, b] = [Number(last.groups.a), Number(last.groups.b)]
  // 05.01.2026 is the fifth of January wherever dots are written; with strokes only a number above twelve tells
  if (last.groups.mark === '.' || a > 12) return day(last[0], last.groups.year, b, a)
  if (b > 12 || a === b || /\d\s?[ap]\.?m\b/iu.test(text)) return day(last[0], last.groups.year, a, b)
  return undefined
}

function day(text: string, year: string | undefined, month: number, date: number): Day | undefined {
  const y = Number(year)
  if (!(month >= 1 && month <= 12) || !(date >= 1 && date <= new Date(Date.UTC(y, month, 0)).getUTCDate()))
    return undefined
  return { text, iso: `${String(y).padStart(4, '0')}-${two(month)}-${two(date)}` }
}

function findClock(text: string): string {
  const groups = clock.exec(text)?.groups
  if (!groups) return ''
  let hour = Number(groups.hour)
  const half = groups.half?.toLowerCase()[0]
  if (half === 'p' && hour < 12) hour += 12
  if (half === 'a' && hour === 12) hour = 0
  const minute = Number(groups.minute ?? 0)
  if (hour > 23 || minute > 59) return ''
  const second = groups.second === undefined ? '' : `:${groups.second}`
  return `T${two(hour)}:${two(minute)}${second || ':00'}${(groups.zone === undefined ? undefined : readOffset(groups.zone)) ?? namedOffset(text)}`
}

/** CST, IST and BST mean several offsets; of those only what the wire's table knows is read. */
function namedOffset(text: string): string {
  const name = /(?<!\p{L})(?:[ABCEGHIJKMNPSUW][A-Z]{1,3}[TZ]|UTC)(?!\p{L})/u.exec(text)?.[0]
  return (name === undefined ? undefined : readOffset(name)) ?? ''
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
