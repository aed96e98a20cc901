import { describe, expect, it } from 'vitest'
import { dateConflict } from '../../src/captions/dates-agree.ts'
import { weekdayOf } from '../../src/captions/dates.ts'
import { captionLanguages } from '../../src/captions/languages/index.ts'
import { normaliseCaption } from '../../src/captions/normalise.ts'

const dates = (raw: string): unknown => normaliseCaption(raw).dates

describe('a date is one date in every order and language', () => {
  it.each([
    'A boat in Larkhill, Nov. 28, 2017',
    'A boat in Larkhill on November 28, 2017',
    'A boat in Larkhill on 28 November 2017',
    'A boat in Larkhill on 28th November 2017',
    'Ein Boot liegt am 28. November 2017 in Larkhill',
    'Ein Boot liegt am 28.11.2017 in Larkhill',
    'Un bateau dans le port de Larkhill, le 28 novembre 2017',
    'Un barco en el puerto de Larkhill, el 28 de noviembre de 2017',
    'Una barca nel porto di Larkhill, il 28 novembre 2017',
    'Um barco no porto de Larkhill, em 28 de novembro de 2017',
    'Een boot in de haven van Larkhill op 28 november 2017',
    'En båt i hamnen i Larkhill den 28 november 2017',
    'Vene Larkhillin satamassa 28. marraskuuta 2017',
    'Лодка в порту 28 ноября 2017 года',
    'Ένα σκάφος στο λιμάνι στις 28 Νοεμβρίου 2017',
    '2017年11月28日、港の船',
    '2017년 11월 28일 항구의 배',
    'A boat in Larkhill 2017-11-28',
  ])('%s', (raw) => {
    expect(dates(raw)).toEqual([{ year: 2017, month: 11, day: 28 }])
  })

  it('keeps what is not said open', () => {
    expect(dates('A boat in Larkhill, Nov. 28')).toEqual([{ month: 11, day: 28 }])
    expect(dates('A boat in Larkhill in November 2017')).toEqual([{ year: 2017, month: 11 }])
    expect(dates('Tourists may march in Larkhill')).toEqual([])
  })
})

describe('two captions conflict', () => {
  const conflict = (a: string, b: string): boolean =>
    dateConflict(normaliseCaption(a), normaliseCaption(b)) !== undefined

  it('when each has a date the other cannot match', () => {
    expect(conflict('A boat, Nov. 28, 2017', 'A boat, 29 November 2017')).toBe(true)
    expect(conflict('A boat, Nov. 28, 2017', 'A boat, Nov. 28')).toBe(false)
    expect(conflict('A boat, Nov. 28, 2017', 'A boat')).toBe(false)
  })

  it('when a weekday is not that of the date', () => {
    expect(conflict('A boat, Nov. 28, 2017', 'A boat on Tuesday')).toBe(false)
    expect(conflict('A boat, Nov. 28, 2017', 'A boat on Wednesday')).toBe(true)
  })
})

describe('the calendar', () => {
  it('knows weekdays, before and after leap days', () => {
    for (const [year, month, day] of [
      [2017, 11, 28],
      [2000, 2, 29],
      [1900, 3, 1],
      [2024, 12, 31],
    ] as const) {
      expect(weekdayOf({ year, month, day })).toBe(new Date(Date.UTC(year, month - 1, day)).getUTCDay())
    }
  })

  it.each(Object.entries(captionLanguages))('has twelve months and seven days: %s', (_, words) => {
    expect(words.months.split(' ')).toHaveLength(12)
    expect(words.weekdays.split(' ')).toHaveLength(7)
  })
})

describe('the words of captions', () => {
  it.each(Object.entries(captionLanguages))('are paired and folded: %s', (_, words) => {
    for (const list of [words.opposites, words.numbers, words.shortForms]) {
      for (const pair of list.split(' ').filter((entry) => entry !== '')) expect(pair).toMatch(/^[^|]+\|[^|]+$/u)
    }
    for (const list of Object.values(words) as string[]) expect(list).toBe(list.toLowerCase())
  })
})
