import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mergeFamilies, splitFamily } from '../../src/store/families/decisions.ts'
import { rekeyCaptions } from '../../src/store/families/rekey.ts'
import { openNewsroom, rulesOfTomorrow } from './newsroom.ts'
import type { Newsroom } from './newsroom.ts'

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(() => room.close())
beforeEach(() => room.clear())

const decision = { by: 'I. Brandvold', reason: 'two frames of one event' }
const short = 'Fans of the Ellery Gulls cheer after the last goal of the spring final in Port Ellery, Oregon.'
const long =
  'Fans of the Ellery Gulls cheer after the last goal of the spring final in Port Ellery, Oregon, Sunday, May 5, 2024. (AP Photo/Tomas Reed)'
const other = 'The harbour of Port Ellery at a standstill, with idle cranes in the evening light of a long strike.'

async function print(...raws: string[]): Promise<number[]> {
  const ids: number[] = []
  for (const raw of raws) ids.push(await room.print({ raw }))
  await room.relate()
  return ids
}
const split = async (of: number, ...captions: number[]) =>
  splitFamily(room.pool, (await room.familyOf(of)).id, captions, decision, room.rules)
const merge = async (a: number, b: number) =>
  mergeFamilies(room.pool, (await room.familyOf(a)).id, (await room.familyOf(b)).id, decision, room.rules)

/** Everything is keyed anew, by rules that read the same words. */
async function rekey(version: number): Promise<void> {
  const rules = rulesOfTomorrow(version)
  while ((await rekeyCaptions(room.pool, rules, 3)) > 0);
  await room.relate(rules)
}

describe('a split by hand', () => {
  it('holds for another wording, is linked, remembered, and says who made it', async () => {
    const [a, b, c] = await print(long, short, long)
    expect(await room.families()).toEqual([[a, b, c]])
    expect(await split(a!, b!)).toEqual({ kind: 'split', captions: [b] })
    expect(await room.families()).toEqual([[a, c], [b]])
    const family = await room.familyOf(b!)
    expect(family.related).toEqual([(await room.familyOf(a!)).id])
    const { rows } = await room.pool.query('SELECT kind, made_by, reason FROM wire.caption_decisions')
    expect(rows).toEqual([{ kind: 'split', made_by: decision.by, reason: decision.reason }])
  })

  it('holds for equal words', async () => {
    const [a, b, c] = await print(long, long, long)
    await split(a!, b!)
    expect(await room.families()).toEqual([[a, c], [b]])
  })

  it('holds for what arrives later: a richer text takes one side only', async () => {
    const [a, b] = await print(long, short)
    await split(a!, b!)
    const [late] = await print(short)
    expect(await room.families()).toEqual([[a], [b, late]])
    const richer = long.replace('cheer after', 'cheer loudly in the rain after')
    await print(richer)
    const [left, right] = [await room.familyOf(a!), await room.familyOf(b!)]
    expect(left.id).not.toBe(right.id)
  })

  it('survives a re-key, and a second one, whatever comes first', async () => {
    const [a, b, c] = await print(long, short, long)
    await split(a!, b!, c!)
    const before = await room.families()
    expect(before).toEqual([[a], [b, c]])
    const ids = [await room.familyOf(a!), await room.familyOf(b!)].map((family) => family.id)
    await rekey(101)
    expect(await room.families()).toEqual(before)
    await rekey(102)
    expect(await room.families()).toEqual(before)
    expect([await room.familyOf(a!), await room.familyOf(b!)].map((family) => family.id)).toEqual(ids)
  })

  it('ends with a merge by hand, and the merge with the next split', async () => {
    const [a, b] = await print(long, short)
    await split(a!, b!)
    expect(await merge(a!, b!)).toEqual({ kind: 'merged', family: (await room.familyOf(a!)).id })
    expect(await room.families()).toEqual([[a, b]])
    await split(a!, b!)
    expect(await room.families()).toEqual([[a], [b]])
  })

  it('refuses captions that are not in the family, all of it, and a family that is not there', async () => {
    const [a, b] = await print(long, other)
    expect(await split(a!, b!)).toEqual({ kind: 'strangers', captions: [b] })
    expect(await split(a!, a!)).toEqual({ kind: 'nothing-left' })
    expect(await splitFamily(room.pool, 4711, [a!], decision, room.rules)).toEqual({ kind: 'no-such-family' })
  })
})

describe('a merge by hand', () => {
  it('brings whole families together under the lowest number, for good', async () => {
    const [a, b, c] = await print(other, long, short)
    const first = (await room.familyOf(a!)).id
    expect(await merge(b!, a!)).toEqual({ kind: 'merged', family: first })
    expect(await room.families()).toEqual([[a, b, c]])
    const [late] = await print(short)
    expect(await room.families()).toEqual([[a, b, c, late]])
    await rekey(101)
    expect(await room.families()).toEqual([[a, b, c, late]])
    expect((await room.familyOf(late!)).id).toBe(first)
  })

  it('refuses site furniture', async () => {
    const text = 'Sign up here for the daily harbour newsletter and never miss a ship again this year.'
    const furniture: number[] = []
    for (const story of ['1', '2', '3']) furniture.push(await room.print({ raw: text, story, outlet: 'paper.example' }))
    const [a] = await print(long)
    expect(await merge(a!, furniture[0]!)).toMatchObject({ kind: 'no-caption' })
  })
})
