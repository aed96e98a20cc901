import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/parsers/registry.ts'
import { saveFeed } from '../../src/store/feeds.ts'
import { commitOffers } from '../../src/store/polls.ts'
import { listGaps } from '../../src/store/read-gaps.ts'
import { lookForHoles } from '../../src/workers/completeness/completeness.ts'
import type { ParserInput } from '../../src/parsers/parser.ts'
import { ingestReceipts } from '../../src/workers/ingest/ingest.ts'
import { prepareDocument } from '../../src/workers/ingest/prepare.ts'
import type { WorkerContext } from '../../src/workers/worker-context.ts'
import { openIngestBench } from '../support/ingest-tools.ts'
import type { IngestBench } from '../support/ingest-tools.ts'
import { newsml1, newsmlG2 } from './newsml-envelope.ts'

const sentAt = new Date('2026-03-12T06:30:00Z')
const transmissionOf = (bytes: Buffer) => {
  const outcome = parseDocument({ bytes })
  if (outcome.kind === 'refused') throw new Error(`${outcome.code}: ${outcome.detail}`)
  return outcome.transmission
}

describe('the envelope of NewsML', () => {
  it('numbers a transmission by sender and service', () => {
    const sent = { number: 579, sentAt: '2026-03-12T06:30:00Z' }
    expect(transmissionOf(newsml1({ id: '0579', sentAt }))).toEqual({ series: 'NewsML QUAYWIRE HARBOUR', ...sent })
    expect(transmissionOf(newsmlG2({ id: '579', sentAt }))).toEqual({ series: 'NewsML quaywire.example', ...sent })
  })

  it('names no service where it belongs to several: they share one counter', () => {
    const several = newsml1({ id: '0579', sentAt }, '<NewsService FormalName="FISHERIES"/>')
    expect(transmissionOf(several)?.series).toBe('NewsML QUAYWIRE')
  })

  it.each(['tag:quaywire.example,2026:pier-1', '20260312063000123', 'A-0579', '-5', '5.5', '', '１２３'])(
    'gives no number where the id is %j',
    (id) => {
      expect(transmissionOf(newsml1({ id, sentAt }))).toBeUndefined()
      expect(transmissionOf(newsmlG2({ id, sentAt }))).toBeUndefined()
    },
  )

  it('gives none where nobody says who sent it', () => {
    expect(transmissionOf(newsmlG2({ id: '579', sentAt, sender: '' }))).toBeUndefined()
  })

  it('is no content: the same story under another number is the same revision', () => {
    const keys = ['0579', '0801'].map(
      (id) => prepareDocument(parseDocument({ bytes: newsml1({ id, sentAt }) })).items[0]!.key,
    )
    expect(keys[0]).toBe(keys[1])
  })
})

describe('numbers of NewsML transmissions', () => {
  let bench: IngestBench
  let context: WorkerContext
  beforeAll(async () => {
    const opened = await openIngestBench()
    const parseAll = async (jobs: readonly ParserInput[]) => jobs.map((job) => prepareDocument(parseDocument(job)))
    bench = { ...opened, tools: { ...opened.tools, parser: { parseAll, close: async () => undefined } } }
    context = { pool: bench.pool, log: pino({ level: 'silent' }) } as unknown as WorkerContext
  })
  afterAll(() => bench.close())

  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)
  const feed = async (name: string) =>
    (await saveFeed(bench.pool, { name, kind: 'directory', authority: `${name}.example`, config: {} })).id
  const send = async (feedId: number, make: typeof newsmlG2, numbers: readonly number[]) => {
    const offers = numbers.map((number) => ({
      offerKey: String(number),
      bytes: make({ id: String(number), sentAt: new Date(Date.now() - (600 - number) * 60_000), story: number }),
    }))
    await ingestReceipts(bench.tools, await commitOffers(bench.pool, feedId, offers))
  }

  it('that came in a row open a gap where some are missing, which closes when they come late', async () => {
    const quay = await feed('quay')
    await send(quay, newsml1, [...range(1, 80), ...range(84, 130)])
    await lookForHoles(context, 0)
    expect(await listGaps(bench.pool)).toMatchObject([
      { feed: 'quay', kind: 'sequence-hole', from: 'NewsML QUAYWIRE HARBOUR 80', to: 'NewsML QUAYWIRE HARBOUR 84' },
    ])
    await send(quay, newsml1, [83, 81, 82])
    await lookForHoles(context, 0)
    expect(await listGaps(bench.pool)).toEqual([])
  })

  it('that have gaps by design say nothing', async () => {
    await send(
      await feed('part'),
      newsmlG2,
      range(1, 300).filter((number) => number % 7 !== 0),
    )
    await lookForHoles(context, 0)
    expect(await listGaps(bench.pool)).toEqual([])
  })
})
