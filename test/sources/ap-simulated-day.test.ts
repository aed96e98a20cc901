import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApMediaApiSource } from '../../src/sources/ap-media-api/source.ts'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import type { Offer, SuspectedGap } from '../../src/sources/source.ts'
import { WireError } from '../../src/story/errors.ts'
import { defaultStart, scriptedDay, startSimulator } from '../../src/simulator/index.ts'
import type { Faults, Simulator } from '../../src/simulator/index.ts'
import { contextFor } from './poll-context.ts'

const events = scriptedDay({ seed: 7, stories: 60, pictures: 40 })
const nextDay = new Date(Date.parse(defaultStart) + 24 * 3_600_000)

let agency: Simulator
let http: HttpClient

interface Drained {
  readonly offers: Offer[]
  readonly gaps: SuspectedGap[]
  readonly faults: string[]
}

beforeEach(() => {
  http = createHttpClient({ slow: { stallMs: 2000, graceMs: 2000, bytesPerSecond: 100 } })
})
afterEach(async () => {
  await http.close()
  await agency.stop()
})

/** Polls as a worker would, keeping the cursor only of polls that went well, until the feed was dry often enough: one empty page may be a fault. */
async function drain(faults: Partial<Faults>, config: Record<string, unknown> = {}, enough = 8): Promise<Drained> {
  agency = await startSimulator({ events, speed: Infinity, faults, seed: 3, longPollSeconds: 0 })
  const source = createApMediaApiSource(() => http)
  const settings = { baseUrl: `${agency.url}/media/v`, allowPrivate: true, startHours: 72, pageSize: 25, ...config }
  const drained: Drained = { offers: [], gaps: [], faults: [] }
  let cursor: unknown
  let dry = 0
  for (let round = 0; dry < enough && round < 400; round += 1) {
    const context = contextFor(source, settings, { cursor, now: nextDay, secrets: { AP_API_KEY: 'rehearsal' } })
    try {
      const result = await source.poll(context)
      cursor = result.cursor
      drained.offers.push(...result.offers)
      if (result.gap !== undefined) drained.gaps.push(result.gap)
      dry = result.offers.length === 0 ? dry + 1 : 0
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      drained.faults.push(error.code)
    }
  }
  expect(dry, `still news after 400 polls; faults: ${[...new Set(drained.faults)].join(', ')}`).toBe(enough)
  return drained
}

/** Everything the script filed and meant to be stored must have been offered. */
function expectWhole(drained: Drained): void {
  const offered = new Set(drained.offers.map(({ key }) => key.slice(key.indexOf('@') + 1)))
  const missing = events.filter(({ intent, etag }) => intent.outcome === 'stored' && !offered.has(etag))
  expect(missing.map(({ etag, intent }) => `${etag}: ${intent.shows}`)).toEqual([])
}

describe('a scripted day, taken from the agency without losing a filing', () => {
  it.each([
    ['in peace', {}, []],
    ['every item twice, in any order', { repeat: true, reorder: 'day' }, []],
    ['with pages that overlap, or come empty', { overlapPages: 0.5, emptyPage: 0.2 }, []],
    ['with 429 and 5xx', { rateLimit: 0.2, serverError: 0.2 }, ['source.rate-limited', 'source.server-error']],
    ['with half pages and broken JSON', { halfPage: 0.2, brokenJson: 0.2 }, ['source.network', 'source.bad-answer']],
    ['behind a captive portal now and then', { captivePortal: 0.2 }, ['source.bad-answer']],
    ['with errors inside a 200', { errorInOk: 0.2 }, ['source.server-error']],
    ['with NITF that is missing for a while', { missingNitf: 1 }, []],
  ] as [string, Partial<Faults>, string[]][])('%s', async (_name, faults, expected) => {
    const drained = await drain(faults)
    expectWhole(drained)
    for (const code of expected) expect(drained.faults).toContain(code)
    expect(agency.control.counts().mainDownloads).toBe(0)
  })

  it('brings the NITF of every text that has one, byte for byte', async () => {
    const { offers } = await drain({})
    const bodies = new Map(events.flatMap(({ etag, nitf }) => (nitf === undefined ? [] : [[etag, nitf]])))
    const named = offers.filter(({ key }) => !key.startsWith('unnamed@'))
    const texts = named.filter(({ companions }) => companions?.some(({ role }) => role === 'nitf'))
    expect(texts.length).toBeGreaterThan(50)
    for (const { key, companions } of texts) {
      const sent = bodies.get(key.slice(key.indexOf('@') + 1))
      expect(Buffer.from(companions?.[0]?.bytes ?? []).toString('utf8'), key).toBe(
        sent?.replaceAll('%BASE%', `${agency.url}/media/v`),
      )
    }
  })

  it('with tokens that expire every few pages: gaps recorded, nothing missing (F24)', async () => {
    const drained = await drain({ expireAfterPages: 6 }, { pageSize: 20 }, 3)
    expectWhole(drained)
    expect(drained.gaps.length).toBeGreaterThan(0)
    expect(new Set(drained.gaps.map(({ kind }) => kind))).toEqual(new Set(['cursor-expired']))
  })

  it('notes when the feed has forgotten include=*', async () => {
    agency = await startSimulator({ events, speed: Infinity, faults: { forgetInclude: true }, longPollSeconds: 0 })
    const source = createApMediaApiSource(() => http)
    const settings = { baseUrl: `${agency.url}/media/v`, allowPrivate: true, startHours: 72, pageSize: 10 }
    const secrets = { AP_API_KEY: 'rehearsal' }
    const one = await source.poll(contextFor(source, settings, { now: nextDay, secrets }))
    const two = await source.poll(contextFor(source, settings, { cursor: one.cursor, now: nextDay, secrets }))
    expect(one.note ?? '').not.toMatch(/include/)
    expect(two.note).toMatch(/include/)
  })

  it('after five days of silence: the feed from where it still reaches, the rest by search', async () => {
    agency = await startSimulator({ events, speed: Infinity, longPollSeconds: 0 })
    const source = createApMediaApiSource(() => http)
    const settings = { baseUrl: `${agency.url}/media/v`, allowPrivate: true, pageSize: 50 }
    const secrets = { AP_API_KEY: 'rehearsal' }
    const first = await source.poll(contextFor(source, { ...settings, startHours: 72 }, { now: nextDay, secrets }))
    agency.control.expireTokens()
    const start = new Date(Date.parse(defaultStart)).toISOString()
    let cursor: unknown = { ...(first.cursor as object), updated: start, highestVersionCreated: start }
    const fiveDaysOn = new Date(nextDay.getTime() + 4 * 24 * 3_600_000)
    const offers: Offer[] = []
    const notes: string[] = []
    let gap: SuspectedGap | undefined
    for (let round = 0; round < 40 && !notes.some((note) => note.includes('complete')); round += 1) {
      const result = await source.poll(contextFor(source, settings, { cursor, now: fiveDaysOn, secrets }))
      cursor = result.cursor
      offers.push(...result.offers)
      notes.push(result.note ?? '')
      gap ??= result.gap
    }
    expect(gap).toMatchObject({ kind: 'cursor-expired', from: start })
    expect(notes.at(-1)).toContain('complete')
    expect(cursor).not.toHaveProperty('backfill')
    const searched = new Set(offers.map(({ key }) => key.slice(0, key.indexOf('@'))))
    const stories = new Map(
      events.filter(({ intent }) => intent.outcome === 'stored').map((event) => [event.itemid, event]),
    )
    const until = fiveDaysOn.getTime() - 71 * 3_600_000
    const old = [...stories.values()].filter(({ intent }) => Date.parse(intent.versionCreated) < until)
    expect(old.length).toBeGreaterThan(50)
    expect(old.filter(({ itemid }) => !searched.has(itemid)).map(({ intent }) => intent.shows)).toEqual([])
  })
})
