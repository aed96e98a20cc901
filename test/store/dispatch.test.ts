import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { resumeFeed, saveFeed } from '../../src/store/feeds.ts'
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
  it('a host with a thousand feeds does not starve one with a single feed (defect 5)', async () => {
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

  it('dispatchers that claim at the same time keep the limit of a host together', async () => {
    await addFeeds(50, 'one.example')
    await addFeeds(50, 'two.example')
    const claims = (await Promise.all(Array.from({ length: 8 }, () => claim(100, 3)))).flat()
    expect(await hostsOf(claims)).toEqual({ 'one.example': 3, 'two.example': 3 })
  })

  it('five thousand feeds that are due at once are gone through fairly: every host first, none above its limit', async () => {
    await addFeeds(1000, 'large.example')
    await pool.query(
      `INSERT INTO wire.feeds (name, kind, authority, host)
       SELECT 'f' || h || '-' || n, 'http-feed', 'a', 'h' || h || '.example' FROM generate_series(1, 200) h, generate_series(1, 20) n`,
    )
    const hosts = new Set<string>()
    for (let round = 0; round < 3; round += 1) {
      const counts = await hostsOf(await claim(100, 2))
      if (round < 2) expect(Math.max(...Object.values(counts))).toBe(1)
      for (const host of Object.keys(counts)) hosts.add(host)
      if (round === 1) expect(hosts.size).toBe(200)
    }
    expect(hosts.size).toBe(201)
    let claimed = 300
    for (let more = await claim(500, 2); more.length > 0; more = await claim(500, 2)) claimed += more.length
    expect(claimed).toBe(402)
  })

  it('no more is claimed ahead of the workers than they can take up within a lease', async () => {
    await addFeeds(50, 'one.example')
    const ahead = () => claimDueFeeds(pool, { limit: 20, perHost: 50, leaseSeconds: 10, ahead: 5 })
    const [first, ...rest] = await ahead()
    expect(rest).toHaveLength(4)
    expect(await ahead()).toEqual([])
    await renewLease(pool, first!, owner)
    expect(await ahead()).toHaveLength(1)
  })

  it('a host that asked for patience is left alone with all its feeds, for as long as it was told longest (F22)', async () => {
    await addFeeds(3, 'busy.example')
    await addFeeds(1, 'other.example')
    const leases = await claim(10, 3)
    const failure = { code: 'source.rate-limited', detail: 'HTTP 429', pauseSeconds: 1, pause: false, milliseconds: 1 }
    const { rows } = await pool.query(`SELECT id FROM wire.feeds WHERE host = 'busy.example'`)
    const busy = leases.filter(({ feedId }) => rows.some(({ id }) => id === feedId)).slice(0, 2)
    for (const [at, lease] of busy.entries())
      await failPoll(pool, lease, { ...failure, hostPauseSeconds: at === 0 ? 300 : 5 }, 'test')
    await pool.query(`UPDATE wire.feeds SET next_poll_at = now(), lease_until = NULL`)
    expect(await hostsOf(await claim(10, 9))).toEqual({ 'other.example': 1 })
    await pool.query(`UPDATE wire.hosts SET not_before = not_before - interval '299 seconds'`)
    expect(await claim(10, 9)).toEqual([])
    await pool.query(`UPDATE wire.hosts SET not_before = not_before - interval '1 second'`)
    expect(await hostsOf(await claim(10, 9))).toEqual({ 'busy.example': 3 })
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
  it('commits documents, receipts and cursor together, or nothing when the lease is lost (defects 6, 11)', async () => {
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

  it('keeps score: a failure adds what the caller says, a good poll takes what the caller says, a resume forgets all', async () => {
    await addFeeds(1, 'one.example')
    const score = async (): Promise<unknown> =>
      (await pool.query('SELECT failure_score, consecutive_failures FROM wire.feeds')).rows[0]
    const [lease] = await claim(1, 1)
    await failPoll(
      pool,
      lease!,
      { code: 'source.timeout', detail: 'x', pauseSeconds: 0, pause: false, milliseconds: 1, failureScore: 2.5 },
      'test',
    )
    expect(await score()).toEqual({ failure_score: 2.5, consecutive_failures: 1 })
    const [next] = await claim(1, 1)
    await commitPoll(pool, next!, { offers: [], cursor: null, milliseconds: 1, failureScore: 1.25 }, owner)
    expect(await score()).toEqual({ failure_score: 1.25, consecutive_failures: 0 })
    await resumeFeed(pool, 'one-example-1')
    expect(await score()).toEqual({ failure_score: 0, consecutive_failures: 0 })
  })

  it('shows where a feed has moved, until it has not', async () => {
    await addFeeds(1, 'one.example')
    const [lease] = await claim(1, 1)
    const moved = async (movedTo?: string | null): Promise<unknown> => {
      await commitPoll(
        pool,
        lease!,
        { offers: [], cursor: null, milliseconds: 1, ...(movedTo === undefined ? {} : { movedTo }) },
        owner,
      )
      return (await pool.query('SELECT moved_to FROM wire.feeds')).rows[0].moved_to
    }
    expect([await moved('https://new.example/'), await moved(), await moved(null)]).toEqual([
      'https://new.example/',
      'https://new.example/',
      null,
    ])
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
