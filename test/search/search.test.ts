import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sequenceChanges } from '../../src/store/changes.ts'
import { commitOffers } from '../../src/store/polls.ts'
import type { Pool } from '../../src/store/pool.ts'
import { excerptPieces, findStories } from '../../src/store/search/find.ts'
import type { SearchQuestion } from '../../src/store/search/find.ts'
import { indexTexts, readSearchLag } from '../../src/store/search/index-texts.ts'
import { ingestReceipts } from '../../src/workers/ingest/ingest.ts'
import { startSearch } from '../../src/workers/relate/search.ts'
import type { WorkerContext } from '../../src/workers/worker-context.ts'
import { openIngestBench } from '../support/ingest-tools.ts'
import type { IngestBench } from '../support/ingest-tools.ts'

let bench: IngestBench
let pool: Pool
beforeAll(async () => {
  bench = await openIngestBench()
  pool = bench.pool
})
afterAll(() => bench.close())

interface Told {
  readonly headline?: string
  readonly body_text?: string
  readonly language?: string
  readonly [name: string]: unknown
}

/** Records stories or further versions of them, without reading them for search. */
async function record(stories: Readonly<Record<string, Told>>, version = '1'): Promise<void> {
  const offers = Object.entries(stories).map(([id, told]) => ({
    offerKey: `${id}-${version}`,
    bytes: Buffer.from(
      JSON.stringify({ uri: `urn:example:${id}`, type: 'text', version, headline: id, language: 'en', ...told }),
    ),
  }))
  await ingestReceipts(bench.tools, await commitOffers(pool, bench.feedId, offers))
  await sequenceChanges(pool, 1000)
}

async function tell(stories: Readonly<Record<string, Told>>, version = '1'): Promise<void> {
  await record(stories, version)
  while ((await indexTexts(pool, 100)).taken > 0);
}

const idOf = (uri: string): string => uri.replace('urn:example:', '')

/** What a publisher finds. */
async function search(question: string, language: string | null = null, since: Date | null = null): Promise<string[]> {
  const { rows } = await pool.query<{ uri: string }>(
    'SELECT s.uri FROM wire_v1.search($1, $2, $3) f JOIN wire_v1.stories s ON s.id = f.story_id',
    [question, language, since],
  )
  return rows.map(({ uri }) => idOf(uri)).sort()
}

/** What the desk finds. */
const find = async (question: string, more: Partial<SearchQuestion> = {}): Promise<string[]> =>
  (await findStories(pool, { question, ...more })).map(({ uri }) => idOf(uri))

describe('a story is found', () => {
  it('by words of its headline, slug, byline, dateline, keywords, text and captions', async () => {
    await tell({
      everywhere: {
        headline: 'Lighthouse reopens',
        slug: 'Gullhaven-Lamp',
        byline: 'By Marit Quillfeather',
        body_text: 'OSTWICK (Wire) — The keeper climbed the winding stairs before dawn.',
        keywords: ['beacons'],
        associations: {
          main: {
            uri: 'urn:example:photo',
            type: 'picture',
            description_text: 'A heron rests upon the parapet in Ostwick on Monday.',
          },
        },
      },
    })
    for (const word of ['lighthouses', 'gullhaven', 'Quillfeather', 'ostwick', 'beacon', 'keeper climbing', 'herons']) {
      expect([word, await search(word)]).toEqual([word, ['everywhere']])
    }
    expect(await search('keeper submarine')).toEqual([])
  })

  it('in the inflections of its own language', async () => {
    await tell({
      german: { language: 'de', body_text: 'Die Schleusen wurden gestern wieder geöffnet.' },
      french: { language: 'fr-CA', body_text: 'Les éclusiers ont rouvert les portes.' },
      russian: { language: 'ru', body_text: 'Шлюзы снова открыты для кораблей.' },
      unknown: { language: 'tlh', body_text: 'Schleusen wurden genannt.' },
    })
    expect(await search('Schleuse')).toEqual(['german'])
    expect(await search('Schleusen')).toEqual(['german', 'unknown'])
    expect(await search('éclusier')).toEqual(['french'])
    expect(await search('корабль')).toEqual(['russian'])
    expect(await search('Schleusen', 'de')).toEqual(['german'])
    expect(await search('Schleusen', 'fr')).toEqual([])
    expect(await search('Schleusen', 'tlh')).toEqual(['unknown'])
  })

  it('with and without the accents of Latin letters, in any width, and with those that make another letter', async () => {
    await tell({
      accents: { language: 'es', body_text: 'El capitán Núñez llegó a Ávila.' },
      wide: { body_text: 'Ｆｕｌｌｗｉｄｔｈ harbour ﬁsh.' },
      cyrillic: { language: 'bg', body_text: 'Краят на деня и й.' },
    })
    expect(await search('capitan nunez')).toEqual(['accents'])
    expect(await search('CAPITÁN ávila')).toEqual(['accents'])
    expect(await search('fullwidth fish')).toEqual(['wide'])
    expect(await search('краят')).toEqual(['cyrillic'])
    expect(await search('краят краи')).toEqual([])
  })

  it('in scripts without blanks by any run of signs', async () => {
    await tell({
      japanese: { language: 'ja', body_text: '大阪港の水門が月曜日に再開した。' },
      chinese: { language: 'zh-Hans', body_text: '港口的水闸星期一重新开放。' },
      thai: { language: 'th', body_text: 'ประตูน้ำเปิดอีกครั้งในวันจันทร์' },
    })
    expect(await search('水門')).toEqual(['japanese'])
    expect(await search('水闸 开放')).toEqual(['chinese'])
    expect(await search('門水')).toEqual([])
    expect(await search('ประตูน้ำ')).toEqual(['thai'])
  })

  it('by phrases, choices and what is not in it', async () => {
    await tell({
      ebb: { body_text: 'The mud flat lay bare at the lowest ebb.' },
      flood: { body_text: 'The flat mud drowned at the spring flood.' },
    })
    expect(await search('"mud flat"')).toEqual(['ebb'])
    expect(await search('mud flat')).toEqual(['ebb', 'flood'])
    expect(await search('mud -drowned')).toEqual(['ebb'])
    expect(await search('"lowest ebb" or "spring flood"')).toEqual(['ebb', 'flood'])
  })
})

describe('what must not be printed', () => {
  it('is not found by publishers from the moment it is killed, and is found at the desk with its state', async () => {
    await tell({ doomed: { body_text: 'Zeppelin moored at the tower.' } })
    expect(await search('zeppelin')).toEqual(['doomed'])
    // recorded, and not yet read for search
    await record({ doomed: { body_text: 'Zeppelin moored at the tower.', pubstatus: 'canceled' } }, '2')
    expect(await search('zeppelin')).toEqual([])
    while ((await indexTexts(pool, 100)).taken > 0);
    expect(await search('zeppelin')).toEqual([])
    const [found] = await findStories(pool, { question: 'zeppelin' })
    expect(found).toMatchObject({ uri: 'urn:example:doomed', status: 'canceled' })
    expect(found!.excerpt).toBe('')
  })

  it('is not found under embargo', async () => {
    await tell({ later: { body_text: 'Budget of the pilotage board.', embargoed: '2999-01-01T00:00:00Z' } })
    expect(await search('pilotage')).toEqual([])
    expect(await find('pilotage')).toEqual(['later'])
  })

  it('is no stale version: the words of the newest one count', async () => {
    await tell({ moving: { body_text: 'Forty gannets were counted.' } })
    await tell({ moving: { body_text: 'Sixty puffins were counted.' } }, '2')
    expect(await search('gannets')).toEqual([])
    expect(await search('puffins')).toEqual(['moving'])
    // an old version that comes late changes nothing
    await tell({ moving: { body_text: 'Thirty auks were counted.' } }, '1.5')
    expect(await search('auks')).toEqual([])
  })
})

describe('an answer', () => {
  it('comes newest first, or best first, and no longer than asked', async () => {
    await tell({ weak: { body_text: `Sextant. ${'Nothing else of note happened today. '.repeat(60)}` } })
    await tell({ strong: { headline: 'Sextant found, sextant sold', body_text: 'The sextant was old.' } })
    await tell({ late: { body_text: `A sextant again. ${'Nothing else of note happened today. '.repeat(60)}` } })
    expect(await find('sextant')).toEqual(['late', 'strong', 'weak'])
    expect((await find('sextant', { best: true }))[0]).toBe('strong')
    expect(await find('sextant', { limit: 1 })).toEqual(['late'])
    const { rows } = await pool.query('SELECT count(*)::int AS n FROM wire_v1.search($1, most => 2)', ['sextant'])
    expect(rows).toEqual([{ n: 2 }])
    const { rows: none } = await pool.query('SELECT count(*)::int AS n FROM wire_v1.search($1, most => -1)', [
      'sextant',
    ])
    expect(none).toEqual([{ n: 0 }])
  })

  it('shows where the words stand, as text', async () => {
    await tell({ shown: { body_text: 'A <script>alert(1)</script> barnacle & its barnacles clung on.' } })
    const { rows } = await pool.query<{ excerpt: string }>('SELECT excerpt FROM wire_v1.search($1)', ['barnacle'])
    expect(rows[0]!.excerpt).toContain('⸨barnacle⸩ & its ⸨barnacles⸩')
    expect(excerptPieces(rows[0]!.excerpt).filter((_, at) => at % 2 === 1)).toEqual(['barnacle', 'barnacles'])
  })

  it('knows when: nothing that changed before', async () => {
    await tell({ dated: { body_text: 'A mizzen was mended.' } })
    expect(await search('mizzen', null, new Date(Date.now() - 3_600_000))).toEqual(['dated'])
    expect(await search('mizzen', null, new Date(Date.now() + 3_600_000))).toEqual([])
  })

  it('is an answer and no fault, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll('\0', '')),
          fc.stringMatching(/^["':&|!()<>*\\ a-z-]{0,40}$/),
          fc.constantFrom('"', '-', 'or', '"" or ""', "'; DROP TABLE wire.stories; --", '水"門', ' '),
        ),
        async (question) => {
          await search(question)
          await findStories(pool, { question, best: true })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is open to wire_reader, who reads nothing else by it', async () => {
    const client = await pool.connect()
    try {
      await client.query('SET ROLE wire_reader')
      const { rows } = await client.query('SELECT story_id FROM wire_v1.search($1)', ['puffins'])
      expect(rows).toHaveLength(1)
      await expect(client.query('SELECT * FROM wire.search_texts')).rejects.toThrow(/permission denied/)
    } finally {
      await client.query('RESET ROLE')
      client.release()
    }
  })
})

describe('the index', () => {
  it('is brought up to date by a worker, a moment after the change', async () => {
    const idle = { waiting: 0, active: 0 }
    const worker = startSearch({
      pool,
      log: bench.tools.log,
      queues: { counts: async () => ({ ingest: idle }) },
    } as unknown as WorkerContext)
    await record({ bosun: { body_text: 'A bosun whistled.' } })
    await expect.poll(() => search('bosun'), { timeout: 20_000 }).toEqual(['bosun'])
    await worker.stop()
  })

  it('is written by one worker at a time, and ends where the changes end', async () => {
    await record(
      Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`fleet-${n}`, { body_text: 'A trawler sailed.' }])),
    )
    expect((await readSearchLag(pool)).changes).toBe(30)
    const turns = await Promise.all([1, 2, 3].map(() => indexTexts(pool, 7)))
    expect(turns.reduce((sum, { taken }) => sum + taken, 0)).toBeLessThanOrEqual(21)
    while ((await indexTexts(pool, 7)).taken > 0);
    expect(await readSearchLag(pool)).toEqual({ changes: 0, stories: 0 })
    expect(await find('trawler', { limit: 100 })).toHaveLength(30)
  })

  it('reads every story again when changes were dropped unread, and those from before it', async () => {
    await record({ lost: { body_text: 'A periwinkle was painted.' } })
    await pool.query('DELETE FROM wire.changes WHERE seq > (SELECT last_seq FROM wire.search_progress)')
    await record({ next: { body_text: 'A limpet was painted.' } })
    while ((await indexTexts(pool, 10)).taken > 0);
    expect(await search('painted')).toEqual(['lost', 'next'])
  })

  it('holds a story by its headline when its text is too much for it', async () => {
    // Georgian letters have three bytes; a list of words may have a megabyte.
    const word = (n: number) =>
      [1, 33, 1089, 35_937, 1].map((base) => String.fromCharCode(0x10d0 + (Math.floor(n / base) % 33))).join('')
    const words = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => word(from + n)).join(' ')
    await record({
      endless: {
        headline: 'Catalogue of knots',
        language: 'ka',
        body_text: words(0, 49_900),
        associations: Object.fromEntries(
          [0, 1, 2, 3, 4].map((n) => [
            `chart${n}`,
            {
              uri: `urn:example:chart-${n}`,
              type: 'picture',
              description_text: words(50_000 + n * 1600, 51_600 + n * 1600),
            },
          ]),
        ),
      },
      beside: { body_text: 'A catalogue too.' },
    })
    const { cut } = await indexTexts(pool, 10)
    expect(cut).toHaveLength(1)
    expect((await search('catalogue')).sort()).toEqual(['beside', 'endless'])
  })
})
