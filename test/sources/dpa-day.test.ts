import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDpaWireqSource } from '../../src/sources/dpa-wireq/source.ts'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import { editionOf } from '../../src/simulator/index.ts'
import type { Faults } from '../../src/simulator/index.ts'
import { day, takeDay } from './agency-day.ts'
import type { Agency } from './agency-day.ts'

const dpa: Agency = {
  edition: 'dpa',
  source: createDpaWireqSource,
  settings: ({ url }) => ({ url: `${url}/wireq/{queue}` }),
  secrets: { DPA_WIREQ_QUEUE: 'rehearsal' },
}

let http: HttpClient
beforeEach(() => {
  http = createHttpClient({ slow: { stallMs: 2000, graceMs: 2000, bytesPerSecond: 100 } })
})
afterEach(() => http.close())

describe('the day of dpa, through its queue into the database', () => {
  it('carries most of the day', () => {
    const { events } = editionOf(day, 'dpa')
    expect(new Set(events.map(({ itemid }) => itemid)).size).toBeGreaterThan(90)
  })

  it.each([
    ['in peace', {}, []],
    ['in any order, every entry twice', { shufflePages: true, repeat: true, reorder: 'day' }, []],
    ['entries handed out again while their receipts are good', { redeliver: 0.4, hiddenFetches: 2 }, []],
    [
      '429, 5xx, half pages, captive portals, also when receipts are returned',
      { rateLimit: 0.1, serverError: 0.1, halfPage: 0.1, captivePortal: 0.1, hiddenFetches: 3 },
      ['source.rate-limited', 'source.server-error', 'source.network', 'source.bad-answer'],
    ],
    ['errors inside a 200, broken JSON', { errorInOk: 0.2, brokenJson: 0.2, hiddenFetches: 3 }, ['source.bad-answer']],
  ] as [string, Partial<Faults>, string[]][])(
    '%s: what the script says is there, and nothing else',
    async (_name, faults, codes) => {
      const taken = await takeDay(dpa, http, faults, { readOnly: codes.length > 0 })
      expect(taken.wrong).toEqual([])
      for (const code of codes) expect(taken.faults).toContain(code)
      // What was stored was taken out of the queue, and nothing of it can be read in the cursor.
      expect(taken.simulator.control.counts().requests['receipts']).toBeGreaterThan(100)
      expect(taken.cursor).toEqual({})
    },
  )

  it('workers that die before the commit and after it: what was not acknowledged comes again, and is known', async () => {
    const taken = await takeDay(dpa, http, { hiddenFetches: 2 }, { crash: true })
    expect(taken.wrong).toEqual([])
    const { events } = editionOf(day, 'dpa')
    expect(taken.offers).toBeGreaterThan(events.length)
  })
})
