import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../src/simulator/random.ts'
import { findHoles, learned } from '../../src/workers/completeness/holes.ts'
import type { Transmission } from '../../src/workers/completeness/holes.ts'

const minute = 60_000
const start = Date.parse('2026-03-12T06:00:00Z')

/** A line that sends one number a minute. */
const line = (from: number, to: number, at = start): Transmission[] =>
  Array.from({ length: to - from + 1 }, (_, step) => ({ number: from + step, sentAt: at + step * minute }))
const without = (stream: readonly Transmission[], low: number, high: number) =>
  stream.filter(({ number }) => number <= low || number >= high)
const bounds = (stream: readonly Transmission[]) => findHoles(stream).map(({ low, high }) => [low, high])

describe('holes in transmission numbers', () => {
  it('are told with the last number before and the first behind', () => {
    expect(bounds(without(line(1, 100), 41, 45))).toEqual([[41, 45]])
  })

  it('are none while a series is too short to be judged', () => {
    expect(bounds(without(line(1, 15), 5, 8))).toEqual([])
  })

  it('are none at the end of the line, until further numbers follow', () => {
    const stream = line(1, 50)
    expect(bounds([...stream, { number: 60, sentAt: start + 60 * minute }])).toEqual([])
    expect(bounds([...stream, ...line(60, 63, start + 60 * minute)])).toEqual([[50, 60]])
  })

  it('are none where the counter restarted at midnight', () => {
    expect(bounds([...line(3900, 4000), ...line(1, 90, start + 101 * minute)])).toEqual([])
    expect(bounds([...line(1, 15), ...line(1, 15, start + 24 * 60 * minute)])).toEqual([])
  })

  it('are found on both sides of a restart', () => {
    const stream = [...without(line(200, 300), 250, 253), ...without(line(1, 90, start + 600 * minute), 60, 62)]
    expect(bounds(stream)).toEqual([
      [250, 253],
      [60, 62],
    ])
  })

  it('are not made by one garbled number', () => {
    const stream = line(1, 100)
    stream[50] = { number: 9951, sentAt: stream[50]!.sentAt }
    expect(bounds(stream)).not.toContainEqual([100, 9951])
    expect(findHoles(stream).every(({ high }) => high < 200)).toBe(true)
  })

  it('mean nothing in a service of which we get a part', () => {
    expect(bounds(line(1, 400).filter(({ number }) => number % 3 !== 0))).toEqual([])
  })

  it('are not made by a number that is sent again long after, nor hidden by it', () => {
    const again = { number: 30, sentAt: start + 300 * minute + 1 }
    expect(bounds([...line(1, 400), again])).toEqual([])
    expect(bounds([...without(line(1, 400), 29, 31), again])).toEqual([])
    expect(bounds([...without(line(1, 400), 350, 353), again])).toEqual([[350, 353]])
  })

  it('do not depend on the order in which documents came, and are exactly those that were made', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 600 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 40 })), { maxLength: 5 }),
        fc.integer(),
        (length, cuts, seed) => {
          let stream = line(1, length)
          const made: [number, number][] = []
          // One cut in each hundred numbers at most, so that they cannot touch.
          for (const [at, [hundred, width]] of cuts.entries()) {
            const low = at * 100 + 20 + hundred
            if (low + width + 30 > length || made.some(([known]) => Math.abs(known - low) < 60)) continue
            made.push([low, low + width + 1])
            stream = without(stream, low, low + width + 1)
          }
          made.sort(([a], [b]) => a - b)
          expect(bounds(createRandom(String(seed)).shuffle(stream))).toEqual(made)
        },
      ),
      { numRuns: 200, verbose: true },
    )
  })

  it('never throw, whatever numbers and times come', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ number: fc.nat(), sentAt: fc.integer() }), { maxLength: 300 }), (stream) => {
        for (const { low, high } of findHoles(stream)) expect(high - low).toBeGreaterThan(1)
      }),
      { verbose: true },
    )
  })
})

describe('holes in ids that only happen to be numbers', () => {
  const found = (stream: readonly Transmission[]) => findHoles(stream, learned).map(({ low, high }) => [low, high])

  it('are believed once the ids came in a long row', () => {
    expect(found(without(line(1, 200), 120, 124))).toEqual([[120, 124]])
    expect(found(without(line(1, 200), 20, 22))).toEqual([[20, 22]])
  })

  it('are none while no such row was seen', () => {
    expect(found(without(line(1, 59), 30, 33))).toEqual([])
    expect(found(without(without(line(1, 90), 30, 33), 60, 63))).toEqual([])
  })

  it('are none where gaps are by design: one in twenty-five is enough', () => {
    expect(found(line(1, 1000).filter(({ number }) => number % 25 !== 0))).toEqual([])
    expect(found([...line(1, 100), ...line(101, 400).filter(({ number }) => number % 9 !== 0)])).toEqual([])
  })

  it('are told on both sides of midnight', () => {
    const day = without(line(1, 300), 100, 103)
    const next = without(line(1, 300, start + 24 * 60 * minute), 200, 202)
    expect(found([...day, ...next])).toEqual([
      [100, 103],
      [200, 202],
    ])
  })
})
