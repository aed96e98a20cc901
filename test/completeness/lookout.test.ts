import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/parsers/registry.ts'
import { saveFeed } from '../../src/store/feeds.ts'
import { openGap } from '../../src/store/gaps.ts'
import { inTransaction } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { commitOffers } from '../../src/store/polls.ts'
import { listFeedHealth } from '../../src/store/read-feeds.ts'
import { listGaps } from '../../src/store/read-gaps.ts'
import { readVitals } from '../../src/store/read-status.ts'
import { feedState } from '../../src/ops/feed-state.ts'
import { judgeHealth } from '../../src/ops/health.ts'
import { checkCounts, listBreaches } from '../../src/store/breaches.ts'
import { ingestReceipts } from '../../src/workers/ingest/ingest.ts'
import { lookAtClocks, lookForHoles, lookForSilence } from '../../src/workers/completeness/completeness.ts'
import type { ParserInput } from '../../src/parsers/parser.ts'
import { prepareDocument } from '../../src/workers/ingest/prepare.ts'
import type { WorkerContext } from '../../src/workers/worker-context.ts'
import { openIngestBench } from '../support/ingest-tools.ts'
import type { IngestBench } from '../support/ingest-tools.ts'
import { anpaMessage } from './anpa-message.ts'

let bench: IngestBench
let pool: Pool
let context: WorkerContext
let line: number

beforeAll(async () => {
  const opened = await openIngestBench()
  // Read here and not in a process of its own: what is looked at is the record.
  const parseAll = async (jobs: readonly ParserInput[]) => jobs.map((job) => prepareDocument(parseDocument(job)))
  bench = { ...opened, tools: { ...opened.tools, parser: { parseAll, close: async () => undefined } } }
  pool = bench.pool
  context = { pool, log: pino({ level: 'silent' }) } as unknown as WorkerContext
  line = (await saveFeed(pool, { name: 'line', kind: 'directory', authority: 'wire.example', config: {} })).id
})
afterAll(() => bench.close())

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

async function send(numbers: readonly number[], feedId = line): Promise<void> {
  const offers = numbers.map((number) => ({
    offerKey: `W${number}`,
    bytes: anpaMessage({ letter: 'W', number, sentAt: minutesAgo(600 - number) }),
  }))
  const refs = await commitOffers(pool, feedId, offers)
  await ingestReceipts(bench.tools, refs)
}
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

describe('numbers of a line', () => {
  it('that are missing open a gap with the right bounds, once', async () => {
    await send([...range(1, 40), ...range(44, 80)])
    await lookForHoles(context, 0)
    await lookForHoles(context, 0)
    expect(await listGaps(pool)).toMatchObject([
      {
        feed: 'line',
        kind: 'sequence-hole',
        state: 'open',
        from: 'W 40',
        to: 'W 44',
        detail: 'numbers 41 to 43 of W are missing',
      },
    ])
  })

  it('that come late close it, and only the last of them does', async () => {
    await send([42, 43])
    await lookForHoles(context, 0)
    expect(await listGaps(pool)).toHaveLength(1)
    await send([41])
    await lookForHoles(context, 0)
    expect(await listGaps(pool)).toEqual([])
    expect(await listGaps(pool, { all: true })).toMatchObject([{ state: 'closed', closedHow: 'the numbers came late' }])
  })

  it('that came within the last minute are given time', async () => {
    await send([...range(81, 90), ...range(95, 110)])
    await lookForHoles(context, 60)
    expect(await listGaps(pool)).toEqual([])
    await lookForHoles(context, 0)
    expect(await listGaps(pool)).toMatchObject([{ from: 'W 90', to: 'W 95' }])
  })
})

describe('counts', () => {
  it('of every receipt are checked once, and nothing is found', async () => {
    const { checked, found } = await checkCounts(pool, 10_000)
    expect(checked).toBeGreaterThan(100)
    expect(found).toBe(0)
    expect((await checkCounts(pool, 10_000)).checked).toBe(0)
  })

  it('that do not fit are named, and go once they are mended', async () => {
    await send([111])
    await pool.query(`UPDATE wire.receipts SET duplicate = new, new = 0 WHERE offer_key = 'W111'`)
    expect((await checkCounts(pool, 10_000)).found).toBe(1)
    expect(await listBreaches(pool)).toMatchObject([{ feed: 'line', what: 'counts' }])
    expect(judgeHealth(await readVitals(pool))).toMatchObject([
      { roles: [], detail: expect.stringContaining('reconcile') },
    ])
    await pool.query(`UPDATE wire.receipts SET new = duplicate, duplicate = 0 WHERE offer_key = 'W111'`)
    await checkCounts(pool, 10_000)
    expect(await listBreaches(pool)).toEqual([])
  })

  it('wait for a document that is still open', async () => {
    const [open] = await commitOffers(pool, line, [{ offerKey: 'open', bytes: Buffer.from('{"uri":"urn:x:1"}') }])
    await send([112])
    expect((await checkCounts(pool, 10_000)).checked).toBe(0)
    await ingestReceipts(bench.tools, [open!])
    expect((await checkCounts(pool, 10_000)).checked).toBe(2)
  })
})

describe('the clock of a feed', () => {
  it('that jumps ahead opens a gap, and closes it when the dates agree again', async () => {
    const fast = (await saveFeed(pool, { name: 'fast', kind: 'directory', authority: 'fast.example', config: {} })).id
    const file = async (at: number, aheadMinutes: number) => {
      const document = JSON.stringify({
        uri: `urn:x-invented:fast:${at}`,
        type: 'text',
        version: '1',
        versioncreated: new Date(Date.now() + aheadMinutes * 60_000).toISOString(),
        headline: `Tide table ${at}`,
        body_text: 'High water at noon.',
      })
      await ingestReceipts(
        bench.tools,
        await commitOffers(pool, fast, [{ offerKey: `${at}`, bytes: Buffer.from(document) }]),
      )
    }
    for (let at = 0; at < 6; at++) await file(at, 0)
    await lookAtClocks(context)
    expect(await listGaps(pool, { feed: 'fast' })).toEqual([])
    for (let at = 10; at < 16; at++) await file(at, 60)
    await lookAtClocks(context)
    await lookAtClocks(context)
    expect(await listGaps(pool, { feed: 'fast' })).toMatchObject([{ kind: 'clock-jump', state: 'open' }])
    for (let at = 20; at < 26; at++) await file(at, 0)
    await lookAtClocks(context)
    expect(await listGaps(pool, { feed: 'fast' })).toEqual([])
  })
})

describe('silence', () => {
  it('is told of a feed that always had news at this hour, and ends with the next news', async () => {
    const { id } = await saveFeed(pool, { name: 'busy', kind: 'directory', authority: 'busy.example', config: {} })
    await pool.query(
      `INSERT INTO wire.feed_hours SELECT $1, date_trunc('hour', now()) - make_interval(hours => h), 20
       FROM generate_series(4, 24 * 50) h`,
      [id],
    )
    await pool.query(
      `INSERT INTO wire.feed_rhythm (feed_id, last_news_at, watched_since) VALUES ($1, now() - interval '4 hours', now() - interval '9 days')`,
      [id],
    )
    const look = async () => {
      await pool.query(`UPDATE wire.feeds SET last_success_at = now() WHERE id = $1`, [id])
      await lookForSilence(context)
      const { rows } = await pool.query(
        `SELECT silent_since IS NOT NULL AS silent, weeks FROM wire.feed_rhythm WHERE feed_id = $1`,
        [id],
      )
      return rows[0]
    }
    expect(await look()).toEqual({ silent: true, weeks: 7 })
    const vitals = await readVitals(pool)
    expect(judgeHealth(vitals).map(({ detail }) => detail)).toContain(
      '1 feed is silent at an hour at which there always was news',
    )
    const health = (await listFeedHealth(pool)).find(({ name }) => name === 'busy')!
    expect(feedState({ ...health, lastPolledAt: vitals.now, nextPollAt: vitals.now }, vitals.now)).toMatchObject({
      level: 'ill',
      words: expect.stringMatching(/^silent for \d\.\d h; usually \d+ items by now$/),
    })
    await ingestReceipts(
      bench.tools,
      await commitOffers(pool, id, [
        { offerKey: 'n', bytes: Buffer.from('{"uri":"urn:x:news","type":"text","headline":"News at last"}') },
      ]),
    )
    expect(await look()).toMatchObject({ silent: false })
  })

  it('is not told of a feed that fails: we did not listen', async () => {
    const { rows } = await pool.query(`SELECT id FROM wire.feeds WHERE name = 'busy'`)
    await pool.query(
      `UPDATE wire.feed_rhythm SET last_news_at = now() - interval '5 hours', watched_since = now() - interval '9 days' WHERE feed_id = $1`,
      [rows[0].id],
    )
    await pool.query(`UPDATE wire.feeds SET consecutive_failures = 1 WHERE id = $1`, [rows[0].id])
    await lookForSilence(context)
    const { rows: judged } = await pool.query(`SELECT silent_since FROM wire.feed_rhythm WHERE feed_id = $1`, [
      rows[0].id,
    ])
    expect(judged[0].silent_since).toBeNull()
  })
})

describe('a gap', () => {
  it('is rolled back with the poll that saw it', async () => {
    const before = (await listGaps(pool, { all: true })).length
    await inTransaction(pool, async (client) => {
      await openGap(client, line, { kind: 'no-overlap', detail: 'seen, and then the lease was lost' })
      throw new Error('rolled back')
    }).catch(() => undefined)
    expect(await listGaps(pool, { all: true })).toHaveLength(before)
  })
})
