import { WireError } from '../../story/errors.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'
import type { Bounds, Offer, PollContext, PollResult, Shown } from '../source.ts'
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
 * One page of a stretch. It does not follow page numbers but starts each page at the stamp the last one ended with: a
 * story that is revised meanwhile leaves the result, and everything behind it would move up past a page boundary unseen.
 */
async function searchStretch(
  api: ApApi,
  now: Date,
  memory: CompanionMemory,
  stretch: Backfill,
): Promise<{ readonly offers: readonly Offer[]; readonly rest?: Backfill }> {
  const outcome = await requestPage(api, searchUrl(api, stretch), false, now)
  if (outcome.kind === 'expired') throw new WireError('source.cursor-expired', outcome.why)
  const { page } = outcome
  const { offers } = await offersOf(api, page, memory, now)
  const reached = page.elements.reduce<string | undefined>(
    (high, element) => later(high, element.versionCreated),
    undefined,
  )
  if (page.elements.length < pageSize || reached === undefined) return { offers }
  const moved = Date.parse(reached) > Date.parse(stretch.from)
  return {
    offers,
    rest: { ...stretch, from: moved ? reached : stretch.from, page: moved ? 1 : stretch.page + 1 },
  }
}

/** What the search still shows of a stretch, a page at a time; it knows the latest version of each story only. */
export async function showStretch(
  api: ApApi,
  context: PollContext,
  memory: CompanionMemory,
  { from, to, page = 1 }: Bounds & { readonly page?: number },
): Promise<Shown> {
  const { offers, rest } = await searchStretch(api, context.now, memory, { from, to, page, feedFirst: false })
  return { offers, whole: true, ...(rest === undefined ? {} : { rest: { from: rest.from, to, page: rest.page } }) }
}

/**
 * Fetches one page of a stretch the feed no longer reaches (search goes back 30 days). The feed has its turn in between,
 * and a fault of the search never stops the feed.
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
    const { offers, rest } = await searchStretch(api, context.now, memory, backfill)
    return {
      offers,
      cursor: rest === undefined ? live : { ...cursor, backfill: { ...rest, feedFirst: true } },
      next: { kind: 'now' },
      note: rest === undefined ? 'backfill by search complete' : `backfill by search has reached ${rest.from}`,
    }
  } catch (error) {
    if (!(error instanceof WireError) || error.retry === 'fatal') throw error
    const given = isHopeless(error)
    context.log.warn({ feed: context.feedName, code: error.code, detail: error.detail }, 'backfill by search failed')
    const lost = `backfill given up: ${error.message}`
    return {
      offers: [],
      cursor: given ? { ...live, recovery: { lost: lost.slice(0, 300) } } : putOff,
      next: { kind: 'now' },
      note: given ? lost : `backfill put off: ${error.message}`,
    }
  }
}
