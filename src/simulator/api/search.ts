import type { Simulation } from '../simulation.ts'
import type { Answer, AnswerContext } from './answer.ts'
import { dataAnswer, detailCodes, errorAnswer } from './answer.ts'
import { readProjection } from './projection.ts'
import { matches, readQuery } from './query.ts'

const known: ReadonlySet<string> = new Set([
  'q',
  'include',
  'exclude',
  'sort',
  'page',
  'page_size',
  'pricing',
  'in_my_plan',
  'session_label',
])

/**
 * `GET /content/search`: what the agency holds now. Only the newest version of every item is found: versions between
 * are gone, which is why a gap that was filled from here remains a gap in the history.
 */
export function answerSearch(simulation: Simulation, url: URL): Answer {
  const given = url.searchParams
  const context: AnswerContext = {
    id: 'search',
    method: '/content/search.GET',
    params: Object.fromEntries(given),
    now: simulation.now(),
  }
  const fault = (code: number, message: string): Answer => errorAnswer(context, 400, code, message)
  for (const name of given.keys()) {
    if (!known.has(name)) return fault(detailCodes.unknownParameter, `Unknown parameter: ${name}`)
  }
  const query = readQuery(given.get('q') ?? '', Date.parse(simulation.now()))
  if ('code' in query) return fault(query.code, query.message)
  const pageSize = Number(given.get('page_size') ?? 10)
  const page = Number(given.get('page') ?? 1)
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 100)
    return fault(detailCodes.badValue, 'page_size must lie between 1 and 100')
  if (!Number.isInteger(page) || page < 1) return fault(detailCodes.badValue, 'page must be 1 or more')
  const [sortField = '', sortOrder = 'desc'] = (given.get('sort') ?? 'versioncreated:desc').split(':')
  if (sortField !== 'versioncreated' || !['asc', 'desc'].includes(sortOrder))
    return fault(detailCodes.badValue, `Bad value for sort: ${given.get('sort') ?? ''}`)
  const projection = readProjection(given.get('include'), given.get('exclude'))
  if (typeof projection === 'string') return fault(detailCodes.badValue, projection)

  const direction = sortOrder === 'asc' ? 1 : -1
  const found = [...simulation.newsroom.current().values()]
    // What the wire garbled on its way out was never indexed.
    .filter((event) => event.intent.outcome === 'stored')
    .filter((event) => matches(query, event, simulation.momentOf(event.atSeconds)))
    .map((event) => ({ event, created: Date.parse(event.intent.versionCreated) }))
    .sort((a, b) => direction * (a.created - b.created || (a.event.itemid < b.event.itemid ? -1 : 1)))
    .map(({ event }) => event)
  const shown = found.slice((page - 1) * pageSize, page * pageSize)
  const pageLink = (number: number | string): string => {
    const link = new URLSearchParams(given)
    link.delete('page')
    return `${simulation.base}/content/search?${link.toString()}&page=${number}`
  }
  const answer = dataAnswer(
    context,
    {
      query: given.get('q') ?? '',
      updated: simulation.now(),
      total_items: found.length,
      current_item_count: shown.length,
      current_page: page,
      page_size: pageSize,
      ...(page * pageSize < found.length ? { next_page: pageLink(page + 1) } : {}),
      ...(page > 1 ? { previous_page: pageLink(page - 1) } : {}),
      page_template: pageLink('{page}'),
    },
    shown.map((event) => simulation.elements.textOf(event, projection, context.id)),
  )
  return { ...answer, carries: shown.map((event) => event.etag) }
}
