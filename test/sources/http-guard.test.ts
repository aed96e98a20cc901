import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { refuseAddress } from '../../src/sources/http/address-guard.ts'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import { reply, startAnswering } from './answering-server.ts'
import { faultOf } from './poll-context.ts'

const clients: HttpClient[] = []
const stops: (() => Promise<void>)[] = []
const client = (...addresses: string[]): HttpClient => {
  const made = createHttpClient({
    lookup: (_host, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      ),
  })
  clients.push(made)
  return made
}
const get = (http: HttpClient, url: string, allowPrivate = false) =>
  http.get({ url, deadlineMs: 5000, maxBytes: 1000, allowPrivate })

afterEach(async () => {
  await Promise.all(clients.splice(0).map((made) => made.close()))
  await Promise.all(stops.splice(0).map((stop) => stop()))
})

/** F25 in every spelling a URL may have. */
const forbiddenLiterals = [
  '127.0.0.1',
  '127.1',
  '127.0.0.1.',
  '2130706433',
  '0x7f.1',
  '0x7f000001',
  '0177.0.0.1',
  '017700000001',
  '%31%32%37.0.0.1',
  '127。0。0。1',
  '①②⑦.⓪.⓪.①',
  '0.0.0.0',
  '0',
  '10.0.0.8',
  '172.16.9.9',
  '192.168.1.1',
  '169.254.169.254',
  '2852039166',
  '100.64.0.1',
  '198.18.0.1',
  '192.0.2.7',
  '203.0.113.9',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '168.63.129.16',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[fe80::1]',
  '[fec0::1]',
  '[fd00:ec2::254]',
  '[fc00::1]',
  '[ff02::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:10.0.0.1]',
  '[::ffff:0:127.0.0.1]',
  '[::127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::a00:1]',
  '[64:ff9b:1::10.0.0.1]',
  '[2002:7f00:1::]',
  '[2002:a00:1::1]',
  '[2001:0:53aa:64c:0:0:80ff:fffe]',
  '[2001:db8::1]',
  '[100::1]',
  '[4000::1]',
]

describe('an address that leads inside is refused before a byte is sent (F25)', () => {
  it.each(forbiddenLiterals)('literal %s', async (host) => {
    expect((await faultOf(get(client('8.8.8.8'), `http://${host}/feed`))).code).toBe('source.address-refused')
  })

  it.each([
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::1',
    'fd12::1',
  ])('a name that resolves to %s', async (address) => {
    const fault = await faultOf(get(client(address), 'http://wire.example/feed'))
    expect(fault.code).toBe('source.resolution-refused')
    expect(fault.retry).toBe('snooze')
  })

  it('a name with one good and one forbidden address, which is how rebinding begins', async () => {
    const fault = await faultOf(get(client('93.184.216.34', '127.0.0.1'), 'http://wire.example/feed'))
    expect(fault.code).toBe('source.resolution-refused')
  })

  it('localhost, which is this machine wherever it is asked (RFC 6761)', async () => {
    const http = createHttpClient()
    clients.push(http)
    expect((await faultOf(get(http, 'http://localhost:1/'))).code).toBe('source.address-refused')
  })

  it('no connection reaches the forbidden server', async () => {
    let connections = 0
    const trap = createServer(() => (connections += 1))
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
    stops.push(() => new Promise((resolve) => trap.close(() => resolve())))
    const { port } = trap.address() as AddressInfo
    await faultOf(get(client('127.0.0.1'), `http://127.0.0.1:${port}/`))
    await faultOf(get(client('127.0.0.1'), `http://wire.example:${port}/`))
    expect(connections).toBe(0)
  })

  it.each([
    'http://169.254.169.254/latest',
    'http://[::ffff:169.254.169.254]/',
    'file:///etc/passwd',
    'ftp://10.0.0.1/',
    'gopher://x/',
  ])('a redirect to %s, even from a feed that may be private', async (location) => {
    const server = await startAnswering((_, response) => reply(response, 302, '', { location }))
    stops.push(() => server.stop())
    const fault = await faultOf(get(client(), server.url, true))
    expect(fault.code).toBe('source.redirect-refused')
    expect(fault.retry).toBe('snooze')
  })

  it.each([
    'file:///etc/passwd',
    'ftp://wire.example/',
    'data:text/plain,x',
    'javascript:1',
    'unix:/run/x.sock',
    'not a url',
  ])('the address %s', async (url) => {
    expect((await faultOf(get(client('8.8.8.8'), url))).code).toBe('source.address-refused')
  })

  it('a feed that may be private reaches its server; the one next to it still may not', async () => {
    const server = await startAnswering((_, response) => reply(response, 200, 'ok'))
    stops.push(() => server.stop())
    const http = client('127.0.0.1')
    expect((await get(http, server.url, true)).bytes.toString()).toBe('ok')
    expect((await faultOf(get(http, server.url))).code).toBe('source.address-refused')
  })
})

describe('the address guard', () => {
  it.each(['8.8.8.8', '93.184.216.34', '2606:4700::1111', '2a00:1450:4001:80b::200e'])('lets %s through', (address) => {
    expect(refuseAddress(address)).toBeUndefined()
  })

  it('never lets a private IPv4 address through inside any IPv6 form', () => {
    const prefixes = ['::ffff:', '::', '64:ff9b::', '64:ff9b:1::', '::ffff:0:']
    fc.assert(
      fc.property(fc.constantFrom(...prefixes), fc.integer({ min: 0, max: 0xffffff }), (prefix, tail) => {
        const v4 = `10.${tail >> 16}.${(tail >> 8) & 255}.${tail & 255}`
        expect(refuseAddress(`${prefix}${v4}`)).toBeDefined()
      }),
      { seed: 20310304 },
    )
  })

  it('keeps metadata services and link-local addresses closed even for a private feed', () => {
    for (const address of [
      '169.254.169.254',
      '::ffff:169.254.169.254',
      'fe80::1',
      '100.100.100.200',
      'fd00:ec2::254',
      '0.0.0.0',
    ]) {
      expect(refuseAddress(address, true), address).toBeDefined()
    }
    for (const address of ['127.0.0.1', '10.0.0.1', '::1', 'fd12::1', '100.64.0.1', '::ffff:10.0.0.1']) {
      expect(refuseAddress(address, true), address).toBeUndefined()
    }
  })
})
