import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectedState } from '../../src/simulator/wire/expected-state.ts'
import { scriptedDay } from '../../src/simulator/wire/scripted-day.ts'
import { startRedisQueues } from '../support/queue-servers.ts'
import type { QueuePlace, QueueServer } from '../support/queue-servers.ts'
import { differences, openWire, readChangeNumbers, readWireState } from './wire.ts'
import type { Wire, WireState } from './wire.ts'

// A day of now: an expired token is answered with a restart that reaches back 72 hours at most.
const startsAt = new Date(Date.now() - 24 * 3_600_000).toISOString()
const events = scriptedDay({ seed: 7, startsAt })
const now = new Date().toISOString()

let wire: Wire | undefined
afterEach(async () => {
  await wire?.close()
  wire = undefined
})

async function play(options: Partial<Parameters<typeof openWire>[0]>, deliverTwice: boolean): Promise<WireState> {
  wire = await openWire({ events, speed: Number.POSITIVE_INFINITY, ...options })
  await Promise.all([wire.startWorker({ deliverTwice }), wire.startWorker({ deliverTwice })])
  await wire.settled()
  const { pool } = wire.database
  const state = await readWireState(pool)
  expect(differences(expectedState(events, now), state)).toEqual([])
  const numbers = await readChangeNumbers(pool)
  expect(numbers.length).toBeGreaterThan(0)
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
  const { rows } = await pool.query(
    `SELECT story_id, revision, count(*) FROM wire.changes WHERE kind <> 'released' GROUP BY 1, 2 HAVING count(*) > 1`,
  )
  expect(rows).toEqual([])
  return state
}

describe("the simulator's day, with two worker processes", () => {
  let inOrder: WireState

  it('in order: the database is what the script says was published', async () => {
    inOrder = await play({}, false)
  })

  it('shuffled, every item offered twice and every job delivered twice: the same database', async () => {
    const shuffled = await play({ faults: { reorder: 'day', repeat: true }, seed: 11 }, true)
    expect(shuffled).toEqual(inOrder)
  })

  describe('with the queue in Redis', () => {
    let server: QueueServer
    let place: QueuePlace
    beforeAll(async () => {
      server = await startRedisQueues()
      place = await server.open()
    })
    afterAll(async () => {
      await place.remove()
      await server.stop()
    })

    it('the same database again', async () => {
      expect(await play({ queueUrl: place.queueUrl }, false)).toEqual(inOrder)
    })
  })

  it('through half pages, broken JSON, errors and expired tokens: nothing is missing', async () => {
    const faults = {
      halfPage: 0.05,
      brokenJson: 0.05,
      serverError: 0.05,
      rateLimit: 0.05,
      retryAfter: '0',
      expireAfterPages: 4,
      missingNitf: 1,
      overlapPages: 0.3,
      captivePortal: 0.05,
    }
    const state = await play({ faults, seed: 3, pageSize: 40 }, false)
    expect(state).toEqual(inOrder)
  })
})
