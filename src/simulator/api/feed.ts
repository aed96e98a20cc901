import type { Simulation } from '../simulation.ts'
import type { Answer, AnswerContext } from './answer.ts'
import { dataAnswer, detailCodes, errorAnswer } from './answer.ts'
import { readProjection } from './projection.ts'
import { matches, readQuery } from './query.ts'
import type { FeedSession } from './session.ts'

/** Added to positions, so that `seq` looks like AP's and nobody counts on it beginning at nought. */
export const firstSequence = 64_000_000
const known: ReadonlySet<string> = new Set([
  'q',
  'include',
  'exclude',
  'page_size',
  'pricing',
  'in_my_plan',
  'text_links',
  'versions',
  'with_monitor',
  'session_label',
  'qt',
  'seq',
])
/** A feed reaches back three days at most. */
const reachMilliseconds = 72 * 3_600_000

/** `GET /content/feed`: opens a feed, or follows one by its token. */
export async function answerFeed(simulation: Simulation, url: URL, signal: AbortSignal): Promise<Answer> {
  const given = url.searchParams
  const params: Record<string, string> = Object.fromEntries(given)
  const context: AnswerContext = {
    id: given.get('qt') ?? 'new',
    method: '/content/feed.GET',
    params,
    now: simulation.now(),
  }
  for (const name of given.keys()) {
    if (!known.has(name)) return errorAnswer(context, 400, detailCodes.unknownParameter, `Unknown parameter: ${name}`)
  }
  const token = given.get('qt')
  if (token === null) return openFeed(simulation, given, context)

  const position = Number(given.get('seq')) - firstSequence
  const session = simulation.sessions.find(token)
  const expires = simulation.faults().expireAfterPages
  if (session === undefined || (expires > 0 && session.pages >= expires)) {
    simulation.sessions.expire(token)
    return errorAnswer(context, 400, detailCodes.expiredToken, 'The query token has expired. Resubmit the request.')
  }
  if (!Number.isInteger(position) || position < 0) {
    return errorAnswer(context, 400, detailCodes.badValue, `Bad value for seq: ${given.get('seq') ?? ''}`)
  }
  return pageFrom(simulation, session, position, signal, { ...context, label: session.label })
}

function openFeed(simulation: Simulation, given: URLSearchParams, context: AnswerContext): Answer | Promise<Answer> {
  const rawQuery = given.get('q') ?? ''
  const query = readQuery(rawQuery, Date.parse(simulation.now()))
  if ('code' in query) return errorAnswer(context, 400, query.code, query.message)
  const pageSize = Number(given.get('page_size') ?? 10)
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 100) {
    return errorAnswer(context, 400, detailCodes.badValue, 'page_size must lie between 1 and 100')
  }
  const projection = readProjection(given.get('include'), given.get('exclude'))
  if (typeof projection === 'string') return errorAnswer(context, 400, detailCodes.badValue, projection)
  const label = given.get('session_label') ?? undefined
  const session = simulation.sessions.open({ query, rawQuery, pageSize, projection, label })
  // A query-based feed begins now; a standard feed begins where the caller likes, within its reach.
  const start = query.standard ? 0 : simulation.newsroom.published()
  return pageFrom(simulation, session, start, undefined, { ...context, id: session.token, label })
}

async function pageFrom(
  simulation: Simulation,
  session: FeedSession,
  position: number,
  longPoll: AbortSignal | undefined,
  context: AnswerContext,
): Promise<Answer> {
  const { newsroom } = simulation
  const faults = simulation.faults()
  const empty = simulation.strikes(faults.emptyPage)
  const overlap = simulation.strikes(faults.overlapPages) && session.lastOverlap !== position && position > 2
  if (overlap) session.lastOverlap = position
  let page = collect(simulation, session, overlap ? position - 2 : position)
  if (page.texts.length === 0 && longPoll !== undefined) {
    const deadline = performance.now() + simulation.longPollMilliseconds
    while (page.texts.length === 0 && !longPoll.aborted) {
      const left = deadline - performance.now()
      if (left <= 0) break
      await newsroom.waitBeyond(page.next, left, longPoll)
      page = collect(simulation, session, page.next)
    }
  }
  if (empty && page.texts.length > 0) page = { texts: [], carries: [], next: position }
  session.pages++
  const answer = dataAnswer(
    context,
    {
      query: session.rawQuery,
      updated: simulation.now(),
      current_item_count: page.texts.length,
      page_size: session.pageSize,
      next_page: `${simulation.base}/content/feed?qt=${session.token}&seq=${firstSequence + page.next}`,
    },
    page.texts,
  )
  return { ...answer, carries: page.carries }
}

interface Page {
  readonly texts: readonly string[]
  readonly carries: readonly string[]
  /** The position after the last one looked at. */
  readonly next: number
}

function collect(simulation: Simulation, session: FeedSession, from: number): Page {
  const { newsroom } = simulation
  const end = newsroom.published()
  const projection =
    session.pages > 0 && simulation.faults().forgetInclude ? simulation.defaultProjection : session.projection
  const earliest = Date.parse(simulation.now()) - reachMilliseconds
  const texts: string[] = []
  const carries: string[] = []
  const seen = new Set<string>()
  let next = from
  for (; next < end && texts.length < session.pageSize; next++) {
    const delivery = newsroom.deliveries[next]
    if (delivery === undefined) break
    const publishedAt = simulation.momentOf(delivery.opensAt)
    if (publishedAt < earliest || !matches(session.query, delivery.event, publishedAt)) continue
    texts.push(simulation.elements.textOf(delivery.event, projection, session.token))
    if (!seen.has(delivery.event.etag)) carries.push(delivery.event.etag)
    seen.add(delivery.event.etag)
  }
  return { texts, carries, next }
}
