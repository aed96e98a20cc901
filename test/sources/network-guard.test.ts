import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectGuarded } from '../../src/sources/network/connect.ts'
import type { ConnectRequest } from '../../src/sources/network/connect.ts'
import type { Lookup } from '../../src/sources/network/look-up.ts'
import { faultOf } from './poll-context.ts'

let server: Server
let port: number
let connections: number

const answering =
  (...addresses: string[]): Lookup =>
  (_host, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
const to = (host: string, more: Partial<ConnectRequest> = {}): Promise<unknown> =>
  connectGuarded({ host, port, allowPrivate: false, timeoutMs: 5000, ...more })

beforeEach(async () => {
  connections = 0
  server = createServer((socket) => {
    connections += 1
    socket.on('error', () => {})
    socket.end('220 ready\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())))

describe('a plain connection (FTP, SFTP, mail)', () => {
  it.each([
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '[::1]',
    '::ffff:127.0.0.1',
    '10.0.0.8',
    '169.254.169.254',
    'localhost',
  ])('to %s, as it stands in the settings, is refused for good, and nothing is sent (F25)', async (host) => {
    const fault = await faultOf(to(host))
    expect(fault.code).toBe('source.address-refused')
    expect(fault.retry).toBe('fatal')
    expect(connections).toBe(0)
  })

  it.each([[['127.0.0.1']], [['93.184.216.34', '127.0.0.1']], [['::ffff:10.0.0.1']], [['64:ff9b::7f00:1']]])(
    'to a name that once resolved to %j is refused for now: a name server errs and recovers',
    async (addresses) => {
      const fault = await faultOf(to('wire.example', { lookup: answering(...addresses) }))
      expect(fault.code).toBe('source.resolution-refused')
      expect(fault.retry).toBe('snooze')
      expect(connections).toBe(0)
    },
  )

  it('reaches a private server only by explicit configuration', async () => {
    const socket = await connectGuarded({
      host: 'wire.example',
      port,
      allowPrivate: true,
      timeoutMs: 5000,
      lookup: answering('127.0.0.1'),
    })
    expect(socket.remoteAddress).toBe('127.0.0.1')
    socket.destroy()
  })

  it('never reaches a metadata service, whatever the configuration says', async () => {
    expect((await faultOf(to('169.254.169.254', { allowPrivate: true }))).code).toBe('source.address-refused')
  })

  it('dials the address that was checked; a second answer of the name server changes nothing', async () => {
    let asked = 0
    const rebinding: Lookup = (_host, done) => {
      asked += 1
      done(null, [{ address: asked === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }])
    }
    const socket = await connectGuarded({
      host: 'wire.example',
      port,
      allowPrivate: true,
      timeoutMs: 5000,
      lookup: rebinding,
    })
    expect([asked, socket.remoteAddress]).toEqual([1, '127.0.0.1'])
    socket.destroy()
  })

  it('tries the next address when the first does not answer', async () => {
    const socket = await connectGuarded({
      host: 'wire.example',
      port,
      allowPrivate: true,
      timeoutMs: 5000,
      lookup: answering('::1', '127.0.0.1'),
    })
    expect(socket.remoteAddress).toBe('127.0.0.1')
    socket.destroy()
  })

  it('to an unknown name, or to a closed port, is a passing fault that names the host', async () => {
    const lost: Lookup = (_host, done) => done(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), [])
    const unknown = await faultOf(to('wire.example', { lookup: lost }))
    expect([unknown.code, unknown.detail]).toEqual(['source.network', expect.stringContaining('ENOTFOUND')])
    const closed = await faultOf(to('127.0.0.1', { allowPrivate: true, port: 1 }))
    expect([closed.code, closed.detail]).toEqual(['source.network', expect.stringContaining('127.0.0.1:1')])
  })

  it('waits for a silent name server no longer than its deadline', async () => {
    const silent: Lookup = () => {}
    expect((await faultOf(to('wire.example', { lookup: silent, timeoutMs: 20 }))).code).toBe('source.timeout')
  })

  it('ends when it is called off', async () => {
    const fault = await faultOf(to('wire.example', { lookup: () => {}, signal: AbortSignal.abort() }))
    expect(fault.code).toBe('source.network')
  })
})
