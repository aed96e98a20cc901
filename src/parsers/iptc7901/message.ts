import { setRenderedBody } from '../../normalise/body.ts'
import { findDateline } from '../../normalise/dateline.ts'
import { findEmbargo } from '../../normalise/embargo-line.ts'
import { finishDraft } from '../../normalise/finish.ts'
import { dayOf, derivedUri, digestUri, transmissionUri } from '../../normalise/identity.ts'
import { linesOf } from '../../normalise/lines.ts'
import { readSlug } from '../../normalise/slug.ts'
import { readTime, setTime } from '../../normalise/time.ts'
import { readUrgency } from '../../normalise/urgency.ts'
import { ItemDraft } from '../../story/draft.ts'
import type { ParsedItem } from '../../story/draft.ts'
import type { ParserInput } from '../parser.ts'
import { renderBlocks } from '../wire-text/blocks.ts'
import { readWrapped } from '../wire-text/wrapped.ts'
import type { Frame } from './frame.ts'
import { readHead, readKind, readPiece } from './head.ts'
import type { Head } from './head.ts'
import { readHeader } from './header.ts'
import type { Iptc7901Header } from './header.ts'
import { readNationalVariant } from './national.ts'
import { splitNotebook } from './notebook.ts'
import { readStamp } from './trailer.ts'

const format = 'iptc7901'

/** Parses one message. Undefined when it holds no text: line tests. */
export function parseMessage(frame: Frame, input: ParserInput): ParsedItem | undefined {
  const national = readNationalVariant(frame.text)
  const parts = splitMessage(national.text)
  const header = readHeader(parts.header)
  const head = readHead(parts.text)
  const { body: lines, notes, editorialNote } = splitNotebook(head.rest)
  const body = renderBlocks(readWrapped(lines))
  if (body.text === '' && head.headline === undefined) return undefined

  const agency = header.agency ?? findDateline(body.text.slice(0, 200))?.agency ?? header.service
  const zone = input.zone ?? (/^(?:dpa|kna|ats|sda|apa)$/i.test(agency ?? '') ? 'Europe/Berlin' : undefined)
  const stamp = readStamp(parts.trailer)

  const times = { zone, receivedAt: input.receivedAt }
  const sent = readTime(stamp, times)
  const draft = new ItemDraft()
  const day = dayOf(sent?.iso ?? input.receivedAt)
  draft.set('uri', readUri(header, head, agency, day, body.text), 'header')
  setRenderedBody(draft, body, 'text')
  draft.set('source', agency, 'header')
  draft.set('headline', head.headline, 'head')
  draft.set('byline', head.byline, 'head')
  draft.set('takeKey', head.takeKey, 'head')
  draft.set('editorialType', readKind(head), 'head')
  draft.set('slug', header.slug, 'header')
  for (const keyword of header.slug?.split('/') ?? []) draft.add('keywords', keyword, 'header')
  draft.set('urgency', readUrgency(header.priority), 'header')
  if (header.category !== undefined) draft.add('categories', header.category, 'header')
  setTime(draft, 'versionCreated', sent ?? stamp, 'trailer', times)
  draft.set(
    'editorialNote',
    [head.remark, editorialNote].filter(Boolean).join(' '),
    head.remark === undefined ? 'notebook' : 'head',
  )
  // the clock of an embargo is that of the desk, which its stamp tells
  const offset = /[+-]\d{2}:\d{2}$/.exec(sent?.iso ?? '')?.[0]
  const clock = { ...times, zone: zone ?? (offset === undefined ? undefined : `utc${offset}`) }
  const held = findEmbargo(body.text.slice(0, 400).split('\n').filter(Boolean), clock)
  setTime(draft, 'embargoedUntil', held?.time ?? held?.line, 'text', clock)
  if (header.item !== undefined) draft.add('notes', `${agency ?? ''} ${header.item}`, 'header')
  for (const note of notes) draft.add('notes', note, 'notebook')
  if (frame.cut && stamp === undefined)
    draft.warn('iptc7901.cut', 'neither ETX, EOT nor a stamp ends the message; its end may be missing')
  if (national.used) draft.warn('charset.national', 'umlauts came in the German seven-bit code')
  return finishDraft(draft, times)
}

// STX may be missing together with the other controls; then the keyword line, which ends with a slash, parts them
function splitMessage(message: string): { header: string[]; text: string[]; trailer: string } {
  const start = message.indexOf('\u0002')
  const end = message.lastIndexOf('\u0003')
  const stop = end > start ? end : message.length
  const lines = linesOf(message.slice(start + 1, stop))
  const trailer = end > start ? message.slice(end + 1) : lines.slice(-6).join('\n')
  if (start >= 0) return { header: linesOf(message.slice(0, start)), text: lines, trailer }
  const slash = lines.findIndex((line, at) => at > 0 && at < 12 && /\/\s*$/.test(line))
  const from = slash >= 0 ? slash + 1 : 1
  return { header: lines.slice(0, from), text: end >= 0 ? lines.slice(from) : withoutStamp(lines.slice(from)), trailer }
}

/** Without ETX the stamp is the last line of the text. */
function withoutStamp(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '')
  return readStamp(lines[last] ?? '') !== undefined && (lines[last] ?? '').trim().length < 40
    ? lines.slice(0, last)
    : [...lines]
}

/**
 * The keywords stay the same through leads and refiles of a day; extras, features and the like under the same keywords are
 * stories of their own. Without keywords the agency's number of the item tells stories apart.
 */
function readUri(
  header: Iptc7901Header,
  head: Head,
  agency: string | undefined,
  day: string | undefined,
  words: string,
): string {
  const name = agency ?? 'unnamed'
  const family = header.slug === undefined ? '' : readSlug(header.slug).family
  const piece = readPiece(head.takeKey ?? '')
  if (family !== '') return derivedUri(format, name, day ?? 'undated', piece === '' ? family : `${family}.${piece}`)
  const number = header.item ?? (header.service === undefined ? undefined : `${header.service}${header.number ?? ''}`)
  if (number !== undefined) return transmissionUri({ agency: name, number, day, format })
  return digestUri(format, name, head.headline ?? '', words)
}
