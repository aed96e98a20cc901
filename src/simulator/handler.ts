import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from './api/answer.ts'
import { detailCodes, errorAnswer } from './api/answer.ts'
import { answerAfp, answerAfpToken } from './api/afp.ts'
import { answerBinary, answerDownload, answerItem, retryHeaders } from './api/content.ts'
import { answerPlans, answerQuotas } from './api/account.ts'
import { answerFeed } from './api/feed.ts'
import { answerLevers } from './api/levers.ts'
import { answerPa } from './api/pa.ts'
import { answerReuters, answerReutersToken } from './api/reuters.ts'
import { answerSearch } from './api/search.ts'
import { answerAtom, answerRss, conditional } from './api/syndication.ts'
import { answerEntries, answerRemoval } from './api/wireq.ts'
import type { ControlRoom } from './control-room.ts'
import { refuse, send } from './send.ts'
import type { Simulation } from './simulation.ts'

interface Route {
  /** Under which name it is counted and metered. */
  readonly endpoint: string
  readonly answer: (url: URL, signal: AbortSignal) => Answer | Promise<Answer>
}

/** `/media/v` or `/media/v2.2`, then the path of the API. */
const apiPath = /^\/media\/v[0-9.]{0,8}(\/[^?]*)$/
const itemPath = /^\/content\/([^/.]{1,64})(?:\.(\d{1,9}))?(?:\/(download|preview|thumbnail)(?:\/[^/]{1,80})?)?$/

function routeOf(simulation: Simulation, path: string): Route | undefined {
  switch (path) {
    case '/content/feed':
      return { endpoint: 'feed', answer: (url, signal) => answerFeed(simulation, url, signal) }
    case '/content/search':
      return { endpoint: 'search', answer: (url) => answerSearch(simulation, url) }
    case '/account/quotas':
      return { endpoint: 'account', answer: () => answerQuotas(simulation) }
    case '/account/plans':
      return { endpoint: 'account', answer: () => answerPlans(simulation) }
  }
  const item = itemPath.exec(path)
  if (item === null) return undefined
  const [, id = '', version, kind] = item
  if (kind === undefined) return { endpoint: 'content', answer: (url) => answerItem(simulation, url, id) }
  const number = version === undefined ? undefined : Number(version)
  return { endpoint: 'downloads', answer: (url) => answerDownload(simulation, url, id, number, kind) }
}

/** The addresses of the other agencies: under which name they are counted, and who answers. */
function otherAgency(
  simulation: Simulation,
  request: IncomingMessage,
  url: URL,
  apiKey: string,
): { readonly endpoint: string; readonly answer: () => Answer | Promise<Answer> } | undefined {
  const [, queue, receipt] = /^\/wireq\/([^/]{1,200})\/(?:entries\.json|entry\/([^/]{1,500}))$/.exec(url.pathname) ?? []
  if (queue === apiKey && receipt === undefined && request.method === 'GET') {
    return { endpoint: 'wireq', answer: () => answerEntries(simulation) }
  }
  if (queue === apiKey && receipt !== undefined && request.method === 'DELETE') {
    return { endpoint: 'receipts', answer: () => answerRemoval(simulation, receipt) }
  }
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /pa/v1/item': {
      const key = request.headers['apikey']
      return {
        endpoint: 'pa',
        answer: () => answerPa(simulation, url, typeof key === 'string' ? key : undefined, apiKey),
      }
    }
    case 'POST /afp/oauth/token':
      return { endpoint: 'token', answer: () => answerAfpToken(simulation, request, apiKey) }
    case 'POST /afp/v1/api/search':
      return { endpoint: 'afp', answer: () => answerAfp(simulation, request) }
    case 'POST /reuters/oauth/token':
      return { endpoint: 'token', answer: () => answerReutersToken(simulation, request, apiKey) }
    case 'POST /reuters/content/graphql':
      return { endpoint: 'reuters', answer: () => answerReuters(simulation, request) }
  }
  return undefined
}

/** The agency's front door: key, quota, faults, then the endpoint. */
export function createHandler(room: ControlRoom, apiKey: string) {
  const { simulation } = room
  const windows = new Map<string, { minute: number; used: number }>()

  /** AP meters each method by itself. */
  const overQuota = (endpoint: string): boolean => {
    const limit = simulation.quotasPerMinute[endpoint]
    if (limit === undefined) return false
    const minute = Math.floor(performance.now() / 60_000)
    const known = windows.get(endpoint)
    const current = known?.minute === minute ? known : { minute, used: 0 }
    current.used++
    windows.set(endpoint, current)
    return current.used > limit
  }

  const decide = async (request: IncomingMessage, url: URL, signal: AbortSignal): Promise<Answer | 'stall'> => {
    const context = { id: 'error', method: `${url.pathname}.GET`, params: {}, now: simulation.now() }
    if (url.pathname.startsWith('/binary/')) {
      room.countMainDownload()
      return answerBinary()
    }
    if (url.pathname === '/rss' || url.pathname === '/atom') {
      room.countRequest('syndication')
      const refused = refuse(simulation, url.searchParams)
      if (refused !== undefined) return refused
      const feed = url.pathname === '/rss' ? answerRss(simulation) : answerAtom(simulation)
      return conditional(feed, request.headers['if-none-match'])
    }
    const other = otherAgency(simulation, request, url, apiKey)
    if (other !== undefined) {
      room.countRequest(other.endpoint)
      return refuse(simulation, url.searchParams) ?? other.answer()
    }
    if (url.pathname.startsWith('/simulator/')) {
      return request.headers['x-api-key'] === apiKey
        ? answerLevers(room.control, url.pathname, request)
        : errorAnswer(context, 403, detailCodes.badKey, 'The API key is not valid.')
    }
    const path = apiPath.exec(url.pathname)?.[1]
    const route = path === undefined ? undefined : routeOf(simulation, path)
    if (route === undefined) return errorAnswer(context, 404, detailCodes.notFound, 'There is nothing here.')
    room.countRequest(route.endpoint)
    if (url.searchParams.has('apikey')) {
      return errorAnswer(context, 400, detailCodes.unknownParameter, 'The parameter apikey is no longer supported.')
    }
    const key = request.headers['x-api-key'] ?? request.headers['x-apikey']
    if (key === undefined) return errorAnswer(context, 401, detailCodes.noKey, 'An API key is required.')
    if (key !== apiKey) return errorAnswer(context, 403, detailCodes.badKey, 'The API key is not valid.')
    const refused = refuse(simulation, url.searchParams)
    if (refused !== undefined) return refused
    if (overQuota(route.endpoint)) {
      const headers = retryHeaders(simulation.faults().retryAfter)
      return errorAnswer(context, 429, detailCodes.tooMany, 'The quota of this minute is used up.', headers)
    }
    return route.answer(url, signal)
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const url = new URL(request.url ?? '/', 'http://simulator')
    decide(request, url, gone.signal)
      .then(async (answer) => {
        if (answer === 'stall') return room.countAnswer('stalled')
        const whole = await send(response, answer, simulation, simulation.faults())
        room.countAnswer(whole ? String(answer.status) : 'cut')
        if (whole && answer.carries !== undefined) room.countDelivered(answer.carries)
      })
      .catch(() => response.destroy())
  }
}
