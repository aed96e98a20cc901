import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { file } from '../ops/wire.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { relateAll } from './related.ts'
import { copy, paragraphs, story } from './stories.ts'

const record = 'urn:newsml:nordwire.example:20260310:dredging'

let database: TestDatabase
let pool: Pool
beforeEach(async () => {
  database = await openTestDatabase()
  pool = openPool(database.url, { max: 4 })
})
afterEach(async () => {
  await pool?.end()
  await database?.drop()
})

async function take(...documents: readonly string[]): Promise<void> {
  for (const document of documents) await file(pool, [document])
  await relateAll(pool)
}

const read = async (sql: string) => (await pool.query(sql)).rows
const members = () => read(`SELECT uri FROM wire_v1.stories WHERE copy_group IS NOT NULL ORDER BY copy_place`)
const once = async () => (await read('SELECT uri FROM wire_v1.one_per_group ORDER BY uri')).map((row) => row.uri)

describe('readers of wire_v1', () => {
  it('find the copies of a story, the agency’s own record first, however late it came', async () => {
    await take(copy('tribune'), copy('courier', { paragraphs: paragraphs.slice(0, 4) }), story())
    expect(
      await read('SELECT uri, copy_place, copy_relation, copies FROM wire_v1.stories ORDER BY copy_place'),
    ).toEqual([
      { uri: record, copy_place: 1, copy_relation: 'canonical', copies: 2 },
      { uri: 'https://www.tribune.example/news/dredging', copy_place: 2, copy_relation: 'same-copy', copies: 2 },
      { uri: 'https://www.courier.example/news/dredging', copy_place: 3, copy_relation: 'same-copy', copies: 2 },
    ])
    expect(await read('SELECT members, outlets, canonical_reason, closed, headline FROM wire_v1.copy_groups')).toEqual([
      {
        members: 3,
        outlets: ['courier.example', 'nordwire.example', 'tribune.example'],
        canonical_reason: 'the own record of nordwire',
        closed: null,
        headline: 'Port Ellery to dredge its channel',
      },
    ])
    expect(await once()).toEqual([record])
  })

  it('see how much of each is in the other, where, and why', async () => {
    await take(story(), copy('courier', { paragraphs: paragraphs.slice(0, 5) }))
    const [row] = await read(
      `SELECT c.*, s.body_text, o.body_text AS other_text FROM wire_v1.copies c
       JOIN wire_v1.stories s ON s.id = c.story_id JOIN wire_v1.stories o ON o.id = c.other_story
       WHERE c.other_outlet = 'nordwire.example'`,
    )
    expect(row).toMatchObject({ relation: 'same-copy', own_part: 1 })
    expect(row.other_part).toBeLessThan(0.6)
    expect(row.reasons).toEqual(['100 % of the shorter text stands in the longer', 'both are of nordwire'])
    const [from, to, otherFrom, otherTo] = row.passages[0]
    expect(row.body_text.slice(from, to)).toMatch(/^The harbour board .* of the bill$/s)
    expect(row.other_text.slice(otherFrom, otherTo)).toBe(row.body_text.slice(from, to))
  })

  it('are warned of a copy whose story was killed, and of no other', async () => {
    await take(story(), copy('tribune'), copy('courier', { uri: 'https://courier.example/other', paragraphs: other }))
    expect(await read('SELECT uri FROM wire_v1.stories WHERE copy_closed IS NOT NULL')).toEqual([])
    await take(story({ version: '2', pubstatus: 'canceled', body_html: '', headline: 'KILL' }))
    expect(await read('SELECT uri, copy_closed FROM wire_v1.publishable ORDER BY uri')).toEqual([
      { uri: 'https://courier.example/other', copy_closed: null },
      { uri: 'https://www.tribune.example/news/dredging', copy_closed: 'canceled' },
    ])
    expect(await read('SELECT closed FROM wire_v1.copy_groups')).toEqual([{ closed: 'canceled' }])
    expect(await once()).toEqual(['https://courier.example/other', 'https://www.tribune.example/news/dredging'])
  })

  it('are warned as well when the kill came before the story', async () => {
    const kill = story({ version: '2', pubstatus: 'canceled', body_html: '', headline: 'KILL' })
    await take(kill, copy('tribune'))
    expect(await members()).toEqual([])
    await take(story())
    expect(await read(`SELECT uri, copy_closed FROM wire_v1.publishable`)).toEqual([
      { uri: 'https://www.tribune.example/news/dredging', copy_closed: 'canceled' },
    ])
  })

  it('see a story leave its group with its words, and come back with them', async () => {
    await take(story(), copy('tribune'))
    expect(await members()).toHaveLength(2)
    await take(copy('tribune', { version: '2', paragraphs: other }))
    expect(await members()).toEqual([])
    expect(await read('SELECT * FROM wire_v1.copy_groups')).toEqual([])
    expect(await once()).toHaveLength(2)
    await take(copy('tribune', { version: '3', paragraphs: paragraphs.slice(1) }))
    expect(await members()).toHaveLength(2)
  })

  it('lose a story that has become an advisory from its group', async () => {
    await take(story(), copy('tribune'), copy('courier'))
    await take(copy('courier', { version: '2', headline: 'ADVISORY', slugline: 'Coverage Advisory' }))
    expect((await members()).map((row) => row.uri)).not.toContain('https://www.courier.example/news/dredging')
    expect(await members()).toHaveLength(2)
  })

  it('never find two stories of one outlet in a group because they begin alike', async () => {
    await take(
      story(),
      story({
        uri: 'urn:newsml:nordwire.example:20260310:fees',
        paragraphs: [...paragraphs.slice(0, 6), ...other.slice(0, 4)],
      }),
    )
    expect(await members()).toEqual([])
    expect(await read('SELECT DISTINCT relation FROM wire_v1.copies')).toEqual([{ relation: 'version' }])
  })

  it('are not misled by what an outlet prints under every story', async () => {
    const under = [
      'The Tribune is written, printed and delivered by forty people between the two rivers, and whoever values reporting from the valley can take a subscription from nine crowns a month at the counter in Mill Street.',
      'Subscribers also receive the weekend supplement, every crossword since the paper was founded, and a seat at the yearly supper of the editors in the market hall, where the soup is always too hot.',
    ]
    const short = [paragraphs[0]!, other[0]!, other[3]!, paragraphs[6]!]
    const documents = short.map((text, at) =>
      copy('tribune', {
        uri: `https://www.tribune.example/${at}`,
        headline: `Story ${at}`,
        paragraphs: [text, ...under],
      }),
    )
    await take(...documents.slice(0, 2))
    expect(await members()).toEqual([])
    await take(...documents.slice(2), copy('courier', { paragraphs: [other[5]!, ...under], headline: 'Elsewhere' }))
    expect(await members()).toEqual([])
    expect(await read('SELECT * FROM wire_v1.copies')).toEqual([])
  })

  it('find the page of a story by the id in its canonical address', async () => {
    const id = '0f3c5d7e9a1b4c6d8e0f2a4b6c8d0e1f'
    await take(
      story({ uri: `urn:newsml:nordwire.example:20260310:${id}`, paragraphs: paragraphs.slice(0, 6) }),
      copy('tribune', {
        uri: `https://www.tribune.example/article/dredging-${id}`,
        infosources: [],
        creditline: '',
        paragraphs: [...other.slice(0, 3), ...paragraphs.slice(2, 4), ...other.slice(3)],
      }),
    )
    expect(await members()).toHaveLength(2)
  })
})

const other = [
  'Quillsbury opened its covered market on Saturday with a brass band, two goats and a speech that lasted four minutes.',
  'The roof of cedar and glass took six years to build; its architect, Petra Wain, had asked for three.',
  'Stall number 7 was let to a baker from Thornby who sells nothing but rye, and sold out before ten in the morning.',
  'Not everybody was pleased: the residents of Candle Lane complained of lorries that turn beneath their bedrooms at five.',
  'The town wants to count the visitors for a month and then decide whether the street is to be closed to traffic.',
  'Admission to the gallery above the stalls is free until the end of April, said the manager, Kit Aldane.',
]
