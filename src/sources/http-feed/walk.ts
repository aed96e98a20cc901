import type { HttpAnswer } from '../http/answer.ts'
import type { HttpClient } from '../http/client.ts'
import { WireError } from '../../story/errors.ts'
import type { PollContext } from '../source.ts'
import { ask } from './ask.ts'
import { bodyFault } from './body-fault.ts'
import type { HttpFeedConfig } from './config.ts'
import { feedRelations } from './feed-relations.ts'
import { listedIds } from './listed-ids.ts'

/** Older pages of a feed, and how the walk to them ended. */
export interface Walk {
  readonly pages: readonly HttpAnswer[]
  /** True when a page was reached that `joins` what is known. */
  readonly joined: boolean
  /** Why it ended before, in words for the gap. */
  readonly why: string
}

/**
 * Follows a feed to its older pages (RFC 5005 `next` and `prev-archive`, JSON Feed `next_url`) until one joins what is
 * known, there are no more, or the settings' number of pages is used up. A page that fails ends the walk and costs none
 * of those before it. All pages together may be four times as large as one.
 */
export async function walkBack(
  http: HttpClient,
  config: HttpFeedConfig,
  context: PollContext,
  first: HttpAnswer,
  joins: (ids: readonly string[]) => boolean,
): Promise<Walk> {
  const pages: HttpAnswer[] = []
  const seen = new Set([first.url, config.url])
  let size = first.bytes.length
  let url = feedRelations(first).next
  while (url !== undefined) {
    if (seen.has(url)) return { pages, joined: false, why: 'its pages lead in a circle' }
    if (pages.length >= config.pages)
      return { pages, joined: false, why: `${config.pages} older pages did not reach back to it` }
    if (size > config.responseBytes * 4) return { pages, joined: false, why: 'its older pages are too large together' }
    seen.add(url)
    let page: HttpAnswer
    try {
      page = await ask(http, config, context, url)
    } catch (error) {
      if (!(error instanceof WireError) || context.signal.aborted) throw error
      return { pages, joined: false, why: `an older page could not be had (${error.code})` }
    }
    const wrong = bodyFault(page.bytes, config.expect)
    if (wrong !== undefined) return { pages, joined: false, why: `of an older page ${wrong}` }
    const ids = listedIds(page.bytes)
    if (ids.length === 0) return { pages, joined: false, why: 'an older page lists nothing' }
    pages.push(page)
    size += page.bytes.length
    if (joins(ids)) return { pages, joined: true, why: '' }
    url = feedRelations(page).next
  }
  const why = pages.length === 0 ? 'a shorter interval may help' : 'its older pages end before it'
  return { pages, joined: false, why }
}
