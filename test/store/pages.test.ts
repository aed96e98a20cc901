import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { saveFeed } from '../../src/store/feeds.ts'
import { forgetOldPages } from '../../src/store/pages.ts'
import { commitOffers } from '../../src/store/polls.ts'
import { claimWaitingReceipts, storeCompanions } from '../../src/store/receipts.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'

let database: TestDatabase
let pool: Pool
let feedId: number
beforeAll(async () => {
  database = await openTestDatabase()
  pool = openPool(database.url)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})
beforeEach(async () => {
  await pool.query('TRUNCATE wire.feeds, wire.receipts, wire.captures CASCADE')
  feedId = (await saveFeed(pool, { name: 'courier', kind: 'http-feed', authority: 'c', config: {} })).id
})

const url = 'https://courier.example/1'
const offer = (mark: string, ifKnown = false) =>
  commitOffers(pool, feedId, [
    {
      offerKey: 'k',
      bytes: Buffer.from('<rss/>'),
      companions: [{ role: 'page', url, mark, ...(ifKnown ? { ifKnown } : {}) }],
    },
  ])
const settle = async (more: { bytes?: Buffer; refused?: string }): Promise<boolean> => {
  const [receipt] = await claimWaitingReceipts(pool, 10, 'pages')
  return storeCompanions(pool, receipt!, [{ ...receipt!.companions[0]!, ...more }])
}
const last = async (): Promise<{ state: string; companions: { digest?: string; refused?: string }[] | null }> =>
  (await pool.query('SELECT state, companions FROM wire.receipts ORDER BY id DESC LIMIT 1')).rows[0]

describe('the page of an entry', () => {
  it('is fetched once for each state of the entry', async () => {
    expect(await offer('10:00')).toEqual([])
    expect(await settle({ bytes: Buffer.from('page') })).toBe(true)
    expect(await offer('10:00')).toHaveLength(1)
    expect(await offer('11:00')).toEqual([])
  })

  it('is not waited for by renditions, nor they by it', async () => {
    await offer('10:00')
    expect(await claimWaitingReceipts(pool, 10, 'renditions')).toEqual([])
    expect(await claimWaitingReceipts(pool, 10, 'pages')).toHaveLength(1)
  })

  it('goes along as it is known, of whatever state, with a document that waits for nothing', async () => {
    expect(await offer('10:00', true)).toHaveLength(1)
    expect((await last()).companions).toBeNull()
    await offer('10:00')
    await settle({ bytes: Buffer.from('page') })
    expect(await offer('11:00', true)).toHaveLength(1)
    expect((await last()).companions?.[0]?.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('that was fetched on another day is kept for today too, and asked for again when its capture is gone', async () => {
    await offer('10:00')
    await settle({ bytes: Buffer.from('page') })
    await pool.query(`UPDATE wire.captures SET received_on = received_on - 1`)
    await pool.query(`UPDATE wire.pages SET received_on = received_on - 1`)
    expect(await offer('10:00')).toHaveLength(1)
    const { rows } = await pool.query(
      `SELECT DISTINCT received_on::text FROM wire.captures WHERE convert_from(body, 'UTF8') = 'page'`,
    )
    expect(rows).toHaveLength(2)
    await pool.query(`DELETE FROM wire.captures`)
    expect(await offer('10:00')).toEqual([])
  })

  it('that was refused is not waited for again for a day', async () => {
    await offer('10:00')
    expect(await settle({ refused: 'source.robots-refused' })).toBe(true)
    expect(await offer('10:00')).toHaveLength(1)
    await pool.query(`UPDATE wire.pages SET checked_at = now() - interval '25 hours'`)
    expect(await offer('10:00')).toEqual([])
  })

  it('that is late is waited for an hour, and then replaced by the one before', async () => {
    await offer('10:00')
    await settle({ bytes: Buffer.from('page') })
    await offer('11:00')
    expect(await settle({})).toBe(false)
    await pool.query(
      `UPDATE wire.receipts SET received_at = now() - interval '2 hours', next_try_at = now() WHERE state = 'waiting'`,
    )
    expect(await settle({})).toBe(true)
    expect((await last()).companions?.[0]?.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is forgotten two months after its entry was last seen', async () => {
    await offer('10:00')
    await settle({ bytes: Buffer.from('page') })
    await forgetOldPages(pool)
    expect((await pool.query('SELECT FROM wire.pages')).rowCount).toBe(1)
    await pool.query(`UPDATE wire.pages SET checked_at = now() - interval '61 days', received_on = current_date - 61`)
    await forgetOldPages(pool)
    expect((await pool.query('SELECT FROM wire.pages')).rowCount).toBe(0)
  })
})
