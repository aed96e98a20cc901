import { Parser } from 'htmlparser2'

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
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const { rel = '', type = '', href = '', title } = attributes
      const isFeed = name === 'link' && /\balternate\b/i.test(rel) && feedTypes.has(type.trim().toLowerCase())
      if (!isFeed || href === '' || links.length >= mostLinks || !URL.canParse(href, base)) return
      links.push({ url: new URL(href, base).href, ...(title === undefined || title === '' ? {} : { title }) })
    },
  })
  parser.end(html.slice(0, reach))
  const isComments = ({ url, title }: FeedLink): boolean => /comment/i.test(`${url} ${title ?? ''}`)
  return [...links.filter((link) => !isComments(link)), ...links.filter(isComments)]
}
