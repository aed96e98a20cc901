import { expect } from 'vitest'
import type { WireEvent } from '../../src/simulator/wire/event.ts'
import { expectedState } from '../../src/simulator/wire/expected-state.ts'
import { differences, readChangeNumbers, readWireState } from '../promises/wire.ts'
import type { Wire, WireState } from '../promises/wire.ts'

/** What a run was, in figures. */
export interface RunFigures {
  readonly stories: number
  readonly revisions: number
  readonly changes: number
  readonly receipts: number
}

/**
 * The one oracle of every long run: the database is what the script says was published, every change has its number
 * once and in order, no revision was told twice, and every item offered is accounted for.
 */
export async function expectWholeDay(
  wire: Wire,
  events: readonly WireEvent[],
): Promise<{ state: WireState; figures: RunFigures }> {
  await wire.simulator.control.allDelivered(AbortSignal.timeout(45 * 60_000))
  await wire.settled()
  const { pool } = wire.database
  const state = await readWireState(pool)
  const expected = expectedState(events, new Date().toISOString())
  expect(differences(expected, state)).toEqual([])
  const numbers = await readChangeNumbers(pool)
  expect(numbers.length).toBeGreaterThan(0)
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
  const toldTwice = await pool.query(
    `SELECT story_id, revision FROM wire.changes WHERE kind <> 'released' GROUP BY 1, 2 HAVING count(*) > 1`,
  )
  expect(toldTwice.rows).toEqual([])
  const { rows } = await pool.query(
    `SELECT count(*)::int AS receipts, sum(offered)::int AS offered,
            sum(new + revised + duplicate + stale + killed + quarantined)::int AS accounted FROM wire.receipts`,
  )
  expect(rows[0].accounted).toBe(rows[0].offered)
  const revisions = state.reduce((sum, story) => sum + Number(story.revisions), 0)
  return {
    state,
    figures: { stories: state.length, revisions, changes: numbers.length, receipts: rows[0].receipts },
  }
}
