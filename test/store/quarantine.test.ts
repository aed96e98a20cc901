import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commitOffers } from '../../src/store/polls.ts'
import type { Pool } from '../../src/store/pool.ts'
import { dropQuarantine, listQuarantine, readQuarantine, retryQuarantine } from '../../src/store/quarantine.ts'
import { ingestReceipts } from '../../src/workers/ingest/ingest.ts'
import type { IngestTools } from '../../src/workers/ingest/ingest.ts'
import { openIngestBench } from '../support/ingest-tools.ts'
import type { IngestBench } from '../support/ingest-tools.ts'

let bench: IngestBench
let pool: Pool
let tools: IngestTools
let feedId: number

beforeAll(async () => {
  bench = await openIngestBench()
  ;({ pool, tools, feedId } = bench)
})
afterAll(() => bench.close())

const item = (id: string) => ({
  offerKey: id,
  bytes: Buffer.from(
    JSON.stringify({
      uri: `urn:example:${id}`,
      type: 'text',
      version: '1',
      headline: `Ferry ${id}`,
      body_text: 'Text.',
    }),
  ),
})
const poison = { offerKey: 'poison', bytes: Buffer.from('\u0001\u0002 neither XML nor JSON') }

describe('one poison item among nine good ones', () => {
  it('the good are stored, the poison is kept with its code and its bytes', async () => {
    const offers = ['1', '2', '3', '4'].map(item)
    const refs = await commitOffers(pool, feedId, [...offers, poison, ...['5', '6', '7', '8', '9'].map(item)])
    const { recorded } = await ingestReceipts(tools, refs)
    expect(recorded.flatMap(({ items }) => items.map(({ outcome }) => outcome)).sort()).toEqual([
      ...Array<string>(9).fill('new'),
      'quarantined',
    ])
    const [entry, ...others] = await listQuarantine(pool)
    expect(others).toEqual([])
    expect(entry).toMatchObject({ code: 'parse.unknown-format', feed: 'desk', state: 'open', tries: 1 })
    expect((await readQuarantine(pool, entry!.id))!.raw).toEqual(poison.bytes)
  })

  it('offered again, it is still one entry, and nothing else changes', async () => {
    const before = await listQuarantine(pool)
    const refs = await commitOffers(pool, feedId, [poison, poison, item('1')])
    const { recorded } = await ingestReceipts(tools, refs)
    expect(recorded.flatMap(({ items }) => items.map(({ outcome }) => outcome))).toEqual([
      'quarantined',
      'quarantined',
      'duplicate',
    ])
    expect(await listQuarantine(pool)).toEqual(before)
  })

  it('a retry that fails again counts the try and stays open', async () => {
    const [entry] = await listQuarantine(pool)
    const refs = await retryQuarantine(pool, [entry!.id])
    expect(refs).toHaveLength(1)
    expect(await listQuarantine(pool)).toEqual([])
    await ingestReceipts(tools, refs)
    expect(await listQuarantine(pool)).toMatchObject([{ id: entry!.id, state: 'open', tries: 2 }])
  })

  it('a retry that goes through resolves the entry and stores the story', async () => {
    // Claimed too often while alone: refused without being read, though it is a good document.
    const [ref] = await commitOffers(pool, feedId, [item('late')])
    await pool.query('UPDATE wire.receipts SET claims = 20 WHERE id = $1', [ref!.id])
    await ingestReceipts(tools, [ref!])
    const [entry] = await listQuarantine(pool, { code: 'ingest.poison' })
    const refs = await retryQuarantine(pool, [entry!.id])
    const { recorded } = await ingestReceipts(tools, refs)
    expect(recorded[0]!.items).toMatchObject([{ outcome: 'new', uri: 'urn:example:late' }])
    expect((await readQuarantine(pool, entry!.id))!.state).toBe('resolved')
  })

  it('a dropped entry stays on record and is no longer open, also when it comes again', async () => {
    const [entry] = await listQuarantine(pool)
    expect(await dropQuarantine(pool, [entry!.id])).toBe(1)
    await ingestReceipts(tools, await commitOffers(pool, feedId, [poison]))
    expect(await listQuarantine(pool)).toEqual([])
    expect((await readQuarantine(pool, entry!.id))!.state).toBe('dropped')
  })

  it('every document is accounted for', async () => {
    const { rows } = await pool.query(
      `SELECT count(*) FILTER (WHERE state <> 'done')::int AS open, sum(offered)::int AS offered,
              sum(new + revised + duplicate + stale + killed + quarantined)::int AS accounted FROM wire.receipts`,
    )
    expect(rows[0].open).toBe(0)
    expect(rows[0].accounted).toBe(rows[0].offered)
  })
})
