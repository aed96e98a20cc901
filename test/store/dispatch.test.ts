import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { saveFeed } from '../../src/store/feeds.ts'
import { claimDueFeeds, commitPoll, failPoll, finishPoll, renewLease } from '../../src/store/polls.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'

let database: TestDatabase
let pool: Pool
beforeAll(async () => {
  database = await openTestDatabase()
  pool = openPool(database.url)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})
beforeEach(() => pool.query('TRUNCATE wire.feeds, wire.attempts CASCADE'))

const claim = (limit: number, perHost: number) => claimDueFeeds(pool, { limit, perHost, leaseSeconds: 10 })
const owner = { owner: 'test', leaseSeconds: 10 }
const offer = (text: string) => ({ offerKey: text, bytes: Buffer.from(text) })

async function addFeeds(count: number, host: string): Promise<void> {
  await pool.query(
    `INSERT INTO wire.feeds (name, kind, authority, host)
     SELECT replace($2, '.', '-') || '-' || n, 'http-feed', $2, $2 FROM generate_series(1, $1) n`,
    [count, host],
  )
}

async function hostsOf(leases: readonly { feedId: number }[]): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ host: string; count: number }>(
    `SELECT host, count(*)::int AS count FROM wire.feeds WHERE id = ANY ($1) GROUP BY host`,
    [leases.map((lease) => lease.feedId)],
  )
  return Object.fromEntries(rows.map(({ host, count }) => [host, count]))
}

describe('dispatch', () => {
  it('a host with a thousand feeds does not starve one with a single feed', async () => {
    await addFeeds(1000, 'large.example')
    await pool.query(`UPDATE wire.feeds SET next_poll_at = now() - interval '1 hour'`)
    await addFeeds(1, 'small.example')
    expect(await hostsOf(await claim(10, 2))).toEqual({ 'large.example': 2, 'small.example': 1 })
  })

  it('no host is above its limit, however often feeds are claimed', async () => {
    await addFeeds(50, 'one.example')
    expect(await claim(100, 3)).toHaveLength(3)
    expect(await claim(100, 3)).toHaveLength(0)
  })

  it('two dispatchers at once never claim the same feed', async () => {
    await addFeeds(200, 'one.example')
    const claims = (await Promise.all(Array.from({ length: 8 }, () => claim(100, 1000)))).flat()
    expect(new Set(claims.map((lease) => lease.feedId)).size).toBe(claims.length)
    expect(claims).toHaveLength(200)
  })

  it('what comes by hand, and what is paused, is never polled', async () => {
    await saveFeed(pool, { name: 'hand', kind: 'local', authority: 'a', config: {} })
    await saveFeed(pool, { name: 'paused', kind: 'http-feed', authority: 'a', config: {}, enabled: false })
    expect(await claim(10, 10)).toEqual([])
  })

  it('a lease that nobody takes up lapses, and the late worker finds it gone', async () => {
    await addFeeds(1, 'one.example')
    const [late] = await claim(1, 1)
    await pool.query(`UPDATE wire.feeds SET lease_until = now() - interval '1 second'`)
    const [next] = await claim(1, 1)
    expect(next!.feedId).toBe(late!.feedId)
    expect(await renewLease(pool, late!, owner)).toBeUndefined()
    expect(await renewLease(pool, next!, owner)).toBeDefined()
  })
})

describe('a poll', () => {
  it('commits documents, receipts and cursor together, or nothing when the lease is lost', async () => {
    await addFeeds(1, 'one.example')
    const [lease] = await claim(1, 1)
    const poll = { offers: [offer('a'), offer('b')], cursor: { page: 2 }, milliseconds: 1 }
    expect(await commitPoll(pool, { ...lease!, leaseToken: crypto.randomUUID() }, poll, owner)).toBeUndefined()
    expect((await pool.query('SELECT FROM wire.receipts')).rowCount).toBe(0)
    expect(await commitPoll(pool, lease!, poll, owner)).toHaveLength(2)
    const { rows } = await pool.query('SELECT cursor FROM wire.feeds')
    expect(rows[0].cursor).toEqual({ page: 2 })
    await finishPoll(pool, lease!, 60)
    expect(await claim(1, 1)).toEqual([])
  })

  it('that fails keeps the cursor, shows the fault and keeps the wrong answer once', async () => {
    await addFeeds(1, 'one.example')
    for (const failures of [1, 2]) {
      await pool.query('UPDATE wire.feeds SET next_poll_at = now()')
      const [lease] = await claim(1, 1)
      const evidence = Buffer.from('<html>Please log in</html>')
      const failure = {
        code: 'source.bad-answer',
        detail: 'HTML',
        pauseSeconds: 1,
        pause: false,
        milliseconds: 5,
        evidence,
      }
      await failPoll(pool, lease!, failure, 'test')
      const { rows } = await pool.query('SELECT consecutive_failures, last_error_code FROM wire.feeds')
      expect(rows[0]).toEqual({ consecutive_failures: failures, last_error_code: 'source.bad-answer' })
    }
    const { rows } = await pool.query(`SELECT convert_from(evidence, 'UTF8') AS kept FROM wire.attempts ORDER BY at`)
    expect(rows.map((row) => row.kept)).toEqual(['<html>Please log in</html>', null])
  })

  it('counts what a source refused unread', async () => {
    await addFeeds(1, 'one.example')
    const [lease] = await claim(1, 1)
    const refused = [{ key: 'huge.xml', code: 'source.too-large', detail: '900 MB' }]
    await commitPoll(pool, lease!, { offers: [], refused, cursor: null, milliseconds: 1 }, owner)
    const { rows } = await pool.query(`SELECT offered, quarantined, state FROM wire.receipts`)
    expect(rows).toEqual([{ offered: 1, quarantined: 1, state: 'done' }])
    expect((await pool.query(`SELECT FROM wire.quarantine WHERE code = 'source.too-large'`)).rowCount).toBe(1)
  })
})
