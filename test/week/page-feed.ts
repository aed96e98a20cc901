import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRandom } from '../../src/simulator/random.ts'
import type { MadeGap, WeekFeed } from './week-feed.ts'

export interface PageFeedOptions {
  readonly name: string
  readonly items: number
  readonly kind: 'rss' | 'atom'
  /** Entries that slide in with every answer. */
  readonly step: number
  /** At this answer so many slide in that the page rolls past everything it showed. */
  readonly rollAt?: number
  readonly faults: boolean
  readonly startsAt: number
  readonly seconds: number
}

const window = 40
const roll = 100

/** A public page with a sliding window, which moves on with every answer: no time has to pass. */
export async function startPageFeed(options: PageFeedOptions): Promise<WeekFeed> {
  const { name, items, kind } = options
  const random = createRandom(`week/${name}`)
  const shown = new Set<number>()
  const made: MadeGap[] = []
  let out = Math.min(window, items)
  let answers = 0

  /** Up to which number an answer showed, by its etag. */
  const shownTo = new Map<string, number>()
  // The reader names the last answer it kept. One that it did not, because it was killed on the way, is shown again by the
  // next, unless the page then rolls past it: those entries lie in the gap.
  const forgetUnkept = (kept: string | undefined): void => {
    const end = shownTo.get(kept ?? '') ?? 0
    for (const number of shown) if (number >= end) shown.delete(number)
  }

  const server = createServer((request, response) => {
    if (options.faults && random.chance(0.003)) return
    if (options.faults && random.chance(0.02)) return void response.writeHead(429, { 'retry-after': '1' }).end()
    if (options.faults && random.chance(0.02)) return void response.writeHead(500).end()
    answers++
    if (answers === options.rollAt) {
      forgetUnkept(request.headers['if-none-match'])
      out = Math.min(items, out + roll)
      made.push({ kind: 'no-overlap', around: Date.now() })
    } else if (answers > 1) out = Math.min(items, out + options.step)
    const numbers = Array.from({ length: Math.min(window, out) }, (_, at) => out - 1 - at)
    const body = kind === 'rss' ? rss(options, numbers) : atom(options, numbers)
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
    shownTo.set(etag, out)
    response.writeHead(200, { 'content-type': `application/${kind}+xml`, etag })
    response.end(body, () => {
      for (const number of numbers) shown.add(number)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/${kind}`
  return {
    definition: {
      name,
      kind: 'http-feed',
      authority: `${name}.example`,
      host: `127.0.0.1:${port}`,
      config: { url, allowPrivate: true, requestSeconds: 5 },
      intervalSeconds: 1,
    },
    expected: () => new Set([...shown].map((number) => headline(name, number))),
    lost: () => items - shown.size,
    madeGaps: () => made,
    finished: () => out === items && shown.has(items - 1),
    stop: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

const headline = (name: string, number: number): string => `Ledger ${number} of ${name} is read aloud`

const time = ({ startsAt, seconds, items }: PageFeedOptions, number: number): Date =>
  new Date(startsAt + Math.floor((number * seconds) / items) * 1000)

function rss(options: PageFeedOptions, numbers: readonly number[]): string {
  const entries = numbers.map(
    (number) =>
      `<item><title>${headline(options.name, number)}</title><link>https://${options.name}.example/${number}</link>` +
      `<guid isPermaLink="false">${options.name}-${number}</guid><pubDate>${time(options, number).toUTCString()}</pubDate>` +
      `<description>The clerk read ledger ${number} to the council of ${options.name} and sat down.</description></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${options.name}</title><link>https://${options.name}.example/</link><description>Ledgers</description>${entries.join('')}</channel></rss>`
}

function atom(options: PageFeedOptions, numbers: readonly number[]): string {
  const entries = numbers.map(
    (number) =>
      `<entry><id>tag:${options.name}.example,2026:${number}</id><title>${headline(options.name, number)}</title>` +
      `<updated>${time(options, number).toISOString()}</updated><link href="https://${options.name}.example/${number}"/>` +
      `<content type="html">&lt;p&gt;The clerk read ledger ${number} to the council of ${options.name}.&lt;/p&gt;</content></entry>`,
  )
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>tag:${options.name}.example,2026:feed</id><title>${options.name}</title><updated>${time(options, numbers[0]!).toISOString()}</updated>${entries.join('')}</feed>`
}
