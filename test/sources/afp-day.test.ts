import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import { createAfpCoreSource } from '../../src/sources/afp-core/source.ts'
import { editionOf } from '../../src/simulator/index.ts'
import type { Faults } from '../../src/simulator/index.ts'
import { day, live, takeDay } from './agency-day.ts'
import type { Agency } from './agency-day.ts'

const afp: Agency = {
  edition: 'afp',
  source: createAfpCoreSource,
  settings: ({ url }) => ({ baseUrl: `${url}/afp`, startHours: 48, rows: 60 }),
  secrets: {
    AFP_CLIENT_ID: 'client',
    AFP_CLIENT_SECRET: 'rehearsal',
    AFP_USERNAME: 'desk',
    AFP_PASSWORD: 'rehearsal',
  },
}

let http: HttpClient
beforeEach(() => {
  http = createHttpClient({ slow: { stallMs: 2000, graceMs: 2000, bytesPerSecond: 100 } })
})
afterEach(() => http.close())

describe('the day of AFP, through its source into the database', () => {
  it('carries most of the day', () => {
    const { events } = editionOf(day, 'afp')
    expect(new Set(events.map(({ itemid }) => itemid)).size).toBeGreaterThan(90)
  })

  it.each([
    ['in peace', {}, []],
    ['tokens that end after three requests', { tokenUses: 3 }, []],
    ['pages in any order, items late and twice', { shufflePages: true, repeat: true, reorder: 'day' }, []],
    [
      '429, 5xx, half pages, captive portals',
      { rateLimit: 0.1, serverError: 0.1, halfPage: 0.2, captivePortal: 0.1 },
      ['source.rate-limited', 'source.server-error', 'source.network', 'source.bad-answer'],
    ],
    ['errors inside a 200, broken JSON', { errorInOk: 0.2, brokenJson: 0.2 }, ['source.bad-answer']],
  ] as [string, Partial<Faults>, string[]][])(
    '%s: what the script says is there, and nothing else',
    async (_name, faults, codes) => {
      const taken = await takeDay(afp, http, faults, { readOnly: codes.length > 0, settings: { rows: 20 } })
      expect(taken.wrong).toEqual([])
      expect(taken.refused).toBe(0)
      for (const code of codes) expect(taken.faults).toContain(code)
      expect(JSON.stringify(taken.cursor)).not.toMatch(/rehearsal|desk|Bearer/)
    },
  )

  it('taken as it is filed, with items that are listed late: nothing is passed over', async () => {
    const taken = await takeDay(afp, http, { reorder: 'window' }, { speed: 0, meanwhile: live(400) })
    expect(taken.wrong).toEqual([])
    expect(taken.gaps).toEqual([])
  })
})
