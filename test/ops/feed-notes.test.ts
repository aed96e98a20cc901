import { afterAll, beforeAll, expect, it } from 'vitest'
import { feedNotes } from '../../src/ops/feed-state.ts'
import { saveFeed } from '../../src/store/feeds.ts'
import { listFeedHealth } from '../../src/store/read-feeds.ts'
import { noteHub, refuseSubscription } from '../../src/store/subscriptions.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.drop())

it('the operator is told where a feed moved, who holds it up, that it is flaky, and how its hub stands', async () => {
  const { pool } = database
  const feed = await saveFeed(pool, {
    name: 'courier',
    kind: 'http-feed',
    authority: 'c',
    config: {},
    host: 'courier.example',
  })
  const notes = async (): Promise<string[]> => feedNotes((await listFeedHealth(pool))[0]!)
  expect(await notes()).toEqual([])
  await pool.query(`UPDATE wire.feeds SET moved_to = 'https://new.example/', failure_score = 5`)
  await pool.query(`INSERT INTO wire.hosts VALUES ('courier.example', now() + interval '1 hour', 'HTTP 429')`)
  await noteHub(pool, feed.id, { hub: 'https://hub.example/', topic: 'https://courier.example/' })
  await refuseSubscription(
    pool,
    (await pool.query('SELECT token FROM wire.subscriptions')).rows[0].token,
    'not on our list',
  )
  const told = (await notes()).join('\n')
  expect(told).toMatch(/moved for good to https:\/\/new\.example/)
  expect(told).toMatch(/no polls before/)
  expect(told).toMatch(/fails again and again/)
  expect(told).toMatch(/does not deliver: not on our list/)
})
