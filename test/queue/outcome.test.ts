import { describe, expect, test } from 'vitest'
import { WireError, errorTable } from '../../src/story/errors.ts'
import type { ErrorCode } from '../../src/story/errors.ts'
import { Snooze, outcomeOf } from '../../src/workers/queue/outcome.ts'

describe('what an error means for its job', () => {
  test.each<[ErrorCode, string]>([
    ['source.timeout', 'retry'],
    ['source.rate-limited', 'snooze'],
    ['source.gone', 'give-up'],
    ['parse.malformed', 'give-up'],
    ['store.unavailable', 'snooze'],
    ['store.conflict', 'snooze'],
    ['queue.unavailable', 'snooze'],
    ['config.invalid', 'give-up'],
  ])('%s: %s', (code, kind) => {
    expect(outcomeOf(new WireError(code, 'detail')).kind).toBe(kind)
  })

  test('every code of the table has an outcome', () => {
    for (const code of Object.keys(errorTable) as ErrorCode[]) {
      expect(outcomeOf(new WireError(code, 'detail')).kind).toMatch(/^(retry|snooze|give-up)$/)
    }
  })

  test('what the other side asked for is granted, within a day', () => {
    const asked = (retryAfterMs: number) => outcomeOf(new WireError('source.rate-limited', '429', { retryAfterMs }))
    expect(asked(90_000)).toEqual({ kind: 'snooze', ms: 90_000 })
    expect(asked(-5)).toEqual({ kind: 'snooze', ms: 0 })
    expect(asked(88 * 3_600_000)).toEqual({ kind: 'snooze', ms: 86_400_000 })
    expect(asked(Number.NaN)).toEqual({ kind: 'snooze', ms: 30_000 })
  })

  test('a job may ask for itself', () => {
    expect(outcomeOf(new Snooze(250))).toEqual({ kind: 'snooze', ms: 250 })
  })

  test('anything else that is thrown is tried again, as an error', () => {
    expect(outcomeOf(new TypeError('undefined is not a function'))).toMatchObject({ kind: 'retry' })
    const outcome = outcomeOf('a string')
    expect(outcome.kind === 'retry' && outcome.error).toBeInstanceOf(Error)
  })
})
