import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeClock } from '../../src/workers/completeness/clock-jump.ts'
import type { ClockSample } from '../../src/workers/completeness/clock-jump.ts'

const minute = 60_000
const hour = 60 * minute
const now = Date.parse('2026-03-12T12:00:00Z')

/** Samples newest first: one every two minutes, each with its lag. */
const samples = (lags: readonly number[]): ClockSample[] =>
  lags.map((lag, at) => ({ receivedAt: now - at * 2 * minute, createdAt: now - at * 2 * minute - lag }))
const row = (count: number, lag: number) => Array.from({ length: count }, (_, at) => lag + (at % 3) * 20_000)

describe('a clock that jumps', () => {
  it('ahead: dates that have not come yet, in a row', () => {
    expect(judgeClock(samples([...row(6, -hour), ...row(20, minute)]))).toMatchObject({ direction: 'ahead' })
  })

  it('back: live news that all of a sudden lags by one and the same hour', () => {
    expect(judgeClock(samples([...row(6, hour + minute), ...row(20, minute)]))).toMatchObject({ direction: 'back' })
  })

  it('no jump: one story from 2038', () => {
    expect(judgeClock(samples([-12 * 365 * 24 * hour, ...row(20, minute)]))).toBeUndefined()
  })

  it('no jump: a feed that always was an hour late', () => {
    expect(judgeClock(samples(row(40, hour)))).toBeUndefined()
  })

  it('no jump: a backfill, old items of every age at once', () => {
    const old = Array.from({ length: 20 }, (_, at) => ({ receivedAt: now, createdAt: now - at * 3 * minute - hour }))
    expect(
      judgeClock([...old, ...samples(row(20, minute)).map((one) => ({ ...one, receivedAt: one.receivedAt - hour }))]),
    ).toBeUndefined()
  })

  it('never cries for honest clocks with slow desks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2 * minute, max: 40 * minute }), { maxLength: 60 }), (lags) => {
        expect(judgeClock(samples(lags))).toBeUndefined()
      }),
      { verbose: true },
    )
  })
})
