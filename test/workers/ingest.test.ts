import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Pool } from '../../src/store/pool.ts'
import { commitOffers } from '../../src/store/polls.ts'
import { takeForgottenReceipts } from '../../src/store/receipts.ts'
import { ingestReceipts } from '../../src/workers/ingest/ingest.ts'
import type { IngestTools } from '../../src/workers/ingest/ingest.ts'
import { WireError } from '../../src/story/errors.ts'
import { openIngestBench } from '../support/ingest-tools.ts'
import type { IngestBench } from '../support/ingest-tools.ts'

let bench: IngestBench
let pool: Pool
let tools: IngestTools
let feedId: number

beforeAll(async () => {
  bench = await openIngestBench()
  ;({ pool, tools, feedId } = bench)
})
afterAll(() => bench.close())

const item = (id: string, more: object = {}) => ({
  offerKey: id,
  bytes: Buffer.from(
    JSON.stringify({
      uri: `urn:example:${id}`,
      type: 'text',
      version: '1',
      headline: `Lock ${id}`,
      body_text: 'Text.',
      ...more,
    }),
  ),
})
const outcomes = ({ recorded }: Awaited<ReturnType<typeof ingestReceipts>>) =>
  recorded.flatMap(({ items }) => items.map(({ outcome }) => outcome))

describe('a batch', () => {
  it('delivered twice at the same time is recorded once', async () => {
    const refs = await commitOffers(
      pool,
      feedId,
      ['a', 'b', 'c'].map((id) => item(id)),
    )
    const both = await Promise.all([ingestReceipts(tools, refs), ingestReceipts(tools, refs)])
    expect(both.flatMap(outcomes)).toEqual(['new', 'new', 'new'])
    const { rows } = await pool.query(`SELECT count(*)::int AS n FROM wire.outbox`)
    expect(rows[0].n).toBe(3)
  })

  it('of eight workers with the same stories in different order ends without a deadlock, each story once', async () => {
    const ids = Array.from({ length: 60 }, (_, at) => `shared-${at}`)
    const batches = await Promise.all(
      Array.from({ length: 8 }, (_, worker) => {
        const turned = [...ids.slice(worker * 7), ...ids.slice(0, worker * 7)]
        return commitOffers(
          pool,
          feedId,
          turned.map((id) => item(id, { version: String(worker) })),
        )
      }),
    )
    await Promise.all(batches.map((refs) => ingestReceipts(tools, refs)))
    const { rows } = await pool.query(
      `SELECT count(*)::int AS stories, min(revision_count) AS least, max(revision_count) AS most,
              count(*) FILTER (WHERE version = '7')::int AS newest FROM wire.stories WHERE uri LIKE 'urn:example:shared-%'`,
    )
    expect(rows[0]).toEqual({ stories: 60, least: 8, most: 8, newest: 60 })
  })

  it('whose workers died three times is taken apart, and each document is tried alone', async () => {
    const refs = await commitOffers(
      pool,
      feedId,
      ['d', 'e'].map((id) => item(id)),
    )
    await pool.query('UPDATE wire.receipts SET claims = 3 WHERE id = ANY ($1)', [refs.map((ref) => ref.id)])
    const together = await ingestReceipts(tools, refs)
    expect(together.recorded).toEqual([])
    expect(together.suspects.map((ref) => ref.id).sort()).toEqual(refs.map((ref) => ref.id).sort())
    for (const ref of together.suspects) expect(outcomes(await ingestReceipts(tools, [ref]))).toEqual(['new'])
  })

  it('that no parser could take is given back at once, and nothing is held against it', async () => {
    const refs = await commitOffers(pool, feedId, [item('unread-1'), item('unread-2')])
    const parser = {
      parseAll: () => Promise.reject(new WireError('ingest.no-parser', 'the worker stops')),
      close: async () => {},
    }
    await expect(ingestReceipts({ ...tools, parser }, refs)).rejects.toMatchObject({ code: 'ingest.no-parser' })
    const { rows } = await pool.query<{ state: string; claims: number }>(
      'SELECT state, claims FROM wire.receipts WHERE id = ANY ($1)',
      [refs.map((ref) => ref.id)],
    )
    expect(rows).toEqual(refs.map(() => ({ state: 'pending', claims: 0 })))
  })

  it('whose job is gone is found by the sweep, once', async () => {
    await commitOffers(pool, feedId, [item('f')])
    await pool.query(`UPDATE wire.receipts SET enqueued_at = now() - interval '1 minute' WHERE state = 'pending'`)
    const sweep = () => takeForgottenReceipts(pool, { limit: 100, olderThanSeconds: 8 })
    const [one, other] = await Promise.all([sweep(), sweep()])
    const found = [...one, ...other]
    expect(found).toHaveLength(1)
    expect(outcomes(await ingestReceipts(tools, found))).toEqual(['new'])
    expect(await sweep()).toEqual([])
  })
})

describe('what is recorded', () => {
  it('a body that changes under the same version is a new revision', async () => {
    const send = async (text: string) =>
      outcomes(await ingestReceipts(tools, await commitOffers(pool, feedId, [item('g', { body_text: text })])))
    expect(await send('First.')).toEqual(['new'])
    expect(await send('Second.')).toEqual(['revised'])
    expect(await send('First.')).toEqual(['duplicate'])
  })

  it('a caption repeated with other credits is one caption with all its mentions', async () => {
    const captioned = (caption: string, version: string) =>
      item('h', {
        version,
        associations: {
          picture: { uri: 'urn:example:picture', type: 'picture', description_text: caption, version: '1' },
        },
      })
    const offers = [
      captioned('A crane lifts the new lock gate in Port Ansel, Monday, March 2, 2026. (AP Photo/Ida Renn)', '1'),
      captioned('A crane lifts the new lock gate in Port Ansel, Monday, March 2, 2026. Ida Renn AP Photo', '2'),
      captioned('A crane lifts the new lock gate in Port Ansel, Monday, March 2, 2026.', '3'),
    ]
    await ingestReceipts(tools, await commitOffers(pool, feedId, offers))
    const { rows } = await pool.query(
      `SELECT c.text, c.photographer, c.agency, c.mention_count FROM wire_v1.captions c JOIN wire_v1.stories s
       ON s.id = c.story_id WHERE s.uri = 'urn:example:h'`,
    )
    expect(rows).toEqual([
      {
        text: 'A crane lifts the new lock gate in Port Ansel, Monday, March 2, 2026.',
        photographer: 'Ida Renn',
        agency: 'AP',
        mention_count: 3,
      },
    ])
  })

  it('a killed story has no body for readers, and its history has', async () => {
    const send = async (more: object) => ingestReceipts(tools, await commitOffers(pool, feedId, [item('k', more)]))
    await send({ version: '1', body_text: 'Something wrong.' })
    await send({ version: '2', pubstatus: 'canceled', headline: 'KILL: Lock k', body_text: undefined })
    const story = await pool.query(`SELECT id, status, body_text FROM wire_v1.stories WHERE uri = 'urn:example:k'`)
    expect(story.rows[0]).toMatchObject({ status: 'canceled', body_text: null })
    expect((await pool.query(`SELECT FROM wire_v1.publishable WHERE uri = 'urn:example:k'`)).rowCount).toBe(0)
    const history = await pool.query(`SELECT body_text FROM wire_v1.revisions WHERE story_id = $1 ORDER BY revision`, [
      story.rows[0].id,
    ])
    expect(history.rows[0].body_text).toBe('Something wrong.')
  })
})
