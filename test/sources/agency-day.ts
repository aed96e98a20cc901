import { differences, readWireState } from '../promises/wire.ts'
import { commitOffers } from '../../src/store/polls.ts'
import { ingestReceipts } from '../../src/workers/ingest/ingest.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import type { Offer, Source, SuspectedGap } from '../../src/sources/source.ts'
import type { EditionName, Faults, WireEvent } from '../../src/simulator/index.ts'
import { editionOf, expectedState, scriptedDay, startSimulator } from '../../src/simulator/index.ts'
import type { Simulator } from '../../src/simulator/index.ts'
import { WireError } from '../../src/story/errors.ts'
import { parseDocument } from '../../src/parsers/registry.ts'
import type { ParsePool } from '../../src/workers/ingest/parse-pool.ts'
import { prepareDocument } from '../../src/workers/ingest/prepare.ts'
import { openIngestBench } from '../support/ingest-tools.ts'
import { contextFor } from './poll-context.ts'

/** A day of now, so that embargoes and windows mean what they say. */
export const startsAt = new Date(Math.floor(Date.now() / 1000) * 1000 - 24 * 3_600_000).toISOString()
export const day: readonly WireEvent[] = scriptedDay({ seed: 7, startsAt })

/** How a test speaks to one of the simulator's agencies. */
export interface Agency {
  readonly edition: EditionName
  readonly source: (http: () => HttpClient) => Source
  readonly settings: (agency: Simulator) => Record<string, unknown>
  readonly secrets: Record<string, string>
}

export interface TakenDay {
  /** Where the database differs from the script, in words; without a database, what of the script was not offered. */
  readonly wrong: readonly string[]
  readonly faults: readonly string[]
  readonly gaps: readonly SuspectedGap[]
  readonly refused: number
  readonly offers: number
  readonly simulator: Simulator
  readonly cursor: unknown
}

/** What a test does to the agency between polls: publish in portions, expire tokens. Returns the time of the poll. */
export type Meanwhile = (simulator: Simulator, round: number) => Date

/** The day as it goes on: so many seconds of it pass between two polls. */
export const live =
  (secondsAPoll: number): Meanwhile =>
  (simulator, round) => {
    simulator.control.jumpTo(round * secondsAPoll)
    return new Date(Date.parse(startsAt) + round * secondsAPoll * 1000)
  }

/** Where offers go: into a database, or no further than the parser. */
interface Desk {
  take(offers: readonly Offer[]): Promise<void>
  wrong(): Promise<readonly string[]>
  close(): Promise<void>
}

/** Reads in this process: what is tried here is the source and the parser of this checkout, not a build of them. */
const parser: ParsePool = {
  parseAll: (jobs) => Promise.resolve(jobs.map((job) => prepareDocument(parseDocument(job)))),
  close: () => Promise.resolve(),
}

async function openStoringDesk({ edition }: Agency): Promise<Desk> {
  const bench = await openIngestBench()
  return {
    take: async (offers) => {
      const receipts = offers.map(({ key, ...offer }) => ({ offerKey: key, ...offer }))
      const refs = await commitOffers(bench.pool, bench.feedId, receipts)
      for (let at = 0; at < refs.length; at += 50) {
        await ingestReceipts({ ...bench.tools, parser }, refs.slice(at, at + 50))
      }
    },
    wrong: async () => {
      const expected = expectedState(editionOf(day, edition).events, new Date().toISOString())
      return differences(expected, await readWireState(bench.pool))
    },
    close: () => bench.close(),
  }
}

function openReadingDesk({ edition }: Agency): Desk {
  const read = new Set<string>()
  return {
    take: (offers) => {
      for (const { bytes } of offers) {
        const outcome = parseDocument({ bytes })
        if (outcome.kind === 'refused') throw new Error(`${outcome.code}: ${outcome.detail}`)
        for (const { item } of outcome.items) read.add(`${item.uri}@${item.version ?? ''}`)
      }
      return Promise.resolve()
    },
    wrong: () => {
      const missing = editionOf(day, edition).events.filter(({ etag }) => !read.has(etag))
      return Promise.resolve(missing.map(({ etag, intent }) => `${etag} (${intent.shows}) was not offered`))
    },
    close: () => Promise.resolve(),
  }
}

interface DayOptions {
  readonly settings?: Record<string, unknown>
  readonly speed?: number
  readonly meanwhile?: Meanwhile
  /** Workers die before and after the commit, again and again. */
  readonly crash?: boolean
  /** Reads what is offered and stores nothing: for what is between the agency and the offer. */
  readonly readOnly?: boolean
}

/**
 * Takes the day of one agency through its source into a database, as workers would: every poll is stored before it is
 * acknowledged and before its cursor counts. Ends when the agency had nothing new for a while.
 */
export async function takeDay(
  agency: Agency,
  http: HttpClient,
  faults: Partial<Faults>,
  options: DayOptions = {},
): Promise<TakenDay> {
  const speed = options.speed ?? Number.POSITIVE_INFINITY
  const simulator = await startSimulator({ events: day, startsAt, speed, faults, seed: 3, longPollSeconds: 0 })
  const desk = options.readOnly === true ? openReadingDesk(agency) : await openStoringDesk(agency)
  try {
    return await drain(agency, http, simulator, desk, options)
  } finally {
    await desk.close()
    await simulator.stop()
  }
}

/** Polls without news in a row that mean the end: one may be empty by a fault, others wait for what was hidden. */
const enough = 10

async function drain(
  agency: Agency,
  http: HttpClient,
  simulator: Simulator,
  desk: Desk,
  options: DayOptions,
): Promise<TakenDay> {
  const source = agency.source(() => http)
  const settings = { ...agency.settings(simulator), allowPrivate: true, ...options.settings }
  const faults: string[] = []
  const gaps: SuspectedGap[] = []
  let [cursor, dry, refused, offered] = [undefined as unknown, 0, 0, 0]
  let now = Date.now()
  for (let round = 0; dry < enough && round < 600; round += 1) {
    const at = options.meanwhile?.(simulator, round) ?? new Date(now)
    const context = contextFor(source, settings, { cursor, now: at, secrets: agency.secrets })
    try {
      const result = await source.poll(context)
      // A worker that dies here has stored nothing: the next one polls from the old cursor.
      if (options.crash === true && round % 3 === 1) continue
      await desk.take(result.offers)
      // One that dies here has stored it all, and acknowledged none of it.
      if (options.crash !== true || round % 3 !== 2) await source.acknowledge?.(context, result)
      cursor = result.cursor
      offered += result.offers.length
      refused += result.refused?.length ?? 0
      if (result.gap !== undefined) gaps.push(result.gap)
      const { published, total } = simulator.control.counts()
      const quiet = result.offers.length === 0 && result.next.kind === 'after' && published === total
      dry = quiet ? dry + 1 : 0
      if (result.next.kind === 'after') now += 600_000
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      faults.push(error.code)
    }
  }
  if (dry < enough) throw new Error(`still news after 600 polls; faults: ${[...new Set(faults)].join(', ')}`)
  return { wrong: await desk.wrong(), faults, gaps, refused, offers: offered, simulator, cursor }
}
