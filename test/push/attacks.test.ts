import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfigWith } from '../../src/sources/read-config.ts'
import { pushConfigSchema } from '../../src/sources/push/config.ts'
import { createBodyBudget } from '../../src/sources/push/read-body.ts'
import { receivePush } from '../../src/sources/push/receive.ts'
import { TokenBucket } from '../../src/sources/push/token-bucket.ts'
import { WireError } from '../../src/story/errors.ts'
import { openEndpoint, push, secret, signed, talk } from './endpoint.ts'
import type { Endpoint } from './endpoint.ts'

let endpoint: Endpoint
beforeAll(async () => {
  endpoint = await openEndpoint()
})
afterAll(() => endpoint?.close())

const count = async (table: string): Promise<number> =>
  (await endpoint.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]!.n

const config = readConfigWith(pushConfigSchema, { secrets: ['K'], documentBytes: 2000, githubStyle: true })
const now = new Date('2031-03-04T12:00:00Z')
const receive = (headers: Record<string, string | string[]>, body: Uint8Array, budgetBytes = 1_000_000) =>
  receivePush(
    { headers, body: Readable.from([Buffer.from(body)]) },
    { config, secrets: [secret], now, budget: createBodyBudget(budgetBytes), admit: () => undefined },
  )

describe('whatever is sent', () => {
  it('is refused with a code unless the signature holds', async () => {
    const name = fc.constantFrom(
      'x-writethru-signature',
      'x-writethru-timestamp',
      'x-hub-signature-256',
      'idempotency-key',
      'x-writethru-file-name',
      'content-length',
      'content-encoding',
      'content-type',
    )
    const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), minLength: 60, maxLength: 66 })
    const value = fc.oneof(
      fc.string({ maxLength: 2000 }),
      fc.array(fc.string(), { maxLength: 3 }),
      hex.map((text) => `v1=${text}`),
      hex.map((text) => `sha256=${text}`),
      fc.integer().map(String),
      fc.constantFrom('gzip', 'br', 'gzip, gzip', '1930392000', ','.repeat(900), '%E0%A4%A', '__proto__'),
    )
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, value), fc.uint8Array({ maxLength: 3000 }), async (headers, body) => {
        const fault = await receive(headers, body).then(
          () => undefined,
          (error: unknown) => error,
        )
        expect(fault).toBeInstanceOf(WireError)
        expect((fault as WireError).code).toMatch(/^push\./)
      }),
      { numRuns: 300 },
    )
  })

  it('comes out as it went in when the signature holds, plain and packed', async () => {
    const at = now.getTime() / 1000
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 1500 }), fc.boolean(), async (bytes, isPacked) => {
        const body = isPacked ? gzipSync(bytes) : Buffer.from(bytes)
        const headers = signed(body, { at, headers: isPacked ? { 'content-encoding': 'gzip' } : {} })
        const { offer } = await receive(headers, body)
        expect(Buffer.compare(Buffer.from(offer.bytes), Buffer.from(bytes))).toBe(0)
      }),
      { numRuns: 100 },
    )
  })

  it('is put off when too much is being received, and the room is given back', async () => {
    const budget = createBodyBudget(100)
    const headers = signed(Buffer.alloc(80), { at: now.getTime() / 1000 })
    const tools = { config, secrets: [secret], now, budget, admit: () => undefined }
    const slow = new Readable({ read: () => undefined })
    const first = receivePush({ headers, body: slow }, tools)
    slow.push(Buffer.alloc(60))
    await expect.poll(() => slow.readableLength).toBe(0)
    const second = receivePush({ headers, body: Readable.from([Buffer.alloc(80)]) }, tools)
    await expect(second).rejects.toMatchObject({ code: 'push.busy' })
    slow.push(Buffer.alloc(20))
    slow.push(null)
    await first
    const third = receivePush({ headers, body: Readable.from([Buffer.alloc(80)]) }, tools)
    expect((await third).offer.bytes).toHaveLength(80)
  })
})

describe('a commit that fails half way', () => {
  it('leaves nothing, and the same request is taken afterwards under the same key', async () => {
    await endpoint.addFeed('quay')
    const { pool } = endpoint
    await pool.query(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`)
    await pool.query('CREATE TRIGGER fail BEFORE UPDATE ON wire.push_keys FOR EACH ROW EXECUTE FUNCTION fail()')
    const headers = signed('<nitf/>', { headers: { 'idempotency-key': 'k' } })
    expect((await push(endpoint, 'quay', '<nitf/>', headers)).status).toBe(503)
    expect([await count('wire.receipts'), await count('wire.push_keys'), await count('wire.captures')]).toEqual([
      0, 0, 0,
    ])
    await pool.query('DROP TRIGGER fail ON wire.push_keys')
    expect((await push(endpoint, 'quay', '<nitf/>', headers)).status).toBe(202)
    expect([await count('wire.receipts'), await count('wire.push_keys'), await count('wire.captures')]).toEqual([
      1, 1, 1,
    ])
  })

  it('is no matter when the sender is gone before the answer: it sends again and hears the same', async () => {
    await endpoint.addFeed('pier', { requestSeconds: 1 })
    const body = '<nitf>left early</nitf>'
    const headers = signed(body, { headers: { 'idempotency-key': 'k' } })
    const lines = Object.entries({ ...headers, 'content-length': String(body.length), host: 'x' })
    const text = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
    const before = await count('wire.receipts')
    // Half the request, then the whole one whose answer nobody waits for, then once more.
    await talk(endpoint, `POST /in/pier HTTP/1.1\r\n${text}\r\n${body.slice(0, 5)}`, /./s).catch(() => '')
    await talk(endpoint, `POST /in/pier HTTP/1.1\r\n${text}\r\n${body}`, /HTTP/)
    const again = await push(endpoint, 'pier', body, headers)
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([202, 'true'])
    expect(await count('wire.receipts')).toBe(before + 1)
  })
})

describe('the example in the documentation', () => {
  it('sends a file that is taken', async () => {
    const page = await readFile(new URL('../../docs/sources/push.md', import.meta.url), 'utf8')
    const [, script = ''] = /\nnode -e '([^'\n]{1,2000})' http/.exec(page) ?? []
    const folder = await mkdtemp(join(tmpdir(), 'writethru-push-'))
    try {
      const file = join(folder, 'story.xml')
      await writeFile(file, '<nitf>from the page</nitf>')
      await endpoint.addFeed('harbour-push')
      const environment = { ...process.env, HARBOUR_PUSH_KEY: secret }
      const url = `${endpoint.url}in/harbour-push`
      const { stdout } = await promisify(execFile)(process.execPath, ['-e', script, url, file], { env: environment })
      expect(stdout).toMatch(/^202 \{"receipt":"/)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

describe('the rate of a feed', () => {
  it('never exceeds its burst and its average, whenever requests come', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6000 }),
        fc.array(fc.integer({ min: -50, max: 5000 }), { maxLength: 200 }),
        (perMinute, steps) => {
          const bucket = new TokenBucket(perMinute, 0)
          let at = 0
          let taken = 0
          for (const step of steps) {
            at += step
            if (bucket.take(at) === 0) taken += 1
          }
          // A clock that goes back and forth gains what it went back, and no more.
          const forward = steps.reduce((sum, step) => sum + Math.max(0, step), 0)
          expect(taken).toBeLessThanOrEqual(Math.max(1, perMinute / 10) + (forward * perMinute) / 60_000 + 0.001)
        },
      ),
    )
  })
})
