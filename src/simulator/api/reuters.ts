import type { IncomingMessage } from 'node:http'
import type { TranslatedEvent } from '../dialects/dialect.ts'
import type { Simulation } from '../simulation.ts'
import type { Answer } from './answer.ts'
import { jsonType } from './answer.ts'
import { answerToken, hasToken } from './oauth.ts'
import { publishedOf, shuffled } from './published.ts'
import { readRequestBody } from './request-body.ts'

const json = (simulation: Simulation, value: unknown, carries: readonly string[] = []): Answer => ({
  status: 200,
  contentType: jsonType,
  body: JSON.stringify(value),
  headers: { date: new Date(simulation.now()).toUTCString() },
  carries,
})

/** An error as GraphQL puts it: beside empty data, with status 200. */
const failure = (simulation: Simulation, code: string, message: string): Answer =>
  json(simulation, { data: null, errors: [{ message, extensions: { code } }] })

/** `POST /reuters/oauth/token`: client credentials, in a form or in JSON. */
export async function answerReutersToken(
  simulation: Simulation,
  request: IncomingMessage,
  apiKey: string,
): Promise<Answer> {
  const body = await readRequestBody(request)
  const isJson = request.headers['content-type']?.includes('json') === true
  const given = isJson
    ? (JSON.parse(body) as Record<string, string>)
    : Object.fromEntries(new URLSearchParams(body).entries())
  const valid =
    given['grant_type'] === 'client_credentials' &&
    given['client_secret'] === apiKey &&
    given['client_id'] !== undefined &&
    given['audience'] !== undefined
  return answerToken(simulation, valid)
}

/** `POST /reuters/content/graphql`: the questions Writethru asks, and their likes; it is no GraphQL server. */
export async function answerReuters(simulation: Simulation, request: IncomingMessage): Promise<Answer> {
  const body = await readRequestBody(request)
  if (!hasToken(simulation, request.headers.authorization)) {
    return simulation.strikes(0.5)
      ? { status: 401, contentType: jsonType, body: '{"message":"Unauthorized"}' }
      : failure(simulation, 'UNAUTHENTICATED', 'Token has expired')
  }
  const { query } = JSON.parse(body) as { query?: unknown }
  if (typeof query !== 'string') return failure(simulation, 'BAD_USER_INPUT', 'There is no query.')
  if (query.includes('currentUser')) {
    return json(simulation, { data: { currentUser: { subscriptions: [{ alias: 'RHS001', name: 'Rehearsal' }] } } })
  }
  return query.includes('search(') ? answerSearch(simulation, query) : answerItems(simulation, query)
}

const argument = (query: string, name: string): string | undefined => {
  const found = new RegExp(`${name}: ("(?:[^"\\\\]|\\\\.){0,8000}")`).exec(query)?.[1]
  return found === undefined ? undefined : (JSON.parse(found) as string)
}

/** A place in the list, as search engines give it: what the last line was sorted by. */
const positionOf = ({ intent, etag }: TranslatedEvent): string =>
  Buffer.from(JSON.stringify([intent.versionCreated, etag])).toString('base64')

function byPosition(a: TranslatedEvent, b: TranslatedEvent): number {
  return (
    Date.parse(a.intent.versionCreated) - Date.parse(b.intent.versionCreated) ||
    (a.etag < b.etag ? -1 : a.etag > b.etag ? 1 : 0)
  )
}

function answerSearch(simulation: Simulation, query: string): Answer {
  const [year = 0, month = 1, day = 1, ...clock] = (argument(query, 'dateRange') ?? '1970').split('.').map(Number)
  const from = Date.UTC(year, month - 1, day, clock[0] ?? 0, clock[1] ?? 0, clock[2] ?? 0)
  const limit = Math.min(100, Number(/limit: (\d{1,4})/.exec(query)?.[1] ?? 20))
  const types = /mediaTypes: \[([A-Z, ]{0,100})\]/.exec(query)?.[1]?.split(', ')
  const cursor = argument(query, 'cursor')
  const expires = simulation.faults().expireAfterPages
  if (cursor !== undefined && expires > 0 && simulation.countDocumentRequest('reuters/pages') % (expires + 1) === 0) {
    return failure(simulation, 'BAD_USER_INPUT', 'The cursor is invalid or has expired.')
  }
  const all = [...new Set(publishedOf(simulation, 'reuters'))]
    .filter(({ intent }) => Date.parse(intent.versionCreated) >= from)
    .filter(({ envelope }) => types === undefined || types.includes(String(envelope['type'])))
    .toSorted(byPosition)
  const start = cursor === undefined ? 0 : all.findIndex((event) => positionOf(event) === cursor) + 1
  const page = all.slice(start, start + limit)
  const last = page.at(-1)
  const items = shuffled(simulation, page).map(({ envelope }) => ({
    versionedGuid: envelope['versionedGuid'],
    uri: envelope['uri'],
    usn: envelope['usn'],
    version: envelope['version'],
    versionCreated: envelope['versionCreated'],
    type: envelope['type'],
    pubStatus: envelope['pubStatus'],
    signal: envelope['signal'],
    headLine: envelope['headLine'],
  }))
  const pageInfo = {
    endCursor: last === undefined ? (cursor ?? null) : positionOf(last),
    hasNextPage: start + limit < all.length,
  }
  return json(simulation, { data: { search: { totalHits: all.length, pageInfo, items } } })
}

function answerItems(simulation: Simulation, query: string): Answer {
  const known = new Map<unknown, TranslatedEvent>()
  for (const event of publishedOf(simulation, 'reuters')) {
    known.set(event.envelope['versionedGuid'], event)
    const newest = known.get(event.envelope['uri'])
    if (newest === undefined || newest.version <= event.version) known.set(event.envelope['uri'], event)
  }
  const data: Record<string, unknown> = {}
  const errors: object[] = []
  const carries: string[] = []
  for (const [, name = '', id = ''] of query.matchAll(/\b(i\d{1,3}): item\(id: "([^"]{1,300})"\)/g)) {
    const event = known.get(id)
    const missing = simulation.countDocumentRequest(`reuters/${id}`) <= simulation.faults().missingNitf
    data[name] = event === undefined || missing ? null : event.envelope
    if (event !== undefined && !missing) carries.push(event.filing.event.etag)
    else errors.push({ message: 'Item not found', path: [name], extensions: { code: 'NOT_FOUND' } })
  }
  return json(simulation, { data, ...(errors.length === 0 ? {} : { errors }) }, carries)
}
