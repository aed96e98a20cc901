import { createHmac } from 'node:crypto'
import { connect } from 'node:net'
import pino from 'pino'
import { LiveWire } from '../../src/ops/live-wire.ts'
import { startServer } from '../../src/ops/server.ts'
import { saveFeed } from '../../src/store/feeds.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import type { ReceiptRef } from '../../src/store/receipts.ts'
import { WorkerEvents } from '../../src/workers/events.ts'
import { openTestDatabase } from '../support/database.ts'

export const secret = 'marram-grass-and-salt-7741'

/** A web server with a push endpoint over a database of its own. */
export interface Endpoint {
  readonly url: string
  readonly pool: Pool
  /** What was to be enqueued; the test takes the place of the queue. */
  readonly enqueued: ReceiptRef[]
  /** Outcomes of all requests, in order. */
  readonly outcomes: string[]
  /** Everything that was logged, one JSON line each. */
  readonly lines: string[]
  readonly secrets: Map<string, string>
  /** What a call of the queue does; a test may let it fail or hang. */
  enqueue: (receipts: readonly ReceiptRef[]) => Promise<void>
  addFeed(name: string, config?: Record<string, unknown>): Promise<void>
  receipts(feed: string): Promise<{ digest: string; contentType: string | null; fileName: string | null }[]>
  close(): Promise<void>
}

/** `through` answers another address of the database, for one that is cut off. */
export async function openEndpoint(through: (url: string) => Promise<string> = async (url) => url): Promise<Endpoint> {
  const database = await openTestDatabase()
  const pool = openPool(await through(database.url), { max: 6 })
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const live = new LiveWire(pool, database.url, log)
  const events = new WorkerEvents()
  const outcomes: string[] = []
  const enqueued: ReceiptRef[] = []
  const secrets = new Map([['QUAY_KEY', secret]])
  events.on('push', ({ outcome }) => outcomes.push(outcome))
  const endpoint: Omit<Endpoint, 'url'> = {
    pool,
    enqueued,
    outcomes,
    lines,
    secrets,
    enqueue: async (receipts) => void enqueued.push(...receipts),
    addFeed: async (name, config = {}) => {
      await saveFeed(pool, { name, kind: 'push', authority: 'quay', config: { secrets: ['QUAY_KEY'], ...config } })
    },
    receipts: async (feed) => {
      const { rows } = await pool.query(
        `SELECT encode(r.digest, 'hex') AS digest, content_type AS "contentType", file_name AS "fileName"
         FROM wire.receipts r JOIN wire.feeds f ON f.id = r.feed_id WHERE f.name = $1 ORDER BY r.id`,
        [feed],
      )
      return rows
    },
    close: async () => {
      await server.close()
      live.close()
      await pool.end()
      await database.drop()
    },
  }
  const server = await startServer({
    pool,
    log,
    live,
    events,
    roles: ['http'],
    host: '127.0.0.1',
    port: 0,
    push: { secret: (name) => secrets.get(name), enqueue: (receipts) => endpoint.enqueue(receipts) },
  })
  return Object.assign(endpoint, { url: server.url })
}

export const mac = (key: string, text: string | Uint8Array, prefix = ''): string =>
  createHmac('sha256', key).update(prefix).update(text).digest('hex')

/** Headers of a request signed as the documentation says. */
export function signed(
  body: string | Uint8Array,
  options: { key?: string; at?: number; headers?: Record<string, string> } = {},
): Record<string, string> {
  const at = String(options.at ?? Math.floor(Date.now() / 1000))
  return {
    'content-type': 'application/xml',
    'x-writethru-timestamp': at,
    'x-writethru-signature': `v1=${mac(options.key ?? secret, body, `${at}.`)}`,
    ...options.headers,
  }
}

export interface PushAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: { receipt?: string; error?: { code: string; status: number; detail?: string } }
}

export async function push(
  endpoint: Endpoint,
  feed: string,
  body: string | Uint8Array,
  headers: Record<string, string> = signed(body),
): Promise<PushAnswer> {
  const answer = await fetch(`${endpoint.url}in/${feed}`, { method: 'POST', body: Buffer.from(body), headers })
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as PushAnswer['body'] }
}

/** Writes bytes to the server as they are and answers what it said until it closed the connection or `until` was read. */
export function talk(endpoint: Endpoint, text: string, until: RegExp): Promise<string> {
  const { hostname, port } = new URL(endpoint.url)
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
      if (until.test(heard)) socket.destroy()
    })
    socket.on('close', () => resolve(heard))
    socket.on('error', reject)
  })
}
