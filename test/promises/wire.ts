import type pg from 'pg'
import { saveFeed } from '../../src/store/feeds.ts'
import type { ExpectedState } from '../../src/simulator/wire/expected-state.ts'
import { startSimulator } from '../../src/simulator/server.ts'
import type { Simulator, SimulatorOptions } from '../../src/simulator/server.ts'
import { openConnection } from '../../src/store/pool.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { startChild } from '../support/child.ts'
import type { Child } from '../support/child.ts'

export interface WorkerSettings {
  readonly databaseUrl: string
  readonly queueUrl: string
  readonly apiKey: string
  /** Every job is made twice, and both are taken. */
  readonly deliverTwice?: boolean
  readonly logLevel?: string
}

/** A simulated agency, a database with a feed that points at it, and worker processes. */
export interface Wire {
  readonly simulator: Simulator
  readonly database: TestDatabase
  /** `program` stands in for the ordinary worker: one that tells more about itself. */
  startWorker(settings?: Partial<WorkerSettings>, program?: URL): Promise<Child>
  /** Resolves when all was delivered, every receipt is done and every change has its number. */
  settled(): Promise<void>
  close(): Promise<void>
}

const worker = new URL('worker-child.mjs', import.meta.url)

export async function openWire(options: SimulatorOptions & { queueUrl?: string; pageSize?: number }): Promise<Wire> {
  const database = await openTestDatabase()
  const simulator = await startSimulator({ longPollSeconds: 2, ...options })
  await saveFeed(database.pool, {
    name: 'agency',
    kind: 'ap-media-api',
    authority: 'ap.org',
    host: new URL(simulator.url).host,
    config: {
      baseUrl: `${simulator.url}/media/v`,
      apiKeySecret: 'AP_API_KEY',
      allowPrivate: true,
      pageSize: options.pageSize ?? 20,
    },
  })
  const children: Child[] = []
  return {
    simulator,
    database,
    startWorker: async (settings = {}, program = worker) => {
      const child = startChild(program, [
        JSON.stringify({
          databaseUrl: database.url,
          queueUrl: options.queueUrl ?? 'postgres',
          apiKey: options.apiKey ?? 'rehearsal',
          ...settings,
        } satisfies WorkerSettings),
      ])
      children.push(child)
      await child.message((message): message is 'ready' => message === 'ready')
      return child
    },
    settled: async () => {
      await simulator.control.allDelivered(AbortSignal.timeout(150_000))
      await pollWithoutNews(database)
      await settled(database)
    },
    close: async () => {
      await Promise.all(children.map((child) => child.kill('SIGKILL')))
      await simulator.stop()
      await database.drop()
    },
  }
}

/** What went out may not be committed yet; a later poll of the same feed without news says that it is. */
async function pollWithoutNews(database: TestDatabase): Promise<void> {
  const { rows: start } = await database.pool.query<{ now: Date }>('SELECT now()')
  const until = performance.now() + 150_000
  for (;;) {
    const { rowCount } = await database.pool.query(
      `SELECT FROM wire.attempts WHERE stage = 'poll' AND offers = 0 AND code IS NULL AND at > $1`,
      [start[0]!.now],
    )
    if (rowCount !== 0) return
    if (performance.now() > until) throw new Error('no poll came back without news')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Waits for the workers' own signals (a numbered change, a finished receipt), not for a while. */
export async function settled(database: TestDatabase, limitMs = 150_000): Promise<void> {
  const listener = await openConnection(database.url, 'settled')
  listener.on('error', () => undefined)
  try {
    await listener.query('LISTEN wire_changes')
    const until = performance.now() + limitMs
    for (;;) {
      const { rows } = await database.pool.query<{ open: number }>(
        `SELECT (SELECT count(*) FROM wire.receipts WHERE state <> 'done')::int
              + (SELECT count(*) FROM wire.outbox)::int AS open`,
      )
      if (rows[0]!.open === 0) return
      if (performance.now() > until) throw new Error(`${rows[0]!.open} receipts or changes are still open`)
      await nextNotification(listener, 200)
    }
  } finally {
    await listener.end()
  }
}

// A receipt that ends in duplicates makes no change and so no signal; the limit makes the next look come anyway.
function nextNotification(listener: pg.Client, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, limitMs)
    function done() {
      clearTimeout(timer)
      listener.off('notification', done)
      resolve()
    }
    listener.once('notification', done)
  })
}

/** Resolves when the next change gets its number. */
export async function nextNumberedChange(database: TestDatabase): Promise<void> {
  const listener = await openConnection(database.url, 'next change')
  await listener.query('LISTEN wire_changes')
  await new Promise((resolve) => listener.once('notification', resolve))
  await listener.end()
}

/** What a database holds, without numbers that depend on the order of arrival. */
export async function readWireState(pool: pg.Pool) {
  const stories = await pool.query(
    `SELECT s.uri, s.type, s.status, s.publishable, s.not_publishable, s.headline, s.version, s.embargoed_until,
            s.revision_count::int AS revisions,
            EXISTS (SELECT FROM wire_v1.publishable p WHERE p.id = s.id) AS printable,
            (SELECT array_agg(concat_ws(' ', r.version, r.etag, r.status) ORDER BY r.etag) FROM wire.revisions r
             WHERE r.story_id = s.id) AS received,
            (SELECT array_agg(c.text ORDER BY c.text) FROM wire.captions c WHERE c.story_id = s.id) AS captions,
            (SELECT array_agg(DISTINCT m.raw ORDER BY m.raw) FROM wire.mentions m WHERE m.story_id = s.id) AS mentions
     FROM wire.stories s ORDER BY s.uri`,
  )
  return stories.rows
}

export type WireState = Awaited<ReturnType<typeof readWireState>>

/** Every point where the database differs from what the script meant, in words; empty when all is as published. */
export function differences(expected: ExpectedState, state: WireState): string[] {
  const found: string[] = []
  const byUri = new Map(state.map((story) => [story.uri, story]))
  for (const story of expected.stories) {
    const stored = byUri.get(story.uri)
    byUri.delete(story.uri)
    const differ = (field: string, want: unknown, got: unknown) => {
      if (JSON.stringify(want) !== JSON.stringify(got)) {
        found.push(`${story.uri} (${story.headline}): ${field} is ${JSON.stringify(got)}, not ${JSON.stringify(want)}`)
      }
    }
    if (stored === undefined) {
      found.push(`${story.uri} (${story.headline}) is missing`)
      continue
    }
    // An embargo that has passed was lifted, and readers were told.
    const status = story.status === 'embargoed' && story.publishable ? 'usable' : story.status
    if (!story.statusOpen) differ('status', status, stored.status)
    differ('printable', story.publishable, stored.printable)
    differ('revisions', story.revisions, stored.revisions)
    differ('headline', story.headline, stored.headline)
    differ('version', String(story.version), stored.version)
    if (story.notPublishable !== undefined && !story.notPublishableOpen) {
      differ('reason', story.notPublishable, stored.not_publishable)
    }
    if (story.captions !== undefined) {
      differ('captions', [...story.captions].map((caption) => caption.text).sort(), stored.captions ?? [])
    }
  }
  for (const [uri, stored] of byUri) {
    if (!expected.refusals.some((refusal) => !refusal.certain && refusal.etag.startsWith(uri))) {
      found.push(`${uri} (${stored.headline}) was never published`)
    }
  }
  return found
}

/** The change feed: every number once, in order, from 1. */
export async function readChangeNumbers(pool: pg.Pool): Promise<number[]> {
  const { rows } = await pool.query<{ seq: string }>('SELECT seq FROM wire_v1.changes ORDER BY seq')
  return rows.map((row) => Number(row.seq))
}
