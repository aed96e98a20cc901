import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readRekeyState, rekeyCaptions } from '../../src/store/families/rekey.ts'
import { openNewsroom, rulesOfTomorrow } from './newsroom.ts'
import type { Newsroom } from './newsroom.ts'

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(() => room.close())
beforeEach(() => room.clear())

const rules = rulesOfTomorrow(101)
const texts = [
  'Commuters wait for the first shuttle boat after the storm in the old harbour of Port Ellery.',
  'Commuters wait for the first ferry after the storm in the old harbour of Port Ellery.',
  'Mayor Lena Hartwick speaks with dock workers during a strike in Port Ellery, Oregon, March 12, 2024. (AP Photo/Tomas Reed)',
  'Mayor Lena Hartwick speaks with dock workers during a strike in Port Ellery, Oregon.',
]

describe('a change of the rules', () => {
  it('keys everything anew in small steps, joins what is one by the new rules, and leaves nothing behind', async () => {
    const ids: number[] = []
    for (const raw of texts) ids.push(await room.print({ raw }))
    await room.relate()
    const numbers = new Set((await Promise.all(ids.map((id) => room.familyOf(id)))).map((family) => family.id))
    expect(await readRekeyState(room.pool, 101)).toMatchObject({ captionsLeft: 4, wordingsLeft: 4, waiting: 0 })
    let steps = 0
    while ((await rekeyCaptions(room.pool, rules, 1)) > 0) steps++
    expect(steps).toBe(4)
    await room.relate(rules, 1)
    expect(await readRekeyState(room.pool, 101)).toEqual({
      version: 101,
      captionsLeft: 0,
      wordingsLeft: 0,
      waiting: 0,
    })
    const [a, b, c, d] = ids
    expect(await room.families()).toEqual([
      [a, b],
      [c, d],
    ])
    for (const id of ids) expect(numbers).toContain((await room.familyOf(id)).id)
    for (const table of ['caption_shingles', 'caption_pictures']) {
      const { rows } = await room.pool.query(
        `SELECT count(*)::int AS n FROM wire.${table} WHERE form_id NOT IN (SELECT id FROM wire.caption_forms)`,
      )
      expect(rows[0].n).toBe(0)
    }
  })

  it('lets what arrives meanwhile find captions of the old rules and of the new', async () => {
    const old = await room.print({ raw: texts[2]! })
    const moved = await room.print({ raw: texts[1]! })
    await room.relate()
    await room.pool.query(`UPDATE wire.captions SET normaliser_version = 101 WHERE id = $1`, [old])
    await rekeyCaptions(room.pool, rules, 10)
    await room.relate(rules)
    await room.pool.query(`UPDATE wire.captions SET normaliser_version = 1 WHERE id = $1`, [old])
    const [late, later] = [await room.print({ raw: texts[3]! }), await room.print({ raw: texts[0]! })]
    await room.relate(rules)
    expect(await room.families()).toEqual([
      [old, late],
      [moved, later],
    ])
  })

  it('makes one of two captions of a story that are equal now, and keeps the mentions of both', async () => {
    const on = (raw: string) => room.print({ raw, story: 'ferry', outlet: 'paper.example' })
    const [a, b] = [await on(texts[0]!), await on(texts[1]!)]
    await room.relate()
    expect(await room.families()).toEqual([[a], [b]])
    while ((await rekeyCaptions(room.pool, rules, 10)) > 0);
    await room.relate(rules)
    expect(await room.families()).toEqual([[a]])
    const { rows } = await room.pool.query('SELECT caption_id AS id, raw FROM wire.mentions ORDER BY position')
    expect(rows).toEqual([
      { id: a, raw: texts[0] },
      { id: a, raw: texts[1] },
    ])
    expect(await readRekeyState(room.pool, 101)).toMatchObject({ captionsLeft: 0, wordingsLeft: 0 })
  })

  it('keeps site furniture what it is', async () => {
    const text = 'Sign up here for the daily shuttle boat newsletter and never miss a ship again this year.'
    const ids: number[] = []
    for (const story of ['1', '2', '3']) ids.push(await room.print({ raw: text, story, outlet: 'paper.example' }))
    await room.relate()
    while ((await rekeyCaptions(room.pool, rules, 1)) > 0) {
      await room.relate(rules, 1)
      for (const id of ids) expect((await room.familyOf(id)).furniture).toBe(true)
    }
    expect(await room.families()).toEqual([ids])
  })
})
