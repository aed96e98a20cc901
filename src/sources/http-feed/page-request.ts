import type { PageRequest } from '../pages/fetch-page.ts'
import type { PollContext } from '../source.ts'
import type { HttpFeedConfig } from './config.ts'
import { credentials } from './credentials.ts'

/** The request for a page a feed leads to: with the feed's own headers and keys on its own host, without on any other. */
export function pageRequest(config: HttpFeedConfig, context: PollContext, url: string): PageRequest {
  const isOwnHost = new URL(url).host === new URL(config.url).host
  return {
    url,
    headers: isOwnHost ? config.headers : {},
    ...credentials(config, context, url),
    spacingMs: config.pageSeconds * 1000,
    deadlineMs: config.requestSeconds * 1000,
    maxBytes: config.responseBytes,
    // A feed may lead anywhere; only its own host may be a private one.
    allowPrivate: config.allowPrivate && isOwnHost,
    signal: context.signal,
    now: context.now,
  }
}
