import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redactUrl, stripKeys } from '../../src/sources/http/redact-url.ts'
import { readRetryAfter } from '../../src/sources/http/retry-after.ts'
import { statusFault } from '../../src/sources/http/status-fault.ts'
import { noon } from './poll-context.ts'

const answer = (status: number, headers: Record<string, string> = {}) => ({
  status,
  headers: new Map(Object.entries(headers)),
  bytes: Buffer.from('said'),
  url: 'https://wire.example/feed?qt=T0',
})

describe('the policy table (F22)', () => {
  it.each([
    [200, {}, undefined, undefined],
    [304, {}, undefined, undefined],
    [400, {}, 'source.bad-answer', undefined],
    [401, {}, 'source.unauthorized', undefined],
    [402, {}, 'source.unauthorized', undefined],
    [403, {}, 'source.unauthorized', undefined],
    [404, {}, 'source.not-found', undefined],
    [408, {}, 'source.timeout', undefined],
    [410, {}, 'source.gone', undefined],
    [419, {}, 'source.unauthorized', undefined],
    [429, {}, 'source.rate-limited', undefined],
    [429, { 'retry-after': '90' }, 'source.rate-limited', 90_000],
    [429, { 'retry-after': 'Tue, 04 Mar 2031 12:01:00 GMT' }, 'source.rate-limited', 60_000],
    [429, { 'retry-after': '-5' }, 'source.rate-limited', undefined],
    [429, { 'retry-after': '316800' }, 'source.rate-limited', 86_400_000],
    [429, { 'retry-after': 'soon' }, 'source.rate-limited', undefined],
    [451, {}, 'source.bad-answer', undefined],
    [500, {}, 'source.server-error', undefined],
    [502, {}, 'source.server-error', undefined],
    [503, {}, 'source.server-error', undefined],
    [503, { 'retry-after': '120' }, 'source.rate-limited', 120_000],
    [599, {}, 'source.server-error', undefined],
  ] as [number, Record<string, string>, string | undefined, number | undefined][])(
    '%i %j: %s',
    (status, headers, code, wait) => {
      const fault = statusFault(answer(status, headers), noon)
      expect(fault?.code).toBe(code)
      expect(fault?.retryAfterMs).toBe(wait)
      expect(fault?.message ?? '').not.toContain('T0')
    },
  )
})

describe('Retry-After', () => {
  it.each([
    ['7', 7000],
    [' 7 ', 7000],
    ['0.5', 500],
    ['0', undefined],
    ['-1', undefined],
    ['', undefined],
    ['Tue, 04 Mar 2031 12:00:30 GMT', 30_000],
    ['Tuesday, 04-Mar-31 12:00:30 GMT', 30_000],
    ['Tue Mar  4 12:00:30 2031 GMT', 30_000],
    ['Tue, 04 Mar 2031 11:00:00 GMT', undefined],
    ['Fri, 01 Jan 2038 00:00:00 GMT', 86_400_000],
    ['999999999999999999', 86_400_000],
    ['2031-03-04T12:00:10Z', 10_000],
    ['12/34/56', undefined],
    ['NaN', undefined],
  ])('%j', (value, ms) => {
    expect(readRetryAfter(value, undefined, noon)).toBe(ms)
  })

  it('is counted from the server’s own clock where it sends one', () => {
    const sent = 'Tue, 04 Mar 2031 18:00:00 GMT'
    expect(readRetryAfter('Tue, 04 Mar 2031 18:00:20 GMT', sent, noon)).toBe(20_000)
  })

  it('is never negative nor longer than a day, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 40 }), (value, date) => {
        const ms = readRetryAfter(value, date, noon)
        expect(ms === undefined || (ms > 0 && ms <= 86_400_000)).toBe(true)
      }),
      { seed: 20310304 },
    )
  })
})

describe('URLs that are stored or shown (defect 9)', () => {
  it.each([
    ['https://a.example/f?apikey=K&q=x', 'https://a.example/f?q=x'],
    ['https://a.example/f?q=x&API_KEY=K', 'https://a.example/f?q=x'],
    ['https://a.example/f?api%5Fkey=K', 'https://a.example/f'],
    ['https://u:p@a.example/f', 'https://a.example/f'],
    ['https://a.example/f?x-amz-signature=S&X-Amz-Credential=C&id=7', 'https://a.example/f?id=7'],
    ['https://a.example/f?access_token=T#access_token=T', 'https://a.example/f'],
    ['https://a.example/f?qt=T&seq=7', 'https://a.example/f?qt=T&seq=7'],
    ['https://a.example/f?q=a%2Bb+c&token=T&z=%7e', 'https://a.example/f?q=a%2Bb+c&z=%7e'],
  ])('%s is stored without keys', (url, stored) => {
    expect(stripKeys(url)).toBe(stored)
  })

  it('are shown without session tokens', () => {
    expect(redactUrl('https://a.example/f?qt=T&seq=7&et=1a0&dt=D')).toBe('https://a.example/f?seq=7')
    expect(redactUrl('not a url?apikey=K')).toBe('not a url')
  })
})
