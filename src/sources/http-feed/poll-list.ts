import type { HttpAnswer } from '../http/answer.ts'
import type { HttpClient } from '../http/client.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'
import type { FetchPage } from '../pages/fetch-page.ts'
import type { PollContext, PollResult } from '../source.ts'
import { ask } from './ask.ts'
import { bodyFault } from './body-fault.ts'
import type { HttpFeedConfig } from './config.ts'
import type { HttpFeedCursor } from './cursor.ts'
import type { FeedEntry } from './entries.ts'
import { followPending, noteListed } from './follow.ts'
import type { FollowState } from './follow.ts'
import { listedLinks } from './listed-links.ts'
import { pageRequest } from './page-request.ts'
import { readSitemap, timeOf, unpackSitemap } from './sitemap.ts'

/** Sitemaps of an index that are read in one poll, those with the newest change first. */
const mostSitemaps = 5
/** A host that wants a pause between pages is asked again after this. */
const heldMs = 5000

/** What a list names, when the documents behind it are to be fetched; undefined when the body itself is the news. */
export interface Listing {
  readonly entries: readonly FeedEntry[]
  readonly isSitemap: boolean
}

/** Tells whether a body is a list to be followed: a sitemap always, anything else when the settings say so. */
export async function readListing(
  http: HttpClient,
  config: HttpFeedConfig,
  context: PollContext,
  answer: HttpAnswer,
): Promise<Listing | undefined> {
  const sitemap = readSitemap(await unpackSitemap(answer.bytes, config.responseBytes))
  if (sitemap === undefined) {
    return config.follow === 'documents' ? { entries: listedLinks(answer), isSitemap: false } : undefined
  }
  if (sitemap.kind === 'pages') return { entries: sitemap.entries, isSitemap: true }
  const entries: FeedEntry[] = []
  for (const { link } of sitemap.entries.slice(0, mostSitemaps)) {
    const child = await ask(http, config, context, link)
    const bytes = await unpackSitemap(child.bytes, config.responseBytes)
    const wrong = bodyFault(bytes, 'feed')
    if (wrong !== undefined) throw new FaultyAnswer('source.bad-answer', wrong, child)
    const listed = readSitemap(bytes)
    if (listed?.kind === 'pages') entries.push(...listed.entries)
  }
  return { entries: entries.sort((a, b) => timeOf(b) - timeOf(a)), isSitemap: true }
}

/** Goes on with the documents of a list: those a new reading of it named (`listing`), or those left from before. */
export async function pollList(
  tools: { readonly http: HttpClient; readonly fetchPage: FetchPage },
  config: HttpFeedConfig,
  context: PollContext,
  cursor: HttpFeedCursor,
  listing?: Listing,
): Promise<Pick<PollResult, 'offers' | 'refused' | 'note'> & { cursor: HttpFeedCursor; next?: PollResult['next'] }> {
  const isSitemap = listing?.isSitemap ?? cursor.isSitemap ?? false
  const known: FollowState = cursor.follow ?? { pending: [], more: false, isKnown: false }
  const listed =
    listing === undefined
      ? known
      : noteListed(cursor.follow, listing.entries, { isArchive: isSitemap, now: context.now })
  const { offers, refused, state, mayGoOn } = await followPending(listed, context, async (url) => {
    if (isSitemap) return tools.fetchPage(pageRequest(config, context, url))
    const answer = await ask(tools.http, config, context, url)
    const wrong = bodyFault(answer.bytes, config.expect)
    if (wrong !== undefined) throw new FaultyAnswer('source.bad-answer', wrong, answer)
    return answer
  })
  const { digest: _digest, etag: _etag, lastModified: _lastModified, ...unread } = cursor
  // A list that named more than could be outstanding is read again, though its bytes are the same.
  const again = state.more && state.pending.length === 0
  const next: { next?: PollResult['next'] } =
    state.pending.length === 0 ? {} : { next: mayGoOn ? { kind: 'now' } : { kind: 'after', ms: heldMs } }
  return {
    offers,
    ...(refused.length === 0 ? {} : { refused }),
    cursor: { ...(again ? unread : cursor), isSitemap, follow: state },
    ...next,
    note:
      state.pending.length === 0 ? 'all that is listed was fetched' : `${state.pending.length} documents to be fetched`,
  }
}
