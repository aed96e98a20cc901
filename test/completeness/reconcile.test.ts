import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSimulator } from '../../src/simulator/server.ts'
import type { Simulator } from '../../src/simulator/server.ts'
import { bulkDay } from '../../src/simulator/wire/bulk-day.ts'
import { saveFeed } from '../../src/store/feeds.ts'
import { openGap } from '../../src/store/gaps.ts'
import { inTransaction } from '../../src/store/pool.ts'
import { run } from '../cli/program.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'

const items = 130
let place: TestDatabase
let simulator: Simulator
let feedId: number
const verb = (...args: string[]) => run(args, { database: place.url })

beforeAll(async () => {
  process.env['AP_API_KEY'] = 'rehearsal'
  place = await openTestDatabase()
  const startsAt = new Date(Date.now() - 24 * 3_600_000).toISOString()
  simulator = await startSimulator({
    events: bulkDay({ items, startsAt, spreadSeconds: 80_000 }),
    speed: Number.POSITIVE_INFINITY,
    startsAt,
  })
  const feed = await saveFeed(place.pool, {
    name: 'agency',
    kind: 'ap-media-api',
    authority: 'ap.org',
    config: { baseUrl: `${simulator.url}/media/v`, allowPrivate: true },
  })
  feedId = feed.id
})
afterAll(async () => {
  delete process.env['AP_API_KEY']
  await simulator?.stop()
  await place?.drop()
})

describe('writethru reconcile', () => {
  it('says what the source shows and is not here, and ends with 2', async () => {
    const answer = await verb('reconcile', 'agency', '--json')
    expect(answer.err).toBe('')
    expect(answer.code).toBe(2)
    expect(answer.json()).toMatchObject({ shown: items, whole: true, misfits: [] })
    expect(answer.json().missing).toHaveLength(items)
    expect(answer.json().missing[0]).toMatchObject({ presence: 'absent' })
  })

  it('takes it with --repair; then everything is here, and the days add up', async () => {
    const repaired = await verb('reconcile', 'agency', '--repair')
    expect(repaired.code).toBe(0)
    expect(repaired.out).toContain(`Taken: ${items} documents, ${items} items: ${items} new.`)
    const after = await verb('reconcile', 'agency')
    expect(after.code).toBe(0)
    expect(after.out).toContain(`The source shows ${items} documents; all are here.`)
    expect(after.out).toContain('adds up')
    expect(after.out).not.toContain('does not')
  })

  it('names a receipt that does not fit', async () => {
    await place.pool.query(
      `UPDATE wire.receipts SET new = 0, duplicate = 1 WHERE id = (SELECT min(id) FROM wire.receipts)`,
    )
    const answer = await verb('reconcile', 'agency', '--no-ask', '--json')
    expect(answer.code).toBe(2)
    expect(answer.json().misfits).toMatchObject([{ what: 'counts' }])
    await place.pool.query(`UPDATE wire.receipts SET new = 1, duplicate = 0 WHERE duplicate = 1`)
  })

  it('shows the counts even when the source does not answer, and says so', async () => {
    simulator.control.setFaults({ serverError: 1 })
    const answer = await verb('reconcile', 'agency')
    expect(answer.code).toBe(2)
    expect(answer.out).toContain('The source could not be asked')
    expect(answer.out).toContain('adds up')
    simulator.control.clearFaults()
  })

  it('refuses a feed or a day there is not', async () => {
    expect(await verb('reconcile', 'nobody')).toMatchObject({ code: 3, out: '' })
    expect(await verb('reconcile', 'agency', '--since', 'yesterday')).toMatchObject({ code: 3, out: '' })
  })
})

describe('writethru gaps', () => {
  it('lists what may be missing, and ends it by a word that stays on record', async () => {
    await inTransaction(place.pool as never, (client) =>
      openGap(client, feedId, {
        kind: 'no-overlap',
        from: '2026-03-12T10:00:00Z',
        detail: 'the page rolled on\u001b[2J',
      }),
    )
    const listed = await verb('gaps')
    expect(listed.code).toBe(0)
    expect(listed.out).toMatch(/gap 1 {2}agency {2}no-overlap {2}open/)
    expect(listed.out).not.toContain('\u001b')
    expect(await verb('gaps', 'close', '1')).toMatchObject({ code: 3 })
    expect(await verb('gaps', 'close', 'one', '--why', 'x')).toMatchObject({ code: 3 })
    expect(await verb('gaps', 'accept', '1', '--why', 'the agency resent it by mail')).toMatchObject({ code: 0 })
    expect(await verb('gaps', 'accept', '1', '--why', 'twice')).toMatchObject({ code: 3 })
    expect(await verb('gaps', 'accept', '99', '--why', 'x')).toMatchObject({ code: 3 })
    expect((await verb('gaps', 'agency')).out).toContain('No open gaps')
    expect((await verb('gaps', 'agency', '--all', '--json')).json()).toMatchObject([
      { state: 'accepted', closedHow: 'the agency resent it by mail' },
    ])
  })
})
