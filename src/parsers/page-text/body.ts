import { findDateline } from '../../normalise/dateline.ts'
import { creditBelow } from './captions.ts'
import { rightsNotice } from './furniture.ts'
import { endsSentence } from './lines.ts'
import { isAnchor } from './roles.ts'
import type { RoleLine } from './roles.ts'

/** Where the story stands among the lines of a page. */
export interface BodySpan {
  /** First line of the story's text. */
  readonly from: number
  /** First line after it. */
  readonly to: number
}

/** What was taken out of the span. */
export interface BodyReading {
  readonly paragraphs: readonly string[]
  readonly copyrightNotice?: string
  readonly span: BodySpan
}

const headLines = 40

/** The first line of prose after the headline and the lines about it; a paragraph with a dateline beats an earlier one. */
export function findBodyStart(lines: readonly RoleLine[], headline: number): number {
  let first = -1
  let anchor = headline
  for (let at = headline + 1; at < Math.min(lines.length, headline + headLines); at++) {
    const line = lines[at]!
    if (first < 0 && isAnchor(line)) anchor = at
    if (line.role !== 'prose' && line.role !== 'captioned') continue
    if (line.role === 'prose' && findDateline(line.text)) return at
    // prose between the headline and its byline is a deck, prose said twice is a caption
    if (line.role === 'captioned' || creditBelow(lines, at) || anchorSoon(lines, at, headline) || repeats(lines, at))
      continue
    if (first < 0) first = at
    else if (at > first + 4) break
  }
  if (first < 0) return -1
  while (first - 1 > anchor && isLeadIn(lines[first - 1]!)) first--
  return first
}

/** A byline or stamp follows closely, and the headline did not already have one in between. */
function anchorSoon(lines: readonly RoleLine[], at: number, headline: number): boolean {
  const before = lines.slice(headline + 1, at).some(isAnchor)
  return !before && lines.slice(at + 1, at + 4).some(isAnchor)
}

function repeats(lines: readonly RoleLine[], at: number): boolean {
  const { key } = lines[at]!
  return lines.slice(0, at + 20).some((line, other) => other !== at && line.key === key)
}

function isLeadIn(line: RoleLine): boolean {
  return line.role === 'short' && endsSentence(line.text) && line.words >= 2 && !/[:;]$/u.test(line.text)
}

/** Where the story ends: at the discussion, the lists of other stories, or a copyright notice. */
export function findBodyEnd(lines: readonly RoleLine[], from: number): number {
  let prose = 0
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!
    if (line.role === 'prose') prose++
    if (line.role !== 'furniture' || line.furniture !== 'end') continue
    if (prose >= 2 || !proseAhead(lines, at)) return at
  }
  return lines.length
}

// "Comments" or "Videos" in a row of buttons at the head of a story ends nothing when the story is still to come
function proseAhead(lines: readonly RoleLine[], at: number): boolean {
  let prose = 0
  for (const line of lines.slice(at + 1, at + 40)) {
    if (line.role === 'furniture' && line.furniture === 'end') break
    if (line.role === 'prose') prose++
  }
  return prose >= 3
}

/** The story's paragraphs. `taken` holds the lines that are captions. */
export function readBody(
  lines: readonly RoleLine[],
  span: BodySpan,
  taken: ReadonlySet<number>,
  headline: string,
): BodyReading {
  const kept: number[] = []
  const seen = new Set<string>([headline])
  let inList = false
  for (let at = span.from; at < span.to; at++) {
    const line = lines[at]!
    if (line.role === 'furniture') inList = line.furniture === 'list' || (inList && line.furniture === 'button')
    if (taken.has(at) || isOutside(line)) continue
    const isText = line.role === 'prose' || line.role === 'captioned'
    if (inList && !isText) continue
    if (isText) inList = false
    // a paragraph said twice is a pull quote or a teaser
    if (line.words >= 6 && seen.has(line.key)) continue
    seen.add(line.key)
    kept.push(at)
  }
  const trimmed = dropTail(lines, kept, span)
  const notice = lines.slice(span.from, Math.min(lines.length, span.to + 30)).find((line) => rightsNotice(line.text))
  return {
    paragraphs: trimmed.map((at) => lines[at]!.text),
    span,
    ...(notice ? { copyrightNotice: notice.text } : {}),
  }
}

function isOutside(line: RoleLine): boolean {
  return line.role === 'furniture' || line.role === 'credit' || (line.role === 'stamp' && !endsSentence(line.text))
}

/** Short lines after the last paragraph are links to other stories, unless they are a table, a list or speech. */
function dropTail(lines: readonly RoleLine[], kept: readonly number[], span: BodySpan): number[] {
  let last = kept.length
  while (last > 0 && !isText(lines[kept[last - 1]!]!)) last--
  const tail = kept.slice(last)
  if (last === 0 || tail.length === 0) return [...kept]
  const from = kept[last - 1]! + 1
  const furnished = lines.slice(from, span.to).some((line) => line.role === 'furniture' || line.role === 'stamp')
  const keep = tail.filter((at) => {
    const line = lines[at]!
    if (/^[_*—–-]{2,5}$/u.test(line.text)) return true
    return !furnished && (line.bullet || endsSentence(line.text) || /\d/u.test(line.text))
  })
  return [...kept.slice(0, last), ...keep]
}

function isText(line: RoleLine): boolean {
  return line.role === 'prose' || line.role === 'captioned' || (endsSentence(line.text) && line.words >= 4)
}
