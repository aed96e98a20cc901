import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LiveWire } from '../../src/ops/live-wire.ts'
import { buildServer } from '../../src/ops/server.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { relateAll } from '../copies/related.ts'
import { copy, paragraphs, story } from '../copies/stories.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { file, ninjs } from './wire.ts'

const log = pino({ level: 'silent' })

let database: TestDatabase
let pool: Pool
let live: LiveWire
let app: FastifyInstance

beforeAll(async () => {
  database = await openTestDatabase()
  pool = openPool(database.url, { max: 4 })
  live = new LiveWire(pool, database.url, log)
  app = buildServer({ pool, live, log, roles: ['http'], host: '127.0.0.1' })
  await file(pool, [story(), ninjs()], 'nordwire')
  const hostile = '<script>alert(1)</script>'
  await file(pool, [copy('tribune', { headline: `Mud ${hostile}` })], 'tribune')
  await file(pool, [copy('courier', { paragraphs: paragraphs.slice(0, 5), headline: 'Mud in the courier' })], 'courier')
  await relateAll(pool)
})

afterAll(async () => {
  await app?.close()
  live?.close()
  await pool?.end()
  await database?.drop()
})

const get = (url: string) => app.inject({ url, headers: { host: 'localhost' } })
const rowsOf = (body: string) => body.match(/id="story-\d+"/g)?.length ?? 0

async function idOf(uri: string): Promise<number> {
  const { rows } = await pool.query('SELECT id FROM wire.stories WHERE uri = $1', [uri])
  return rows[0].id
}

describe('the list of stories', () => {
  it('shows a text once, with how many others carry it, and every copy on demand', async () => {
    const { body } = await get('/')
    expect(rowsOf(body)).toBe(2)
    expect(body).toMatch(/Port Ellery to dredge its channel[\s\S]*also carried by 2/)
    expect(body).not.toContain('Mud in the courier')
    const all = (await get('/?copies=all')).body
    expect(rowsOf(all)).toBe(4)
    expect(all).toContain('Mud in the courier')
  })

  it('shows of a feed what it carries, also when another feed has the text too', async () => {
    const { body } = await get('/?feed=courier')
    expect(rowsOf(body)).toBe(1)
    expect(body).toContain('Mud in the courier')
  })

  it('as JSON has every story unless each text is asked for once', async () => {
    expect((await get('/api/stories')).json().stories).toHaveLength(4)
    expect((await get('/api/stories?copies=one')).json().stories).toHaveLength(2)
  })
})

describe('a story', () => {
  it('says who carries it, how much of it, why, and which passages', async () => {
    const id = await idOf('urn:newsml:nordwire.example:20260310:dredging')
    const { body } = await get(`/stories/${id}`)
    expect(body).toContain('Also carried by 2 outlets')
    expect(body).toMatch(/courier\.example[\s\S]*same-copy[\s\S]*100 %[\s\S]*both are of nordwire/)
    expect(body).toMatch(/1 shared passage[\s\S]*The harbour board of Port Ellery/)
    expect(body).not.toContain('<script>alert(1)')
    const { copies } = (await get(`/api/stories/${id}`)).json()
    expect(copies).toMatchObject({ place: 1, closed: null, canonicalStory: id })
    expect(copies.others.map((other: { outlet: string }) => other.outlet)).toEqual([
      'tribune.example',
      'courier.example',
    ])
  })

  it('that stands alone says nothing of copies', async () => {
    const { body } = await get(`/stories/${await idOf('urn:x-invented:ellery:1')}`)
    expect(body).not.toContain('id="copies"')
  })

  it('warns on the copy when the agency kills its own', async () => {
    await file(pool, [story({ version: '2', pubstatus: 'canceled', body_html: '', headline: 'KILL' })], 'nordwire')
    await relateAll(pool)
    const { body } = await get(`/stories/${await idOf('https://www.tribune.example/news/dredging')}`)
    expect(body).toContain('The agency has killed this text.')
    expect((await get('/?feed=tribune')).body).toContain('copy of a killed story')
  })
})
