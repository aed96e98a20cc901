import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LiveWire } from '../../src/ops/live-wire.ts'
import { buildServer } from '../../src/ops/server.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { indexTexts } from '../../src/store/search/index-texts.ts'
import { run } from '../cli/program.ts'
import { file, ninjs } from '../ops/wire.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'

const log = pino({ level: 'silent' })
let database: TestDatabase
let pool: Pool
let live: LiveWire
let app: FastifyInstance
let folder: string

beforeAll(async () => {
  database = await openTestDatabase()
  pool = openPool(database.url, { max: 4 })
  live = new LiveWire(pool, database.url, log)
  app = buildServer({ pool, live, log, roles: ['http'], host: '127.0.0.1' })
  folder = mkdtempSync(join(tmpdir(), 'writethru-search-'))
  await file(pool, [
    ninjs({ body_html: '<p>The ferry <i>Gannet</i> & her crew: 1 &lt; 2 ferries.</p>' }),
    ninjs({ uri: 'urn:x-invented:ellery:2', headline: 'Ferry strike', body_html: '<p>No ferry sails.</p>' }),
    ninjs({ uri: 'urn:x-invented:ellery:2', version: '2', headline: 'Ferry strike', pubstatus: 'canceled' }),
  ])
})

afterAll(async () => {
  await app.close()
  await live.close()
  await pool.end()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

describe('writethru search', () => {
  const search = (...words: string[]) => run(['search', ...words], { database: database.url, folder })

  it('finds what no worker has read for search yet, and says what must not be published', async () => {
    const { code, out, err } = await search('ferries')
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/Harbour reopens after the storm\n {2}story 1 {2}harbour {2}/)
    expect(out).toMatch(/ferry Gannet & her crew: 1 < 2 ferries/)
    expect(out).toMatch(/Ferry strike\n.*\n {2}killed: must not be published\n\n/)
    expect(out).not.toContain('No ferry sails')
    expect(out).toMatch(/2 stories\.\n$/)
  })

  it('gives JSON, and says when there is more', async () => {
    const { code, json } = await search('ferry', '--limit', '1', '--json')
    expect(code).toBe(0)
    expect(json()).toMatchObject({ more: true, notYetSearched: 0, stories: [{ uri: 'urn:x-invented:ellery:2' }] })
  })

  it('takes a minus as a word to do without, and a wrong day as a mistake', async () => {
    const { out } = await search('--', 'ferry', '-strike')
    expect(out).toMatch(/1 story\.\n$/)
    expect(await search('nothing-of-it')).toMatchObject({ code: 0, out: 'No story holds these words.\n' })
    expect((await search('ferry', '--since', 'Monday')).code).toBe(3)
  })
})

describe('the desk', () => {
  const get = async (url: string) => {
    const { statusCode, payload } = await app.inject({ url })
    return { statusCode, payload }
  }

  it('searches all text, marks the words, and escapes what is around them', async () => {
    while ((await indexTexts(pool, 100)).taken > 0);
    const empty = await get('/search')
    expect([empty.statusCode, /<li /.test(empty.payload)]).toEqual([200, false])
    const { statusCode, payload } = await get('/search?q=ferry')
    expect(statusCode).toBe(200)
    expect(payload).toMatch(/<mark>ferry<\/mark> Gannet &amp; her crew: 1 &lt; 2 <mark>ferries<\/mark>/)
    expect(payload).toMatch(/<span class="tag canceled">killed<\/span>/)
    expect(payload).not.toContain('No ferry sails')
    expect((await get('/search?q=zzz')).payload).toContain('No story holds these words.')
    expect((await get('/?text=ferry')).payload).toContain('href="/search?q=ferry"')
  })

  it('answers scripts as well', async () => {
    const { payload } = await get('/api/search?q=ferry&limit=1&order=best')
    expect(JSON.parse(payload)).toMatchObject({
      more: true,
      notYetSearched: 0,
      stories: [{ rank: expect.any(Number) }],
    })
    expect(JSON.parse((await get('/api/search')).payload)).toEqual({ stories: [], more: false, notYetSearched: 0 })
  })

  it('says how much is not searched yet', async () => {
    await file(pool, [ninjs({ uri: 'urn:x-invented:ellery:9' })])
    expect((await get('/search?q=ferry')).payload).toContain('One story is not searched yet.')
  })
})
