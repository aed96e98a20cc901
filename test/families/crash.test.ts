import { afterAll, beforeAll, expect, it } from 'vitest'
import { startChild } from '../support/child.ts'
import { inventedCaptions, openNewsroom } from './newsroom.ts'
import type { Newsroom } from './newsroom.ts'

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(() => room.close())

const captions = [...new Set(inventedCaptions())].slice(0, 40)

it('a worker killed in mid batch loses nothing: the families are those of a worker that was left alone', async () => {
  for (const raw of captions) await room.print({ raw })
  await room.relate()
  const expected = await room.families()
  const count = async (table: string) => (await room.pool.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n
  const first = expected.flat().length

  await room.clear()
  for (const raw of captions) await room.print({ raw })
  const child = startChild(new URL('relate-child.ts', import.meta.url), [room.url])
  await child.message((message): message is string => message === 'in mid batch')
  expect(await child.kill('SIGKILL')).toBe('SIGKILL')
  expect(await count('wire.captions_waiting')).toBe(captions.length)
  // the lease of the dead worker is over
  await room.pool.query(`UPDATE wire.captions_waiting SET claimed_until = now() - interval '1 second'`)
  await room.relate()
  const shift = (await room.families())[0]![0]! - expected[0]![0]!
  const families = await room.families()
  expect(families.map((family) => family.map((id) => id - shift))).toEqual(expected)
  expect(families.flat()).toHaveLength(first)
  expect(await count('wire.captions_waiting')).toBe(0)
}, 60_000)

it('what is refused alone rests, and its neighbours go through', async () => {
  await room.clear()
  const bad = await room.print({ raw: 'A caption that the database will not take, whatever is said of it in here.' })
  const good = await room.print({ raw: captions[0]! })
  await room.pool.query(`ALTER TABLE wire.caption_forms ADD CONSTRAINT refused CHECK (raw NOT LIKE '%will not take%')`)
  await expect(room.relate()).rejects.toMatchObject({ code: 'store.rejected' })
  await room.relate()
  expect(await room.families()).toEqual([[good]])
  const { rows } = await room.pool.query(
    `SELECT caption_id AS id FROM wire.captions_waiting WHERE claimed_until > now()`,
  )
  expect(rows).toEqual([{ id: bad }])
  await room.pool.query(`ALTER TABLE wire.caption_forms DROP CONSTRAINT refused`)
})
