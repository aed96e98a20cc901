import { load } from 'cheerio'

/** Feeds are announced in the head of a page. */
const reach = 524_288
const mostLinks = 10
/** Elements `link` of a page that are looked at. */
const mostElements = 500

const feedTypes = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/feed+json',
  'application/rdf+xml',
  'application/xml',
  'text/xml',
])

/** A feed that a page announces. */
export interface FeedLink {
  readonly url: string
  readonly title?: string
}

/** The feeds a web page names with `<link rel="alternate">`, in its order, comment feeds last. */
export function feedLinks(html: string, base: string): readonly FeedLink[] {
  const links: FeedLink[] = []
  const page = load(linkElements(html.slice(0, reach)), { xml: { xmlMode: false, decodeEntities: true } })
  for (const element of page('link[rel~="alternate" i][href]').toArray()) {
    const { type = '', href = '', title } = element.attribs
    const isFeed = feedTypes.has(type.trim().toLowerCase())
    if (!isFeed || href === '' || links.length >= mostLinks || !URL.canParse(href, base)) continue
    links.push({ url: new URL(href, base).href, ...(title === undefined || title === '' ? {} : { title }) })
  }
  const isComments = ({ url, title }: FeedLink): boolean => /comment/i.test(`${url} ${title ?? ''}`)
  return [...links.filter((link) => !isComments(link)), ...links.filter(isComments)]
}

/**
 * The `link` elements alone, outside comments and scripts: to read a page of nothing but unclosed elements takes time
 * that grows with the square of their number.
 */
function linkElements(html: string): string {
  const text = without(without(html, '<!--', '-->'), '<script', '</script')
  const element = /<link\s(?:[^<>"']|"[^"<]{0,2000}"|'[^'<]{0,2000}'){1,4000}>/gi
  const found: string[] = []
  for (let match = element.exec(text); match !== null && found.length < mostElements; match = element.exec(text)) {
    found.push(match[0])
  }
  return found.join('')
}

/** A text without what stands between two marks; one that is never closed leaves nothing behind it. */
function without(text: string, open: string, close: string): string {
  // Of ASCII alone: other letters may change their length.
  const lower = text.replace(/[A-Z]{1,100}/g, (letters) => letters.toLowerCase())
  const kept: string[] = []
  let from = 0
  for (let at = lower.indexOf(open); at >= 0; at = lower.indexOf(open, from)) {
    kept.push(text.slice(from, at))
    const end = lower.indexOf(close, at + open.length)
    if (end < 0) return kept.join('')
    from = end + close.length
  }
  return kept.join('') + text.slice(from)
}
