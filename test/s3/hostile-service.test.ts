import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import { FaultyAnswer } from '../../src/sources/http/faulty-answer.ts'
import { readListing } from '../../src/sources/s3/listing.ts'
import { createS3Source } from '../../src/sources/s3/source.ts'
import type { PollContext } from '../../src/sources/source.ts'
import { reply, startAnswering } from '../sources/answering-server.ts'
import type { AnsweringServer } from '../sources/answering-server.ts'
import { contextFor, faultOf } from '../sources/poll-context.ts'

let service: AnsweringServer
let http: HttpClient
const source = createS3Source(() => http)

beforeAll(async () => {
  service = await startAnswering((_request, response) => reply(response, 500))
  http = createHttpClient()
})
afterAll(async () => {
  await http?.close()
  await service?.stop()
})
beforeEach(() => void (service.requests.length = 0))

const secrets = { ID: 'AKIDTERN', KEY: 'tern-on-a-wire' }

function context(more: Record<string, unknown> = {}, cursor?: unknown): PollContext {
  const config = {
    bucket: 'wire-in',
    endpoint: service.url,
    accessKeySecret: 'ID',
    secretKeySecret: 'KEY',
    allowPrivate: true,
    ...more,
  }
  return contextFor(source, config, { secrets, cursor })
}

const listed = (key: string, more = ''): string =>
  `<Contents><Key>${key}</Key><LastModified>2031-03-04T10:00:00.000Z</LastModified><ETag>&quot;e-${key}&quot;</ETag><Size>3</Size>${more}</Contents>`
const list = (objects: string, more = '<IsTruncated>false</IsTruncated>'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${more}${objects}</ListBucketResult>`
const complaint = (code: string, message = ''): string =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`

/** Lists one object each for these keys, and gives objects the answers of the table, else three bytes. */
function serve(keys: readonly string[], objects: Record<string, [number, string, Record<string, string>?]> = {}): void {
  service.answer = ({ url = '', method = '' }, response) => {
    if (url.includes('list-type=2')) return reply(response, 200, list(keys.map((key) => listed(key)).join('')))
    const key = decodeURIComponent(new URL(url, 'http://x').pathname.slice('/wire-in/'.length))
    const scripted = new Map(Object.entries(objects))
    const usual: [number, string, Record<string, string>] = [200, 'abc', { etag: `"e-${key}"` }]
    const [status, body, headers] = scripted.get(`${method} ${key}`) ?? scripted.get(key) ?? usual
    return reply(response, status, body, headers)
  }
}

const offered = async (more: Record<string, unknown> = {}) =>
  (await source.poll(context(more))).offers.map(({ key }) => key)

describe('F23: a list that is none', () => {
  const cases: [string, string][] = [
    ['a captive portal', '<html><body>Please log in</body></html>'],
    ['nothing', ''],
    ['half of it', list(listed('a')).slice(0, 200)],
    ['a list that goes on and says not where', list(listed('a'), '<IsTruncated>true</IsTruncated>')],
    ['an entity of its own', `<!DOCTYPE x [<!ENTITY a "aaaa">]>${list(listed('&a;'))}`],
    ['another document', '<Other><Contents><Key>a</Key></Contents></Other>'],
    ['depth without end', `<ListBucketResult>${'<a>'.repeat(50_000)}`],
  ]
  it.each(cases)('(%s) fails the poll, keeps the cursor and the bytes', async (_what, body) => {
    service.answer = (_request, response) => reply(response, 200, body)
    const fault = await faultOf(source.poll(context()))
    expect(fault.code).toBe('source.bad-answer')
    expect(fault).toBeInstanceOf(FaultyAnswer)
  })

  it('that goes round in a circle is left', async () => {
    const page = list(listed('a'), '<IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken>')
    service.answer = (_request, response) => reply(response, 200, page)
    expect((await faultOf(source.poll(context()))).detail).toContain('circle')
    expect(service.requests.length).toBeLessThan(4)
  })

  it('names keys no address can hold, which are counted and passed over', async () => {
    serve(['in/%2E%2E/x.xml', 'a/./b.xml', '%00.xml', '%ff.xml', 'b%0D%0Ac.xml', '__proto__', 'good.xml'])
    const result = await source.poll(context())
    expect(result.offers.map(({ key }) => key).sort()).toEqual(['__proto__', 'good.xml'])
    expect(result.note).toContain('5 files whose names cannot be asked for')
  })

  it('is read in linear time and to the letter, or not at all', () => {
    const many = list(Array.from({ length: 5000 }, (_, n) => listed(`k${n}`)).join(''))
    expect(readListing(Buffer.from(many))?.objects).toHaveLength(5000)
    expect(readListing(Buffer.from(list(listed('a').replace('>3<', '>-3<'))))).toMatchObject({
      objects: [],
      unnameable: 1,
    })
  })
})

describe('peers’ defect 3: one object that fails', () => {
  it.each([
    ['gone in between', 404, complaint('NoSuchKey')],
    ['without the right to it', 403, complaint('AccessDenied')],
    ['in an archive', 403, complaint('InvalidObjectState')],
    ['changed in between', 412, complaint('PreconditionFailed')],
    ['a fault of the service', 500, complaint('InternalError')],
    ['a redirect', 307, ''],
    ['another state than was listed', 200, 'xyz'],
    ['cut', 200, 'ab'],
  ] as const)('(%s) costs only itself', async (how, status, body) => {
    const headers = how.startsWith('another') ? { etag: '"e-other"' } : { etag: '"e-b.xml"', location: '/elsewhere' }
    serve(['a.xml', 'b.xml', 'c.xml'], { 'b.xml': [status, body, headers] })
    expect(await offered()).toEqual(['a.xml', 'c.xml'])
  })

  it('F16: sends more than was listed, and more than is allowed', async () => {
    const large: [number, string, Record<string, string>] = [200, 'x'.repeat(100_000), { etag: '"e-b.xml"' }]
    serve(['a.xml', 'b.xml'], { 'b.xml': large })
    expect(await offered()).toEqual(['a.xml'])
    expect(await offered({ fileBytes: 1000 })).toEqual(['a.xml'])
  })

  it('wrong keys in the middle of a poll are the feed’s fault, not an object’s', async () => {
    serve(['a.xml'], { 'a.xml': [403, complaint('SignatureDoesNotMatch', 'tern-on-a-wire AKIDTERN')] })
    const fault = await faultOf(source.poll(context()))
    expect(fault.code).toBe('source.unauthorized')
    expect(fault.message).not.toMatch(/tern-on|AKIDTERN/)
  })
})

describe('what putting away must not lose', () => {
  it('an object whose copy answers 200 with a fault in its body stays where it is', async () => {
    serve(['in/a.xml'])
    const config = { mode: 'move', prefix: 'in/', processed: 'done' }
    const result = await source.poll(context(config))
    const [taken] = (result.cursor as { files: { taken: [string, string, string, string][] } }).files.taken
    expect(taken![0]).toBe('a.xml')
    const puts: string[] = []
    service.answer = ({ url = '', method = '' }, response) => {
      puts.push(method)
      if (url.includes('list-type=2')) return reply(response, 200, list(listed('in/a.xml')))
      return reply(response, 200, method === 'PUT' ? complaint('InternalError') : '')
    }
    expect((await faultOf(source.acknowledge!(context(config), result))).code).toBe('source.server-error')
    expect(puts).toEqual(['GET', 'PUT'])
  })

  it('copies and deletes only the state that was stored', async () => {
    serve(['in/a.xml'], { 'DELETE in/a.xml': [412, complaint('PreconditionFailed')] })
    const config = { mode: 'delete', prefix: 'in/' }
    const result = await source.poll(context(config))
    await source.acknowledge!(context(config), result)
    const { headers } = service.requests.at(-1)!
    expect(headers['if-match']).toBe('"e-in/a.xml"')
    expect(headers['authorization']).toMatch(/SignedHeaders=[a-z0-9;-]*if-match/)
  })

  it('F22: a service that asks for patience is given it', async () => {
    service.answer = (_request, response) => reply(response, 503, complaint('SlowDown'), { 'retry-after': '7' })
    const fault = await faultOf(source.poll(context()))
    expect([fault.code, fault.retryAfterMs]).toEqual(['source.rate-limited', 7000])
  })
})
