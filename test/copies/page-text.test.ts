import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveFeed } from '../../src/store/feeds.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { file } from '../ops/wire.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { flatPage, record, sentences, textWireRecord } from './flat-pages.ts'
import { relateAll } from './related.ts'

let database: TestDatabase
let pool: Pool
beforeEach(async () => {
  database = await openTestDatabase()
  pool = openPool(database.url, { max: 4 })
  await saveFeed(pool, { name: 'newsroom', kind: 'local', authority: 'ap.org', config: {} })
  await saveFeed(pool, { name: 'clippings', kind: 'local', authority: 'clippings', config: {} })
})
afterEach(async () => {
  await pool?.end()
  await database?.drop()
})

const wire = (document: string) => file(pool, [document], 'newsroom')
const page = (document: string) => file(pool, [document], 'clippings')

/** What the group says of each story: its format, its place, why it is there. */
async function readGroup() {
  await relateAll(pool)
  const { rows } = await pool.query(
    `SELECT r.format, s.copy_relation AS relation, s.copy_place AS place FROM wire_v1.stories s
     JOIN wire.stories t ON t.id = s.id
     JOIN wire.revisions r ON r.born = t.born AND r.story_id = t.id AND r.revision = t.current_revision
     ORDER BY s.copy_place NULLS LAST`,
  )
  return rows
}

const joined = [
  { format: 'nitf', relation: 'canonical', place: 1 },
  { format: 'page-text', relation: 'same-copy', place: 2 },
]

describe('a flattened page of an agency story', () => {
  it.each([
    ['that came after it', true],
    ['that came before it', false],
  ])('joins the agency’s record %s', async (_, recordFirst) => {
    if (recordFirst) await wire(record())
    await page(flatPage())
    if (!recordFirst) await wire(record())
    expect(await readGroup()).toEqual(joined)
    const { rows } = await pool.query(`SELECT canonical_reason, outlets FROM wire_v1.copy_groups`)
    expect(rows).toEqual([{ canonical_reason: 'the own record of ap', outlets: ['ap.org', 'clippings'] }])
  })

  it.each([
    ['cut after five paragraphs', flatPage({ body: sentences.slice(0, 5) })],
    ['that shows two paragraphs to those who have not paid', flatPage({ body: sentences.slice(0, 2) })],
    [
      'with other stories between its paragraphs',
      flatPage({ body: sentences.flatMap((text) => [text, 'RELATED: Bridge to open in May', 'ADVERTISEMENT']) }),
    ],
    ['with a headline of the paper’s own', flatPage({ headline: 'Boats wait as ferry line runs out of captains' })],
    ['without a time', flatPage({ stamps: [] })],
    ['without an agency line', flatPage({ agency: [] })],
    ['with the dateline in its first sentence', flatPage({ dateline: [], opening: 'ELMSPORT, Maine (AP) — ' })],
    ['under a lede of the paper’s own', flatPage({ body: [...local, ...sentences.slice(0, 8)] })],
    ['wrapped by a text browser', wrap(flatPage())],
    [
      'with curly quotes and Windows line ends',
      flatPage().replaceAll('"', '”').replaceAll("'", '’').replaceAll('\n', '\r\n'),
    ],
    ['stamped by a clock three zones away', flatPage({ stamps: ['March 15, 2026 03:10 AM'] })],
  ])('joins it %s', async (_, text) => {
    await page(text)
    await wire(record())
    expect(await readGroup()).toEqual(joined)
  })

  it('joins the record of a text wire, which gives no id: the feed says whose it is', async () => {
    await page(flatPage())
    await wire(textWireRecord())
    expect(await readGroup()).toEqual([{ ...joined[0], format: 'anpa' }, joined[1]])
    const { rows } = await pool.query(`SELECT canonical_reason FROM wire_v1.copy_groups`)
    expect(rows).toEqual([{ canonical_reason: 'the own record of ap' }])
  })

  it('stands beside the writethru that followed what was printed', async () => {
    await page(flatPage({ body: sentences.slice(0, 7) }))
    await wire(record({ body: ['A judge on Saturday ordered the ferry line to hire.', ...sentences] }))
    expect(await readGroup()).toEqual(joined)
  })

  it('is warned of when the agency kills the story', async () => {
    await page(flatPage())
    await wire(record())
    await relateAll(pool)
    await wire(record({ kill: true }))
    await relateAll(pool)
    const { rows } = await pool.query(`SELECT copy_closed FROM wire_v1.stories WHERE uri LIKE '%:page:%'`)
    expect(rows).toEqual([{ copy_closed: 'canceled' }])
  })

  it('stays alone when it tells the same event in words of its own', async () => {
    await wire(record())
    await page(flatPage({ agency: ['By Ilse Tarrow', 'Staff Writer'], body: own }))
    expect(await readGroup()).toEqual([
      { format: 'nitf', relation: null, place: null },
      { format: 'page-text', relation: null, place: null },
    ])
  })
})

const local = ['Commuters on Granger Island will want to set their clocks an hour earlier from Monday on.']
const own = [
  'The line that carries Granger Island to work every morning cannot find anybody to stand at the wheel.',
  'Since the new year a dozen masters have handed in their papers, and the school that trains them has closed.',
  'On the quay nobody was surprised. The pay is poor, the winters long, and the boats older than those who sail them.',
  'The county will hear the complaints of the islanders next week in the gymnasium of the school.',
]

/** Lines of seventy characters at most, paragraphs parted by blank lines. */
function wrap(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replaceAll(/(?=.{71})(.{1,70}) /g, '$1\n'))
    .join('\n')
}
