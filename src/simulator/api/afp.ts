import type { IncomingMessage } from 'node:http'
import type { Simulation } from '../simulation.ts'
import type { Answer } from './answer.ts'
import { jsonType } from './answer.ts'
import { answerToken, hasToken } from './oauth.ts'
import { publishedOf, shuffled } from './published.ts'
import { readRequestBody } from './request-body.ts'

const mostRows = 1000

/** `POST /afp/oauth/token`: the password grant, with the client's pair as basic authentication. */
export async function answerAfpToken(
  simulation: Simulation,
  request: IncomingMessage,
  apiKey: string,
): Promise<Answer> {
  const form = new URLSearchParams(await readRequestBody(request))
  const pair = Buffer.from(request.headers.authorization?.replace(/^Basic /, '') ?? '', 'base64').toString('utf8')
  const known = form.get('grant_type') === 'password' && form.get('password') === apiKey && pair.endsWith(`:${apiKey}`)
  return answerToken(simulation, known || form.get('grant_type') === 'anonymous')
}

/** `POST /afp/v1/api/search`: what was published in a range of dates, either way round. */
export async function answerAfp(simulation: Simulation, request: IncomingMessage): Promise<Answer> {
  const json = (status: number, value: unknown, carries: readonly string[] = []): Answer => ({
    status,
    contentType: jsonType,
    body: JSON.stringify(value),
    headers: { date: new Date(simulation.now()).toUTCString() },
    carries,
  })
  const body = await readRequestBody(request)
  if (!hasToken(simulation, request.headers.authorization)) {
    const error = { error_type: 'SearchServerException', code: 401, message: 'Access token expired' }
    return json(simulation.strikes(0.5) ? 401 : 200, { error })
  }
  const asked = JSON.parse(body) as { dateRange?: { from?: string }; maxRows?: number; sortOrder?: string }
  const from = Date.parse(asked.dateRange?.from ?? '')
  const rows = Number(asked.maxRows ?? 10)
  if (Number.isNaN(from) || !(rows > 0 && rows <= mostRows)) {
    return json(200, { response: { status: { code: 400, reason: 'Bad value' } } })
  }
  const direction = asked.sortOrder === 'asc' ? 1 : -1
  const all = [...new Set(publishedOf(simulation, 'afp'))]
    .filter(({ intent }) => Date.parse(intent.versionCreated) >= from)
    .toSorted((a, b) => direction * (Date.parse(a.intent.versionCreated) - Date.parse(b.intent.versionCreated)))
  const page = all.slice(0, rows)
  const docs = shuffled(simulation, page).map(({ envelope }) => envelope)
  return json(
    200,
    { response: { status: { code: 0, reason: 'Success' }, numFound: all.length, docs } },
    page.map(({ filing }) => filing.event.etag),
  )
}
