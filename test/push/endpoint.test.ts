import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pauseFeed } from '../../src/store/feeds.ts'
import { forgetOldPushes, listPushRefusals } from '../../src/store/push.ts'
import { startProxy } from '../support/proxy.ts'
import type { Proxy } from '../support/proxy.ts'
import { mac, openEndpoint, push, secret, signed, talk } from './endpoint.ts'
import type { Endpoint } from './endpoint.ts'

let endpoint: Endpoint
let number = 0

beforeAll(async () => {
  endpoint = await openEndpoint()
})
afterAll(() => endpoint?.close())
beforeEach(() => {
  endpoint.outcomes.length = 0
  endpoint.enqueued.length = 0
})

/** A feed nobody used yet. */
async function feed(config: Record<string, unknown> = {}): Promise<string> {
  const name = `quay-${(number += 1)}`
  await endpoint.addFeed(name, config)
  return name
}

const story = (text = 'The pilot boat of Ostwick is back at its berth.'): string => `<nitf><body>${text}</body></nitf>`
const digestOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function rowsOf(name: string): Promise<{ receipts: number; keys: number; captures: number }> {
  const { rows } = await endpoint.pool.query(
    `SELECT (SELECT count(*)::int FROM wire.receipts r WHERE r.feed_id = f.id) AS receipts,
            (SELECT count(*)::int FROM wire.push_keys k WHERE k.feed_id = f.id) AS keys,
            (SELECT count(*)::int FROM wire.captures) AS captures
     FROM wire.feeds f WHERE name = $1`,
    [name],
  )
  return rows[0]
}

describe('a signed document', () => {
  it('is committed before it is answered: bytes, receipt, type and file name', async () => {
    const name = await feed()
    const body = Buffer.concat([Buffer.from(story()), Buffer.from([0xff, 0x00, 0x80])])
    const headers = signed(body, { headers: { 'x-writethru-file-name': encodeURIComponent('../in/Möwe 1.xml') } })
    const answer = await push(endpoint, name, body, headers)
    expect(answer.status).toBe(202)
    expect(answer.body.receipt).toMatch(/^\d{4}-\d\d-\d\d\/\d+$/)
    expect(await endpoint.receipts(name)).toEqual([
      { digest: digestOf(body), contentType: 'application/xml', fileName: 'Möwe 1.xml' },
    ])
    const { rows } = await endpoint.pool.query('SELECT body FROM wire.captures WHERE digest = $1', [
      Buffer.from(digestOf(body), 'hex'),
    ])
    expect(Buffer.compare(rows[0].body, body)).toBe(0)
    expect(endpoint.enqueued.map(({ receivedOn, id }) => `${receivedOn}/${id}`)).toEqual([answer.body.receipt])
  })

  it('comes in compressed, and is stored unpacked', async () => {
    const name = await feed()
    const packed = gzipSync(story())
    const answer = await push(endpoint, name, packed, signed(packed, { headers: { 'content-encoding': 'gzip' } }))
    expect(answer.status).toBe(202)
    expect((await endpoint.receipts(name))[0]!.digest).toBe(digestOf(story()))
  })

  it('may be signed with any of the secrets of the feed, and with a name that is set nowhere beside them', async () => {
    endpoint.secrets.set('QUAY_KEY_NEXT', 'the-next-key-of-the-quay')
    const name = await feed({ secrets: ['QUAY_KEY_GONE', 'QUAY_KEY', 'QUAY_KEY_NEXT'] })
    const next = { key: 'the-next-key-of-the-quay' }
    expect((await push(endpoint, name, story('one'))).status).toBe(202)
    expect((await push(endpoint, name, story('two'), signed(story('two'), next))).status).toBe(202)
    const both = signed(story('three'))
    both['x-writethru-signature'] = `v1=${'0'.repeat(64)}, ${both['x-writethru-signature']}`
    expect((await push(endpoint, name, story('three'), both)).status).toBe(202)
  })

  it('may be signed in GitHub’s form only where the feed says so', async () => {
    const headers = { 'x-hub-signature-256': `sha256=${mac(secret, story())}` }
    expect((await push(endpoint, await feed(), story(), headers)).status).toBe(401)
    const name = await feed({ githubStyle: true, idempotencyHeader: 'X-GitHub-Delivery' })
    const delivery = { ...headers, 'x-github-delivery': '72d3162e' }
    const first = await push(endpoint, name, story(), delivery)
    expect(first.status).toBe(202)
    expect((await push(endpoint, name, story(), delivery)).body).toEqual(first.body)
    expect((await rowsOf(name)).receipts).toBe(1)
  })

  it('is taken while the queue is away; the sweep finds it', async () => {
    const name = await feed()
    const working = endpoint.enqueue
    endpoint.enqueue = () => new Promise(() => undefined)
    try {
      expect((await push(endpoint, name, story('without a queue'))).status).toBe(202)
    } finally {
      endpoint.enqueue = working
    }
    const { rows } = await endpoint.pool.query(
      `SELECT r.state FROM wire.receipts r JOIN wire.feeds f ON f.id = r.feed_id WHERE f.name = $1`,
      [name],
    )
    expect(rows).toEqual([{ state: 'pending' }])
  })
})

describe('a request that is sent again', () => {
  it('gets the same answer and no second receipt, for the same key and document', async () => {
    const name = await feed()
    const key = { 'idempotency-key': 'batch 4, file 7' }
    const first = await push(endpoint, name, story(), signed(story(), { headers: key }))
    const later = signed(story(), { at: Math.floor(Date.now() / 1000) + 9, headers: key })
    const again = await push(endpoint, name, story(), later)
    expect([again.status, again.body]).toEqual([first.status, first.body])
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    const packed = gzipSync(story())
    const asGzip = signed(packed, { headers: { ...key, 'content-encoding': 'gzip' } })
    expect((await push(endpoint, name, packed, asGzip)).body).toEqual(first.body)
    expect(await rowsOf(name)).toMatchObject({ receipts: 1, keys: 1 })
    expect(endpoint.enqueued).toHaveLength(1)
  })

  it('is stored once when it comes twenty times at the same moment', async () => {
    const name = await feed()
    const headers = signed(story('at once'), { headers: { 'idempotency-key': 'k' } })
    const answers = await Promise.all(Array.from({ length: 20 }, () => push(endpoint, name, story('at once'), headers)))
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.body.receipt}`)).size).toBe(1)
    expect(await rowsOf(name)).toMatchObject({ receipts: 1, keys: 1 })
  })

  it('is refused when its key came with another document, and nothing of it is stored', async () => {
    const name = await feed()
    const key = { headers: { 'idempotency-key': 'k' } }
    await push(endpoint, name, story('one'), signed(story('one'), key))
    const before = await rowsOf(name)
    const answer = await push(endpoint, name, story('another'), signed(story('another'), key))
    expect([answer.status, answer.body.error?.code]).toEqual([422, 'push.key-reused'])
    expect(await rowsOf(name)).toEqual(before)
  })

  it('adds nothing when someone who listened sends it again to the letter, without any key', async () => {
    const name = await feed()
    const headers = signed(story('overheard'))
    const first = await push(endpoint, name, story('overheard'), headers)
    expect((await push(endpoint, name, story('overheard'), headers)).body).toEqual(first.body)
    expect((await rowsOf(name)).receipts).toBe(1)
  })

  it('peers’ defect 12: is remembered for a week, whatever happens in between, and for each feed by itself', async () => {
    const [one, other] = [await feed(), await feed()]
    const headers = signed(story(), { headers: { 'idempotency-key': 'k' } })
    const first = await push(endpoint, one, story(), headers)
    expect((await push(endpoint, other, story(), headers)).body).not.toEqual(first.body)
    await endpoint.pool.query(`UPDATE wire.push_keys SET accepted_at = now() - interval '6 days 23 hours'`)
    expect(await forgetOldPushes(endpoint.pool)).toBe(0)
    await endpoint.pool.query(`UPDATE wire.push_keys SET accepted_at = now() - interval '7 days 1 hour'`)
    expect(await forgetOldPushes(endpoint.pool)).toBeGreaterThan(0)
    await push(endpoint, one, story(), headers)
    expect((await rowsOf(one)).receipts).toBe(2)
  })
})

describe('a request that is not the agency’s', () => {
  const cases: [string, number, string, (body: string) => Record<string, string>][] = [
    ['without any signature', 401, 'push.unsigned', () => ({ 'content-type': 'application/xml' })],
    ['signed with another key', 401, 'push.unsigned', (body) => signed(body, { key: 'guessed' })],
    ['signed over another body', 401, 'push.unsigned', (body) => signed(`${body} `)],
    ['signed over the body alone', 401, 'push.unsigned', (body) => bare(body)],
    ['signed too long ago', 401, 'push.stale', (body) => signed(body, { at: Math.floor(Date.now() / 1000) - 320 })],
    ['signed in the future', 401, 'push.stale', (body) => signed(body, { at: Math.floor(Date.now() / 1000) + 320 })],
    ['with another time than was signed', 401, 'push.unsigned', (body) => otherTime(body)],
    ['with a time that is none', 401, 'push.unsigned', (body) => ({ ...signed(body), 'x-writethru-timestamp': 'now' })],
    ['with half a signature', 401, 'push.unsigned', (body) => ({ ...signed(body), 'x-writethru-signature': 'v1=ab' })],
    ['with a thousand signatures', 401, 'push.unsigned', (body) => manySignatures(body)],
  ]
  const bare = (body: string) => ({ ...signed(body), 'x-writethru-signature': `v1=${mac(secret, body)}` })
  const otherTime = (body: string) => {
    const headers = signed(body)
    return { ...headers, 'x-writethru-timestamp': String(Number(headers['x-writethru-timestamp']) + 1) }
  }
  const manySignatures = (body: string) => ({
    ...signed(body),
    'x-writethru-signature': Array.from({ length: 100 }, () => `v1=${'a'.repeat(64)}`).join(','),
  })

  it.each(cases)('is refused %s, and leaves no byte behind', async (_how, status, code, headers) => {
    const name = await feed()
    const before = await rowsOf(name)
    const body = story('a forged advisory')
    const answer = await push(endpoint, name, body, headers(body))
    expect([answer.status, answer.body.error?.code]).toEqual([status, code])
    expect(await rowsOf(name)).toEqual(before)
    expect(JSON.stringify(answer.body)).not.toContain(secret)
  })

  it('is counted in one row a day and one line of the log, however often it comes', async () => {
    const name = await feed()
    endpoint.lines.length = 0
    for (let n = 0; n < 40; n += 1) await push(endpoint, name, 'x', {})
    await expect
      .poll(async () => (await refusals(name)).map(({ requests }) => requests), { timeout: 8000 })
      .toEqual([40])
    expect((await refusals(name))[0]).toMatchObject({ code: 'push.unsigned', lastDetail: 'no x-writethru-signature' })
    expect(endpoint.lines.filter((line) => line.includes(name)).length).toBeLessThan(5)
    expect(endpoint.outcomes.filter((outcome) => outcome === 'push.unsigned')).toHaveLength(40)
  })

  it('finds nothing at feeds of another kind, and at none', async () => {
    await endpoint.pool.query(`INSERT INTO wire.feeds (name, kind, authority) VALUES ('folder', 'directory', 'x')`)
    for (const name of ['folder', 'nowhere', '__proto__', 'constructor', '%00', 'a%2Fb']) {
      expect((await push(endpoint, name, story())).body.error?.code, name).toBe('push.unknown-feed')
    }
  })
})

async function refusals(name: string) {
  const { rows } = await endpoint.pool.query('SELECT id FROM wire.feeds WHERE name = $1', [name])
  return listPushRefusals(endpoint.pool, rows[0].id)
}

describe('what is too much', () => {
  it('F16: a body above the limit is refused before it is read when its length says so', async () => {
    const name = await feed({ documentBytes: 1000 })
    const heard = await talk(
      endpoint,
      `POST /in/${name} HTTP/1.1\r\nhost: x\r\ncontent-length: 100000000000\r\n${lines(signed('x'))}\r\n`,
      /\}$/,
    )
    expect(heard).toContain('413')
    expect(heard).toContain('push.too-large')
  })

  it('F16: a body without a length is refused once it is above the limit, and the sender hears why', async () => {
    const name = await feed({ documentBytes: 1000 })
    const body = 'x'.repeat(3_000_000)
    const answer = await fetch(`${endpoint.url}in/${name}`, {
      method: 'POST',
      headers: signed(body),
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit)
    expect(answer.status).toBe(413)
    // Peers’ defect 10: what is too long is counted as a fault.
    const counted = async () => (await refusals(name)).map(({ code, requests }) => [code, requests])
    await expect.poll(counted, { timeout: 8000 }).toEqual([['push.too-large', 1]])
  })

  it('F16: a gzip bomb, once or twice packed, is stopped at the limit, and only after its signature was checked', async () => {
    const name = await feed({ documentBytes: 1_000_000 })
    const bomb = gzipSync(Buffer.alloc(60_000_000))
    const send = (bytes: Buffer, encoding: string, key = secret) =>
      push(endpoint, name, bytes, signed(bytes, { key, headers: { 'content-encoding': encoding } }))
    expect((await send(bomb, 'gzip')).body.error?.code).toBe('push.too-large')
    expect((await send(gzipSync(bomb), 'gzip, gzip')).body.error?.code).toBe('push.too-large')
    expect((await send(bomb, 'gzip', 'guessed')).body.error?.code).toBe('push.unsigned')
    expect((await send(bomb.subarray(0, 400), 'gzip')).body.error?.code).toBe('push.unreadable')
    expect((await send(bomb, 'sdch')).body.error?.code).toBe('push.unreadable')
  })

  it('F15: a body that does not end in time is given up, and so is one that breaks off', async () => {
    const name = await feed({ requestSeconds: 1 })
    const head = `POST /in/${name} HTTP/1.1\r\nhost: x\r\ncontent-length: 400\r\n${lines(signed('x'))}\r\n<nitf>`
    const heard = await talk(endpoint, head, /\}$/)
    expect(heard).toContain('408')
    expect(heard).toContain('push.cut')
    expect((await rowsOf(name)).receipts).toBe(0)
  })

  it('more requests than a feed may send are answered with the time to wait, unsigned ones do not count', async () => {
    const name = await feed({ requestsPerMinute: 20 })
    for (let n = 0; n < 10; n += 1) await push(endpoint, name, 'x', {})
    const answers = []
    for (let n = 0; n < 4; n += 1) answers.push(await push(endpoint, name, story(`${n}`)))
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 429, 429])
    expect(Number(answers[2]!.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

const lines = (headers: Record<string, string>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')

describe('what cannot be taken', () => {
  it('is refused with a reason: an empty body, a type that is not wanted, an endless key', async () => {
    const name = await feed({ contentTypes: ['application/xml', 'image/*'] })
    expect((await push(endpoint, name, '')).body.error?.code).toBe('push.unreadable')
    const page = signed(story(), { headers: { 'content-type': 'text/html; charset=utf-8' } })
    expect((await push(endpoint, name, story(), page)).status).toBe(415)
    const picture = signed(story(), { headers: { 'content-type': 'Image/JPEG' } })
    expect((await push(endpoint, name, story(), picture)).status).toBe(202)
    const key = signed(story(), { headers: { 'idempotency-key': 'k'.repeat(256) } })
    expect((await push(endpoint, name, story(), key)).status).toBe(400)
  })

  it('is put off while the feed is paused, or its settings or secrets are not usable', async () => {
    const [paused, keyless, broken] = [await feed(), await feed({ secrets: ['NO_SUCH_KEY'] }), await feed()]
    await pauseFeed(endpoint.pool, paused)
    await endpoint.pool.query(`UPDATE wire.feeds SET config = '{"secret": 1}' WHERE name = $1`, [broken])
    for (const [name, code] of [
      [paused, 'push.paused'],
      [keyless, 'config.secret-missing'],
      [broken, 'config.invalid'],
    ] as const) {
      const answer = await push(endpoint, name, story())
      expect([answer.status, answer.body.error?.code]).toEqual([503, code])
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(JSON.stringify(answer.body)).not.toContain('NO_SUCH_KEY')
    }
    const detail = async () => (await refusals(keyless))[0]?.lastDetail ?? ''
    await expect.poll(detail, { timeout: 8000 }).toContain('NO_SUCH_KEY')
  })

  it('is put off while the database is away', async () => {
    let proxy: Proxy | undefined
    const cutOff = await openEndpoint(async (text) => {
      const url = new URL(text)
      proxy = await startProxy({ path: `${url.searchParams.get('host')}/.s.PGSQL.${url.port || 5432}` })
      url.searchParams.delete('host')
      url.host = `127.0.0.1:${proxy.port}`
      return url.href
    })
    try {
      await cutOff.addFeed('quay')
      expect((await push(cutOff, 'quay', story('before'))).status).toBe(202)
      await proxy!.stop()
      const answer = await push(cutOff, 'quay', story('after'))
      expect([answer.status, answer.body]).toEqual([503, { error: { code: 'store.unavailable', status: 503 } }])
      expect(answer.headers.get('retry-after')).toBe('5')
    } finally {
      await cutOff.close()
    }
  })

  it('asks nothing of the name it is called by, and answers only to POST', async () => {
    const name = await feed()
    const body = story('through a proxy')
    const text = `POST /in/${name} HTTP/1.1\r\nhost: wire.harbour.example\r\ncontent-length: ${body.length}\r\n${lines(signed(body))}\r\n${body}`
    expect(await talk(endpoint, text, /\}$/)).toContain('202')
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expect((await fetch(`${endpoint.url}in/${name}`, { method })).status).toBe(404)
    }
  })
})
