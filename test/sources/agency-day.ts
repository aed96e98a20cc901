import { differences, readWireState } from '../promises/wire.ts'
import type { WireState } from '../promises/wire.ts'
import { commitOffers } from '../../src/store/polls.ts'
import { ingestReceipts } from '../../src/workers/ingest/ingest.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import type { Source, SuspectedGap } from '../../src/sources/source.ts'
import type { EditionName, Faults, WireEvent } from '../../src/simulator/index.ts'
import { editionOf, expectedState, scriptedDay, startSimulator } from '../../src/simulator/index.ts'
import type { Simulator } from '../../src/simulator/index.ts'
import { WireError } from '../../src/story/errors.ts'
import { parseDocument } from '../../src/parsers/registry.ts'
import type { ParsePool } from '../../src/workers/ingest/parse-pool.ts'
import { prepareDocument } from '../../src/workers/ingest/prepare.ts'
import { openIngestBench } from '../support/ingest-tools.ts'
import type { IngestBench } from '../support/ingest-tools.ts'
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
  readonly state: WireState
  /** Where the database differs from the script, in words. */
  readonly wrong: readonly string[]
  readonly faults: readonly string[]
  readonly gaps: readonly SuspectedGap[]
  readonly refused: number
  readonly offers: number
  readonly simulator: Simulator
  readonly cursor: unknown
}

/** What a test does to the agency between polls: publish in portions, expire tokens. */
export type Meanwhile = (simulator: Simulator, round: number) => void

/**
 * Takes the day of one agency through its source into a database, as workers would: every poll is stored before it is
 * acknowledged and before its cursor counts. Ends when the agency had nothing new for a while.
 */
export async function takeDay(
  agency: Agency,
  http: HttpClient,
  faults: Partial<Faults>,
  options: { settings?: Record<string, unknown>; speed?: number; meanwhile?: Meanwhile; crash?: boolean } = {},
): Promise<TakenDay> {
  const speed = options.speed ?? Number.POSITIVE_INFINITY
  const simulator = await startSimulator({ events: day, startsAt, speed, faults, seed: 3, longPollSeconds: 0 })
  const bench = await openIngestBench()
  try {
    return await drain(agency, http, simulator, bench, options)
  } finally {
    await bench.close()
    await simulator.stop()
  }
}

/** Reads in this process: what is tried here is the source and the parser of this checkout, not a build of them. */
const parser: ParsePool = {
  parseAll: (jobs) => Promise.resolve(jobs.map((job) => prepareDocument(parseDocument(job)))),
  close: () => Promise.resolve(),
}

/** Polls without news in a row that mean the end: one may be empty by a fault, others wait for what was hidden. */
const enough = 10

async function drain(
  agency: Agency,
  http: HttpClient,
  simulator: Simulator,
  bench: IngestBench,
  options: { settings?: Record<string, unknown>; meanwhile?: Meanwhile; crash?: boolean },
): Promise<TakenDay> {
  const source = agency.source(() => http)
  const settings = { ...agency.settings(simulator), allowPrivate: true, ...options.settings }
  const seen: string[] = []
  const gaps: SuspectedGap[] = []
  let [cursor, dry, refused, offered] = [undefined as unknown, 0, 0, 0]
  let now = Date.now()
  for (let round = 0; dry < enough && round < 600; round += 1) {
    options.meanwhile?.(simulator, round)
    const context = contextFor(source, settings, { cursor, now: new Date(now), secrets: agency.secrets })
    try {
      const result = await source.poll(context)
      // A worker that dies here has stored nothing: the next one polls from the old cursor.
      if (options.crash === true && round % 3 === 1) continue
      const refs = await commitOffers(
        bench.pool,
        bench.feedId,
        result.offers.map(({ key, ...offer }) => ({ offerKey: key, ...offer })),
      )
      for (let at = 0; at < refs.length; at += 50)
        await ingestReceipts({ ...bench.tools, parser }, refs.slice(at, at + 50))
      // One that dies here has stored it all, and acknowledged none of it.
      if (options.crash !== true || round % 3 !== 2) await source.acknowledge?.(context, result)
      cursor = result.cursor
      offered += result.offers.length
      refused += result.refused?.length ?? 0
      if (result.gap !== undefined) gaps.push(result.gap)
      dry = result.offers.length === 0 && result.next.kind === 'after' ? dry + 1 : 0
      if (result.next.kind === 'after') now += 600_000
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      seen.push(error.code)
    }
  }
  if (dry < enough) throw new Error(`still news after 600 polls; faults: ${[...new Set(seen)].join(', ')}`)
  const state = await readWireState(bench.pool)
  const expected = expectedState(editionOf(day, agency.edition).events, new Date().toISOString())
  return {
    state,
    wrong: differences(expected, state),
    faults: seen,
    gaps,
    refused,
    offers: offered,
    simulator,
    cursor,
  }
}
