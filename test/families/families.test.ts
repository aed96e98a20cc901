import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findFamiliesByText } from '../../src/store/families/read.ts'
import { openNewsroom } from './newsroom.ts'
import type { Newsroom, Print } from './newsroom.ts'

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(() => room.close())
beforeEach(() => room.clear())

async function printed(...prints: (Print | string)[]): Promise<number[]> {
  const ids: number[] = []
  for (const print of prints) ids.push(await room.print(typeof print === 'string' ? { raw: print } : print))
  await room.relate()
  return ids
}

const speech =
  'Mayor Lena Hartwick speaks with dock workers during a strike in Port Ellery, Oregon, Tuesday, March 12, 2024.'
const credit = '(AP Photo/Tomas Reed)'

describe('captions of different stories', () => {
  it('are one caption when their words are the same, whatever the credit looks like', async () => {
    const ids = await printed(`${speech} ${credit}`, speech, `Image 3 of 9 ${speech} (Reed/AP)`)
    expect(await room.families()).toEqual([ids])
    expect(await room.familyOf(ids[0]!)).toMatchObject({
      credit: 'AP Photo/Tomas Reed',
      stories: 3,
      outlets: 3,
      furniture: false,
    })
  })

  it('are one caption when the richer holds all of the other', async () => {
    const [short, long] = await printed(
      'Mayor Lena Hartwick speaks with dock workers during a strike in Port Ellery, Oregon.',
      `${speech} ${credit}`,
    )
    expect(await room.families()).toEqual([[short, long]])
    expect(await room.familyOf(short!)).toMatchObject({
      text: speech,
      relation: 'contained',
      reasons: 'the same words in another form',
    })
    expect(await room.familyOf(long!)).toMatchObject({ relation: 'first' })
  })

  it('find each other however many captions came in between', async () => {
    const nextForm = `SELECT setval(pg_get_serial_sequence('wire.caption_forms', 'id'), $1)`
    const short = 'Mayor Lena Hartwick speaks with dock workers during a strike in Port Ellery, Oregon.'
    const [first] = await printed(short)
    await room.pool.query(nextForm, [3 * 131_072])
    const [second] = await printed(`${speech} ${credit}`)
    expect(await room.families()).toEqual([[first, second]])
    const { rows } = await room.pool.query('SELECT count(DISTINCT segment)::int AS n FROM wire.caption_shingles')
    expect(rows[0].n).toBe(2)
    const found = await findFamiliesByText(room.pool, short, room.rules)
    expect(found.map(({ comparison }) => comparison.relation)).toEqual(['exact'])
    // and the richer one alone, when the shorter one takes other words
    await room.revise(first!, 'Rescue boats leave the harbour of Port Ellery in heavy fog on Sunday morning.')
    await room.relate()
    expect(await room.families()).toEqual([[first], [second]])
  })

  it('are linked and never merged when a fact differs', async () => {
    const [one, other] = await printed(
      `${speech} ${credit}`,
      `${speech.replace('speaks with', 'argues with')} ${credit}`,
    )
    expect(await room.families()).toEqual([[one], [other]])
    const [family, twin] = [await room.familyOf(one!), await room.familyOf(other!)]
    expect(family.related).toEqual([twin.id])
    expect(twin.related).toEqual([family.id])
  })

  it('need eight words with weight, or an agreeing agency, photographer or day', async () => {
    const short = 'Dock workers march in Port Ellery'
    const bare = await printed(short, short)
    expect(await room.families()).toEqual(bare.map((id) => [id]))
    await room.clear()
    const credited = await printed(`${short}. ${credit}`, `${short}. (AP Photo/Tomas Reed)`)
    expect(await room.families()).toEqual([credited])
    await room.clear()
    const dated = await printed(`${short}, March 12, 2024.`, `${short}, 12 March 2024`)
    expect(await room.families()).toEqual([dated])
  })

  it('of two photographers are two pictures while the words are few', async () => {
    const ids = await printed(
      'Dock workers march in Port Ellery. (AP Photo/Tomas Reed)',
      'Dock workers march in Port Ellery. (AP Photo/Ida Brandvold)',
    )
    expect(await room.families()).toEqual(ids.map((id) => [id]))
  })

  it('under one picture are one caption, whatever the text', async () => {
    const mediaUri = 'https://assets.apnews.com/3f/2a/0123456789abcdef0123456789abcdef/preview.jpg'
    const twin = 'ap:0123456789abcdef0123456789abcdef'
    const ids = await printed(
      { raw: `${speech} ${credit}`, mediaUri },
      { raw: 'The harbour of Port Ellery at a standstill, with cranes in the evening light.', mediaUri: twin },
    )
    expect(await room.families()).toEqual([ids])
    expect(await room.familyOf(ids[1]!)).toMatchObject({
      relation: 'version',
      reasons: expect.stringContaining('the same picture asset:0123456789abcdef0123456789abcdef'),
    })
  })

  it('a picture under which too many texts stand vouches for none', async () => {
    const mediaUri = 'urn:newsml:gallery.example:20240312:1'
    const things = 'anvil brook candle drawer engine ferry garden hammer island jacket kettle ladder mirror needle'
    const ids = await printed(
      ...things.split(' ').map((thing) => ({
        raw: `An old ${thing} found by ${thing} collectors near the ${thing} museum of a small ${thing} town.`,
        mediaUri,
      })),
    )
    expect(await room.families()).toEqual(ids.map((id) => [id]))
  })

  it('a plain address is no picture: two sites may use it for any photo', async () => {
    const mediaUri = 'https://paper.example/images/placeholder.jpg'
    const ids = await printed(
      { raw: `${speech} ${credit}`, mediaUri },
      { raw: 'The harbour of Port Ellery at a standstill, with cranes in the evening light.', mediaUri },
    )
    expect(await room.families()).toEqual(ids.map((id) => [id]))
  })

  it('take the best family and not the first', async () => {
    const [long, exact, late] = await printed(
      'A ferry leaves Port Ellery for the northern islands on a clear morning, with commuters waving from the upper deck.',
      'A ferry leaves Port Ellery for the southern islands on a clear morning.',
      'A ferry leaves Port Ellery for the southern islands on a clear morning. (Tomas Reed/AP)',
    )
    expect(await room.families()).toEqual([[long], [exact, late]])
  })

  it('a headline or a teaser under a picture is no caption', async () => {
    const ids = await printed({ raw: speech, role: 'teaser' }, speech)
    expect(await room.families()).toEqual(ids.map((id) => [id]))
  })
})

describe('a richer text that comes late', () => {
  it('joins families under the lowest number, and the record says so', async () => {
    const head = 'Mayor Lena Hartwick speaks with dock workers during a long strike in the harbour of Port Ellery.'
    const [idle, out] = ['Cranes have stood idle for nine days.', 'Crews walked out over the night shifts in spring.']
    const [left, right] = [`${head} ${idle}`, `${head} ${out}`]
    const [a] = await printed(left)
    const [b] = await printed(right)
    const before = [await room.familyOf(a!), await room.familyOf(b!)]
    expect(before[0]!.id).not.toBe(before[1]!.id)
    const [c] = await printed(`${head} ${idle} ${out}`)
    expect(await room.families()).toEqual([[a, b, c]])
    for (const id of [a, b, c]) expect((await room.familyOf(id!)).id).toBe(before[0]!.id)
    const { rows } = await room.pool.query('SELECT id, merged_into, merge_reason FROM wire_v1.caption_merges')
    expect(rows).toEqual([
      { id: before[1]!.id, merged_into: before[0]!.id, merge_reason: expect.stringContaining('one text holds both') },
    ])
  })
})

describe('site furniture', () => {
  const text = 'Sign up here for the daily harbour newsletter and never miss a ship again this year.'
  const on = (story: string, raw = text) => ({ raw, story, outlet: 'paper.example' })

  it('is a text without credit on three stories of one outlet; it is flagged and never joins', async () => {
    const [a, b] = await printed(on('1'), on('2'))
    expect((await room.familyOf(a!)).furniture).toBe(false)
    const [c, elsewhere] = await printed(on('3'), { raw: text, outlet: 'other.example' })
    for (const id of [a, b, c]) expect(await room.familyOf(id!)).toMatchObject({ furniture: true, stories: 3 })
    expect(await room.familyOf(elsewhere!)).toMatchObject({ furniture: false, stories: 1 })
    const { rows } = await room.pool.query('SELECT id FROM wire_v1.caption_families')
    expect(rows).toHaveLength(1)
    const { rows: shown } = await room.pool.query('SELECT id FROM wire_v1.captions WHERE furniture ORDER BY id')
    expect(shown.map((row) => row.id)).toEqual([a, b, c])
  })

  it('is a caption again when a story drops it', async () => {
    const [a, b, c] = await printed(on('1'), on('2'), on('3'))
    await room.revise(c!, speech)
    await room.relate()
    expect(await room.familyOf(a!)).toMatchObject({ furniture: false, stories: 2 })
    expect(await room.families()).toEqual([[a, b], [c]])
  })

  it('a credited text may stand on any number of stories', async () => {
    const ids = await printed(...['1', '2', '3', '4'].map((story) => on(story, `${speech} ${credit}`)))
    expect(await room.families()).toEqual([ids])
    expect((await room.familyOf(ids[0]!)).furniture).toBe(false)
  })
})

describe('a caption that a later revision changes', () => {
  it('is compared again and keeps the number of its family', async () => {
    const [id] = await printed(speech)
    const before = await room.familyOf(id!)
    const other = 'Commuters wait for the first ferry after the storm in the old harbour of Port Ellery.'
    const [twin] = await printed(`${other} ${credit}`)
    await room.revise(id!, `${speech.replace('a strike', 'a long strike')} ${credit}`)
    await room.relate()
    expect(await room.familyOf(id!)).toMatchObject({ id: before.id, text: expect.stringContaining('long strike') })
    await room.revise(id!, other)
    await room.relate()
    expect(await room.families()).toEqual([[id, twin]])
    const { rows } = await room.pool.query('SELECT count(*)::int AS n FROM wire.caption_forms')
    expect(rows[0].n).toBe(1)
  })
})
