import { WireError } from '../../story/errors.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'
import type { PollContext, PollResult } from '../source.ts'
import type { ApApi } from './api.ts'
import type { CompanionMemory } from './companion-memory.ts'
import { later } from './cursor.ts'
import type { ApCursor, Backfill } from './cursor.ts'
import { offersOf } from './page-offers.ts'
import { requestPage } from './request-page.ts'

const pageSize = 100

/** A fault that another try will not mend: no right to search, or a query this API does not take. */
function isHopeless(fault: WireError): boolean {
  if (fault.code === 'source.unauthorized' || fault.code === 'source.not-found') return true
  if (fault.code === 'source.cursor-expired') return true
  return fault instanceof FaultyAnswer && fault.status === 400
}

/** The search for one page of the stretch. */
function searchUrl(api: ApApi, { from, to, page }: Backfill): string {
  const { baseUrl, products, include, inMyPlan } = api.config
  const seconds = (time: string): string => `${new Date(time).toISOString().slice(0, 19)}Z`
  const url = new URL(`${baseUrl}/content/search`)
  const range = `versioncreated:[${seconds(from)} TO ${seconds(to)}]`
  url.searchParams.set('q', products === undefined ? range : `productid:(${products.join(' OR ')}) AND ${range}`)
  url.searchParams.set('include', include)
  url.searchParams.set('sort', 'versioncreated:asc')
  url.searchParams.set('page_size', String(pageSize))
  if (page > 1) url.searchParams.set('page', String(page))
  if (inMyPlan !== undefined) url.searchParams.set('in_my_plan', String(inMyPlan))
  return url.href
}

/**
 * Fetches one page of a stretch the feed no longer reaches (search goes back 30 days). It does not follow page numbers
 * but starts each page at the stamp the last one ended with: a story that is revised meanwhile leaves the result, and
 * everything behind it would move up past a page boundary unseen. The feed has its turn in between, and a fault of the
 * search never stops the feed.
 */
export async function pollBackfill(
  api: ApApi,
  context: PollContext,
  memory: CompanionMemory,
  cursor: ApCursor,
  backfill: Backfill,
): Promise<PollResult> {
  const { backfill: _backfill, ...live } = cursor
  const putOff = { ...cursor, backfill: { ...backfill, feedFirst: true } }
  try {
    const outcome = await requestPage(api, searchUrl(api, backfill), false, context.now)
    if (outcome.kind === 'expired') throw new WireError('source.cursor-expired', outcome.why)
    const { page } = outcome
    const offered = await offersOf(api, page, memory, context.now)
    const reached = page.elements.reduce<string | undefined>(
      (high, element) => later(high, element.versionCreated),
      undefined,
    )
    const done = page.elements.length < pageSize || reached === undefined
    const moved = reached !== undefined && Date.parse(reached) > Date.parse(backfill.from)
    const rest: Backfill = {
      ...backfill,
      feedFirst: true,
      from: moved ? reached : backfill.from,
      page: moved ? 1 : backfill.page + 1,
    }
    return {
      offers: offered.offers,
      cursor: done ? live : { ...cursor, backfill: rest },
      next: { kind: 'now' },
      note: done ? 'backfill by search complete' : `backfill by search has reached ${rest.from}`,
    }
  } catch (error) {
    if (!(error instanceof WireError) || error.retry === 'fatal') throw error
    const given = isHopeless(error)
    context.log.warn({ feed: context.feedName, code: error.code, detail: error.detail }, 'backfill by search failed')
    return {
      offers: [],
      cursor: given ? live : putOff,
      next: { kind: 'now' },
      note: given ? `backfill given up: ${error.message}` : `backfill put off: ${error.message}`,
    }
  }
}
