import { load } from 'cheerio'

/** Feeds are announced in the head of a page. */
const reach = 524_288
const mostLinks = 10

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
  const page = load(html.slice(0, reach), { xml: { xmlMode: false, decodeEntities: true } })
  for (const element of page('link[rel~="alternate" i][href]').toArray()) {
    const { type = '', href = '', title } = element.attribs
    const isFeed = feedTypes.has(type.trim().toLowerCase())
    if (!isFeed || href === '' || links.length >= mostLinks || !URL.canParse(href, base)) continue
    links.push({ url: new URL(href, base).href, ...(title === undefined || title === '' ? {} : { title }) })
  }
  const isComments = ({ url, title }: FeedLink): boolean => /comment/i.test(`${url} ${title ?? ''}`)
  return [...links.filter((link) => !isComments(link)), ...links.filter(isComments)]
}
