import type { Caption, Dateline } from '../../story/item.ts'
import { findBodyEnd, findBodyStart, readBody } from './body.ts'
import type { BylineLine } from './byline-line.ts'
import type { PlacedCaption } from './captions.ts'
import { findCaptions } from './captions.ts'
import { readDatelineLine } from './dateline-line.ts'
import { readFurniture } from './furniture.ts'
import { chooseHeadline } from './headline.ts'
import { endsSentence, readPageLines } from './lines.ts'
import { readRoles } from './roles.ts'
import type { RoleLine } from './roles.ts'
import type { Stamp } from './stamps.ts'

/** What a flattened page says of its story. */
export interface FlatStory {
  readonly headline: string
  /** 0 to 1: how sure the choice of the headline is. */
  readonly confidence: number
  readonly byline?: BylineLine
  readonly stamps: readonly Stamp[]
  readonly sections: readonly string[]
  readonly abstract?: string
  readonly dateline?: Dateline
  readonly paragraphs: readonly string[]
  readonly captions: readonly Caption[]
  readonly copyrightNotice?: string
}

/** Reads the story of a flattened page, or undefined when the text has no headline with prose below it. */
export function readFlatStory(text: string): FlatStory | undefined {
  const lines = readRoles(readPageLines(text))
  const headline = chooseHeadline(lines)
  if (!headline) return undefined
  const from = findBodyStart(lines, headline.at)
  if (from < 0) return undefined
  const to = findBodyEnd(lines, from)
  const placed = findCaptions(lines, from, to)
  const captionLines = new Set(placed.map(({ at }) => at))
  const body = readBody(lines, { from, to }, captionLines, lines[headline.at]!.key)
  if (body.paragraphs.length === 0) return undefined
  const about = lines.slice(Math.max(0, headline.at - 3), from)
  const head = lines.slice(headline.at + 1, from)
  const byline = readByline(head) ?? readByline(lines.slice(Math.max(0, headline.at - 3), headline.at))
  const dateline = readDatelineLine(head.at(-1)) ?? readDatelineLine(head.at(-2))
  const abstract = readDeck(head, captionLines, headline.at + 1)
  return {
    headline: headline.text,
    confidence: headline.confidence,
    ...(byline ? { byline } : {}),
    stamps: about.flatMap((line) => (line.role === 'stamp' ? line.stamps : [])),
    sections: readSections(lines, headline.at),
    ...(abstract === undefined ? {} : { abstract }),
    ...(dateline ? { dateline } : {}),
    paragraphs: body.paragraphs,
    captions: placed.map((each: PlacedCaption) => each.caption),
    ...(body.copyrightNotice === undefined ? {} : { copyrightNotice: body.copyrightNotice }),
  }
}

/** The byline of the lines between headline and text. A bare name counts beside a stamp or an agency only. */
function readByline(head: readonly RoleLine[]): BylineLine | undefined {
  const bylines = head.flatMap((line, at) => (line.role === 'byline' ? [{ at, byline: line.byline }] : []))
  const marked = bylines.find(({ byline }) => !byline.bare)
  const bare = bylines.find(({ byline }) => byline.bare)
  // "Jane Doe" over "The Associated Press": the name is the author's, the line below says for whom
  if (
    bare &&
    marked?.byline.agency?.printed === marked?.byline.printed &&
    marked &&
    Math.abs(marked.at - bare.at) === 1
  ) {
    const first = bare.at < marked.at ? bare : marked
    const second = first === bare ? marked : bare
    return {
      printed: first === bare ? `${first.byline.printed}, ${second.byline.printed}` : second.byline.printed,
      ...(marked.byline.agency ? { agency: marked.byline.agency } : {}),
      bare: false,
    }
  }
  if (marked) return marked.byline
  const beside = bare && (head[bare.at + 1]?.role === 'stamp' || head[bare.at - 1]?.role === 'stamp')
  return beside ? bare.byline : undefined
}

const crumbs = /\s[>»›/]\s/u

/** The section printed above the headline, or the path of a breadcrumb line. */
function readSections(lines: readonly RoleLine[], headline: number): string[] {
  for (const line of lines.slice(Math.max(0, headline - 4), headline).reverse()) {
    if (crumbs.test(line.text) && line.words <= 10) {
      return line.text
        .split(crumbs)
        .filter((crumb) => crumb.length <= 40 && readFurniture(crumb) !== 'button' && !/^(?:home|start)/iu.test(crumb))
    }
    const plain = line.role === 'short' || (line.role === 'byline' && line.byline.bare)
    if (plain && line.words <= 4 && line.text.length <= 40 && /^\p{Lu}/u.test(line.text) && !endsSentence(line.text))
      return [line.text]
    if (line.role !== 'furniture' && line.role !== 'stamp') break
  }
  return []
}

/** A sentence between the headline and the byline. */
function readDeck(head: readonly RoleLine[], captions: ReadonlySet<number>, offset: number): string | undefined {
  for (const [at, line] of head.entries()) {
    if (line.role === 'stamp' || (line.role === 'byline' && !line.byline.bare)) return undefined
    if ((line.role === 'prose' || (line.role === 'short' && line.words >= 6)) && !captions.has(offset + at))
      return line.text
  }
  return undefined
}
