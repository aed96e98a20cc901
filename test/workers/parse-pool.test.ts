import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import { isAlive } from '../../src/embedded/start-lock.ts'
import { parseDocument } from '../../src/parsers/registry.ts'
import { commitOffers } from '../../src/store/polls.ts'
import { listQuarantine } from '../../src/store/quarantine.ts'
import { ingestReceipts } from '../../src/workers/ingest/ingest.ts'
import { openParsePool } from '../../src/workers/ingest/parse-pool.ts'
import type { ParseLimits, ParsePool } from '../../src/workers/ingest/parse-pool.ts'
import { prepareDocument } from '../../src/workers/ingest/prepare.ts'
import { startChild } from '../support/child.ts'
import { openIngestBench } from '../support/ingest-tools.ts'
import { childrenOf, commandOf, environmentOf } from '../support/process-table.ts'

const pools: ParsePool[] = []
const open = (limits: Partial<ParseLimits> = {}): ParsePool => {
  const pool = openParsePool({ parsers: 1, heapMb: 64, timeLimitMs: 10_000, documentBytes: 64_000_000, ...limits })
  pools.push(pool)
  return pool
}
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())))

const story = (id: string | number) => ({
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
/** Markup escaped twice, again and again: every piece of it is several strings on the way to a paragraph. */
const heavy = (length: number) => ({
  bytes: Buffer.from(
    `<rss version="2.0"><channel><title>Harbour</title><item><guid>heavy</guid><title>Ferry</title><description>${'&lt;p&gt;&amp;lt;b&amp;gt;Ferry 1 '.repeat(length / 33)}</description></item></channel></rss>`,
  ),
})
/** A small document in bytes, many times that in memory; the engine makes all of it in one call. */
const bomb = (length: number) => ({
  bytes: Buffer.from(`{"uri":"urn:example:bomb","type":"text","x":[${'{},'.repeat(length / 3)}1]}`),
})
const refused = (documents: Awaited<ReturnType<ParsePool['parseAll']>>) =>
  documents.map(({ items, refusals }) => refusals[0]?.code ?? items[0]?.uri)

describe('a parsing process', () => {
  it('reads what the parser reads, in order, however many batches come at once', async () => {
    const pool = open({ parsers: 2 })
    const batches = Array.from({ length: 6 }, (_, batch) => [story(`${batch}-a`), story(`${batch}-b`)])
    const read = await Promise.all(batches.map((batch) => pool.parseAll(batch)))
    expect(read).toEqual(batches.map((batch) => batch.map((job) => prepareDocument(parseDocument(job)))))
    expect(await pool.parseAll([])).toEqual([])
  })

  it('is let go of, batch by batch: neither it nor the worker keeps what was read', async () => {
    const pool = open()
    const refs: WeakRef<object>[] = []
    for (let batch = 0; batch < 4; batch += 1) {
      for (const document of await pool.parseAll([story(batch)])) refs.push(new WeakRef(document))
    }
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    await expect
      .poll(() => {
        collect()
        // the last message may still be in the engine's hands
        return refs.slice(0, 3).map((ref) => ref.deref() === undefined)
      })
      .toEqual([true, true, true])
  })

  it('ends with the document that fills its heap, and the neighbours are read', async () => {
    const pool = open({ heapMb: 16 })
    const read = await pool.parseAll([story(1), heavy(1_000_000), story(2), bomb(3_000_000), story(3)])
    expect(refused(read).filter((_, at) => at !== 3)).toEqual([
      'urn:example:1',
      'parse.memory-limit',
      'urn:example:2',
      'urn:example:3',
    ])
    expect(refused(read)[3]).toMatch(/^parse\./)
    expect(refused(await pool.parseAll([story(4)]))).toEqual(['urn:example:4'])
  })

  it('is stopped at a document that takes too long, and the neighbours are read', async () => {
    const pool = open({ heapMb: 512, timeLimitMs: 50 })
    const read = await pool.parseAll([story(1), heavy(8_000_000), story(2)])
    expect(refused(read)).toEqual(['urn:example:1', 'parse.time-limit', 'urn:example:2'])
  })

  it('is not given what is larger than may be, companions counted, and the neighbours are read', async () => {
    const pool = open({ documentBytes: 2000 })
    const nitf = { role: 'nitf', bytes: Buffer.alloc(2000, ' ') }
    const read = await pool.parseAll([story(1), heavy(3000), story(2), { ...story(3), companions: [nitf] }])
    expect(refused(read)).toEqual(['urn:example:1', 'parse.too-large', 'urn:example:2', 'parse.too-large'])
    expect(await pool.parseAll([heavy(3000)])).toMatchObject([
      { refusals: [{ detail: expect.stringMatching(/^\d+ bytes, and 2000 are taken$/) }] },
    ])
  })

  it('that is closed gives back what it had in hand: nothing is held against the documents', async () => {
    const pool = open({ heapMb: 512 })
    await pool.parseAll([story(1)])
    const inHand = pool.parseAll([heavy(8_000_000)])
    const waiting = pool.parseAll([story(2)])
    const outcomes = Promise.allSettled([inHand, waiting])
    await pool.close()
    expect(await outcomes).toMatchObject([
      { status: 'rejected', reason: { code: 'ingest.no-parser' } },
      { status: 'rejected', reason: { code: 'ingest.no-parser' } },
    ])
    await expect(pool.parseAll([story(3)])).rejects.toMatchObject({ code: 'ingest.no-parser' })
  })

  it('that cannot start says so, and does not blame the documents', async () => {
    // Less than Node itself needs.
    const pool = open({ heapMb: 1 })
    await expect(pool.parseAll([story(1)])).rejects.toMatchObject({ code: 'ingest.no-parser', retry: 'retry' })
  })
})

describe.skipIf(process.platform !== 'linux')('a parsing process, as the machine sees it,', () => {
  const parsersOf = (pid: number) => childrenOf(pid).filter((child) => commandOf(child).includes('parser-process'))

  it('knows no secret of the worker', async () => {
    process.env['WRITETHRU_TEST_SECRET'] = 'hush'
    const pool = open()
    await pool.parseAll([story(1)])
    const [pid] = parsersOf(process.pid)
    delete process.env['WRITETHRU_TEST_SECRET']
    expect(environmentOf(pid!).join('\n')).not.toMatch(/hush|WRITETHRU|DATABASE|PG/)
  })

  it('goes on at a signal to the whole group, and a new one takes its place when it is killed', async () => {
    const pool = open()
    await pool.parseAll([story(1)])
    const [pid] = parsersOf(process.pid)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(pid!, signal)
    expect(refused(await pool.parseAll([story(2)]))).toEqual(['urn:example:2'])
    expect(parsersOf(process.pid)).toEqual([pid])
    process.kill(pid!, 'SIGKILL')
    expect(refused(await pool.parseAll([story(3)]))).toEqual(['urn:example:3'])
    expect(parsersOf(process.pid)).not.toContain(pid)
  })

  it('ends when its worker is killed', async () => {
    const worker = startChild(new URL('parse-pool-process.ts', import.meta.url))
    await worker.message((message): message is 'open' => message === 'open')
    const [pid] = parsersOf(worker.pid)
    expect(isAlive(pid!)).toBe(true)
    await worker.kill('SIGKILL')
    await expect.poll(() => isAlive(pid!), { timeout: 20_000 }).toBe(false)
  })
})

it('a document that brings the parsing process down is kept with its code, and the good ones beside it are stored', async () => {
  const bench = await openIngestBench()
  const parser = open({ heapMb: 16 })
  const offer = (offerKey: string, { bytes }: { bytes: Buffer }) => ({ offerKey, bytes })
  const good = [1, 2, 3, 4].map((id) => offer(String(id), story(id)))
  const refs = await commitOffers(bench.pool, bench.feedId, [
    ...good,
    offer('heavy', heavy(1_000_000)),
    offer('9', story(9)),
  ])
  const { recorded } = await ingestReceipts({ ...bench.tools, parser }, refs)
  expect(recorded.flatMap(({ items }) => items.map(({ outcome }) => outcome)).sort()).toEqual([
    ...Array<string>(5).fill('new'),
    'quarantined',
  ])
  expect(await listQuarantine(bench.pool)).toMatchObject([{ code: 'parse.memory-limit', feed: 'desk', state: 'open' }])
  await bench.close()
})
