import type pg from 'pg'
import pino from 'pino'
import { createRandom } from '../../src/simulator/random.ts'
import { checkCounts, listBreaches } from '../../src/store/breaches.ts'
import { saveFeed } from '../../src/store/feeds.ts'
import { listGaps } from '../../src/store/read-gaps.ts'
import type { GapEntry } from '../../src/store/read-gaps.ts'
import { lookForHoles } from '../../src/workers/completeness/completeness.ts'
import type { WorkerContext } from '../../src/workers/worker-context.ts'
import { startChild } from '../support/child.ts'
import type { Child } from '../support/child.ts'
import { openTestDatabase } from '../support/database.ts'
import { startAgencyFeed } from './agency-feed.ts'
import { startFolderFeed } from './folder-feed.ts'
import { startPageFeed } from './page-feed.ts'
import type { WeekFeed } from './week-feed.ts'

export interface WeekOptions {
  readonly agencies: { readonly feeds: number; readonly items: number }
  readonly pages: { readonly feeds: number; readonly items: number; readonly step: number }
  readonly folders: { readonly feeds: number; readonly items: number }
  readonly workers: number
  /** Workers killed with SIGKILL while the week runs. */
  readonly kills: number
  readonly faults: boolean
  readonly limitMs: number
  readonly seed: string
}

/** What came of the week. */
export interface WeekReport {
  readonly feeds: number
  /** Items published, and of those: withdrawn before anyone could have had them. */
  readonly published: number
  readonly lost: number
  /** In words, each difference between what must be there and what is; empty when all is accounted for. */
  readonly differences: readonly string[]
  readonly kills: number
  readonly seconds: number
  readonly gaps: number
}

const daySeconds = 86_400
/** A bound is the time at which a request was made; what it brought may be younger by as much. */
const requestMs = 5000
const worker = new URL('../promises/worker-child.mjs', import.meta.url)

/** Plays the week: all feeds at once, workers killed on the way, and looks what is there at the end. */
export async function runWeek(options: WeekOptions): Promise<WeekReport> {
  const started = performance.now()
  const database = await openTestDatabase()
  const { pool } = database
  const feeds = await startFeeds(options, pool)
  const children: Child[] = []
  const startWorker = async (): Promise<Child> => {
    const child = startChild(worker, [
      JSON.stringify({
        databaseUrl: database.url,
        queueUrl: 'postgres',
        apiKey: 'rehearsal',
        // Agencies hold their connections; each takes a place of its own.
        pollConcurrency: feeds.length,
      }),
    ])
    await child.message((message): message is 'ready' => message === 'ready')
    return child
  }
  try {
    for (const feed of feeds) await saveFeed(pool, feed.definition)
    for (let count = 0; count < options.workers; count++) children.push(await startWorker())
    const random = createRandom(options.seed)
    let kills = 0
    let calm = false
    let nextKill = performance.now() + 3000
    const end = started + options.limitMs
    for (;;) {
      for (const feed of feeds) if (!feed.finished()) await feed.step?.()
      if (kills < options.kills && performance.now() > nextKill) {
        const at = random.int(0, options.workers - 1)
        await children[at]!.kill('SIGKILL')
        children[at] = await startWorker()
        kills++
        nextKill = performance.now() + random.int(2000, 10_000)
      }
      const finished = feeds.every((feed) => feed.finished())
      if (finished && !calm) for (const feed of feeds) feed.calm?.()
      calm ||= finished
      if (finished && kills >= options.kills && (await isSettled(pool, feeds))) break
      if (performance.now() > end) break
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    // Numbers that came within the last minute are not judged by the workers yet; here nothing more will come.
    await lookForHoles({ pool, log: pino({ level: 'silent' }) } as unknown as WorkerContext, 0)
    const gaps = await listGaps(pool, { all: true, limit: 10_000 })
    const differences = [
      ...(await storedDifferences(pool, feeds)),
      ...gapDifferences(feeds, gaps),
      ...(await countDifferences(pool)),
    ]
    if (differences.length > 0) differences.push(...(await lastNotes(pool)))
    const lost = feeds.reduce((sum, feed) => sum + feed.lost(), 0)
    const had = feeds.reduce((sum, feed) => sum + feed.expected().size, 0)
    const seconds = Math.round((performance.now() - started) / 1000)
    return { feeds: feeds.length, published: had + lost, lost, differences, kills, seconds, gaps: gaps.length }
  } finally {
    await Promise.all(children.map((child) => child.kill('SIGKILL')))
    await Promise.all(feeds.map((feed) => feed.stop()))
    await database.drop()
  }
}

async function startFeeds(options: WeekOptions, pool: pg.Pool): Promise<WeekFeed[]> {
  const { agencies, pages, folders, faults } = options
  const now = Math.floor(Date.now() / 1000) * 1000
  const weekAgo = now - 7 * daySeconds * 1000
  const feeds: WeekFeed[] = []
  for (let at = 0; at < agencies.feeds; at++) {
    // A feed of this API reaches back 72 hours; only the one that is away for days is played from a week ago.
    const isAway = at === 0
    feeds.push(
      await startAgencyFeed({
        name: `agency-${at}`,
        items: agencies.items,
        startsAt: isAway ? weekAgo : now - 70 * 3_600_000,
        seconds: isAway ? 7 * daySeconds - 3600 : 69 * 3600,
        // A body is a request of its own: some feeds have them, so that there is time for all.
        bodies: at % 10 === 1,
        ...(faults ? { faults: agencyFaults(at) } : {}),
        ...(isAway ? { away: awayFrom(pool) } : {}),
      }),
    )
  }
  for (let at = 0; at < pages.feeds; at++) {
    feeds.push(
      await startPageFeed({
        name: `page-${at}`,
        items: pages.items,
        kind: at % 2 === 0 ? 'rss' : 'atom',
        step: pages.step,
        ...(at % 4 === 0 ? { rollAt: 4 } : {}),
        faults,
        startsAt: weekAgo,
        seconds: 7 * daySeconds,
      }),
    )
  }
  for (let at = 0; at < folders.feeds; at++) {
    const loseOn = at % 3 === 0 ? [2, 5] : []
    feeds.push(
      await startFolderFeed({
        name: `line-${at}`,
        items: folders.items,
        days: 7,
        loseOn,
        startsAt: weekAgo + 3_600_000,
      }),
    )
  }
  return feeds
}

/** Every fault has its feeds. Shuffled pages and lost tokens are kept apart: the overlap of a new token is 15 minutes. */
function agencyFaults(at: number) {
  return {
    stall: at % 5 === 1 ? 0.01 : 0,
    rateLimit: 0.03,
    retryAfter: '1',
    serverError: 0.02,
    halfPage: 0.02,
    overlapPages: 0.2,
    ...(at % 3 === 1 ? { expireAfterPages: 5 } : {}),
    ...(at % 3 === 2 ? { reorder: 'window' as const } : {}),
  }
}

function awayFrom(pool: pg.Pool) {
  return {
    caughtUp: async (name: string, expected: ReadonlySet<string>) => {
      const stored = await readStored(pool, name)
      return [...expected].every((etag) => stored.has(etag))
    },
    standStill: async (name: string, work: () => Promise<void>) => {
      await pool.query(`UPDATE wire.feeds SET enabled = false WHERE name = $1`, [name])
      for (;;) {
        const { rows } = await pool.query(
          `SELECT coalesce(lease_until > now(), false) AS held FROM wire.feeds WHERE name = $1`,
          [name],
        )
        if (!rows[0].held) break
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
      await work()
      await pool.query(`UPDATE wire.feeds SET enabled = true, next_poll_at = now() WHERE name = $1`, [name])
    },
  }
}

/** What is stored of a feed, by the names the feeds use: etag, headline, file. */
async function readStored(pool: pg.Pool, name: string): Promise<Set<string>> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT DISTINCT CASE f.kind WHEN 'ap-media-api' THEN v.etag WHEN 'directory' THEN r.file_name ELSE v.headline END AS name
     FROM wire.feeds f JOIN wire.revisions v ON v.feed_id = f.id
     LEFT JOIN wire.receipts r ON r.received_on = v.received_on AND r.id = v.receipt_id
     WHERE f.name = $1`,
    [name],
  )
  return new Set(rows.map((row) => row.name))
}

async function isSettled(pool: pg.Pool, feeds: readonly WeekFeed[]): Promise<boolean> {
  const { rows } = await pool.query<{ open: number }>(
    `SELECT (SELECT count(*) FROM wire.receipts WHERE state <> 'done')::int
          + (SELECT count(*) FROM wire.gaps WHERE state = 'backfilling')::int AS open`,
  )
  if (rows[0]!.open > 0) return false
  for (const feed of feeds) {
    const stored = await readStored(pool, feed.definition.name)
    for (const name of feed.expected()) if (!stored.has(name)) return false
  }
  return true
}

async function storedDifferences(pool: pg.Pool, feeds: readonly WeekFeed[]): Promise<string[]> {
  const found: string[] = []
  for (const feed of feeds) {
    const { name } = feed.definition
    if (!feed.finished()) found.push(`${name}: not everything was published in time`)
    const stored = await readStored(pool, name)
    const expected = feed.expected()
    const missing = [...expected].filter((item) => !stored.has(item))
    const foreign = [...stored].filter((item) => !expected.has(item))
    if (missing.length > 0) found.push(`${name}: ${missing.length} missing, ${missing.slice(0, 3).join(', ')}`)
    if (foreign.length > 0) found.push(`${name}: ${foreign.length} never offered, ${foreign.slice(0, 3).join(', ')}`)
  }
  return found
}

/**
 * Every gap that was made is reported with its bounds; every other one on record is over by itself: a lost token whose
 * overlap brought everything, a number that a starved machine delivered more than a minute after its neighbours.
 */
function gapDifferences(feeds: readonly WeekFeed[], gaps: readonly GapEntry[]): string[] {
  const found: string[] = []
  const reported = new Set<number>()
  for (const feed of feeds) {
    const { name } = feed.definition
    for (const made of feed.madeGaps()) {
      const around = (gap: GapEntry): boolean =>
        made.around === undefined ||
        (Date.parse(gap.from ?? '') <= made.around && Date.parse(gap.to ?? '') + requestMs >= made.around)
      const fits = gaps.find(
        (gap) =>
          !reported.has(gap.id) &&
          gap.feed === name &&
          gap.kind === made.kind &&
          (made.from === undefined || (gap.from === made.from && gap.to === made.to)) &&
          around(gap),
      )
      if (fits === undefined) found.push(`${name}: ${made.kind} was not reported: ${JSON.stringify(made)}`)
      else reported.add(fits.id)
      // A token that was lost for days is made good by search; numbers and pages that rolled on are not.
      if (fits !== undefined && (fits.state === 'closed') !== (made.kind === 'cursor-expired')) {
        found.push(`${name}: gap ${fits.id} (${made.kind}) is ${fits.state}`)
      }
    }
  }
  for (const gap of gaps) {
    const healed =
      gap.state === 'closed' && (gap.kind === 'cursor-expired' || gap.closedHow === 'the numbers came late')
    if (reported.has(gap.id) || healed) continue
    found.push(`${gap.feed}: gap ${gap.id} (${gap.kind}, ${gap.state}) was never made: ${gap.detail}`)
  }
  return found
}

/** For whoever looks into a failure: what the feeds said last. */
async function lastNotes(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query(
    `SELECT name, last_note, last_error_code, last_error_detail, cursor FROM wire.feeds
     WHERE last_error_code IS NOT NULL OR kind = 'ap-media-api' ORDER BY id LIMIT 10`,
  )
  return rows.map((row) => JSON.stringify(row))
}

async function countDifferences(pool: pg.Pool): Promise<string[]> {
  const found: string[] = []
  while ((await checkCounts(pool as never, 50_000)).checked > 0);
  for (const breach of await listBreaches(pool)) found.push(`receipt ${breach.receiptId}: ${breach.what}`)
  const { rows } = await pool.query(
    `SELECT f.name FROM wire.receipts r JOIN wire.feeds f ON f.id = r.feed_id GROUP BY 1
     HAVING sum(r.offered) <> sum(r.new + r.revised + r.duplicate + r.stale + r.killed + r.quarantined)
         OR count(*) FILTER (WHERE r.state <> 'done') > 0`,
  )
  for (const { name } of rows) found.push(`${name}: offered is not what is accounted for`)
  const twice = await pool.query(`SELECT uri FROM wire.stories GROUP BY authority, uri HAVING count(*) > 1 LIMIT 1`)
  if (twice.rows.length > 0) found.push(`${twice.rows[0].uri} is stored twice`)
  return found
}
