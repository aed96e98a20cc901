import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WireError } from '../../src/story/errors.ts'
import type { ErrorCode } from '../../src/story/errors.ts'
import { newsGapAfter, pauseAfterSuccess } from '../../src/workers/poll/pace.ts'
import {
  failureWeight,
  highestScore,
  hostPause,
  pauseAfterFailure,
  scoreAfterFailure,
  scoreAfterSuccess,
} from '../../src/workers/poll/pause.ts'

const fault = (code: ErrorCode, retryAfterMs?: number): WireError =>
  new WireError(code, 'invented', retryAfterMs === undefined ? {} : { retryAfterMs })
const never = (): number => 0
const day = 86_400

describe('the policy table of failures: fault, score after it, pause with an interval of 60 s (F22, F23)', () => {
  it.each([
    ['source.network', 0, undefined, 1, 1],
    ['source.network', 1, undefined, 2, 7],
    ['source.network', 9, undefined, 10, 55],
    ['source.network', 99.5, undefined, 100, 595],
    ['source.timeout', 0, undefined, 1, 1],
    ['source.server-error', 2, undefined, 3, 13],
    ['source.bad-answer', 0, undefined, 0.5, 1],
    ['source.bad-answer', 3, undefined, 3.5, 16],
    ['source.rate-limited', 0, undefined, 0.25, 60],
    ['source.rate-limited', 4, undefined, 4.25, 255],
    ['source.rate-limited', 0, 90, 0.25, 90],
    ['source.rate-limited', 0, day, 0.25, day],
    ['source.unauthorized', 0, undefined, 1, 60],
    ['source.unauthorized', 4, undefined, 5, 300],
    ['source.unauthorized', 90, undefined, 91, 3600],
    ['source.not-found', 1, undefined, 2, 120],
    ['source.too-many-redirects', 0, undefined, 1, 60],
    ['source.too-large', 0, undefined, 1, 60],
    ['source.redirect-refused', 0, undefined, 1, 60],
  ] as [ErrorCode, number, number | undefined, number, number][])(
    '%s at score %d, Retry-After %s: score %d, %d s',
    (code, before, retryAfter, after, pause) => {
      const told = fault(code, retryAfter === undefined ? undefined : retryAfter * 1000)
      expect(scoreAfterFailure(before, told)).toBe(after)
      expect(pauseAfterFailure(told, after, 60, never)).toBe(pause)
    },
  )

  it('a lively feed is retried in smaller steps than a slow one', () => {
    expect(pauseAfterFailure(fault('source.network'), 5, 5, never)).toBe(5)
    expect(pauseAfterFailure(fault('source.network'), 5, 3600, never)).toBe(25)
  })

  it('jitter only ever lengthens a pause, by a quarter at most, and what the source asked for is never cut short', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: highestScore, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (score, roll) => {
          for (const told of [fault('source.network'), fault('source.not-found'), fault('source.rate-limited', 5000)]) {
            const least = pauseAfterFailure(told, score, 60, never)
            const pause = pauseAfterFailure(told, score, 60, () => roll)
            expect(pause).toBeGreaterThanOrEqual(least)
            expect(pause).toBeLessThanOrEqual(least * 1.25)
          }
        },
      ),
      { seed: 20310304 },
    )
  })
})

describe('the score of a feed', () => {
  it('is not reset by one good poll: a flaky feed keeps half of it', () => {
    expect([1, 2, 3, 4].reduce((score) => scoreAfterFailure(score, fault('source.network')), 0)).toBe(4)
    expect(scoreAfterSuccess(4)).toBe(2)
    expect(scoreAfterSuccess(0.4)).toBe(0)
  })

  it('of a feed that fails every other time settles, and the feed is still asked', () => {
    let score = 0
    for (let round = 0; round < 100; round += 1)
      score = scoreAfterSuccess(scoreAfterFailure(score, fault('source.timeout')))
    expect(score).toBeCloseTo(1)
  })

  it('has an end, so that a feed which comes back after a month is soon forgiven', () => {
    let score = 0
    for (let round = 0; round < 10_000; round += 1) score = scoreAfterFailure(score, fault('source.network'))
    let polls = 0
    for (; score > 0; polls += 1) score = scoreAfterSuccess(score)
    expect(polls).toBeLessThan(10)
  })

  it('counts a busy source least, a soft failure half', () => {
    expect(
      ['source.rate-limited', 'source.bad-answer', 'source.network'].map((code) =>
        failureWeight(fault(code as ErrorCode)),
      ),
    ).toEqual([0.25, 0.5, 1])
  })
})

describe('a host', () => {
  it.each([
    ['source.rate-limited', 90, 90],
    ['source.rate-limited', 88 * 3600, 600],
    ['source.rate-limited', undefined, undefined],
    ['source.server-error', 90, undefined],
  ] as [ErrorCode, number | undefined, number | undefined][])(
    'that answers %s with Retry-After %s holds its other feeds for %s s',
    (code, asked, held) => {
      expect(hostPause(fault(code, asked === undefined ? undefined : asked * 1000))).toBe(held)
    },
  )
})

describe('the policy table of good polls: least, quiet, usual gap, silence, delivered by a hub', () => {
  it.each([
    ['a source that knows better', { least: 5 }, 5],
    ['a feed that never brought anything', { least: 60, quiet: 240 }, 60],
    ['news every two minutes', { least: 60, quiet: 240, newsGap: 120, silence: 0 }, 60],
    ['news every quarter of an hour', { least: 60, quiet: 240, newsGap: 900, silence: 0 }, 150],
    ['news once a day', { least: 60, quiet: 240, newsGap: day, silence: 0 }, 240],
    ['a lively feed that fell silent', { least: 60, quiet: 240, newsGap: 120, silence: 1200 }, 200],
    ['a source that asks for more than quietness may', { least: 900, quiet: 240, newsGap: day, silence: 0 }, 900],
    ['a hub that delivers', { least: 60, quiet: 240, newsGap: 60, silence: 0, delivered: true }, 600],
    ['a hub that delivers a fast feed', { least: 5, quiet: 20, newsGap: 60, silence: 0, delivered: true }, 300],
  ])('%s', (_name, pace, seconds) => {
    expect(pauseAfterSuccess(pace, never)).toBe(seconds)
    expect(pauseAfterSuccess(pace, () => 1)).toBeLessThanOrEqual(seconds * 1.05)
  })

  it('a burst shortens the usual gap step by step, a lull lengthens it', () => {
    expect(newsGapAfter(undefined, undefined)).toBeUndefined()
    expect(newsGapAfter(undefined, 600)).toBe(600)
    expect(newsGapAfter(600, 60)).toBeCloseTo(438)
    expect(newsGapAfter(60, 600)).toBeCloseTo(222)
  })
})
