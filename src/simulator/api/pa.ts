import type { Simulation } from '../simulation.ts'
import type { TranslatedEvent } from '../dialects/dialect.ts'
import type { Answer } from './answer.ts'
import { jsonType } from './answer.ts'
import { publishedOf, shuffled } from './published.ts'

const mostItems = 100

/** By `issued` downwards, then by uri; versions of one item newest first. */
const newestFirst = (a: TranslatedEvent, b: TranslatedEvent): number =>
  Date.parse(b.intent.versionCreated) - Date.parse(a.intent.versionCreated) ||
  (a.itemid < b.itemid ? -1 : a.itemid > b.itemid ? 1 : b.version - a.version)

/** `GET /pa/v1/item`: what is out, newest first, by offset. */
export function answerPa(simulation: Simulation, url: URL, key: string | undefined, apiKey: string): Answer {
  const date = new Date(simulation.now()).toUTCString()
  const json = (status: number, value: unknown, carries: readonly string[] = []): Answer => ({
    status,
    contentType: jsonType,
    body: JSON.stringify(value),
    headers: { date },
    carries,
  })
  if (key !== apiKey) return json(403, { message: 'The key is not known.' })
  const limit = Math.min(mostItems, Number(url.searchParams.get('limit') ?? 10))
  const offset = Number(url.searchParams.get('offset') ?? 0)
  if (!(limit > 0) || !(offset >= 0)) return json(400, { message: 'limit and offset must be numbers.' })
  const all = [...new Set(publishedOf(simulation, 'pa'))].toSorted(newestFirst)
  const page = all.slice(offset, offset + limit)
  const item = shuffled(simulation, page).map(({ envelope }) => ({
    ...envelope,
    ranking: simulation.drawHex(2).length,
  }))
  return json(
    200,
    { total: all.length, limit, offset, item },
    page.map(({ filing }) => filing.event.etag),
  )
}
