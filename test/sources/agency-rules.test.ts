import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import { sourceKinds } from '../../src/sources/registry.ts'
import type { PollContext, PollResult, Source } from '../../src/sources/source.ts'
import { Seen } from '../../src/sources/window/seen.ts'
import { afterPage, currentSweep, firstWindow } from '../../src/sources/window/sweep.ts'
import { afp, bodyOf, dpa, pa, reuters, withTokens } from './agency-speakers.ts'
import type { Speaker } from './agency-speakers.ts'
import { reply, startAnswering } from './answering-server.ts'
import type { AnsweringServer } from './answering-server.ts'
import { contextFor, noon } from './poll-context.ts'

let api: AnsweringServer
let http: HttpClient
beforeEach(async () => {
  api = await startAnswering((_, response) => reply(response, 500))
  http = createHttpClient()
})
afterEach(async () => {
  await http.close()
  await api.stop()
})

const json = { 'content-type': 'application/json' }
const minutes = (count: number): Date => new Date(noon.getTime() + count * 60_000)

function contextOf(
  speaker: Speaker,
  source: Source,
  options: { cursor?: unknown; now?: Date; settings?: Record<string, unknown> } = {},
): PollContext {
  const settings = { ...speaker.settings(api.url), allowPrivate: true, ...options.settings }
  return contextFor(source, settings, { cursor: options.cursor, now: options.now ?? noon, secrets: speaker.secrets })
}

describe('windows', () => {
  const settings = { startHours: 24, overlapMinutes: 10, lateHours: 6, lateEveryMinutes: 30 }
  const first = firstWindow(settings, noon)

  it('a pass begins where the last one began to ask, less the overlap', () => {
    const sweep = currentSweep(first, settings, noon)
    const done = afterPage(first, sweep, undefined, minutes(1), undefined)
    expect(done.since).toBe(noon.toISOString())
    expect(currentSweep(done, settings, minutes(5)).from).toBe(minutes(-10).toISOString())
  })

  it('a clock that runs ahead of the agency’s opens no hole (F14)', () => {
    const ahead = minutes(24 * 60)
    const sweep = currentSweep(first, settings, ahead)
    const done = afterPage(first, sweep, undefined, ahead, noon)
    expect(done.since).toBe(noon.toISOString())
  })

  it('a clock that was ahead and is put right does not wait for the day to come (F14)', () => {
    const done = { ...first, since: minutes(24 * 60).toISOString() }
    expect(currentSweep(done, settings, noon).from).toBe(minutes(-10).toISOString())
  })

  it('now and then a pass looks hours back, for what was listed late', () => {
    const sweep = currentSweep(first, settings, noon)
    const done = afterPage(first, sweep, undefined, noon, undefined)
    expect(currentSweep(done, settings, minutes(29)).late).toBe(false)
    const late = currentSweep(done, settings, minutes(31))
    expect(late).toMatchObject({ late: true, from: minutes(31 - 360).toISOString() })
    expect(currentSweep(afterPage(done, late, undefined, minutes(32), undefined), settings, minutes(33)).late).toBe(
      false,
    )
  })

  it('a pass of several pages keeps its beginning and its end', () => {
    const sweep = currentSweep(first, settings, noon)
    const half = afterPage(first, sweep, 'page 2', noon, undefined)
    expect(half.since).toBe(first.since)
    expect(currentSweep(half, settings, minutes(9))).toEqual({ ...sweep, position: 'page 2' })
  })

  it('memory of what came is bounded, and keeps what was seen last (defect 12: forgetting costs a duplicate, no more)', () => {
    const seen = new Seen(undefined, 3)
    for (const name of ['a', 'b', 'c']) seen.add(name)
    expect(seen.has('a')).toBe(true)
    seen.add('d')
    const kept = new Seen(seen.toString(), 3)
    expect(['a', 'b', 'c', 'd'].map((name) => kept.has(name))).toEqual([true, false, true, true])
  })
})

describe('Reuters Connect', () => {
  const source = reuters.source(() => http)
  const ferry = reuters.item('ferry', 1, 'Ferry')
  const asked: string[] = []
  const answering = (items: readonly string[], data: (query: string) => string | undefined): void => {
    const serve = reuters.serve(items)
    api.answer = (request, response) => {
      if (request.url !== '/graphql') return serve(request, response)
      void bodyOf(request).then((body) => {
        const { query } = JSON.parse(body) as { query: string }
        asked.push(query)
        reply(response, 200, data(query) ?? reuters.list(items), json)
      })
    }
  }
  const itemsAnswer = (query: string, bytes: string): string | undefined =>
    query.includes('search(') ? undefined : `{"data":{"i0":${bytes}}}`
  beforeEach(() => void asked.splice(0))

  it('asks for an item once, however often windows list it (quota, defect 8)', async () => {
    answering([ferry], (query) => itemsAnswer(query, ferry))
    const one = await source.poll(contextOf(reuters, source))
    const two = await source.poll(contextOf(reuters, source, { cursor: one.cursor, now: minutes(1) }))
    expect([one.offers.length, two.offers.length]).toEqual([1, 0])
    expect(asked.filter((query) => query.includes('item(id'))).toHaveLength(1)
  })

  it('never asks for a download, which costs points (defect 8)', async () => {
    answering([ferry], (query) => itemsAnswer(query, ferry))
    await source.poll(contextOf(reuters, source))
    expect(asked.join(' ')).not.toMatch(/mutation|download/)
  })

  it('records a gap and begins the pass anew when its place in the list is unknown (F24)', async () => {
    const page = (more: boolean): string =>
      `{"data":{"search":{"pageInfo":{"endCursor":"place-2","hasNextPage":${more}},"items":[${ferry}]}}}`
    answering([], (query) => itemsAnswer(query, ferry) ?? page(true))
    const one = await source.poll(contextOf(reuters, source))
    expect(one.next).toEqual({ kind: 'now' })
    const lost = '{"data":null,"errors":[{"message":"Invalid cursor","extensions":{"code":"BAD_USER_INPUT"}}]}'
    answering([], (query) => (query.includes('place-2') ? lost : page(false)))
    const two = await source.poll(contextOf(reuters, source, { cursor: one.cursor }))
    expect(two.gap).toMatchObject({ kind: 'cursor-expired' })
    asked.splice(0)
    const three = await source.poll(contextOf(reuters, source, { cursor: two.cursor }))
    expect(asked[0]).not.toContain('place-2')
    expect(three.gap).toBeUndefined()
    expect(three.next.kind).toBe('after')
  })

  it('waits for an item that is listed and not delivered, then counts it as refused, and its neighbours lose nothing', async () => {
    const pier = reuters.item('pier', 1, 'Pier')
    const data = (query: string): string | undefined => {
      if (query.includes('search(')) return undefined
      const members = [...query.matchAll(/(i\d+): item\(id: "([^"]+)"/g)].map(
        ([, name, id]) => `"${name}":${String(id).includes('pier') ? 'null' : ferry}`,
      )
      return `{"data":{${members.join(',')}},"errors":[{"message":"Item not found","path":["i1"]}]}`
    }
    answering([ferry, pier], data)
    const settings = { itemTries: 3 }
    const one = await source.poll(contextOf(reuters, source, { settings }))
    expect(one.offers).toHaveLength(1)
    expect(one.note).toContain('1 items still to be fetched')
    let result: PollResult = one
    for (const minute of [1, 2, 3]) {
      result = await source.poll(contextOf(reuters, source, { settings, cursor: result.cursor, now: minutes(minute) }))
      expect(result.refused).toBeUndefined()
    }
    result = await source.poll(contextOf(reuters, source, { settings, cursor: result.cursor, now: minutes(40) }))
    expect(result.refused).toMatchObject([{ code: 'source.not-found', key: 'tag:example.com,2031:newsml_pier:1' }])
    const after = await source.poll(contextOf(reuters, source, { settings, cursor: result.cursor, now: minutes(41) }))
    expect([after.refused, after.offers]).toEqual([undefined, []])
  })

  it('takes errors inside a 200 for what they say', async () => {
    const cases = [
      ['FORBIDDEN', 'Not entitled to this channel', 'source.unauthorized'],
      ['THROTTLED', 'Too many requests', 'source.rate-limited'],
      ['INTERNAL_SERVER_ERROR', 'Internal error', 'source.server-error'],
      ['GRAPHQL_VALIDATION_FAILED', 'Cannot query field "located"', 'source.bad-answer'],
    ] as const
    for (const [code, message, expected] of cases) {
      answering([], () => JSON.stringify({ data: null, errors: [{ message, extensions: { code } }] }))
      await expect(source.poll(contextOf(reuters, source))).rejects.toMatchObject({ code: expected })
    }
  })

  it('names channels the account is not subscribed to: they would be silent for ever', async () => {
    const subscribed = '{"data":{"currentUser":{"subscriptions":[{"alias":"abc123","name":"World"}]}}}'
    answering([], (query) => (query.includes('currentUser') ? subscribed : undefined))
    const settings = { channels: ['ABC123', 'XYZ999'] }
    const { note } = await source.poll(contextOf(reuters, source, { settings }))
    expect(note).toContain('XYZ999')
    expect(note).not.toContain('ABC123')
  })

  it('begins a new pass when its settings change, and does not follow the old list', async () => {
    answering(
      [],
      () => `{"data":{"search":{"pageInfo":{"endCursor":"old-place","hasNextPage":true},"items":[${ferry}]}}}`,
    )
    const one = await source.poll(contextOf(reuters, source))
    asked.splice(0)
    await source.poll(contextOf(reuters, source, { cursor: one.cursor, settings: { channels: ['ABC123'] } }))
    expect(asked.find((query) => query.includes('search('))).not.toContain('old-place')
  })

  it('refuses settings by name, all faults at once', () => {
    expect(() => source.readConfig({ channels: ['a"b'], url: 'ftp://x', colour: 'red' })).toThrow(
      /audience[\s\S]*channels|channels[\s\S]*audience/,
    )
  })
})

describe('dpa wireQ', () => {
  const source = dpa.source(() => http)
  const deletions: string[] = []
  const answering = (status: (receipt: string) => number, retryAfter?: string): void => {
    deletions.splice(0)
    const items = ['a', 'b', 'c'].map((id) => dpa.item(id, 1, id))
    api.answer = (request, response) => {
      request.resume()
      if (request.method !== 'DELETE') {
        return reply(response, 200, dpa.list(items), {
          ...json,
          ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
        })
      }
      deletions.push(request.url ?? '')
      reply(response, status(request.url ?? ''))
    }
  }

  it('returns no receipt before the entries are stored, and each once after (defect 13)', async () => {
    answering(() => 204)
    const context = contextOf(dpa, source)
    const result = await source.poll(context)
    expect(deletions).toEqual([])
    await source.acknowledge?.(context, result)
    expect(deletions.toSorted()).toEqual([
      '/sesame-open-77/entry/receipt-0',
      '/sesame-open-77/entry/receipt-1',
      '/sesame-open-77/entry/receipt-2',
    ])
    await source.acknowledge?.(context, result)
    expect(deletions).toHaveLength(3)
  })

  it('does not mind receipts that no longer count', async () => {
    answering((url) => (url.endsWith('0') ? 410 : url.endsWith('1') ? 404 : 204))
    const context = contextOf(dpa, source)
    await expect(source.acknowledge?.(context, await source.poll(context))).resolves.toBeUndefined()
  })

  it('returns the others when one fails, and says so', async () => {
    answering((url) => (url.endsWith('1') ? 500 : 204))
    const context = contextOf(dpa, source)
    const result = await source.poll(context)
    await expect(source.acknowledge?.(context, result)).rejects.toThrow(/1 of 3/)
    expect(deletions).toHaveLength(3)
  })

  it('stops returning receipts when it is asked for fewer requests', async () => {
    answering(() => 429)
    const context = contextOf(dpa, source, { settings: { receiptsAtOnce: 1 } })
    const result = await source.poll(context)
    await expect(source.acknowledge?.(context, result)).rejects.toThrow(/3 of 3/)
    expect(deletions).toHaveLength(1)
  })

  it('comes back when dpa says, within its bounds', async () => {
    answering(() => 204, '10')
    expect((await source.poll(contextOf(dpa, source))).next).toEqual({ kind: 'after', ms: 10_000 })
    answering(() => 204, '99999')
    expect((await source.poll(contextOf(dpa, source))).next).toEqual({ kind: 'after', ms: 300_000 })
    answering(() => 204)
    expect((await source.poll(contextOf(dpa, source))).next).toEqual({ kind: 'after', ms: 1000 })
  })
})

describe('PA', () => {
  const source = pa.source(() => http)

  it('goes down the list in overlapping pages until it is below what it knows', async () => {
    const items = Array.from({ length: 25 }, (_, at) => {
      const issued = new Date(noon.getTime() - at * 3_600_000).toISOString()
      return pa.item(`n${at}`, 1, `News ${at}`).replaceAll('2031-03-04T11:00:00Z', issued)
    })
    const offsets: number[] = []
    api.answer = (request, response) => {
      const asked = new URL(request.url ?? '', api.url).searchParams
      offsets.push(Number(asked.get('offset')))
      const page = items.slice(Number(asked.get('offset')), Number(asked.get('offset')) + Number(asked.get('limit')))
      reply(response, 200, `{"total":900,"item":[${page.join(',')}]}`, json)
    }
    const settings = { pageSize: 10, startHours: 20, pageOverlap: 2 }
    let [cursor, offered] = [undefined as unknown, 0]
    for (let round = 0; round < 3; round += 1) {
      const result = await source.poll(contextOf(pa, source, { cursor, settings }))
      cursor = result.cursor
      offered += result.offers.length
    }
    expect(offsets).toEqual([0, 8, 16])
    expect(offered).toBe(25)
  })

  it('says what it did not see when a pass is too long for it', async () => {
    api.answer = (_, response) =>
      reply(
        response,
        200,
        `{"total":900,"item":[${Array.from({ length: 100 }, (__, at) => pa.item(`n${at}`, 1, `${at}`)).join(',')}]}`,
        json,
      )
    const { gap } = await source.poll(contextOf(pa, source, { settings: { pageSize: 100, mostItems: 100 } }))
    expect(gap).toMatchObject({ kind: 'no-overlap', from: expect.stringContaining('2031-03-03') as string })
  })

  it('takes neither a new signature of a link nor a ranking for a revision', async () => {
    const item = (more: string): string => pa.item('a', 1, 'A').replace(/\}$/, `,${more}}`)
    api.answer = pa.serve([item('"ranking":1,"link":"https://x.example/a.jpg?sig=1"')])
    const one = await source.poll(contextOf(pa, source))
    api.answer = pa.serve([item('"ranking":12.5,"link":"https://x.example/a.jpg?sig=2"')])
    expect((await source.poll(contextOf(pa, source, { cursor: one.cursor }))).offers).toEqual([])
  })

  it('is not held up by a page of question marks', async () => {
    const marks = pa.item('a', 1, '?'.repeat(2_000_000))
    api.answer = pa.serve([marks])
    expect((await source.poll(contextOf(pa, source))).offers).toHaveLength(1)
  })

  it('refuses a key among its parameters', () => {
    expect(() => source.readConfig({ parameters: { apikey: 'x' } })).toThrow(/apiKeySecret/)
  })
})

describe('AFP Core', () => {
  const source = afp.source(() => http)
  const searches: { dateRange: { from: string }; maxRows: number }[] = []
  const answering = (docs: (asked: { dateRange: { from: string }; maxRows: number }) => string[]): void => {
    searches.splice(0)
    api.answer = withTokens((request, response) => {
      void bodyOf(request).then((body) => {
        const asked = JSON.parse(body) as (typeof searches)[number]
        searches.push(asked)
        reply(response, 200, afp.list(docs(asked)), json)
      })
    })
  }
  const at = (id: number, time: string): string => afp.item(`d${id}`, 1, `D${id}`).replace('2031-03-04T11:00:00Z', time)
  const drain = async (polls: number): Promise<PollResult[]> => {
    const results: PollResult[] = []
    for (let round = 0; round < polls; round += 1) {
      const cursor = results.at(-1)?.cursor
      results.push(await source.poll(contextOf(afp, source, { cursor, settings: { rows: 2 } })))
    }
    return results
  }

  it('goes on from the second of the last document, which may go on itself', async () => {
    const all = [1, 2, 3, 4].map((id) => at(id, `2031-03-04T10:00:0${Math.ceil(id / 2)}Z`))
    const timeOf = (doc: string): string => (JSON.parse(doc) as { published: string }).published
    answering(({ dateRange, maxRows }) =>
      all.filter((doc) => Date.parse(timeOf(doc)) >= Date.parse(dateRange.from)).slice(0, maxRows),
    )
    const results = await drain(5)
    expect(new Set(results.flatMap(({ offers }) => offers.map(({ key }) => key))).size).toBe(4)
    expect(results.some(({ gap }) => gap !== undefined)).toBe(false)
  })

  it('asks for more when one second fills a page, and records a hole when it fills the largest', async () => {
    answering(({ maxRows }) => Array.from({ length: maxRows }, (_, id) => at(id, '2031-03-04T10:00:00Z')))
    const results = await drain(12)
    expect(searches.map(({ maxRows }) => maxRows)).toContain(1000)
    expect(results.find(({ gap }) => gap !== undefined)?.gap).toMatchObject({
      kind: 'sequence-hole',
      from: '2031-03-04T10:00:00Z',
    })
  })

  it('takes a 503 for a request for patience, as AFP means it', async () => {
    api.answer = withTokens((_, response) => reply(response, 503, '{}', json))
    await expect(source.poll(contextOf(afp, source))).rejects.toMatchObject({
      code: 'source.rate-limited',
      retryAfterMs: 60_000,
    })
  })

  it('takes an error inside a 200 by its code', async () => {
    const cases = [
      ['{"error":{"error_type":"X","code":403,"message":"no"}}', 'source.unauthorized'],
      ['{"response":{"status":{"code":9,"reason":"broken"}}}', 'source.server-error'],
      ['{"error":{"code":429,"message":"slow"}}', 'source.rate-limited'],
    ] as const
    for (const [body, code] of cases) {
      api.answer = withTokens((_, response) => reply(response, 200, body, json))
      await expect(source.poll(contextOf(afp, source))).rejects.toMatchObject({ code })
    }
  })
})

describe('the page of an agency', () => {
  it.each(['ap-media-api', 'reuters-connect', 'afp-core', 'dpa-wireq', 'pa'])('%s names every setting', (kind) => {
    const page = readFileSync(new URL(`../../docs/sources/${kind}.md`, import.meta.url), 'utf8')
    const schema = sourceKinds.find((known) => known.kind === kind)?.configSchema as unknown as {
      toJSONSchema(options: object): { properties: Record<string, { description?: string }> }
    }
    const { properties } = schema.toJSONSchema({ io: 'input' })
    expect(Object.keys(properties).length).toBeGreaterThan(8)
    for (const [key, { description }] of Object.entries(properties)) {
      expect(page, key).toContain(`\`${key}\``)
      expect(description, key).toBeTruthy()
    }
  })
})
