import type { ParsedItem } from '../../story/draft.ts'
import type { Item } from '../../story/item.ts'
import { parsePage } from '../page/page.ts'
import type { Companion, ParseOutcome, ParserInput } from '../parser.ts'
import { canonicalAddress } from './address.ts'

/** A page says more than its feed when it has this many times the words of the feed's text, and these many more. */
const richer = { times: 1.15, words: 20 }
/** A text of the feed up to this long was a summary, and stays as the abstract where there is none. */
const summaryWords = 120

// what the page may add where the feed is silent; identity, status, headline and times are the feed's alone
const completed = ['byline', 'bylines', 'dateline', 'captions', 'media', 'language'] as const

/**
 * Fills items of a feed from the pages behind their links, which came along as companions of the role `page`: body and
 * word count where the page says more, byline, dateline, captions and media where the feed is silent. The item stays the
 * feed's: one story, whether its page was at hand or not. A page that is no story (a login, a consent form) adds nothing.
 */
export function fillFromPages(outcome: ParseOutcome, input: ParserInput): ParseOutcome {
  const pages = new Map<string, Companion>()
  for (const companion of input.companions ?? []) {
    if (companion.role === 'page' && companion.url !== undefined) pages.set(canonicalAddress(companion.url), companion)
  }
  if (outcome.kind === 'refused' || pages.size === 0) return outcome
  return { ...outcome, items: outcome.items.map((parsed) => fillItem(parsed, pages, input)) }
}

function fillItem(parsed: ParsedItem, pages: ReadonlyMap<string, Companion>, input: ParserInput): ParsedItem {
  const page = addressesOf(parsed.item).flatMap((address) => pages.get(address) ?? [])[0]
  if (page === undefined || parsed.item.type !== 'text') return parsed
  const { receivedAt, zone } = input
  const read = parsePage({
    ...page,
    ...(receivedAt === undefined ? {} : { receivedAt }),
    ...(zone === undefined ? {} : { zone }),
  })
  const story = read.kind === 'parsed' ? read.items[0] : undefined
  return story === undefined ? parsed : merge(parsed, story.item)
}

/** Where an item's story stands: its alternate links, and its uri when that is an address. */
function addressesOf({ links, uri }: Item): string[] {
  const alternates = (links ?? []).filter(({ rel }) => rel === 'alternate').map((link) => link.uri)
  return [...alternates, uri].filter((address) => /^https?:/i.test(address)).map(canonicalAddress)
}

function merge(parsed: ParsedItem, page: Item): ParsedItem {
  const { item } = parsed
  const words = item.wordCount ?? 0
  const { bodyHtml, bodyText, wordCount = 0 } = page
  if (bodyText === undefined || wordCount < words * richer.times + richer.words) return parsed
  const filled = completed.filter((field) => item[field] === undefined && page[field] !== undefined)
  const fromPage: Partial<Item> = Object.fromEntries(filled.map((field) => [field, page[field]]))
  const isSummary = item.abstract === undefined && item.bodyText !== undefined && words <= summaryWords
  const taken = ['bodyHtml', 'bodyText', 'wordCount', ...filled]
  const { bodyHtml: _short, ...kept } = item
  return {
    ...parsed,
    item: {
      ...kept,
      ...fromPage,
      ...(isSummary ? { abstract: item.bodyText } : {}),
      ...(bodyHtml === undefined ? {} : { bodyHtml }),
      bodyText,
      wordCount,
      provenance: { ...item.provenance, ...Object.fromEntries(taken.map((field) => [field, 'page'])) },
    } as Item,
    origins: { ...parsed.origins, ...Object.fromEntries(taken.map((field) => [field, 'page'])) },
  }
}
