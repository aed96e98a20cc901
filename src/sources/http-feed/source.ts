import { createHash } from 'node:crypto'
import { WireError } from '../../story/errors.ts'
import type { HttpAnswer } from '../http/answer.ts'
import type { HttpClient } from '../http/client.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'
import { redactUrl } from '../http/redact-url.ts'
import { sharedHttpClient } from '../http/shared-client.ts'
import { statusFault } from '../http/status-fault.ts'
import { readConfigWith } from '../read-config.ts'
import type { PollContext, PollResult, Source, SuspectedGap } from '../source.ts'
import { bodyFault } from './body-fault.ts'
import { httpFeedConfigSchema } from './config.ts'
import type { HttpFeedConfig } from './config.ts'
import { credentials } from './credentials.ts'
import { conditions, readCursor } from './cursor.ts'
import type { HttpFeedCursor } from './cursor.ts'
import { listedIds } from './listed-ids.ts'
import { pauseAfter } from './pace.ts'

const defaultIntervalSeconds = 60

/** After so many bodies without a known id the feed is taken for one that makes up new ids every time. */
const mostStrangers = 3

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
  return {
    kind: 'http-feed',
    readConfig: (raw) => readConfigWith(httpFeedConfigSchema, raw),
    hostOf: (config) => new URL((config as HttpFeedConfig).url).host,
    poll: async (context) => {
      const config = context.config as unknown as HttpFeedConfig
      const cursor = readCursor(context.cursor, config.url)
      if (cursor.movedTo === undefined) return pollAt(http(), config, context, cursor)
      try {
        return await pollAt(http(), config, context, cursor)
      } catch (error) {
        if (!(error instanceof WireError && leadsNowhere.has(error.code))) throw error
        const { movedTo: _stale, ...original } = cursor
        return pollAt(http(), config, context, original)
      }
    },
  }
}

async function pollAt(
  http: HttpClient,
  config: HttpFeedConfig,
  context: PollContext,
  cursor: HttpFeedCursor,
): Promise<PollResult> {
  const asked = conditions(cursor, context.now)
  const url = cursor.movedTo ?? config.url
  const answer = await http.get({
    url,
    headers: { accept: acceptOf(config), ...config.headers, ...asked },
    ...credentials(config, context, url),
    deadlineMs: config.requestSeconds * 1000,
    maxBytes: config.responseBytes,
    allowPrivate: config.allowPrivate,
    signal: context.signal,
  })
  const fault = statusFault(answer, context.now)
  if (fault !== undefined) throw fault
  const interval = context.intervalSeconds ?? defaultIntervalSeconds
  const next = { kind: 'after', ms: pauseAfter(answer, interval, config.maxSeconds, context.now) } as const
  const moved = answer.movedTo === undefined ? {} : { movedTo: answer.movedTo }

  if (answer.status === 304) {
    if (Object.keys(asked).length === 0) throw new FaultyAnswer('source.bad-answer', '304 without a condition', answer)
    return { offers: [], cursor: { ...cursor, ...moved }, next, note: 'not modified' }
  }
  const wrong = bodyFault(answer.bytes, config.expect)
  if (wrong !== undefined) throw new FaultyAnswer('source.bad-answer', wrong, answer)

  const digest = createHash('sha256').update(answer.bytes).digest('base64url')
  const seen = withValidators({ ...cursor, ...moved, wholeAt: context.now.toISOString() }, answer)
  // A 200 is read whatever its ETag says: servers forget to change it (RFC 9110 trusts them; we compare bytes).
  if (digest === cursor.digest) return { offers: [], cursor: seen, next, note: 'same body' }

  const window = compareWindows(cursor, listedIds(answer.bytes), context.now)
  const contentType = answer.headers.get('content-type')
  return {
    offers: [
      {
        key: `${redactUrl(url)} ${digest.slice(0, 8)}`,
        bytes: answer.bytes,
        url: answer.url,
        ...(contentType === undefined ? {} : { contentType }),
      },
    ],
    cursor: { ...seen, digest, ...window.cursor },
    next,
    ...(window.gap === undefined ? {} : { gap: window.gap }),
  }
}

const acceptOf = (config: HttpFeedConfig): string =>
  config.expect === 'page'
    ? 'text/html, application/xhtml+xml, */*;q=0.5'
    : 'application/atom+xml, application/rss+xml, application/feed+json, application/json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5'

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

/** Tells whether the window of entries still overlaps with the last one; if not, entries may have slid past unseen. */
function compareWindows(
  cursor: HttpFeedCursor,
  ids: readonly string[],
  now: Date,
): { readonly cursor: Pick<HttpFeedCursor, 'ids' | 'strangers'>; readonly gap?: SuspectedGap } {
  const known = new Set((cursor.ids ?? '').split(' ').filter((id) => id !== ''))
  if (ids.length === 0) return { cursor: {} }
  const joined = ids.join(' ')
  if (known.size < 2 || ids.length < 2 || ids.some((id) => known.has(id))) {
    return { cursor: { ids: joined, strangers: 0 } }
  }
  const strangers = (cursor.strangers ?? 0) + 1
  if (strangers > mostStrangers) return { cursor: { ids: joined, strangers } }
  const gap: SuspectedGap = {
    kind: 'no-overlap',
    ...(cursor.wholeAt === undefined ? {} : { from: cursor.wholeAt }),
    to: now.toISOString(),
    detail: `none of the ${ids.length} ids of this window was in the one before; a shorter interval may help`,
  }
  return { cursor: { ids: joined, strangers }, gap }
}
