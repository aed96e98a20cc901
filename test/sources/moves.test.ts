import { describe, expect, it } from 'vitest'
import { addressToAsk, movesAfter } from '../../src/sources/http-feed/moves.ts'
import { noon } from './poll-context.ts'

const answer = (movedTo?: string) => ({
  status: 200,
  headers: new Map<string, string>(),
  bytes: Buffer.from(''),
  url: 'x',
  ...(movedTo === undefined ? {} : { movedTo }),
})
const cursor = { url: 'https://courier.example/feed' }

describe('permanent redirects', () => {
  it('to another host count like any other', () => {
    const to = 'https://feeds.harbour.example/courier'
    let moves = movesAfter(cursor, cursor.url, answer(to), noon)
    moves = movesAfter({ ...cursor, ...moves }, cursor.url, answer(to), noon)
    expect(moves).toEqual({ moving: { to, sights: 2 } })
    moves = movesAfter({ ...cursor, ...moves }, cursor.url, answer(to), noon)
    expect(moves).toMatchObject({ movedTo: to })
    expect(addressToAsk({ ...cursor, ...moves }, noon)).toBe(to)
  })

  it('from https down to http are never believed', () => {
    const moving = { to: 'http://courier.example/feed', sights: 9 }
    expect(movesAfter({ ...cursor, moving }, cursor.url, answer(moving.to), noon)).toEqual({})
  })

  it('that pause begin again: three sights in a row, not three in a year', () => {
    const moving = { to: 'https://courier.example/new', sights: 2 }
    expect(movesAfter({ ...cursor, moving }, cursor.url, answer(), noon)).toEqual({})
  })
})
