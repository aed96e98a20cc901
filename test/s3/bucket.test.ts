import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import { createS3Source } from '../../src/sources/s3/source.ts'
import type { PollContext, PollResult } from '../../src/sources/source.ts'
import { contextFor, faultOf } from '../sources/poll-context.ts'
import { account, startStore } from './object-store.ts'
import type { ObjectStore } from './object-store.ts'

let store: ObjectStore
let http: HttpClient
const source = createS3Source(() => http)

beforeAll(async () => {
  store = await startStore()
  // Every name of the store leads to this machine.
  http = createHttpClient({ lookup: (_host, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) })
})
afterAll(async () => {
  await http?.close()
  await store?.stop()
})

let run = 0
let prefix = ''
beforeEach(() => {
  prefix = `run-${(run += 1)}/in/`
})
afterEach(() => void (now = new Date()))

let now = new Date()

const settings = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  bucket: 'wire-in',
  endpoint: `http://127.0.0.1:${store.port}`,
  prefix,
  accessKeySecret: 'STORE_ID',
  secretKeySecret: 'STORE_KEY',
  processed: `run-${run}/done`,
  allowPrivate: true,
  ...more,
})

const secrets = { STORE_ID: account.accessKeyId, STORE_KEY: account.secretAccessKey }

function contextOf(config: Record<string, unknown>, cursor?: unknown, more = secrets): PollContext {
  return contextFor(source, config, { cursor, secrets: more, now })
}

async function turn(config: Record<string, unknown>, cursor?: unknown): Promise<PollResult> {
  const context = contextOf(config, cursor)
  const result = await source.poll(context)
  await source.acknowledge!(context, result)
  return result
}

const texts = (result: PollResult): string[] => result.offers.map(({ bytes }) => Buffer.from(bytes).toString())

describe('objects in a bucket', () => {
  it('are offered byte for byte, each state of a key once', async () => {
    const bytes = Buffer.from([0, 255, 254, 10, 13])
    store.put(`${prefix}2031/03/story.xml`, bytes)
    const first = await turn(settings())
    expect(first.offers).toMatchObject([{ key: '2031/03/story.xml', fileName: 'story.xml' }])
    expect(Buffer.compare(Buffer.from(first.offers[0]!.bytes), bytes)).toBe(0)
    const second = await turn(settings(), first.cursor)
    expect(second.offers).toEqual([])
    store.put(`${prefix}2031/03/story.xml`, 'another state')
    const third = await turn(settings(), second.cursor)
    expect(texts(third)).toEqual(['another state'])
    store.put(`${prefix}2031/03/story.xml`, 'another state')
    expect((await turn(settings(), third.cursor)).offers).toEqual([])
  })

  it('may have any name that can stand in an address, and their signatures hold', async () => {
    const names = ["it's (1) + one*.xml", 'Möwe & Söhne.xml', '100% =?#.xml', 'a//b.xml', '飛行機/写真.xml']
    for (const name of names) store.put(prefix + name, name)
    const result = await turn(settings())
    expect(texts(result).sort()).toEqual([...names].sort())
    const moved = await turn(settings({ mode: 'move' }))
    expect(moved.offers).toHaveLength(names.length)
    expect(store.keys(prefix)).toEqual([])
    expect(store.keys(`run-${run}/done`)).toHaveLength(names.length)
  })

  it('are asked for by host name as well as by path', async () => {
    store.put(`${prefix}one.xml`, 'by name')
    const config = settings({ endpoint: `http://s3.localhost:${store.port}`, addressing: 'virtual' })
    expect(texts(await turn(config))).toEqual(['by name'])
  })

  it('come from under the prefix alone, by name and ending, not from below folders when that is not wanted', async () => {
    for (const key of ['a.xml', 'b.txt', 'c.xml.tmp', 'sub/d.xml', 'agate-e.xml']) store.put(prefix + key, key)
    store.put(`run-${run}/elsewhere.xml`, 'no')
    const config = settings({ extensions: ['.xml'], names: ['?.xml', 'x*'], recursive: false })
    expect(texts(await turn(config))).toEqual(['a.xml'])
    expect(texts(await turn(settings({ extensions: ['.XML'] }))).sort()).toEqual(['a.xml', 'agate-e.xml', 'sub/d.xml'])
  })

  it('are listed page by page, more than a thousand of them', async () => {
    for (let at = 0; at < 1100; at += 1) store.put(`${prefix}${String(at).padStart(5, '0')}.txt`, `${at}`)
    const config = settings({ filesAtOnce: 1000 })
    const first = await turn(config)
    expect([first.offers.length, first.next.kind]).toEqual([1000, 'now'])
    const second = await turn(config, first.cursor)
    expect(second.offers).toHaveLength(100)
    expect(new Set([...texts(first), ...texts(second)]).size).toBe(1100)

    const sorted = settings({ filesAtOnce: 1000, sorted: true })
    const one = await turn(sorted)
    const two = await turn(sorted, one.cursor)
    const three = await turn(sorted, two.cursor)
    expect([one, two, three].map(({ offers }) => offers.length)).toEqual([1000, 100, 0])
    expect(two.cursor).toMatchObject({ after: '' })
    for (let n = 0; n < 500; n += 1) store.put(`${prefix}1${n}.txt`, `late ${n}`)
    const four = await turn(sorted, three.cursor)
    expect(four.offers).toHaveLength(500)
    expect(four.cursor).toMatchObject({ after: '00599.txt' })
    const five = await turn(sorted, four.cursor)
    expect(five.offers).toEqual([])
    expect(JSON.stringify(five.cursor)).not.toContain('00500.txt')
  })

  it('that are too large are refused before they are fetched, and cost the others nothing', async () => {
    store.put(`${prefix}a.xml`, 'x'.repeat(3000))
    store.put(`${prefix}b.xml`, 'small')
    const config = settings({ fileBytes: 1000 })
    const result = await turn(config)
    expect(texts(result)).toEqual(['small'])
    expect(result.refused).toMatchObject([{ key: 'a.xml', code: 'parse.too-large' }])
    expect((await turn(config, result.cursor)).refused).toBeUndefined()
  })

  it('F16: that unpack to more than the limit are left, and said', async () => {
    store.put(`${prefix}bomb.xml`, gzipSync(Buffer.alloc(5_000_000)), 'gzip')
    const result = await turn(settings({ fileBytes: 100_000 }))
    expect(result.offers).toEqual([])
    expect(result.note).toContain('bomb.xml cannot be read: it unpacks to more than 100000 bytes')
  })
})

describe('peers’ defect 13: what was read leaves the bucket', () => {
  it('never in the poll, only once it is committed, and again without harm', async () => {
    store.put(`${prefix}sport/a.xml`, 'one')
    const config = settings({ mode: 'move' })
    const context = contextOf(config)
    const result = await source.poll(context)
    expect(store.keys(prefix)).toEqual([`${prefix}sport/a.xml`])
    expect(texts(await source.poll(context))).toEqual(['one'])
    await source.acknowledge!(context, result)
    await source.acknowledge!(context, result)
    expect(store.keys(prefix)).toEqual([])
    const [key] = store.keys(`run-${run}/done`)
    expect(key).toMatch(/^run-\d+\/done\/\d{4}-\d\d-\d\d\/sport\/a\.[0-9a-f]{8}\.xml$/)
    expect(store.text(key!)).toBe('one')
  })

  it('by the next poll when the process died between commit and acknowledgement', async () => {
    store.put(`${prefix}a.xml`, 'one')
    const config = settings({ mode: 'delete' })
    const { cursor } = await source.poll(contextOf(config))
    const next = await source.poll(contextOf(config, cursor))
    expect(next.offers).toEqual([])
    expect(store.keys(prefix)).toEqual([])
  })

  it('but stays, and is taken, when something new was put in its place meanwhile', async () => {
    store.put(`${prefix}a.xml`, 'one')
    const config = settings({ mode: 'delete' })
    const context = contextOf(config)
    const result = await source.poll(context)
    store.put(`${prefix}a.xml`, 'two')
    await source.acknowledge!(context, result)
    expect(store.text(`${prefix}a.xml`)).toBe('two')
    expect(texts(await turn(config, result.cursor))).toEqual(['two'])
  })
})

describe('a service that refuses', () => {
  it('names wrong keys, a missing bucket and a missing secret for what they are, and repeats no key', async () => {
    const wrong = { STORE_ID: account.accessKeyId, STORE_KEY: 'a-key-that-is-wrong' }
    const refused = await faultOf(source.poll(contextOf(settings(), undefined, wrong)))
    expect(refused.code).toBe('source.unauthorized')
    expect(refused.detail).toContain('SignatureDoesNotMatch')
    expect(`${refused.stack} ${JSON.stringify(refused)}`).not.toMatch(/a-key-that-is-wrong|AKIDGANNET/)
    const unknown = await faultOf(source.poll(contextOf(settings(), undefined, { ...secrets, STORE_ID: 'AKIDNOBODY' })))
    expect([unknown.code, unknown.message.includes('AKIDNOBODY')]).toEqual(['source.unauthorized', false])
    const missing = await faultOf(source.poll(contextOf(settings({ bucket: 'no-such-bucket' }))))
    expect(missing.code).toBe('source.not-found')
    const secretless = contextFor(source, settings(), { secrets: {} })
    expect((await faultOf(source.poll(secretless))).code).toBe('config.secret-missing')
  })

  it('F14: because our clock is wrong is asked again by its own clock, and the feed says so', async () => {
    store.put(`${prefix}a.xml`, 'one')
    now = new Date(Date.now() - 3 * 3_600_000)
    const result = await turn(settings())
    expect(texts(result)).toEqual(['one'])
    expect(result.note).toMatch(/^the service’s clock is 1(?:0799|08\d\d) s ahead of the database’s$/)
  })

  it('is asked with the token of temporary credentials, and for another region only under its name', async () => {
    store.put(`${prefix}a.xml`, 'one')
    store.account = { ...account, sessionToken: 'until/noon+then' }
    store.region = 'eu-north-1'
    try {
      const config = settings({ sessionTokenSecret: 'STORE_TOKEN', region: 'eu-north-1' })
      const withToken = contextFor(source, config, { secrets: { ...secrets, STORE_TOKEN: 'until/noon+then' }, now })
      expect(texts(await source.poll(withToken))).toEqual(['one'])
      const without = await faultOf(source.poll(contextOf(settings({ region: 'eu-north-1' }))))
      expect(without.detail).toContain('InvalidToken')
      const elsewhere = await faultOf(source.poll(contextOf(settings())))
      expect(elsewhere.detail).toContain('AuthorizationHeaderMalformed')
    } finally {
      store.account = account
      store.region = 'us-east-1'
    }
  })

  it('F25: is not asked at a private or local address unless the feed allows it', async () => {
    for (const host of ['127.0.0.1', '[::1]', '169.254.169.254', '2130706433', 'localhost', 'store.example']) {
      const config = settings({ endpoint: `http://${host}:${store.port}`, allowPrivate: false })
      const fault = await faultOf(source.poll(contextOf(config)))
      expect([host, fault.code]).toEqual([host, expect.stringMatching(/^source\.(address|resolution)-refused$/)])
    }
  })
})
