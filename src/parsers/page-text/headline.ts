import { endsWithStop } from './lines.ts'
import { isAnchor } from './roles.ts'
import type { RoleLine } from './roles.ts'

export interface HeadlineChoice {
  /** Position of the line. */
  readonly at: number
  readonly text: string
  /** 0 to 1. */
  readonly confidence: number
}

const fewestWords = 3
const mostWords = 24
const reach = 4
/** Candidates beyond this line are teasers. */
const searchLines = 400

/**
 * The headline of a flattened page: a line of 4 to 22 words without a full stop that an agency, a byline or a time stamp
 * follows within four lines. Teasers look the same, so the words decide: a headline's words come back in the text.
 */
export function chooseHeadline(lines: readonly RoleLine[]): HeadlineChoice | undefined {
  const proseWords = wordsOfProse(lines)
  let best: (HeadlineChoice & { readonly score: number }) | undefined
  for (const [at, line] of lines.slice(0, searchLines).entries()) {
    if (!isCandidate(line)) continue
    const score = scoreCandidate(lines, at, proseWords)
    if (score === undefined) continue
    if (!best || score > best.score + 0.01)
      best = { at, text: headlineText(lines, at), confidence: Math.min(0.95, score / 9), score }
  }
  return best && { at: best.at, text: best.text, confidence: best.confidence }
}

function isCandidate(line: RoleLine): boolean {
  if (line.role !== 'short' && line.role !== 'prose' && !(line.role === 'byline' && line.byline.bare)) return false
  return line.words >= fewestWords && line.words <= mostWords && !endsWithStop(line.text) && line.text.length <= 220
}

function scoreCandidate(
  lines: readonly RoleLine[],
  at: number,
  proseWords: ReadonlyMap<string, number>,
): number | undefined {
  const line = lines[at]!
  let anchors = 0
  let nearest = 0
  for (let next = at + 1; next <= at + reach && next < lines.length; next++) {
    if (!isAnchor(lines[next])) continue
    anchors++
    nearest ||= next - at
  }
  const proseNext = lines.slice(at + 1, at + 1 + reach).filter((near) => near.role === 'prose').length
  if (anchors === 0 && proseNext === 0 && !isAnchor(lines[at - 1])) return undefined
  if (!proseFollows(lines, at)) return undefined
  let score = Math.min(2, anchors) * 1.5 + (nearest === 1 ? 0.5 : 0)
  if (anchors === 0 && (isAnchor(lines[at - 1]) || isAnchor(lines[at - 2]))) score += 1
  score += Math.min(proseNext, 2) * 0.5
  score += 4 * sharedWords(line.key, proseWords, at)
  if (line.words < 4) score -= 1
  if (line.bullet) score -= 1.5
  if (line.gap) score += 0.3
  if (titled(lines, at)) score += 1.5
  // further down the page, everything else being equal, stand the other stories
  return score - Math.min(2, at / 60)
}

/** At least two paragraphs of prose stand after the line, before the next end of a story. */
function proseFollows(lines: readonly RoleLine[], at: number): boolean {
  let prose = 0
  for (const line of lines.slice(at + 1, at + 60)) {
    if (line.role === 'prose' && ++prose >= 2) return true
    if (line.role === 'furniture' && line.furniture === 'end' && prose > 0) break
  }
  return prose >= 1
}

// long words only: they carry the matter in every language with blanks
function contentWords(key: string): string[] {
  return key.split(' ').filter((word) => word.length >= 4)
}

/** Long words of the prose with the last line they stand in. */
function wordsOfProse(lines: readonly RoleLine[]): Map<string, number> {
  const words = new Map<string, number>()
  for (const [at, line] of lines.entries()) {
    if (line.role !== 'prose') continue
    for (const word of contentWords(line.key)) words.set(stem(word), at)
  }
  return words
}

function stem(word: string): string {
  return word.slice(0, Math.max(4, word.length - 3))
}

function sharedWords(key: string, proseWords: ReadonlyMap<string, number>, at: number): number {
  const words = contentWords(key)
  if (words.length === 0) return 0.5
  return words.filter((word) => (proseWords.get(stem(word)) ?? -1) > at).length / words.length
}

const titleMark = /\s[|–—·•-]\s(?=[^|]{2,60}$)/u

/** Another line repeats it as a page title: "Headline | Site name". */
function titled(lines: readonly RoleLine[], at: number): boolean {
  const key = lines[at]!.key
  return lines
    .slice(0, 40)
    .some(
      (line, other) =>
        other !== at && line.key.length > key.length && line.key.startsWith(`${key} `) && titleMark.test(line.text),
    )
}

/** The headline without the site's name that a page title hangs on it. */
function headlineText(lines: readonly RoleLine[], at: number): string {
  const text = lines[at]!.text
  const mark = titleMark.exec(text)
  if (!mark || at > 3) return text
  const before = text.slice(0, mark.index).trim()
  const site = text.slice(mark.index + mark[0].length)
  const siteWords = site.split(' ').length
  return before.split(' ').length >= 4 && siteWords <= 5 && !/[.!?]$/u.test(site) ? before : text
}
