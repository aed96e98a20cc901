import type { HttpAnswer } from '../http/answer.ts'
import { readJson } from '../json/read.ts'
import { linkHeader } from './link-header.ts'

/** How far from either end of a document its own links are looked for. */
const reach = 65_536

/** A feed has one hub or two. */
const mostHubs = 20

/** Addresses a feed names for itself: the page after this one, its hub, its own. Absolute, http or https. */
export interface FeedRelations {
  /** The next page (RFC 5005 next or prev-archive, JSON Feed next_url). */
  readonly next?: string
  readonly hubs: readonly string[]
  readonly self?: string
}

/** Reads them from the Link header first (WebSub, 4), then from what stands outside the entries of the document. */
export function feedRelations(answer: HttpAnswer): FeedRelations {
  const found = [...linkHeader(answer.headers.get('link')), ...documentLinks(answer.bytes)].flatMap(([rel, href]) => {
    const url = absolute(href, answer.url)
    return url === undefined ? [] : [[rel, url] as const]
  })
  const first = (wanted: string): string | undefined => found.find(([rel]) => rel === wanted)?.[1]
  const next = first('next') ?? first('prev-archive')
  const self = first('self')
  return {
    hubs: [...new Set(found.filter(([rel]) => rel === 'hub').map(([, url]) => url))].slice(0, 3),
    ...(next === undefined ? {} : { next }),
    ...(self === undefined ? {} : { self }),
  }
}

function absolute(href: string, base: string): string | undefined {
  if (href.length > 2000 || !URL.canParse(href, base)) return undefined
  const url = new URL(href, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
}

type Link = readonly [rel: string, href: string]

function documentLinks(bytes: Buffer): Link[] {
  const start = bytes
    .toString('utf8', 0, 512)
    .replace(/^\ufeff/, '')
    .trimStart()
  if (start.startsWith('{')) return jsonLinks(bytes)
  return start.startsWith('<') ? xmlLinks(outsideEntries(bytes)) : []
}

/** The head of the document and what follows its last entry: a link inside an entry is the entry's. */
function outsideEntries(bytes: Buffer): string {
  const head = bytes.toString('utf8', 0, reach)
  const firstEntry = head.search(/<(?:[\w-]{1,20}:)?(?:item|entry)[\s>]/)
  const tail = bytes.toString('utf8', Math.max(0, bytes.length - reach))
  const lastEntry = Math.max(tail.lastIndexOf('</entry>'), tail.lastIndexOf('</item>'))
  return (firstEntry < 0 ? head : head.slice(0, firstEntry)) + (lastEntry < 0 ? '' : tail.slice(lastEntry))
}

function xmlLinks(text: string): Link[] {
  return [...text.matchAll(/<(?:[\w-]{1,20}:)?link\s([^<>]{1,4000})>/gi)].flatMap(([, attributes]): Link[] => {
    const value = (name: string): string =>
      decode(
        new RegExp(`(?:^|\\s)${name}\\s?=\\s?(?:"([^"]{0,2000})"|'([^']{0,2000})')`, 'i')
          .exec(attributes ?? '')
          ?.slice(1)
          .find(Boolean) ?? '',
      )
    const href = value('href')
    return href === ''
      ? []
      : value('rel')
          .toLowerCase()
          .split(/\s{1,20}/)
          .map((rel): Link => [rel, href])
  })
}

const decode = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&').trim()

function jsonLinks(bytes: Buffer): Link[] {
  let page: Record<string, unknown>
  try {
    page = readJson(bytes) as Record<string, unknown>
  } catch {
    return []
  }
  const hubs = (Array.isArray(page['hubs']) ? (page['hubs'] as readonly unknown[]) : [])
    .slice(0, mostHubs)
    .map((hub): [string, unknown] => [
      'hub',
      typeof hub === 'object' && hub !== null ? (hub as { url?: unknown }).url : hub,
    ])
  const found: [string, unknown][] = [['next', page['next_url']], ['self', page['feed_url']], ...hubs]
  return found.flatMap(([rel, href]): Link[] => (typeof href === 'string' && href !== '' ? [[rel, href]] : []))
}
