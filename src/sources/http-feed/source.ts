import { WireError } from '../../story/errors.ts'
import type { HttpAnswer } from '../http/answer.ts'
import type { HttpClient } from '../http/client.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'
import { stripKeys } from '../http/redact-url.ts'
import { sharedHttpClient } from '../http/shared-client.ts'
import { createPageFetcher } from '../pages/fetch-page.ts'
import type { FetchPage } from '../pages/fetch-page.ts'
import { readConfigWith } from '../read-config.ts'
import type { PollContext, PollResult, Source, SuspectedGap } from '../source.ts'
import { ask } from './ask.ts'
import { bodyFault } from './body-fault.ts'
import { httpFeedConfigSchema } from './config.ts'
import type { HttpFeedConfig } from './config.ts'
import { conditions, readCursor } from './cursor.ts'
import type { HttpFeedCursor } from './cursor.ts'
import { feedRelations } from './feed-relations.ts'
import { listedIds } from './listed-ids.ts'
import { addressToAsk, movesAfter } from './moves.ts'
import { digestOf, entryOffers, wholeOffer } from './offers.ts'
import { pauseAfter } from './pace.ts'
import { pageRequest } from './page-request.ts'
import { pollList, readListing } from './poll-list.ts'
import { walkBack } from './walk.ts'
import { isComparable, joined, overlaps, parted } from './window.ts'

const defaultIntervalSeconds = 60

/** Faults of a remembered redirect that send us back to the address in the settings. */
const leadsNowhere = new Set([
  'source.not-found',
  'source.gone',
  'source.bad-answer',
  'source.address-refused',
  'source.resolution-refused',
  'source.redirect-refused',
])

/** A feed behind a plain address: RSS, Atom, JSON Feed, or any document that is replaced by the next. */
export function createHttpFeedSource(http: () => HttpClient = sharedHttpClient): Source {
  const fetchPage = createPageFetcher(http)
  return {
    kind: 'http-feed',
    readConfig: (raw) => readConfigWith(httpFeedConfigSchema, raw),
    hostOf: (config) => new URL((config as HttpFeedConfig).url).host,
    poll: async (context) => {
      const config = context.config as unknown as HttpFeedConfig
      const cursor = readCursor(context.cursor, config.url)
      const tools = { http: http(), fetchPage }
      if ((cursor.follow?.pending.length ?? 0) > 0) return goOn(tools, config, context, cursor)
      const url = addressToAsk(cursor, context.now)
      if (url === config.url) return pollAt(tools, config, context, cursor, url)
      try {
        return await pollAt(tools, config, context, cursor, url)
      } catch (error) {
        if (!(error instanceof WireError && leadsNowhere.has(error.code))) throw error
        const { movedTo: _stale, movedAt: _when, ...original } = cursor
        return pollAt(tools, config, context, original, config.url)
      }
    },
    fetchCompanion: async (context, url) => {
      const config = context.config as unknown as HttpFeedConfig
      const { bytes, headers } = await fetchPage(pageRequest(config, context, url))
      const contentType = headers.get('content-type')
      return { bytes, ...(contentType === undefined ? {} : { contentType }) }
    },
  }
}

interface Tools {
  readonly http: HttpClient
  readonly fetchPage: FetchPage
}

/** Fetches more of what a list named, before the list is asked for again. */
async function goOn(
  tools: Tools,
  config: HttpFeedConfig,
  context: PollContext,
  cursor: HttpFeedCursor,
): Promise<PollResult> {
  const intervalSeconds = context.intervalSeconds ?? defaultIntervalSeconds
  return { next: { kind: 'after', ms: intervalSeconds * 1000 }, ...(await pollList(tools, config, context, cursor)) }
}

async function pollAt(
  tools: Tools,
  config: HttpFeedConfig,
  context: PollContext,
  cursor: HttpFeedCursor,
  url: string,
): Promise<PollResult> {
  const asked = conditions(cursor, context.now)
  const { http } = tools
  const answer = await ask(http, config, context, url, asked)
  const intervalSeconds = context.intervalSeconds ?? defaultIntervalSeconds
  const next = { kind: 'after', ...pauseAfter(answer, { ...config, intervalSeconds }, context.now) } as const
  const moves = movesAfter(cursor, url, answer, context.now)
  const { movedTo: _movedTo, movedAt: _movedAt, moving: _moving, ...rest } = cursor
  const known: HttpFeedCursor = { ...rest, ...moves }
  const result = { next, movedTo: moves.movedTo ?? null }

  if (answer.status === 304) {
    if (Object.keys(asked).length === 0) throw new FaultyAnswer('source.bad-answer', '304 without a condition', answer)
    return { ...result, offers: [], cursor: known, note: 'not modified' }
  }
  const wrong = bodyFault(answer.bytes, config.expect)
  if (wrong !== undefined) throw new FaultyAnswer('source.bad-answer', wrong, answer)

  const digest = digestOf(answer.bytes)
  const seen = withValidators({ ...known, wholeAt: context.now.toISOString() }, answer)
  const whole = { ...result, hub: hubOf(config, answer) }
  // A 200 is read whatever its ETag says: servers forget to change it (RFC 9110 trusts them; we compare bytes).
  if (digest === cursor.digest) return { ...whole, offers: [], cursor: seen, note: 'same body' }

  const listing = await readListing(http, config, context, answer)
  if (listing !== undefined) {
    return { ...result, ...(await pollList(tools, config, context, { ...seen, digest }, listing)) }
  }
  const { pages, window, gap } = await readWindow(http, config, context, cursor, answer)
  // Older pages first: what was published first is stored first.
  const answers = [...pages].reverse().concat(answer)
  const { offers, note, ...memory } = config.fullText
    ? entryOffers(answers, cursor.entries)
    : { offers: answers.map(wholeOffer), note: pages.length === 0 ? undefined : `${pages.length} older pages` }
  return {
    ...whole,
    offers,
    cursor: { ...seen, digest, ...window, ...memory },
    ...(gap === undefined ? {} : { gap }),
    ...(note === undefined ? {} : { note }),
  }
}

interface ReadWindow {
  readonly pages: readonly HttpAnswer[]
  readonly window: Pick<HttpFeedCursor, 'ids' | 'strangers'>
  readonly gap?: SuspectedGap
}

/** Tells whether the window still joins the last one; if not, older pages are read, and what they do not close is a gap. */
async function readWindow(
  http: HttpClient,
  config: HttpFeedConfig,
  context: PollContext,
  cursor: HttpFeedCursor,
  answer: HttpAnswer,
): Promise<ReadWindow> {
  const ids = listedIds(answer.bytes)
  if (ids.length === 0) return { pages: [], window: {} }
  if (cursor.ids !== undefined && overlaps(cursor, ids)) return { pages: [], window: joined(ids) }
  if (cursor.ids === undefined) {
    if (config.history === 0) return { pages: [], window: joined(ids) }
    const { pages } = await walkBack(http, { ...config, pages: config.history }, context, answer, () => false)
    return { pages, window: joined(ids) }
  }
  if (!isComparable(cursor)) return { pages: [], window: parted(cursor, ids, context.now, '').cursor }
  const walk = await walkBack(http, config, context, answer, (older) => overlaps(cursor, older))
  if (walk.joined) return { pages: walk.pages, window: joined(ids) }
  const { cursor: window, gap } = parted(cursor, ids, context.now, walk.why)
  return { pages: walk.pages, window, ...(gap === undefined ? {} : { gap }) }
}

/**
 * The hub a feed names, to be asked for the address the feed gives itself. A feed behind a key is none of a hub's
 * business: what a hub knows of it would be what everybody may read. Entries that are completed by their pages are
 * polled for.
 */
function hubOf(config: HttpFeedConfig, answer: HttpAnswer): { readonly hub: string; readonly topic: string } | null {
  const { secretHeaders, secretQuery, bearerSecret, basic } = config
  const isOpen = [secretHeaders, secretQuery].every((keys) => Object.keys(keys).length === 0) && !bearerSecret && !basic
  if (!config.webSub || config.fullText || !isOpen) return null
  const { hubs, self } = feedRelations(answer)
  const hub = hubs.find((url) => url.startsWith('https:')) ?? hubs[0]
  return hub === undefined ? null : { hub, topic: stripKeys(self ?? answer.url) }
}

/** Replaces the validators by those of a whole answer; absent ones too: an old ETag beside a new body proves nothing. */
function withValidators(cursor: HttpFeedCursor, answer: HttpAnswer): HttpFeedCursor {
  const { etag: _etag, lastModified: _lastModified, ...rest } = cursor
  const etag = answer.headers.get('etag')
  const lastModified = answer.headers.get('last-modified')
  return {
    ...rest,
    ...(etag === undefined || etag.length > 500 ? {} : { etag }),
    ...(lastModified === undefined || lastModified.length > 100 ? {} : { lastModified }),
  }
}
