import { createHash } from 'node:crypto'
import type { HttpAnswer } from '../http/answer.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'
import { fromAnswer, readJson } from '../json/read.ts'
import { textRoles } from './config.ts'
import { slicePage } from './element-slices.ts'

/** The error object AP sends instead of data; with status 200, too. */
export interface PageError {
  readonly status?: number
  readonly code?: number
  readonly message: string
}

/** One rendition an item lists, as far as fetching it is concerned. */
export interface ListedRendition {
  readonly role: string
  readonly href?: string
  readonly priced: boolean
}

/** One element of the list: its bytes as received, and what the source needs to know of it. */
export interface PageElement {
  readonly bytes: Buffer
  /** itemid@etag; a digest stands in for what is missing. */
  readonly key: string
  readonly type?: string
  readonly uri?: string
  readonly versionCreated?: string
  /** Those with text; nobody asks for the others. */
  readonly renditions: readonly ListedRendition[]
  /** The element shows fields that only include=* brings. */
  readonly full: boolean
}

export interface Page {
  readonly elements: readonly PageElement[]
  readonly nextPage?: string
  readonly updated?: string
  readonly error?: PageError
  /** AP's own monitor of this session has raised an alarm: its condition and what it says. */
  readonly alarm?: string
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const fields = (value: unknown): Fields => (isFields(value) ? value : {})
const words = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
const count = (value: unknown): number | undefined => {
  const number = typeof value === 'string' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** Reads a page of the feed or of a search. Throws `source.bad-answer` when it is not one, or only half of one. */
export function readPage(answer: HttpAnswer): Page {
  const sliced = fromAnswer(answer, 'the page is', () => slicePage(answer.bytes))
  const envelope = fields(fromAnswer(answer, 'the page is', () => readJson(sliced.envelope)))
  const error = readError(envelope)
  const data = fields(envelope['data'])
  if (error === undefined && !isFields(envelope['data'])) {
    throw new FaultyAnswer('source.bad-answer', 'the page has neither data nor error', answer)
  }
  const nextPage = words(data['next_page'])
  const updated = words(data['updated'])
  return {
    elements: sliced.elements.map(({ start, end }) => readElement(answer.bytes.subarray(start, end))),
    ...(nextPage === undefined ? {} : { nextPage }),
    ...(updated === undefined ? {} : { updated }),
    ...(error === undefined ? {} : { error }),
    ...readAlarm(envelope),
  }
}

/** `monitor.conditionStatus.idleFeed.status` and its like for quality. */
function readAlarm(envelope: Fields): { readonly alarm?: string } {
  for (const [name, condition] of Object.entries(fields(fields(envelope['monitor'])['conditionStatus']))) {
    const { status, status_detail: detail } = fields(condition)
    if (status === 'alarm') return { alarm: `${name}: ${words(detail) ?? 'no detail'}`.slice(0, 200) }
  }
  return {}
}

function readError(envelope: Fields): PageError | undefined {
  if (!isFields(envelope['error'])) return undefined
  const { status, code, message } = envelope['error']
  const [statusNumber, codeNumber] = [count(status), count(code)]
  return {
    ...(statusNumber === undefined ? {} : { status: statusNumber }),
    ...(codeNumber === undefined ? {} : { code: codeNumber }),
    message: words(message) ?? 'no message',
  }
}

/** Reads what the source needs of one element; whatever is wrong with it is for the parser to say. */
function readElement(bytes: Buffer): PageElement {
  let element: Fields = {}
  try {
    element = fields(readJson(bytes))
  } catch {
    return { bytes, key: `unnamed@${digestOf(bytes)}`, renditions: [], full: true }
  }
  const item = fields(element['item'])
  const ids = fields(item['altids'])
  const itemId = words(ids['itemid'])
  const etag = words(ids['etag'])
  const type = words(item['type'])
  const uri = words(item['uri'])
  const versionCreated = words(item['versioncreated'])
  return {
    bytes,
    key: `${itemId ?? 'unnamed'}@${etag ?? digestOf(bytes)}`,
    ...(type === undefined ? {} : { type }),
    ...(uri === undefined ? {} : { uri }),
    ...(versionCreated === undefined ? {} : { versionCreated }),
    renditions: readRenditions(item['renditions']),
    full: 'urgency' in item || 'subject' in item || 'editorialtypes' in item || !isFields(element['item']),
  }
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16)

function readRenditions(value: unknown): ListedRendition[] {
  const listed = fields(value)
  return textRoles.flatMap((role) => {
    if (!Object.hasOwn(listed, role)) return []
    const { href, priced, pricetag } = fields(listed[role])
    const link = words(href)
    const isPriced = (priced !== undefined && priced !== false && priced !== 'false') || words(pricetag) !== undefined
    return [{ role, priced: isPriced, ...(link === undefined ? {} : { href: link }) }]
  })
}
