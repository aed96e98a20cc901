import { setRenderedBody } from '../../normalise/body.ts'
import { readBylines } from '../../normalise/byline.ts'
import { findDateline } from '../../normalise/dateline.ts'
import { finishDraft } from '../../normalise/finish.ts'
import { findEmbargo } from '../../normalise/embargo-line.ts'
import { linesOf } from '../../normalise/lines.ts'
import { setTime } from '../../normalise/time.ts'
import type { TimeOptions } from '../../normalise/time.ts'
import { readUrgency } from '../../normalise/urgency.ts'
import { ItemDraft } from '../../story/draft.ts'
import type { ParsedItem } from '../../story/draft.ts'
import type { ParserInput } from '../parser.ts'
import { renderBlocks } from '../wire-text/blocks.ts'
import { readCharacters } from './characters.ts'
import { readCopy } from './copy.ts'
import type { Copy } from './copy.ts'
import type { Frame } from './frame.ts'
import { readHeader } from './header.ts'
import type { AnpaHeader } from './header.ts'
import { anpaUri, readAgency, readDay, targetUri } from './identity.ts'
import type { AnpaNames } from './identity.ts'
import { readTrailer } from './trailer.ts'

/** "AP-Top-Business-Headlines", "AP-Top-News-at-8-p.m.-EST": headlines of the hour, for broadcasters to choose from. */
const headlines = /^(?:AP-)?Top[- ](?:[A-Za-z.]{1,20}[- ]){0,3}(?:Headlines|News|Stories)(?:[- ]at[- ].{1,30})?$/i

const advisory = { reason: 'advisory', from: 'header category' } as const

/** Parses one message. Undefined when it holds neither copy nor a slug: line tests, fill. */
export function parseMessage(frame: Frame, input: ParserInput): ParsedItem | undefined {
  const parts = splitMessage(frame.text)
  const header = readHeader(parts.header)
  const copy = readCopy(parts.copy)
  const { furniture, blocks } = copy
  const slug = furniture.slug ?? header.slug
  const body = renderBlocks(blocks)
  if (body.text === '' && furniture.headline === undefined) return undefined

  const trailer = readTrailer(parts.trailer)
  const first = blocks.find((block) => block.kind === 'paragraph')
  const tag = trailer === undefined && first?.kind === 'paragraph' ? findDateline(first.text)?.agency : undefined
  const agency = readAgency(trailer, tag, slug)
  const stamp = trailer?.time ?? input.receivedAt
  const names: AnpaNames = {
    agency: agency ?? 'unnamed',
    day: readDay(header, agency, stamp),
    slug,
    transref: header.transref,
  }

  const draft = new ItemDraft()
  draft.set('uri', anpaUri(names, `${furniture.headline ?? ''} ${body.text}`), 'slug')
  setRenderedBody(draft, body, 'copy')
  draft.set('source', agency, trailer === undefined ? 'dateline' : 'trailer')
  fillHeader(draft, header)
  fillFurniture(draft, copy, slug === undefined ? undefined : readCharacters(slug))
  if (trailer !== undefined) setTime(draft, 'versionCreated', { iso: trailer.time, zoneless: false }, 'trailer')
  holdAdvance(draft, furniture.release, advanceDay(slug, names.day), {
    zone: input.zone ?? zoneOf(agency),
    receivedAt: stamp,
  })
  if (frame.cut && trailer === undefined)
    draft.warn('anpa.cut', 'neither ETX, EOT nor a stamp ends the message; its end may be missing')
  if (headlines.test(slug ?? '')) draft.set('notPublishable', 'digest', 'slug')
  if (/\b(?:AP ?)?News ?Alert\b|-APNewsAlert\b/i.test(slug ?? '')) draft.set('editorialType', 'alert', 'slug')
  return finishDraft(draft, {
    zone: input.zone,
    receivedAt: input.receivedAt,
    // kills, withholds and disregards name their story by slug and transmission number; the store can close it
    uriOf: (target) => targetUri(target, names.agency, names.day),
    otherwise: header.category?.toLowerCase() === 'v' ? advisory : undefined,
  })
}

// ETX may be lost or come twice; the last one before the trailer counts
function splitMessage(text: string): { header: string[]; copy: string; trailer: string } {
  const start = text.indexOf('\u0002')
  const end = text.lastIndexOf('\u0003')
  const stop = end > start ? end : beforeTrailer(text)
  const from = start >= 0 ? start : Math.max(0, text.search(/^\^/m))
  const copy = text.slice(start >= 0 ? from + 1 : from, stop)
  return {
    header: linesOf(text.slice(0, from)),
    copy: copy.includes('\u0002') || copy.includes('\u0003') ? copy.replace(/[\u0002\u0003]/g, '') : copy,
    trailer: text.slice(stop),
  }
}

/** Where ETX was stripped, the stamp on the last line still ends the copy. */
function beforeTrailer(text: string): number {
  const whole = text.trimEnd()
  const line = Math.max(whole.lastIndexOf('\n'), whole.lastIndexOf('\r')) + 1
  return whole.length - line < 80 && readTrailer(whole.slice(line)) !== undefined ? line : text.length
}

function fillHeader(draft: ItemDraft, header: AnpaHeader): void {
  draft.set('urgency', readUrgency(header.priority, 'anpa'), 'header priority')
  if (header.category !== undefined) draft.add('categories', header.category, 'header category')
  if (header.transref !== undefined) draft.add('notes', `transmission reference ${header.transref}`, 'header')
  if (header.selector !== undefined) draft.add('notes', `selector ${header.selector}`, 'header')
}

function fillFurniture(draft: ItemDraft, { furniture }: Copy, slug: string | undefined): void {
  draft.set('slug', slug, furniture.slug === undefined ? 'header' : 'furniture')
  draft.set('headline', withoutPlus(furniture.headline), 'furniture')
  draft.set('headlineExtended', furniture.headlineExtended, 'furniture')
  draft.set('byline', furniture.byline, 'furniture')
  if (furniture.byline !== undefined) draft.set('bylines', readBylines(furniture.byline, furniture.title), 'furniture')
  draft.set('editorialNote', furniture.notes.join(' '), 'furniture')
  for (const pictures of furniture.pictures) draft.add('notes', pictures, 'furniture')
}

/** An advance says when it may be used, in words; one that does not say it is held all the same. */
function holdAdvance(draft: ItemDraft, lines: readonly string[], day: string | undefined, times: TimeOptions): void {
  if (lines.length === 0 && day === undefined) return
  const spoken = lines.map((line) =>
    line.replace(/^(?:adv(?:ance)?\.? )?for (?:release|use) (?:on )?/i, 'EMBARGOED until '),
  )
  const held = findEmbargo(spoken, times)
  setTime(draft, 'embargoedUntil', held?.time ?? day ?? 'indefinite', 'furniture', times)
  for (const line of lines) draft.add('notes', line, 'furniture')
}

/** The day that an advance's slug names: "ADV20" is the next 20th from the day it was sent on. */
function advanceDay(slug: string | undefined, sent: string | undefined): string | undefined {
  const day = Number(/\bADV(\d{1,2})\b/i.exec(slug ?? '')?.[1] ?? 0)
  const from = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(sent ?? '')
  if (from === null || day < 1 || day > 31) return undefined
  const later = day < Number(from[3]) ? 1 : 0
  const date = new Date(Date.UTC(Number(from[1]), Number(from[2]) - 1 + later, day))
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined
}

/** AP's advances are released by the clock of New York. */
function zoneOf(agency: string | undefined): string | undefined {
  return agency === undefined || agency === 'AP' ? 'America/New_York' : undefined
}

/** Kyodo marks the end of a headline with a plus sign. */
function withoutPlus(headline: string | undefined): string | undefined {
  return headline?.endsWith('+') === true ? headline.replace(/\s?\+$/, '') : headline
}
