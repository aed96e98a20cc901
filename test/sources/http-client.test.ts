import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient, HttpRequest } from '../../src/sources/http/client.ts'
import { reply, startAnswering } from './answering-server.ts'
import type { AnsweringServer } from './answering-server.ts'
import { faultOf } from './poll-context.ts'

let server: AnsweringServer
let http: HttpClient

const get = (more: Partial<HttpRequest> = {}) =>
  http.get({ url: `${server.url}/feed`, deadlineMs: 10_000, maxBytes: 100_000, allowPrivate: true, ...more })

beforeEach(async () => {
  server = await startAnswering((_, response) => reply(response, 200, 'ok'))
  http = createHttpClient({ slow: { stallMs: 300, graceMs: 200, bytesPerSecond: 1000 } })
})
afterEach(async () => {
  await http.close()
  await server.stop()
})

/** A server that writes bytes as they are, without the manners of node:http. */
async function rawServer(talk: (socket: Socket) => void): Promise<{ url: string; stop: () => void }> {
  const sockets: Socket[] = []
  const raw = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => {})
    socket.once('data', () => talk(socket))
  })
  await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(raw.address() as AddressInfo).port}/`,
    stop: () => {
      for (const socket of sockets) socket.destroy()
      raw.close()
    },
  }
}

describe('a source that is slow (F15)', () => {
  it('with headers is left at the deadline', async () => {
    server.answer = () => {}
    expect((await faultOf(get({ deadlineMs: 150 }))).code).toBe('source.timeout')
  })

  it('with a byte now and then is left early', async () => {
    const raw = await rawServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n')
      const drip = setInterval(() => socket.write('x'), 50)
      socket.on('close', () => clearInterval(drip))
    })
    const fault = await faultOf(get({ url: raw.url, deadlineMs: 60_000 }))
    raw.stop()
    expect(fault.code).toBe('source.timeout')
  })

  it('with nothing after the first bytes is left early', async () => {
    const raw = await rawServer((socket) =>
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 9000\r\n\r\n${'x'.repeat(5000)}`),
    )
    const fault = await faultOf(get({ url: raw.url, deadlineMs: 60_000 }))
    raw.stop()
    expect(fault.code).toBe('source.timeout')
  })

  it('with chunks that never end is left at the limit', async () => {
    const raw = await rawServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
      const pour = (): void => {
        while (!socket.destroyed && socket.write(`400\r\n${'y'.repeat(1024)}\r\n`));
      }
      socket.on('drain', pour)
      pour()
    })
    const fault = await faultOf(get({ url: raw.url }))
    raw.stop()
    expect(fault.code).toBe('source.too-large')
  })

  it('costs the feed beside it nothing', async () => {
    server.answer = ({ url }, response) => (url === '/feed' ? undefined : reply(response, 200, 'quick'))
    const slow = faultOf(get({ deadlineMs: 1000 }))
    const quick = await Promise.all(Array.from({ length: 40 }, () => get({ url: `${server.url}/quick` })))
    expect(quick.every(({ status }) => status === 200)).toBe(true)
    expect((await slow).code).toBe('source.timeout')
  })

  it('is left at once when the worker stops', async () => {
    const stop = new AbortController()
    server.answer = () => stop.abort()
    expect((await faultOf(get({ signal: stop.signal }))).code).toBe('source.network')
    expect((await faultOf(get({ signal: stop.signal }))).code).toBe('source.network')
  })
})

describe('a body that is too large, or not what its headers say (F16)', () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000))

  it('is not even read when it announces its size', async () => {
    server.answer = (_, response) => {
      response.writeHead(200, { 'content-length': '104857600' })
      response.write('x')
    }
    expect((await faultOf(get())).code).toBe('source.too-large')
  })

  it.each([
    ['gzip bomb', 'gzip', bomb],
    ['gzip bomb within gzip', 'gzip, gzip', gzipSync(bomb)],
    ['brotli bomb', 'br', brotliCompressSync(Buffer.alloc(50_000_000))],
    ['deflate bomb', 'deflate', deflateSync(Buffer.alloc(50_000_000))],
  ])('%s', async (_name, encoding, body) => {
    expect(body.length).toBeLessThan(100_000)
    server.answer = (_, response) => reply(response, 200, body, { 'content-encoding': encoding })
    const before = process.memoryUsage().rss
    expect((await faultOf(get())).code).toBe('source.too-large')
    expect(process.memoryUsage().rss - before).toBeLessThan(30_000_000)
  })

  it.each([
    ['gzip', gzipSync('news')],
    ['x-gzip', gzipSync('news')],
    ['gzip, gzip', gzipSync(gzipSync('news'))],
    ['br', brotliCompressSync('news')],
    ['deflate', deflateSync('news')],
    ['deflate', deflateRawSync('news')],
    ['identity', Buffer.from('news')],
    ['gzip', Buffer.from('news')],
  ])('is unpacked: %s', async (encoding, body) => {
    server.answer = (_, response) => reply(response, 200, body, { 'content-encoding': encoding })
    expect((await get()).bytes.toString()).toBe('news')
  })

  it.each([
    ['cut gzip', 'gzip', gzipSync('news '.repeat(99)).subarray(0, 20)],
    ['cut brotli', 'br', brotliCompressSync('news '.repeat(99)).subarray(0, 8)],
    ['four layers', 'gzip, gzip, gzip, gzip', Buffer.from('x')],
    ['an unknown kind', 'zstd-like', Buffer.from('x')],
  ])('is a bad answer: %s', async (_name, encoding, body) => {
    server.answer = (_, response) => reply(response, 200, body, { 'content-encoding': encoding })
    expect((await faultOf(get())).code).toBe('source.bad-answer')
  })

  it.each([
    ['half of what Content-Length says', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'],
    ['chunks without the last', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n'],
    ['no headers at all', ''],
  ])('is no answer when it is cut: %s', async (_name, bytes) => {
    const raw = await rawServer((socket) => socket.end(bytes))
    const fault = await faultOf(get({ url: raw.url }))
    raw.stop()
    expect(fault.code).toBe('source.network')
  })

  it('is a bad answer when it is not HTTP, or its headers never end', async () => {
    for (const bytes of ['SSH-2.0-wire\r\n', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(80_000)}\r\n\r\n`]) {
      const raw = await rawServer((socket) => socket.end(bytes))
      const fault = await faultOf(get({ url: raw.url }))
      raw.stop()
      expect(fault.code).toBe('source.bad-answer')
    }
  })
})

describe('redirects', () => {
  const through = (steps: Record<string, [number, string]>): void => {
    server.answer = ({ url }, response) => {
      const step = steps[url ?? '']
      if (step === undefined) reply(response, 200, 'there')
      else reply(response, step[0], 'moved', { location: step[1] })
    }
  }

  it.each([
    ['301', { '/feed': [301, '/b'] }, '/b'],
    ['308 twice', { '/feed': [308, '/b'], '/b': [301, '/c'] }, '/c'],
    ['301, then 302', { '/feed': [301, '/b'], '/b': [302, '/c'] }, '/b'],
    ['302', { '/feed': [302, '/b'] }, undefined],
    ['307, then 301', { '/feed': [307, '/b'], '/b': [301, '/c'] }, undefined],
  ] as [string, Record<string, [number, string]>, string | undefined][])(
    '%s: what is remembered',
    async (_name, steps, movedTo) => {
      through(steps)
      const answer = await get()
      expect(answer.bytes.toString()).toBe('there')
      expect(answer.movedTo).toBe(movedTo === undefined ? undefined : server.url + movedTo)
    },
  )

  it('in a circle, or more than five, are given up', async () => {
    through({ '/feed': [301, '/b'], '/b': [301, '/feed'] })
    expect((await faultOf(get())).code).toBe('source.too-many-redirects')
    server.answer = ({ url }, response) => reply(response, 302, '', { location: `${url}x` })
    server.requests.length = 0
    expect((await faultOf(get())).code).toBe('source.too-many-redirects')
    expect(server.requests).toHaveLength(6)
  })

  it('without a usable Location are a bad answer', async () => {
    server.answer = (_, response) => reply(response, 302)
    expect((await faultOf(get())).code).toBe('source.bad-answer')
    server.answer = (_, response) => reply(response, 302, '', { location: 'http://[broken' })
    expect((await faultOf(get())).code).toBe('source.bad-answer')
  })

  it('whose own body never ends are followed all the same', async () => {
    server.answer = ({ url }, response) => {
      if (url === '/b') return reply(response, 200, 'there')
      response.writeHead(302, { location: '/b' })
      response.write('x'.repeat(1000))
    }
    expect((await get()).bytes.toString()).toBe('there')
  })

  it('to another host do not carry the key along', async () => {
    const other = await startAnswering((_, response) => reply(response, 200, 'elsewhere'))
    server.answer = (_, response) => reply(response, 302, '', { location: `${other.url}/x` })
    await get({ secretHeaders: { 'x-api-key': 'sesame' }, secretQuery: { token: 'sesame' } })
    await other.stop()
    expect(server.requests[0]?.headers['x-api-key']).toBe('sesame')
    expect(server.requests[0]?.url).toBe('/feed?token=sesame')
    expect(JSON.stringify(other.requests)).not.toContain('sesame')
  })

  it('on the same host do', async () => {
    through({ '/feed': [302, '/b'] })
    await get({ secretHeaders: { 'x-api-key': 'sesame' } })
    expect(server.requests[1]?.headers['x-api-key']).toBe('sesame')
  })
})

describe('what is told of a request', () => {
  it('holds no key, in the answer or in a fault', async () => {
    server.answer = ({ url }, response) =>
      url?.startsWith('/feed') === true
        ? reply(response, 302, '', { location: '/b?token=sesame&page=2' })
        : reply(response, 200)
    const answer = await get({ secretQuery: { token: 'sesame' } })
    expect(answer.url).toBe(`${server.url}/b?page=2`)
    server.answer = (_, response) => response.destroy()
    const fault = await faultOf(get({ url: `${server.url}/feed?apikey=sesame&qt=T0` }))
    expect(fault.code).toBe('source.network')
    expect(fault.message).not.toMatch(/sesame|T0/)
  })

  it('keeps connections open between requests to one host', async () => {
    const ports = new Set<number | undefined>()
    server.answer = (request, response) => {
      ports.add(request.socket.remotePort)
      reply(response, 200, 'ok')
    }
    for (let round = 0; round < 20; round += 1) await get()
    expect(ports.size).toBeLessThan(4)
  })

  it('a server that is not there is a passing network fault', async () => {
    const gone = server.url
    await server.stop()
    expect((await faultOf(get({ url: gone }))).code).toBe('source.network')
  })
})
