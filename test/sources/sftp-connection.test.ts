import { createHmac } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ssh2 from 'ssh2'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { knownKeysOf } from '../../src/sources/sftp/known-hosts.ts'
import { contextFor, faultOf } from './poll-context.ts'
import { poll, secrets, settled, sftp, source, start, text } from './sftp-bench.ts'

const loggedIn = (): string[] => sftp.commands.filter((line) => line.startsWith('auth'))
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'writethru-sftp-'))
})
afterEach(async () => {
  await sftp.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('the host key', () => {
  it('that is none of the configured ones ends the connection before a log-in, and is shown', async () => {
    await start()
    const fault = await faultOf(poll(undefined, { hostKeys: [`SHA256:${'A'.repeat(43)}`] }))
    expect([fault.code, fault.retry]).toEqual(['source.identity-refused', 'snooze'])
    expect(fault.detail).toContain(`ssh-ed25519 ${sftp.fingerprint}`)
    expect(loggedIn()).toEqual([])
  })

  it('of a server that nothing is known of is refused and shown, for a person to compare', async () => {
    await start()
    const fault = await faultOf(poll(undefined, { hostKeys: undefined }))
    expect(fault.code).toBe('source.identity-refused')
    expect(fault.detail).toMatch(/no host key is known.*hostKeys/)
    expect(loggedIn()).toEqual([])
  })

  it('may stand in a known_hosts file, by name or hashed', async () => {
    await start()
    sftp.put('a.xml', 'story')
    const knownHosts = join(folder, 'known_hosts')
    const name = `[127.0.0.1]:${sftp.port}`
    await writeFile(knownHosts, `# ours\n${name} ${sftp.hostKey} comment\n`)
    expect(text(await settled({ hostKeys: undefined, knownHosts }))).toEqual(['story'])
    const salt = Buffer.from('0123456789abcdefghij')
    const hash = createHmac('sha1', salt).update(name).digest('base64')
    await writeFile(knownHosts, `|1|${salt.toString('base64')}|${hash} ${sftp.hostKey}\n`)
    expect(text(await settled({ hostKeys: undefined, knownHosts }))).toEqual(['story'])
    await writeFile(knownHosts, `@revoked ${name} ${sftp.hostKey}\n${name} ${sftp.hostKey}\n`)
    expect((await faultOf(poll(undefined, { hostKeys: undefined, knownHosts }))).code).toBe('source.identity-refused')
  })

  it('in a known_hosts file is found by patterns, and not past an exception', () => {
    const lines = '*.wire.example,!old.wire.example ssh-ed25519 AAAA\nwire.example ssh-rsa BBBB\n'
    expect(knownKeysOf(lines, 'in.wire.example', 22)).toMatchObject([{ type: 'ssh-ed25519', key: 'AAAA' }])
    expect(knownKeysOf(lines, 'old.wire.example', 22)).toEqual([])
    expect(knownKeysOf(lines, 'WIRE.example', 22)).toMatchObject([{ key: 'BBBB' }])
    expect(knownKeysOf(lines, 'wire.example', 2222)).toEqual([])
  })
})

describe('the log-in', () => {
  it('with a wrong password says so, and waits for a person', async () => {
    await start()
    const fault = await faultOf(poll(undefined, { passwordSecret: 'WRONG' }))
    expect([fault.code, fault.retry]).toEqual(['source.unauthorized', 'snooze'])
  })

  it('answers a server that asks for the password as a question', async () => {
    await start({ asksForPassword: true })
    sftp.put('a.xml', 'story')
    expect(text(await settled())).toEqual(['story'])
  })

  it('uses a key, with a passphrase where it has one', async () => {
    const pair = ssh2.utils.generateKeyPairSync('ed25519', { passphrase: 'open', cipher: 'aes256-ctr', rounds: 1 })
    secrets['DESK_KEY'] = pair.private
    secrets['DESK_PHRASE'] = 'open'
    await start({ publicKey: pair.public })
    sftp.put('a.xml', 'story')
    const byKey = { passwordSecret: undefined, keySecret: 'DESK_KEY', passphraseSecret: 'DESK_PHRASE' }
    expect(text(await settled(byKey))).toEqual(['story'])
    const fault = await faultOf(poll(undefined, { ...byKey, passphraseSecret: 'WRONG' }))
    expect(fault.code).toBe('source.unauthorized')
    expect(fault.detail).not.toContain('PRIVATE KEY-----')
  })

  it('without the secret says which one is missing', async () => {
    await start()
    const fault = await faultOf(poll(undefined, { passwordSecret: 'NOWHERE' }))
    expect([fault.code, fault.detail]).toEqual(['config.secret-missing', expect.stringContaining('NOWHERE')])
    expect(loggedIn()).toEqual([])
  })
})

describe('the connection', () => {
  it('to a private server is refused before a byte is sent, unless the settings allow it (F25)', async () => {
    await start()
    expect((await faultOf(poll(undefined, { allowPrivate: false }))).code).toBe('source.address-refused')
    expect(loggedIn()).toEqual([])
  })

  it('to a server that says nothing ends when the poll is called off (F15)', async () => {
    await start()
    const stop = new AbortController()
    const silent = createServer((socket) => {
      socket.on('error', () => {})
      stop.abort()
    })
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const config = {
      host: '127.0.0.1',
      port: (silent.address() as AddressInfo).port,
      user: 'desk',
      passwordSecret: 'DESK_PASSWORD',
      hostKeys: [sftp.fingerprint],
      allowPrivate: true,
    }
    const fault = await faultOf(source.poll(contextFor(source, config, { secrets, signal: stop.signal })))
    expect(fault.code).toBe('source.network')
    await new Promise((resolve) => silent.close(resolve))
  })

  it('to something that is no SSH server is an answer that cannot be used (F23)', async () => {
    await start()
    const portal = createServer((socket) => {
      socket.on('error', () => {})
      socket.resume()
      socket.end('HTTP/1.0 200 OK\r\ncontent-type: text/html\r\n\r\n<html>Please log in</html>\r\n'.repeat(40))
    })
    await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve))
    const fault = await faultOf(poll(undefined, { port: (portal.address() as AddressInfo).port }))
    expect(fault.code).toBe('source.bad-answer')
    await new Promise((resolve) => portal.close(resolve))
  })
})

describe('settings', () => {
  it.each([
    [{ host: 'wire.example', user: 'desk' }, /passwordSecret/],
    [{ host: 'wire.example', user: 'desk', passwordSecret: 'A', hostKeys: ['MD5:00'] }, /hostKeys/],
    [{ host: 'desk@wire.example', user: 'desk', passwordSecret: 'A' }, /host/],
    [{ host: 'wire.example', user: 'desk', passwordSecret: 'A', passphraseSecret: 'B' }, /keySecret/],
    [{ host: 'wire.example', user: 'desk', privateKey: 'x' }, /privateKey/],
  ])('%j are refused', async (config, words) => {
    await start()
    expect(() => source.readConfig(config)).toThrow(words)
  })
})
