import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient, HttpRequest } from '../../src/sources/http/client.ts'
import { inRound, LargePlaces } from '../../src/sources/http/rounds.ts'
import { startStopwatch } from '../../src/sources/http/stopwatch.ts'
import { reply, startAnswering } from './answering-server.ts'
import type { AnsweringServer } from './answering-server.ts'
import { faultOf } from './poll-context.ts'

let server: AnsweringServer
let http: HttpClient
const long = 'x'.repeat(300_000)

beforeEach(async () => {
  server = await startAnswering(({ url }, response) => {
    if (url === '/short') reply(response, 200, 'ok')
    else if (url === '/packed') reply(response, 200, gzipSync(long), { 'content-encoding': 'gzip' })
    else reply(response, 200, long)
  })
  http = createHttpClient({ slow: { stallMs: 100, graceMs: 50, bytesPerSecond: 1_000_000 } })
})
afterEach(async () => {
  await http.close()
  await server.stop()
})

const get = async (path: string, more: Partial<HttpRequest> = {}): Promise<number> => {
  const url = server.url + path
  return (await http.get({ url, deadlineMs: 5000, maxBytes: 1_000_000, allowPrivate: true, ...more })).bytes.length
}

/** A round that holds a place until it is let go. */
async function holdPlace(places: LargePlaces): Promise<() => Promise<void>> {
  let letGo = (): void => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  let begun = (): void => {}
  const inPlace = new Promise<void>((resolve) => (begun = resolve))
  const round = inRound(async () => {
    await get('/long')
    begun()
    await held
  }, places)
  await inPlace
  return async () => {
    letGo()
    await round
  }
}

/** Resolves when as many requests arrived, and what they were answered had time to be read. */
async function asked(requests: number): Promise<void> {
  while (server.requests.length < requests) await new Promise((resolve) => setTimeout(resolve, 5))
  await new Promise((resolve) => setTimeout(resolve, 250))
}

describe('rounds with long answers', () => {
  it.each(['/long', '/packed'])('wait for each other: %s', async (path) => {
    const places = new LargePlaces(1, 100_000)
    const letGo = await holdPlace(places)
    let isDone = false
    // Longer than the source may stall, and than the deadline: it is not the source that is waited for.
    const second = inRound(() => get(path, { deadlineMs: 150 }), places).then((length) => {
      isDone = true
      return length
    })
    await asked(2)
    expect(isDone).toBe(false)
    await letGo()
    expect(await second).toBe(long.length)
  })

  it('hold nobody up whose answers are short', async () => {
    const places = new LargePlaces(1, 100_000)
    const letGo = await holdPlace(places)
    expect(await inRound(() => get('/short'), places)).toBe(2)
    await letGo()
  })

  it('need one place for all their answers, also side by side', async () => {
    const places = new LargePlaces(1, 100_000)
    const lengths = await inRound(() => Promise.all([get('/long'), get('/packed'), get('/long')]), places)
    expect(lengths).toEqual([long.length, long.length, long.length])
    expect(await inRound(() => get('/long'), places)).toBe(long.length)
  })

  it('that are called off while they wait take no place with them', async () => {
    const places = new LargePlaces(1, 100_000)
    const letGo = await holdPlace(places)
    const stop = new AbortController()
    const second = faultOf(inRound(() => get('/long', { signal: stop.signal }), places))
    await asked(2)
    stop.abort()
    expect((await second).code).toBe('source.network')
    const third = inRound(() => get('/long'), places)
    await letGo()
    expect(await third).toBe(long.length)
  })

  it('give their place back when they fail', async () => {
    const places = new LargePlaces(1, 100_000)
    for (let turn = 0; turn < 3; turn += 1) {
      expect((await faultOf(inRound(() => get('/long', { maxBytes: 200_000 }), places))).code).toBe('source.too-large')
      expect((await faultOf(inRound(() => get('/packed', { maxBytes: 200_000 }), places))).code).toBe(
        'source.too-large',
      )
    }
    expect(await inRound(() => get('/packed'), places)).toBe(long.length)
  })

  it('get their places in the order in which they asked', async () => {
    const places = new LargePlaces(1, 0)
    const order: number[] = []
    const first = places.take()
    const others = [1, 2, 3].map((number) => {
      const place = places.take()
      return place.granted.then(() => {
        order.push(number)
        place.giveBack()
        place.giveBack()
      })
    })
    first.giveBack()
    await Promise.all(others)
    expect(order).toEqual([1, 2, 3])
  })
})

describe('a stopwatch', () => {
  it('goes on after a wait with what was left', async () => {
    let isOver = false
    let over = (): void => {}
    const ended = new Promise<void>((resolve) => (over = resolve))
    const watch = startStopwatch(60, () => {
      isOver = true
      over()
    })
    await watch.during(new Promise((resolve) => setTimeout(resolve, 200)))
    expect(isOver).toBe(false)
    await ended
    watch.stop()
  })
})
