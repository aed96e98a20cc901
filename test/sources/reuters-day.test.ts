import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import { createReutersConnectSource } from '../../src/sources/reuters-connect/source.ts'
import { editionOf } from '../../src/simulator/index.ts'
import type { Faults } from '../../src/simulator/index.ts'
import { day, live, takeDay } from './agency-day.ts'
import type { Agency } from './agency-day.ts'

const reuters: Agency = {
  edition: 'reuters',
  source: createReutersConnectSource,
  settings: ({ url }) => ({
    url: `${url}/reuters/content/graphql`,
    tokenUrl: `${url}/reuters/oauth/token`,
    audience: 'rehearsal',
    mediaTypes: ['TEXT', 'PICTURE', 'VIDEO', 'AUDIO', 'GRAPHIC'],
    startHours: 48,
    pageSize: 40,
  }),
  secrets: { REUTERS_CLIENT_ID: 'desk', REUTERS_CLIENT_SECRET: 'rehearsal' },
}

let http: HttpClient
beforeEach(() => {
  http = createHttpClient({ slow: { stallMs: 2000, graceMs: 2000, bytesPerSecond: 100 } })
})
afterEach(() => http.close())

describe('the day of Reuters Connect, through its source into the database', () => {
  it('carries most of the day', () => {
    const { events } = editionOf(day, 'reuters')
    expect(new Set(events.map(({ itemid }) => itemid)).size).toBeGreaterThan(90)
  })

  it.each([
    ['in peace', {}, []],
    ['pages in any order, items late and twice', { shufflePages: true, repeat: true, reorder: 'day' }, []],
    ['tokens that end after three requests', { tokenUses: 3 }, []],
    [
      '429, 5xx, half pages, captive portals',
      { rateLimit: 0.1, serverError: 0.1, halfPage: 0.1, captivePortal: 0.1 },
      ['source.rate-limited', 'source.server-error', 'source.network', 'source.bad-answer'],
    ],
    ['errors inside a 200, broken JSON', { errorInOk: 0.2, brokenJson: 0.2 }, ['source.bad-answer']],
    ['items that are listed before they can be had', { missingNitf: 2 }, []],
  ] as [string, Partial<Faults>, string[]][])(
    '%s: what the script says is there, and nothing else',
    async (_name, faults, codes) => {
      const taken = await takeDay(reuters, http, faults, { readOnly: codes.length > 0 })
      expect(taken.wrong).toEqual([])
      expect(taken.refused).toBe(0)
      for (const code of codes) expect(taken.faults).toContain(code)
      expect(JSON.stringify(taken.cursor)).not.toMatch(/rehearsal|desk|Bearer/)
    },
  )

  it('taken as it is filed, with items that are listed late: nothing is passed over', async () => {
    const taken = await takeDay(reuters, http, { reorder: 'window' }, { speed: 0, meanwhile: live(400) })
    expect(taken.wrong).toEqual([])
    expect(taken.gaps).toEqual([])
  })
})
