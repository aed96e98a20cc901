import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditForms, namelessForms } from '../../src/simulator/wire/credits.ts'
import type { WireEvent } from '../../src/simulator/wire/event.ts'
import { bulkDay } from '../../src/simulator/wire/bulk-day.ts'
import { scriptedDay } from '../../src/simulator/wire/scripted-day.ts'

const written = (events: readonly WireEvent[]): string =>
  JSON.stringify(
    events.map(({ atSeconds, etag, envelope, nitf, captionNitf, intent }) => [
      atSeconds,
      etag,
      envelope,
      nitf,
      captionNitf,
      intent,
    ]),
  )
const day = scriptedDay({ seed: 7 })
const itemOf = (event: WireEvent): Record<string, unknown> => (event.envelope as { item: Record<string, unknown> }).item
const stored = day.filter((event) => event.intent.outcome === 'stored')
const wordsOf = (nitf: string): number => nitf.replaceAll(/<[^>]{1,400}>/g, ' ').split(/\s+/).length

describe('a scripted day', () => {
  test('is the same, byte for byte, for the same seed', () => {
    expect(written(scriptedDay({ seed: 7 }))).toBe(written(day))
  })

  test('is another for another seed', () => {
    expect(written(scriptedDay({ seed: 8 }))).not.toBe(written(day))
  })

  test('has at least sixty stories and forty photos, or as many as were asked for', () => {
    const chains = (type: string, events: readonly WireEvent[]): number =>
      new Set(
        events.filter(({ intent }) => intent.type === type && intent.outcome === 'stored').map((event) => event.itemid),
      ).size
    expect(chains('text', day)).toBeGreaterThanOrEqual(60)
    expect(chains('picture', day)).toBeGreaterThanOrEqual(40)
    const long = scriptedDay({ seed: 7, stories: 200, pictures: 150 })
    expect(chains('text', long)).toBeGreaterThanOrEqual(200)
    expect(chains('picture', long)).toBeGreaterThanOrEqual(150)
  })

  test('is in order of time and says what every filing shows', () => {
    const times = day.map((event) => event.atSeconds)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(day.every((event) => event.intent.shows.length > 5)).toBe(true)
  })

  test('has every turn that a desk must be ready for', () => {
    const statuses = new Set(stored.map((event) => event.intent.status))
    expect([...statuses].sort()).toEqual(['canceled', 'embargoed', 'usable', 'withheld'])
    const barred = new Set(stored.map((event) => event.intent.barred).filter((bar) => bar !== undefined))
    expect([...barred].sort()).toEqual(['advisory', 'banner', 'daybook', 'digest', 'kill-notice', 'test'])
    expect(Math.max(...stored.map((event) => event.version))).toBe(8)
    expect(day.some((event) => event.intent.outcome === 'refused')).toBe(true)
    expect(day.some((event) => event.intent.outcome === 'either')).toBe(true)
    const firstOf = new Map<string, WireEvent>()
    for (const event of stored) if (!firstOf.has(event.itemid)) firstOf.set(event.itemid, event)
    const killsFirst = [...firstOf.values()].filter((event) => event.intent.status === 'canceled')
    expect(
      killsFirst.some((kill) => stored.some((event) => event.itemid === kill.itemid && event.version < kill.version)),
    ).toBe(true)
  })

  test('writes items by the rules of the API: ids, etags, statuses, times', () => {
    for (const event of stored) {
      const item = itemOf(event)
      expect(event.itemid).toMatch(/^[0-9a-f]{32}$/)
      expect(item['altids']).toMatchObject({ itemid: event.itemid, etag: event.etag })
      expect(event.etag).toMatch(/^[0-9a-f]{32}_\d+a\d+aza\d+c\d+$/)
      expect(event.etag.split('_')[1]?.split('a')[0]).toBe(String(event.version))
      expect(item['version']).toBe(event.version)
      expect(['usable', 'embargoed', 'withheld', 'canceled']).toContain(item['pubstatus'])
      expect(item['versioncreated']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      expect(item['urgency'] ?? 4).toBeGreaterThanOrEqual(1)
      expect(item['urgency'] ?? 4).toBeLessThanOrEqual(8)
      expect(JSON.stringify(item)).not.toContain('undefined')
    }
  })

  test('stamps whole seconds, whenever it begins', () => {
    const [first] = scriptedDay({ seed: 7, startsAt: '2031-07-04T05:00:00.789Z' })
    expect(first?.intent.versionCreated).toMatch(/^2031-07-04T05:\d\d:\d\dZ$/)
  })

  test('never gives one etag to two contents', () => {
    const seen = new Map<string, string>()
    for (const event of day) {
      const content = written([{ ...event, atSeconds: 0, intent: { ...event.intent, shows: '' } }])
      expect(seen.get(event.etag) ?? content).toBe(content)
      seen.set(event.etag, content)
    }
    expect(seen.size).toBeLessThan(day.length)
  })

  test('writes bodies of newspaper length, each with its dateline in the text', () => {
    const lengths = stored
      .flatMap((event) => (event.nitf === undefined ? [] : [wordsOf(event.nitf)]))
      .sort((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeGreaterThan(150)
    expect(lengths.at(-1)).toBeGreaterThan(600)
    expect(lengths.at(-1)).toBeLessThan(1000)
    for (const event of stored) {
      const located = itemOf(event)['located']
      if (event.nitf !== undefined && typeof located === 'string') expect(event.nitf).toContain(`${located} (AP) — `)
    }
  })

  test('prints one photo in more than fifteen credit forms', () => {
    expect(creditForms.length + namelessForms.length).toBeGreaterThanOrEqual(20)
    const forms = new Map<string, Set<string>>()
    for (const { family, form } of stored.flatMap((event) => event.intent.captions)) {
      forms.set(family, (forms.get(family) ?? new Set()).add(form))
    }
    expect(Math.max(...[...forms.values()].map((printed) => printed.size))).toBeGreaterThanOrEqual(15)
  })

  test('never gives one caption text to two photos, and keeps every printed form true to its text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (seed) => {
        const families = new Map<string, string>()
        for (const event of scriptedDay({ seed })) {
          for (const { family, text, form } of event.intent.captions) {
            expect(families.get(text) ?? family).toBe(family)
            families.set(text, family)
            expect(form).toContain(text)
          }
        }
      }),
      { numRuns: 15 },
    )
  })
})

describe('a bulk day', () => {
  test('has as many distinct items as asked, of about six kilobytes, the same every time', () => {
    const bulk = bulkDay({ items: 300, seed: 3 })
    expect(bulk).toHaveLength(300)
    expect(new Set(bulk.map((event) => event.itemid)).size).toBe(300)
    expect(new Set(bulk.map((event) => event.nitf)).size).toBe(300)
    const bytes = bulk.map((event) => Buffer.byteLength(event.nitf ?? ''))
    expect(Math.min(...bytes)).toBeGreaterThan(5000)
    expect(Math.max(...bytes)).toBeLessThan(8000)
    expect(written(bulkDay({ items: 300, seed: 3 }))).toBe(written(bulk))
  })

  test('mixes in writethrus and spreads the day when asked', () => {
    const bulk = bulkDay({ items: 1000, writethrus: 0.1, spreadSeconds: 3600 })
    expect(bulk.filter((event) => event.version === 1)).toHaveLength(99)
    expect(bulk.at(-1)?.atSeconds).toBeGreaterThan(3500)
    const versions = bulk.filter((event) => event.version === 1)
    expect(versions.every((event) => bulk.some((other) => other.itemid === event.itemid && other.version === 0))).toBe(
      true,
    )
  })
})
