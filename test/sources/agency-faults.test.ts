import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import { FaultyAnswer } from '../../src/sources/http/faulty-answer.ts'
import type { Offer, PollResult, Source } from '../../src/sources/source.ts'
import { afp, dpa, pa, reuters, sesame, speakers, token, withTokens } from './agency-speakers.ts'
import type { Speaker } from './agency-speakers.ts'
import { reply, startAnswering } from './answering-server.ts'
import type { AnsweringServer } from './answering-server.ts'
import { contextFor, faultOf, noon } from './poll-context.ts'

let api: AnsweringServer
let http: HttpClient

beforeEach(async () => {
  api = await startAnswering((_, response) => reply(response, 500))
  http = createHttpClient({ slow: { stallMs: 300, graceMs: 200, bytesPerSecond: 100 } })
})
afterEach(async () => {
  await http.close()
  await api.stop()
})

const json = { 'content-type': 'application/json' }
const text = ({ bytes }: Offer): string => Buffer.from(bytes).toString('utf8')
const names = (result: PollResult): string[] => result.offers.map(({ key }) => key)

describe.each(speakers)('$name', (speaker: Speaker) => {
  let source: Source
  beforeEach(() => {
    source = speaker.source(() => http)
  })
  const poll = (cursor?: unknown, more: Record<string, unknown> = {}): Promise<PollResult> => {
    const settings = { ...speaker.settings(api.url), allowPrivate: true, ...more }
    return source.poll(contextFor(source, settings, { cursor, secrets: speaker.secrets, now: noon }))
  }
  const ferry = speaker.item('ferry', 1, 'Ferry')
  const pier = speaker.item('pier', 1, 'Pier')

  it('offers items byte for byte as received', async () => {
    api.answer = speaker.serve([ferry, pier])
    const { offers } = await poll()
    expect(offers).toHaveLength(2)
    // A queue adds its receipt to what it hands out; nothing else is touched.
    expect(offers.map((offer) => text(offer).replace(/,"_wireq_receipt":"[^"]+"/, ''))).toEqual([ferry, pier])
  })

  it('leaves a source that sends nothing, or a byte now and then (F15)', async () => {
    api.answer = withTokens(() => {})
    expect((await faultOf(poll(undefined, { requestSeconds: 1 }))).code).toBe('source.timeout')
    api.answer = withTokens((_, response) => {
      response.writeHead(200, json)
      response.write('{"')
    })
    expect((await faultOf(poll())).code).toBe('source.timeout')
  })

  it('counts an answer beyond the limit as a fault, packed or not, whatever its length says (F16, defect 10)', async () => {
    const large = speaker.list([speaker.item('large', 1, 'x'.repeat(200_000))])
    api.answer = withTokens((_, response) => reply(response, 200, large, json))
    expect((await faultOf(poll(undefined, { responseBytes: 65_536 }))).code).toBe('source.too-large')
    const bomb = gzipSync(Buffer.alloc(20_000_000, 0x20))
    api.answer = withTokens((_, response) => reply(response, 200, bomb, { ...json, 'content-encoding': 'gzip' }))
    expect((await faultOf(poll(undefined, { responseBytes: 65_536 }))).code).toBe('source.too-large')
    api.answer = withTokens((_, response) => {
      response.writeHead(200, { ...json, 'content-length': '99999999999' })
      response.flushHeaders()
    })
    expect((await faultOf(poll())).code).toBe('source.too-large')
  })

  it('tells items without ids apart, and names all by what they are, not by where they stand (F21, defects 1 and 4)', async () => {
    const nameless = [speaker.nameless('One'), speaker.nameless('Two')]
    api.answer = speaker.serve([ferry, ...nameless, pier])
    const one = names(await poll())
    expect(new Set(one).size).toBe(4)
    if (speaker === dpa) return
    api.answer = speaker.serve([pier, ...nameless.toReversed(), ferry])
    expect(new Set(names(await poll()))).toEqual(new Set(one))
  })

  it.each([
    [301, 'source.too-many-redirects', 'source.bad-answer'],
    [402, 'source.unauthorized', 'source.unauthorized'],
    [403, 'source.unauthorized', 'source.unauthorized'],
    [404, 'source.not-found', 'source.not-found'],
    [410, 'source.gone', 'source.gone'],
    [500, 'source.server-error', 'source.server-error'],
  ])('takes HTTP %i as the policy table says (F22)', async (status, got, sent) => {
    api.answer = withTokens((_, response) => reply(response, status, '', { location: '/again' }))
    const fault = await faultOf(poll())
    expect([got, sent]).toContain(fault.code)
  })

  it.each([
    ['7', 7_000],
    ['-1', 60_000],
    ['316800', 86_400_000],
  ])('waits after a 429 with Retry-After %s, for a minute when it says nothing useful (F22)', async (header, ms) => {
    api.answer = withTokens((_, response) => reply(response, 429, '{}', { ...json, 'retry-after': header }))
    const fault = await faultOf(poll())
    expect(fault.code).toBe('source.rate-limited')
    if (speaker === pa && header === '-1') expect(fault.retryAfterMs).toBeUndefined()
    else expect(fault.retryAfterMs).toBe(ms)
  })

  it.each([
    ['a captive portal', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['an empty body', ''],
    ['an answer that is cut', speaker.list([ferry, pier]).slice(0, -7)],
    ['JSON of another kind', '{"hello":"world"}'],
    ['a list', '[1,2,3]'],
    ['null', 'null'],
  ])(
    'refuses %s with status 200, keeps it as evidence, and asks again from the same place (F23)',
    async (_name, body) => {
      api.answer = withTokens((_, response) => reply(response, 200, body, json))
      const fault = await faultOf(poll())
      expect(fault).toBeInstanceOf(FaultyAnswer)
      expect(fault.code).toBe('source.bad-answer')
      expect(fault.retry).toBe('retry')
      expect(Buffer.from((fault as FaultyAnswer).evidence).toString('utf8')).toBe(body)
      api.answer = speaker.serve([ferry])
      expect((await poll()).offers).toHaveLength(1)
    },
  )

  it('reads a 200 whatever its ETag says (defect 2)', async () => {
    const tagged = (items: readonly string[]) => {
      const serve = speaker.serve(items)
      return ((request, response) => {
        response.setHeader('etag', '"same"')
        serve(request, response)
      }) as typeof serve
    }
    api.answer = tagged([ferry])
    const one = await poll()
    api.answer = tagged([ferry, pier])
    const two = await poll(one.cursor)
    expect(names(two).some((key) => key.includes('pier'))).toBe(true)
  })

  it('offers a broken item raw, beside its sound neighbours (F19, defect 3)', async () => {
    const broken = '{"headline":"raw\nnewline \\q"}'
    api.answer = speaker.serve([ferry, broken, pier])
    const { offers } = await poll()
    expect(offers).toHaveLength(3)
    expect(offers.map((offer) => text(offer).replace(/,"_wireq_receipt":"[^"]+"/, ''))).toContain(broken)
  })

  it('offers a correction and a kill of what it offered before (defect 7)', async () => {
    api.answer = speaker.serve([ferry])
    const one = await poll()
    api.answer = speaker.serve([speaker.item('ferry', 2, 'Ferry, corrected'), ferry])
    const two = await poll(one.cursor)
    expect(two.offers.map(text).some((bytes) => bytes.includes('Ferry, corrected'))).toBe(true)
  })

  it('offers the same version with other words (F13)', async () => {
    api.answer = speaker.serve([ferry])
    const one = await poll()
    api.answer = speaker.serve([speaker.item('ferry', 1, 'Ferry, quietly changed')])
    expect((await poll(one.cursor)).offers).toHaveLength(1)
  })

  it('polled twice from one cursor, offers the same twice (defect 11)', async () => {
    api.answer = speaker.serve([ferry, pier])
    const one = await poll()
    const again = await poll()
    expect(names(again)).toEqual(names(one))
  })

  it('lets no key or token out: not into the cursor, the offers, the faults or an address (defect 9)', async () => {
    api.answer = speaker.serve([ferry])
    const result = await poll()
    expect(JSON.stringify([result.cursor, result.offers.map(text), result.note])).not.toMatch(/sesame|token-issued/)
    // The queue of dpa is opened by its address alone; it stands in no address we show.
    const shown = speaker === dpa ? [] : api.requests.map(({ url }) => url)
    expect(shown.join(' ')).not.toMatch(new RegExp(`${sesame}|${token}`))
    for (const status of [400, 403, 500]) {
      api.answer = withTokens((_, response) => reply(response, status, `{"message":"${sesame}"}`, json))
      const fault = await faultOf(poll())
      expect(`${fault.message} ${fault.detail} ${fault instanceof FaultyAnswer ? fault.url : ''}`).not.toContain(sesame)
    }
  })

  it('says which secret is missing', async () => {
    const settings = { ...speaker.settings(api.url), allowPrivate: true }
    const fault = await faultOf(source.poll(contextFor(source, settings, { secrets: {} })))
    expect(fault.code).toBe('config.secret-missing')
    expect(Object.keys(speaker.secrets).some((name) => fault.detail.includes(name))).toBe(true)
  })

  it('takes a cursor that is none of its own for none', async () => {
    api.answer = speaker.serve([ferry])
    for (const odd of [7, 'x', { since: 'yesterday' }, { sweep: {} }]) expect((await poll(odd)).offers).toHaveLength(1)
  })
})

describe.each([reuters, afp])('$name and its tokens', (speaker: Speaker) => {
  const poll = (source: Source, secrets = speaker.secrets): Promise<PollResult> =>
    source.poll(contextFor(source, { ...speaker.settings(api.url), allowPrivate: true }, { secrets }))
  const tokenRequests = (): number => api.requests.filter(({ url }) => url.includes('/oauth/token')).length

  it('asks for one token, however many polls want it at once', async () => {
    api.answer = speaker.serve([])
    const source = speaker.source(() => http)
    await Promise.all([poll(source), poll(source), poll(source)])
    await poll(source)
    expect(tokenRequests()).toBe(1)
  })

  it('renews a token that was refused, once, and says so when the new one is refused too', async () => {
    api.answer = withTokens((_, response) => reply(response, 401, '{}', json))
    const source = speaker.source(() => http)
    expect((await faultOf(poll(source))).code).toBe('source.unauthorized')
    expect(tokenRequests()).toBe(2)
  })

  it.each([
    [401, '{"error":"invalid_client"}', 'source.unauthorized'],
    [400, '{"error":"invalid_grant"}', 'source.unauthorized'],
    [200, '{"error":"access_denied"}', 'source.unauthorized'],
    [503, '{}', 'source.server-error'],
    [400, '{"error":"temporarily_unavailable"}', 'source.server-error'],
    [429, '{}', 'source.rate-limited'],
    [200, '<html>Sign in</html>', 'source.bad-answer'],
    [200, '{"access_token":""}', 'source.bad-answer'],
    [307, '', 'source.bad-answer'],
  ])('takes a token endpoint that answers %i %s for what it is, and keeps none of it', async (status, body, code) => {
    api.answer = (_, response) => reply(response, status, body, { ...json, location: 'https://elsewhere.example/' })
    const fault = await faultOf(poll(speaker.source(() => http)))
    expect(fault.code).toBe(code)
    expect(fault).not.toBeInstanceOf(FaultyAnswer)
    expect(fault.message).not.toContain(sesame)
  })

  it('asks for another token when the secret was changed', async () => {
    api.answer = speaker.serve([])
    const source = speaker.source(() => http)
    await poll(source)
    await poll(source, Object.fromEntries(Object.keys(speaker.secrets).map((name) => [name, 'another'])))
    expect(tokenRequests()).toBe(2)
  })

  it('sends the credentials in a body or a header, never in an address', async () => {
    api.answer = speaker.serve([])
    await poll(speaker.source(() => http))
    expect(api.requests.map(({ url }) => url).join(' ')).not.toContain(sesame)
  })
})
