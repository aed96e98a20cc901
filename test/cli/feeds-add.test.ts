import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { run } from './program.ts'

let place: TestDatabase
let server: Server
let base: string
const verb = (...args: string[]) => run(args, { database: place.url })
const feeds = async () => (await place.pool.query('SELECT name FROM wire.feeds ORDER BY name')).rows

beforeAll(async () => {
  place = await openTestDatabase()
  server = createServer((request, response) => {
    if (request.url === '/text') return void response.end('no news, just words')
    response.end(
      '<rss version="2.0"><channel><title>Quay</title><item><title>Quay opens</title><guid>q1</guid></item></channel></rss>',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server?.close()
  server?.closeAllConnections()
  await place?.drop()
})

describe('writethru feeds add, at three in the morning', () => {
  it('says how to allow a local address, and adds nothing', async () => {
    const answer = await verb('feeds', 'add', `${base}/rss`)
    expect(answer.code).toBe(2)
    expect(answer.err).toContain('--allow-private')
    expect(await feeds()).toEqual([])
  })

  it('adds nothing that nobody could read', async () => {
    const answer = await verb('feeds', 'add', `${base}/text`, '--allow-private')
    expect(answer.code).toBe(2)
    expect(answer.err).toContain('nothing of what it offers can be read')
    expect(await feeds()).toEqual([])
  })

  it('tells of a feed that follows the same address already', async () => {
    expect(await verb('feeds', 'add', `${base}/rss`, '--allow-private', '--name', 'quay')).toMatchObject({ code: 0 })
    const twin = await verb('feeds', 'add', `${base}/rss`, '--allow-private', '--name', 'twin', '--dry-run')
    expect(twin.out).toContain('The feed quay follows the same address already.')
  })

  it('looks at the clock of a feed unless it is told that it is a rehearsal', async () => {
    const plain = await verb('feeds', 'add', `${base}/rss`, '--allow-private', '--name', 'live', '--dry-run')
    expect(plain.out).not.toContain('its dates open no gap')
    const answer = await verb(
      'feeds',
      'add',
      `${base}/rss`,
      '--allow-private',
      '--name',
      'rehearsal',
      '--no-check-clock',
    )
    expect(answer).toMatchObject({ code: 0 })
    expect(answer.out).toContain('its dates open no gap')
    const exported = await verb('feeds', 'export')
    expect(exported.out).toContain('checkClock: false')
    expect(exported.out.match(/checkClock/g)).toHaveLength(1)
  })

  it('says which key is missing instead of showing nothing', async () => {
    const answer = await verb('feeds', 'add', `${base}/media/v`, '--allow-private', '--name', 'agency', '--dry-run')
    expect(answer.out).toContain('AP_API_KEY')
    expect(answer.out).toContain('It was not tried.')
    expect(answer.out).not.toContain('nothing to offer')
  })

  it('does not take a mistyped name for a folder', async () => {
    const answer = await verb('feeds', 'test', 'qauy')
    expect(answer).toMatchObject({ code: 3, out: '' })
    expect(answer.err).toContain('There is no feed qauy')
  })
})

describe('what was typed wrong', () => {
  const add = async (...words: string[]) => verb('feeds', 'add', ...words)

  it('is said in plain words: a setting that is missing, one that does not exist, a zone that is none', async () => {
    const missing = await add('https://wire.example/graphql', '--kind', 'reuters-connect')
    expect(missing).toMatchObject({ code: 3, err: expect.stringContaining('audience is missing; it is a text') })
    const unknown = await add('-', '--kind', 'push', '--name', 'quay', '--set', 'secret=QUAY_KEY')
    expect(unknown.err).toMatch(/secret is no setting of this kind; there are .*secrets/)
    expect(unknown.err).toContain('docs/sources')
    const zone = await add('/tmp', '--zone', 'Mars/Base')
    expect(zone).toMatchObject({ code: 3, err: expect.stringContaining('A zone of the IANA database is wanted') })
  })

  it('does not advise what was done already', async () => {
    const { code, err } = await add('http://169.254.169.254/latest', '--allow-private')
    expect(code).toBe(2)
    expect(err).toContain('not even with --allow-private')
  })

  it('is a JSON document where one was asked for', async () => {
    expect((await verb('story', '999999', '--json')).json()).toMatchObject({ error: { code: 'usage' } })
    const { json } = await add('http://169.254.169.254/latest', '--json')
    expect(json()).toMatchObject({ error: { code: 'source.address-refused', next: expect.any(String) } })
  })
})
