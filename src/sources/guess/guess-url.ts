import { WireError } from '../../story/errors.ts'
import type { HttpAnswer } from '../http/answer.ts'
import type { HttpClient } from '../http/client.ts'
import { redactUrl, stripKeys } from '../http/redact-url.ts'
import { statusFault } from '../http/status-fault.ts'
import { bodyFault } from '../http-feed/body-fault.ts'
import { httpFeedConfigSchema } from '../http-feed/config.ts'
import { readSitemap } from '../http-feed/sitemap.ts'
import { readConfigWith } from '../read-config.ts'
import { feedLinks } from './feed-links.ts'
import type { FeedLink } from './feed-links.ts'
import type { Guess } from './outcome.ts'

const mostBytes = 16_777_216
const deadlineMs = 30_000

/** The AP API, wherever it is served from: its path is the same on the agency's host and on a rehearsal's. */
const apPath = /^\/media\/v(?:\d{1,2}(?:\.\d{1,3})?)?(?=\/|$)/

function guessAp(url: URL, allowPrivate: boolean): Guess {
  const version = apPath.exec(url.pathname)?.[0] ?? '/media/v'
  const products = [
    ...(/\bproductid:\s?\(?((?:[\d\s]|OR){1,2000})/i.exec(url.searchParams.get('q') ?? '')?.[1]?.matchAll(/\d{1,9}/g) ??
      []),
  ]
  return {
    kind: 'ap-media-api',
    config: {
      baseUrl: url.origin + version,
      ...(products.length === 0 ? {} : { products: products.map(([id]) => Number(id)) }),
      ...(allowPrivate ? { allowPrivate } : {}),
    },
    notes: [
      'This is the AP Media API. Put the key into the environment as AP_API_KEY, or its file into AP_API_KEY_FILE.',
    ],
  }
}

/** Asks the address once, and the feeds it announces when it is a web page. */
export async function guessUrl(http: HttpClient, text: string, allowPrivate: boolean): Promise<Guess> {
  const url = new URL(text)
  if (url.hostname === 'api.ap.org' || (apPath.test(url.pathname) && !/\/rss\b/.test(url.pathname))) {
    return guessAp(url, allowPrivate)
  }
  const config = (address: string): Record<string, unknown> => ({
    url: address,
    ...(allowPrivate ? { allowPrivate } : {}),
  })
  readConfigWith(httpFeedConfigSchema, config(text))
  const first = await ask(http, text, allowPrivate)
  const wrong = bodyFault(first.bytes, 'feed')
  if (wrong === undefined) return guessed(first, config(first.movedTo ?? text), [])

  const links = feedLinks(first.bytes.toString('utf8'), first.url)
  for (const link of links) {
    const answer = await ask(http, link.url, allowPrivate).catch(() => undefined)
    if (answer === undefined || bodyFault(answer.bytes, 'feed') !== undefined) continue
    return guessed(answer, config(stripKeys(link.url)), pageNotes(link, links))
  }
  if (bodyFault(first.bytes, 'page') === undefined) {
    const tried = links.length === 0 ? 'names no feed' : `names ${links.length} feeds, none of which answers as one`
    throw new WireError(
      'source.bad-answer',
      `${redactUrl(text)} is a web page and ${tried}. To follow the page itself, say \`--set expect=page\`.`,
    )
  }
  throw new WireError('source.bad-answer', `${redactUrl(text)}: ${wrong}`)
}

async function ask(http: HttpClient, url: string, allowPrivate: boolean): Promise<HttpAnswer> {
  const answer = await http.get({ url, deadlineMs, maxBytes: mostBytes, allowPrivate })
  const fault = statusFault(answer, new Date())
  if (fault !== undefined) throw fault
  return answer
}

function guessed(answer: HttpAnswer, config: Record<string, unknown>, notes: readonly string[]): Guess {
  const sitemap = readSitemap(answer.bytes)
  if (sitemap !== undefined) {
    const what = `This is a sitemap of ${sitemap.entries.length} ${sitemap.kind}; their stories are read page by page.`
    return { kind: 'http-feed', config, notes: [...notes, what], firstItems: [] }
  }
  const contentType = answer.headers.get('content-type')
  return {
    kind: 'http-feed',
    config,
    notes,
    firstItems: [
      {
        key: redactUrl(answer.url),
        bytes: answer.bytes,
        url: answer.url,
        ...(contentType === undefined ? {} : { contentType }),
      },
    ],
  }
}

function pageNotes(chosen: FeedLink, links: readonly FeedLink[]): string[] {
  const others = links.filter(({ url }) => url !== chosen.url).map(({ url }) => redactUrl(url))
  const found = `The page names the feed ${redactUrl(chosen.url)}.`
  return others.length === 0 ? [found] : [found, `It names others, too: ${others.join(', ')}`]
}
