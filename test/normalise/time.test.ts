import { expect, it } from 'vitest'
import fc from 'fast-check'
import { readTime, setTime } from '../../src/normalise/time.ts'
import { ItemDraft } from '../../src/story/draft.ts'

it.each([
  ['2014-08-29T13:49:51+00:00', '2014-08-29T13:49:51Z', false],
  ['2020-07-02T22:04:47+02:00', '2020-07-02T22:04:47+02:00', false],
  ['20151014T043001+0100', '2015-10-14T04:30:01+01:00', false],
  ['20190703T040512Z', '2019-07-03T04:05:12Z', false],
  ['2016-04-13 04:52:21+00:00', '2016-04-13T04:52:21Z', false],
  [' \n2024-07-10T12:59:02.5Z\n', '2024-07-10T12:59:02.500Z', false],
  ['Tue, 5 Mar 2019 10:00:00 EST', '2019-03-05T10:00:00-05:00', false],
  ['Tues, 05 Mar 19 10:00 GMT+2', '2019-03-05T10:00:00+02:00', false],
  ['mar., 5 mars 2019 10:00:00 +0100', '2019-03-05T10:00:00+01:00', false],
  ['Do, 05 Dez 2024 11:00:00 MEZ', '2024-12-05T11:00:00+01:00', false],
  ['November 30, 2017 01:06 AM', '2017-11-30T01:06:00Z', true],
  ['30.11.2017 13:06', '2017-11-30T13:06:00Z', true],
  ['14/01/2024 05:30 GMT', '2024-01-14T05:30:00Z', false],
  ['1/14/2024, 5:30 PM', '2024-01-14T17:30:00Z', true],
  ['05/05/2024', '2024-05-05T00:00:00Z', true],
  ['2019-10-01', '2019-10-01T00:00:00Z', true],
  ['20170612', '2017-06-12T00:00:00Z', true],
  ['2019-02-28T24:00:00Z', '2019-03-01T00:00:00Z', false],
  ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z', false],
])('%s is %s', (raw, iso, zoneless) => {
  expect(readTime(raw)).toEqual({ iso, zoneless })
})

it.each([
  '',
  'Next Monday',
  '05/06/2024 10:00',
  '14/14/2024',
  '2019-02-30',
  '2019-13-01T00:00:00Z',
  '2019-01-01T25:00:00Z',
  '1551780000',
  '0000-00-00',
  '31 Foo 2019',
])('"%s" is no time', (raw) => {
  expect(readTime(raw)).toBeUndefined()
})

it('reads a time without a zone in the agency’s zone, summer and winter', () => {
  expect(readTime('2022-07-11 18:33', { zone: 'Europe/Rome' })).toEqual({
    iso: '2022-07-11T18:33:00+02:00',
    zoneless: true,
  })
  expect(readTime('2022-01-11 18:33', { zone: 'Europe/Rome' })?.iso).toBe('2022-01-11T18:33:00+01:00')
})

it('gives a date without a year the year nearest to its arrival', () => {
  expect(readTime('Dec. 31', { receivedAt: '2026-01-01T02:00:00Z' })?.iso).toBe('2025-12-31T00:00:00Z')
  expect(readTime('Dec. 31')).toBeUndefined()
})

it('holds on an embargo that says no time', () => {
  for (const raw of ['', 'Next Monday']) {
    const draft = new ItemDraft().set('uri', 'u', 'test')
    setTime(draft, 'embargoedUntil', raw, 'embargoed')
    expect(draft.get('embargoedUntil')).toBe('indefinite')
  }
})

it('gives back every instant that is written in ISO 8601', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      expect(Date.parse(readTime(date.toISOString())?.iso ?? '')).toBe(date.getTime())
    }),
  )
})
