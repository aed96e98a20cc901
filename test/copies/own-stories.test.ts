import { describe, expect, it } from 'vitest'
import { compareStories } from '../../src/copies/compare.ts'
import type { CopyStory } from '../../src/copies/story-text.ts'
import { openPool } from '../../src/store/pool.ts'
import { file } from '../ops/wire.ts'
import { openTestDatabase } from '../support/database.ts'
import { readGroups, relateAll } from './related.ts'
import { paragraphs, story } from './stories.ts'

const record = (id: string, headline: string, ...body: readonly string[]): CopyStory => ({
  bodyText: `THORNBY (NDW) — ${body.join('\n\n')}`,
  headline,
  credits: ['Nordwire'],
  names: [id],
  outlet: 'nordwire.example',
  dateline: 'Thornby',
  firstCreated: '2026-03-10T20:00:00Z',
})

/** What an agency writes of each market on one day: a noun and few numbers are other ones. */
const market = (what: string, stalls: number, carts: number, ledgers: number) =>
  record(
    what,
    `After the flood: the ${what} takes stock`,
    `The ${what} at Thornby let in its first customers on Tuesday, with sand still lying in the corners of the yard.`,
    `Helpers swept out ${stalls} stalls and carried what was dry to the loft: scales, two stoves, ${carts} carts and a drum.`,
    'The pumps ran until four in the morning, and the last of the water went back over the wall into the river with a noise that neighbours took for thunder.',
    `What it will cost nobody knew. A first list, written on the lid of a crate, filled ${ledgers} ledgers.`,
  )

/** The same with a long text that goes on unchanged below. */
const guild = (what: string) =>
  record(
    what,
    `The ${what} asks for a hearing`,
    `The ${what} has asked the harbour board of Port Ellery to be heard before it votes, a letter seen on Monday says.`,
    ...paragraphs.slice(0, 6),
  )

const relationOf = (a: CopyStory, b: CopyStory) => [compareStories(a, b).relation, compareStories(b, a).relation]

describe('two stories of one agency under ids of their own', () => {
  it('are told apart by the second of them, not only when a third shows the form', () => {
    expect(relationOf(market('fish market', 19, 7, 3), market('corn exchange', 26, 12, 4))).not.toContain('same-copy')
  })

  it('have another subject where lede and headline name it, however much goes on below', () => {
    const { relation, reasons } = compareStories(guild('pilots guild'), guild('netmakers union'))
    expect(relation).toBe('version')
    expect(reasons).toContain('one outlet tells of another subject in each')
  })

  it('are one text when it is sent twice, whatever the headlines say', () => {
    const [first, second] = [guild('pilots guild'), { ...guild('pilots guild'), names: ['again'] }]
    const trimmed = { ...second, bodyText: second.bodyText.slice(0, second.bodyText.lastIndexOf('\n\n')) }
    expect(relationOf(first, { ...second, headline: 'Netmakers wait for a hearing' })).toEqual([
      'same-copy',
      'same-copy',
    ])
    expect(relationOf(first, { ...trimmed, headline: 'Port Ellery: a guild wants to be heard' })).toEqual([
      'same-copy',
      'same-copy',
    ])
  })

  it('are one text again on the page of a paper, with a headline of its own', () => {
    const page = { ...guild('pilots guild'), outlet: 'tribune.example', headline: 'Hearing wanted', names: ['page'] }
    expect(relationOf(guild('pilots guild'), page)).toEqual(['same-copy', 'same-copy'])
  })
})

describe('a number or name in the last words', () => {
  const end = (last: string) =>
    record(last, 'Ferry times', ...paragraphs.slice(0, 2), `The next boat leaves at ${last}.`)

  it('counts as exchanged like any other', () => {
    const { relation } = compareStories(market('fish market', 19, 7, 3), {
      ...market('fish market', 26, 12, 4),
      outlet: 'tribune.example',
      names: ['page'],
    })
    expect(relation).not.toBe('same-copy')
  })

  it('makes no other story alone', () => {
    expect(relationOf(end('nine 40'), { ...end('nine 55'), outlet: 'tribune.example' })).toEqual([
      'same-copy',
      'same-copy',
    ])
  })
})

describe('in the database', () => {
  it('no group comes with the second filling and goes with the third', async () => {
    const database = await openTestDatabase()
    const pool = openPool(database.url, { max: 2 })
    try {
      const markets = [
        market('fish market', 19, 7, 3),
        market('corn exchange', 26, 12, 4),
        market('tannery', 33, 17, 5),
      ]
      for (const [at, { headline, bodyText }] of markets.entries()) {
        await file(pool, [
          story({ uri: `urn:newsml:nordwire.example:20260310:${at}`, headline, paragraphs: [bodyText] }),
        ])
        await relateAll(pool)
        expect(await readGroups(pool), `after ${at + 1}`).toEqual([])
      }
      const { rows } = await pool.query('SELECT story_id FROM wire.copy_prints')
      expect(rows).toHaveLength(3)
    } finally {
      await pool.end()
      await database.drop()
    }
  })
})
