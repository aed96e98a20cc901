import type { HttpAnswer } from '../http/answer.ts'
import type { HttpClient } from '../http/client.ts'
import { statusFault } from '../http/status-fault.ts'
import type { PollContext } from '../source.ts'
import type { HttpFeedConfig } from './config.ts'
import { credentials } from './credentials.ts'

/** Asks one address with the headers, keys and limits of a feed. Throws what keeps it from being an answer, 4xx and 5xx too. */
export async function ask(
  http: HttpClient,
  config: HttpFeedConfig,
  context: PollContext,
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> {
  const answer = await http.get({
    url,
    headers: { accept: acceptOf(config), ...config.headers, ...headers },
    ...credentials(config, context, url),
    deadlineMs: config.requestSeconds * 1000,
    maxBytes: config.responseBytes,
    // What a feed names elsewhere may not lead inside; only its own host may be a private one.
    allowPrivate: config.allowPrivate && new URL(url).hostname === new URL(config.url).hostname,
    signal: context.signal,
  })
  const fault = statusFault(answer, context.now)
  if (fault !== undefined) throw fault
  return answer
}

const acceptOf = (config: HttpFeedConfig): string =>
  config.expect === 'page'
    ? 'text/html, application/xhtml+xml, */*;q=0.5'
    : 'application/atom+xml, application/rss+xml, application/feed+json, application/json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5'
