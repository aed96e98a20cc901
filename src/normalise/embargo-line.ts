import { readMonth } from './months.ts'
import { foldSpace } from './text.ts'
import { readTime } from './time.ts'
import type { ReadTime, TimeOptions } from './time.ts'

/** An embargo that a line of a press release declares; `time` is absent when the line says none that can be read. */
export interface EmbargoLine {
  readonly line: string
  readonly time?: ReadTime
}

// the words with which press offices hold a release, in the languages of the wire; they open a line or a subject
const opening =
  /^[*_#>•[(\s-]{0,8}(?:strict(?:ly)?\s|under\s|media\s|news\s|press\s|sous\s|bajo\s){0,2}(?:(embargo|эмбарго)|embargoed|embargad[oa]|sperrfrist|sperrvermerk|hold for release|release time|not for (?:publication|release|broadcast)(?:[ ,]{1,3}(?:publication|release|broadcast|or|online)){0,4} (?:before|until))(?![\p{L}])/iu
// behind the word: nothing, a colon, until when. "Embargo on fish" is news of an embargo and holds nothing
const behind =
  /^\s{0,4}(?:$|[:*_\])\d]|un?til\b|till\b|for release|bis\b|zum\b|jusqu|hasta\b|até\b|fino\b|tot\b|til\b|do\b|до\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|to \d|(?:at|um)\b)/iu
/** What every opening holds: most lines are ruled out by it. */
const mayHold = /embarg|sperr|release|not for|эмбарго/i
const lifted = /\b(?:no|without|keine?|ohne|sans|sin) (?:embargo|sperrfrist)|\blifted\b|aufgehoben|levé\b/iu

const clock =
  /\b(?:(\d{1,2})[:.h](\d{2})|(\d{1,2})(?=\s?[ap]\.?m)|([01]\d[0-5]\d|2[0-3][0-5]\d)(?=\s?(?:hrs|hours|h\b|GMT|UTC|BST|CES?T|MES?Z|E[SD]T)))(?:\s?([ap])\.?m\b\.?)?/iu
const zone =
  /\b(GMT|UTC|BST|IST|CES?T|MES?Z|EES?T|WES?T|MSK|[ECMP][SD]T|AES?T|AEDT|AWST|NZ[SD]T|JST|SGT|HKT)\b|([+-]\d{2}:?\d{2})\b/u
const dayMonth = /\b(\d{1,2})(?:st|nd|rd|th|er|\.)?\s(?:of\s|de\s)?(\p{L}{3,12})\.?,?(?:\s(?:de\s)?(\d{4}))?/giu
const monthDay = /\b(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?![:.h\d])(?:,?\s(\d{4}))?/giu
const numeric = /\b(\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})\b/u

/** How many lines of a release are looked at: the embargo stands above the text. */
const headLines = 15
const longestLine = 200

/** The embargo that the head of a text, or its subject, declares. Undefined when none does, or when it says "no embargo". */
export function findEmbargo(lines: readonly string[], options: TimeOptions): EmbargoLine | undefined {
  let timeless: EmbargoLine | undefined
  for (const raw of lines.slice(0, headLines)) {
    if (!mayHold.test(raw)) continue
    const line = foldSpace(raw)
    const found = line.length > longestLine ? null : opening.exec(line)
    if (
      found === null ||
      lifted.test(line) ||
      !(/(?:before|until)$/i.test(found[0]) || behind.test(line.slice(found[0].length)))
    )
      continue
    const time = readTime(writtenTime(line), options)
    if (time !== undefined) return { line, time }
    // a subject says "embargoed", and a line below it until when; the bare noun is also what news of an embargo begins with
    if (found[1] === undefined) timeless ??= { line }
  }
  return timeless
}

/** Day, clock and zone of a line in the order in which times are read, whatever order they stood in. */
function writtenTime(line: string): string | undefined {
  const day = writtenDay(line)
  if (day === undefined) return undefined
  const found = clock.exec(line.replace(numeric, ' '))
  if (found === null) return /\bnoon\b/i.test(line) ? `${day} 12:00` : day
  const [, hour, minute, whole, four, half] = found
  const time = four === undefined ? `${hour ?? whole ?? ''}:${minute ?? '00'}` : `${four.slice(0, 2)}:${four.slice(2)}`
  const named = zone.exec(line)
  const at = `${day} ${time}${half === undefined ? '' : ` ${half}m`}`
  return named === null ? at : `${at} ${named[1] ?? named[2] ?? ''}`
}

function writtenDay(line: string): string | undefined {
  const digits = numeric.exec(line)?.[1]
  if (digits !== undefined) return digits
  for (const [, day = '', name = '', year] of line.matchAll(dayMonth))
    if (readMonth(name) !== undefined) return [day, name, year].filter(Boolean).join(' ')
  for (const [, name = '', day = '', year] of line.matchAll(monthDay))
    if (readMonth(name) !== undefined) return [day, name, year].filter(Boolean).join(' ')
  return undefined
}
