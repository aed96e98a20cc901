import { readJson } from '../json/read.ts'
import { detached } from './detached.ts'

/** No window of a feed is larger. */
const mostEntries = 1000
/** Of one entry; links and dates stand near its top. */
const entryReach = 20_000

/** An entry of a feed as far as a source needs to know it: where its story stands, and which state of it this is. */
export interface FeedEntry {
  /** Absolute, http or https. */
  readonly link: string
  /** When it was changed or published, as written; empty when the feed does not say. */
  readonly mark: string
}

/** The entries of RSS, Atom, RDF or JSON Feed that have a link, in the order of the document, each link once. */
export function feedEntries(bytes: Buffer, base: string): readonly FeedEntry[] {
  const isJson = /^(?:\xef\xbb\xbf)?\s{0,200}[[{]/.test(bytes.toString('latin1', 0, 210))
  const found = isJson ? jsonEntries(bytes) : xmlEntries(bytes.toString('utf8'))
  const entries = new Map<string, FeedEntry>()
  for (const { link, mark } of found) {
    const url = absolute(link, base)
    if (url !== undefined && !entries.has(url)) entries.set(url, { link: url, mark: detached(mark.slice(0, 60)) })
  }
  return [...entries.values()]
}

function absolute(link: string, base: string): string | undefined {
  if (link.length > 2000 || !URL.canParse(link, base)) return undefined
  const url = new URL(link, base)
  url.hash = ''
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' ? url.href : undefined
}

function xmlEntries(text: string): FeedEntry[] {
  const starts: number[] = []
  const entry = /<(?:[\w-]{1,20}:)?(?:item|entry)[\s>]/g
  for (let match = entry.exec(text); match !== null && starts.length < mostEntries; match = entry.exec(text)) {
    starts.push(match.index)
  }
  return starts.map((start, index) => {
    const chunk = text.slice(start, Math.min(starts[index + 1] ?? text.length, start + entryReach))
    return { link: plain(firstOf(linkPatterns, chunk)), mark: plain(firstOf(markPatterns, chunk)) }
  })
}

/** RSS link; Atom link without a relation or with rel=alternate, href before or after it; permalink; RDF about. */
const linkPatterns = [
  /<link>\s{0,40}(?:<!\[CDATA\[)?\s{0,40}([^<\]\s]{1,2000})/i,
  /<(?:atom:)?link\s(?=[^<>]{0,2000}?\brel\s?=\s?["']alternate["'])[^<>]{0,2000}?\bhref\s?=\s?["']([^"'<>]{1,2000})/i,
  /<(?:atom:)?link\s(?![^<>]{0,2000}?\brel\s?=)[^<>]{0,2000}?\bhref\s?=\s?["']([^"'<>]{1,2000})/i,
  /<guid>\s{0,40}(?:<!\[CDATA\[)?\s{0,40}(https?:[^<\]\s]{1,2000})/i,
  /^<[^<>]{1,100}rdf:about\s?=\s?["']([^"'<>]{1,2000})/i,
]

const markPatterns = [
  /<(?:atom:)?updated>\s{0,40}([^<]{1,60})/i,
  /<(?:dcterms:)?modified>\s{0,40}([^<]{1,60})/i,
  /<pubDate>\s{0,40}(?:<!\[CDATA\[)?\s{0,40}([^<\]]{1,60})/i,
  /<dc:date>\s{0,40}([^<]{1,60})/i,
  /<published>\s{0,40}([^<]{1,60})/i,
]

function firstOf(patterns: readonly RegExp[], chunk: string): string {
  for (const pattern of patterns) {
    const found = pattern.exec(chunk)?.[1]
    if (found !== undefined) return found
  }
  return ''
}

const plain = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&#x26;', '&').trim()

function jsonEntries(bytes: Buffer): FeedEntry[] {
  let page: unknown
  try {
    page = readJson(bytes)
  } catch {
    return []
  }
  const items = typeof page === 'object' && page !== null ? (page as { items?: unknown }).items : undefined
  if (!Array.isArray(items)) return []
  return (items as readonly unknown[]).slice(0, mostEntries).flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null) return []
    const { url, date_modified: modified, date_published: published } = entry as Record<string, unknown>
    const mark = modified ?? published
    return typeof url === 'string' ? [{ link: url, mark: typeof mark === 'string' ? mark : '' }] : []
  })
}
