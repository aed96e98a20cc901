import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom } from '../families/newsroom.ts'
import type { Newsroom } from '../families/newsroom.ts'
import { run } from './program.ts'

let room: Newsroom
const verb = (...args: string[]) => run(['captions', ...args], { database: room.url })
const text = 'Mayor Lena Hartwick speaks with dock workers during a strike in Port Ellery, Oregon, March 12, 2024.'
const other = 'The harbour of Port Ellery at a standstill, with idle cranes in the evening light of a long strike.'
let ids: number[]

beforeAll(async () => {
  room = await openNewsroom()
  ids = [
    await room.print({ raw: `${text} (AP Photo/Tomas Reed)`, outlet: 'gazette.example', story: 'strike' }),
    await room.print({ raw: `Image 1 of 9 ${text}`, outlet: 'courier.example', story: 'strike' }),
    await room.print({ raw: other, outlet: 'courier.example', story: 'harbour' }),
  ]
  await room.relate()
})
afterAll(() => room.close())

describe('writethru captions compare', () => {
  it('says the relation of two texts and why, without a database', async () => {
    const answer = await run(['captions', 'compare', text, `FILE - ${text}`], {
      database: 'postgres://nobody@127.0.0.1:1/x',
    })
    expect(answer).toMatchObject({ code: 0, err: '' })
    expect(answer.out).toMatch(/in one story +exact.*: equal words and dates/)
  })

  it('says when two captions are too short to be one across stories', async () => {
    const answer = await verb('compare', 'Fans cheer after the final.', 'Fans cheer after the final', '--json')
    expect(answer.json()).toMatchObject({
      relation: 'exact',
      acrossStories: { relation: 'related', reasons: ['equal words and dates', 'too short to be sure across stories'] },
    })
  })

  it('takes families by number', async () => {
    const [a, b] = [await room.familyOf(ids[0]!), await room.familyOf(ids[2]!)]
    const answer = await verb('compare', String(a.id), String(b.id), '--json')
    expect(answer.json()).toMatchObject({ a: { text, agencies: ['AP'] }, b: { text: other } })
  })
})

describe('writethru captions show', () => {
  it('shows stories, outlets, credit, every mention and how it was attached', async () => {
    const { id } = await room.familyOf(ids[0]!)
    const answer = await verb('show', String(id))
    expect(answer).toMatchObject({ code: 0, err: '' })
    expect(answer.out).toMatch(/credit +AP Photo\/Tomas Reed/)
    expect(answer.out).toMatch(/stands in +2 stories of 2 outlets/)
    expect(answer.out).toContain(`caption ${ids[1]!}`)
    expect(answer.out).toContain('Image 1 of 9')
    expect(answer.out).toContain('https://gazette.example/strike')
    expect(answer.out).not.toContain('\u001b')
  })

  it('finds a caption by a text', async () => {
    const { id } = await room.familyOf(ids[0]!)
    const answer = await verb('show', text.slice(0, 80), '--json')
    expect(answer.json()).toMatchObject({ id, found: { relation: 'contained' }, stories: 2 })
    expect((await verb('show', 'Nothing of the kind was ever printed here at all')).code).toBe(3)
    expect((await verb('show', '4711')).code).toBe(3)
  })
})

describe('writethru captions split and merge', () => {
  it('are done at once, remembered with name and reason, and shown', async () => {
    const { id } = await room.familyOf(ids[0]!)
    const split = await verb('split', String(id), String(ids[1]), '--by', 'I. Brandvold', '--reason', 'another frame')
    expect(split).toMatchObject({ code: 0, err: '' })
    const apart = await room.familyOf(ids[1]!)
    expect(apart.id).not.toBe(id)
    expect((await verb('show', String(id))).out).toMatch(
      /By hand: caption \d+ split from .* by I\. Brandvold .*: another frame/,
    )
    const merged = await verb('merge', String(apart.id), String(id), '--json')
    expect(merged.json()).toEqual({ family: id })
    expect((await room.familyOf(ids[1]!)).id).toBe(id)
    expect((await verb('show', String(apart.id), '--json')).json()).toMatchObject({ id, absorbed: [{ id: apart.id }] })
  })

  it('refuse what is no number, not there, or not in the family, and change nothing', async () => {
    const { id } = await room.familyOf(ids[0]!)
    for (const args of [
      ['split', String(id), String(ids[2])],
      ['split', String(id), 'all'],
      ['split', '4711', String(ids[0])],
      ['merge', String(id), String(id)],
      ['merge', String(id), '4711'],
    ]) {
      const answer = await verb(...args)
      expect(answer, args.join(' ')).toMatchObject({ code: 3, out: '' })
    }
    expect((await room.familyOf(ids[0]!)).stories).toBe(2)
  })
})

describe('writethru captions rekey', () => {
  it('says how far captions are, and brings them there', async () => {
    expect((await verb('rekey', '--status', '--json')).json()).toMatchObject({ captionsLeft: 0, waiting: 0 })
    await room.pool.query('UPDATE wire.captions SET normaliser_version = 0')
    expect((await verb('rekey', '--status')).out).toMatch(/3 captions and 0 wordings keyed by rules before version/)
    expect((await verb('rekey')).out).toMatch(/All captions are keyed by version \d+ of the rules/)
  })
})

describe('writethru story', () => {
  it('says which caption it is across stories, and how many other outlets printed it', async () => {
    await room.pool.query('UPDATE wire.stories SET current_revision = 1')
    const { id } = await room.familyOf(ids[0]!)
    const answer = await run(['story', 'https://gazette.example/strike'], { database: room.url })
    expect(answer).toMatchObject({ code: 0, err: '' })
    expect(answer.out).toMatch(new RegExp(`family +${id}, also printed by 1 other outlet\\n`))
    const alone = await run(['story', 'https://courier.example/harbour', '--json'], { database: room.url })
    expect(alone.out).toMatch(/"otherOutlets": ?0/)
  })

  it('says that a text of the site is no caption', async () => {
    const raw = 'Sign up here for the daily harbour newsletter and never miss a ship again this year.'
    for (const story of ['one', 'two', 'three']) await room.print({ raw, story, outlet: 'herald.example' })
    await room.relate()
    await room.pool.query('UPDATE wire.stories SET current_revision = 1')
    const answer = await run(['story', 'https://herald.example/two'], { database: room.url })
    expect(answer.out).toMatch(/family +\d+, a text of the site and no caption/)
  })
})
