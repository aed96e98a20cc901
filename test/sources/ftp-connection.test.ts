import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { ftp, poll, settled, source, start, text } from './ftp-bench.ts'
import { faultOf } from './poll-context.ts'

afterEach(() => ftp.stop())

describe('the connection', () => {
  it('uses the checked control address for data, whatever PASV says (no FTP bounce)', async () => {
    await start({ epsv: false, pasvAddress: '10,0,0,7' })
    ftp.put('a.xml', 'story')
    expect(text(await settled())).toEqual(['story'])
    ftp.script.pasvAddress = '93,184,216,34'
    expect(text(await settled())).toEqual(['story'])
  })

  it('to a private server is refused before a byte is sent, unless the settings allow it', async () => {
    await start()
    const fault = await faultOf(poll(undefined, { allowPrivate: false }))
    expect(fault.code).toBe('source.address-refused')
    expect(ftp.commands).toEqual([])
  })

  it('with a wrong password says so, and waits for a person', async () => {
    await start()
    const fault = await faultOf(poll(undefined, { passwordSecret: 'WRONG' }))
    expect([fault.code, fault.retry]).toEqual(['source.unauthorized', 'snooze'])
    expect(fault.detail).toContain('log-in')
    expect(fault.detail).not.toContain('sesame')
  })

  it('without the secret says which one is missing, before anything is asked', async () => {
    await start()
    const fault = await faultOf(poll(undefined, { passwordSecret: 'NOWHERE' }))
    expect(fault.code).toBe('config.secret-missing')
    expect(fault.detail).toContain('NOWHERE')
    expect(ftp.commands).toEqual([])
  })

  it('to a folder that is not there names it', async () => {
    await start()
    const fault = await faultOf(poll(undefined, { path: '/nowhere' }))
    expect([fault.code, fault.detail]).toEqual(['source.not-found', expect.stringContaining('/nowhere')])
  })

  it('is said farewell to', async () => {
    await start()
    await poll()
    expect(ftp.commands.at(-1)).toBe('QUIT')
  })
})

describe('FTPS', () => {
  const pem = (name: string): string => fileURLToPath(new URL(`fixtures/tls/${name}.pem`, import.meta.url))
  const tls = { key: readFileSync(pem('server.key'), 'utf8'), cert: readFileSync(pem('server.cert'), 'utf8') }
  const trusting = (mode: string) => ({ tls: mode, certificate: pem('server.cert') })

  it.each(['explicit', 'implicit'])('(%s) carries password, listing and files under TLS', async (mode) => {
    await start({ tls, implicit: mode === 'implicit' })
    ftp.put('a.xml', 'story')
    expect(text(await settled(trusting(mode)))).toEqual(['story'])
    expect(ftp.commands).toContain('PROT P')
  })

  it.each(['explicit', 'implicit'])(
    '(%s) with a certificate nobody signed is refused before the password',
    async (mode) => {
      await start({ tls, implicit: mode === 'implicit' })
      const fault = await faultOf(poll(undefined, { tls: mode }))
      expect([fault.code, fault.retry]).toEqual(['source.identity-refused', 'snooze'])
      expect(ftp.commands.filter((line) => /USER|PASS/.test(line))).toEqual([])
    },
  )

  it('with a certificate of another name is refused before the password', async () => {
    const other = { key: readFileSync(pem('elsewhere.key'), 'utf8'), cert: readFileSync(pem('elsewhere.cert'), 'utf8') }
    await start({ tls: other })
    const fault = await faultOf(poll(undefined, { tls: 'explicit', certificate: pem('elsewhere.cert') }))
    expect(fault.code).toBe('source.identity-refused')
    expect(ftp.commands.filter((line) => /USER|PASS/.test(line))).toEqual([])
  })

  it('that the server does not offer ends before the password, and never falls back to plain', async () => {
    await start()
    const fault = await faultOf(poll(undefined, { tls: 'explicit' }))
    expect([fault.code, fault.detail]).toEqual(['source.bad-answer', expect.stringContaining('tls: none')])
    expect(ftp.commands).toEqual(['AUTH TLS'])
  })
})

describe('settings', () => {
  it.each([
    [{}, /host/],
    [{ host: 'ftp://wire.example' }, /host/],
    [{ host: 'desk:sesame@wire.example' }, /host/],
    [{ host: 'wire.example', user: 'desk' }, /passwordSecret/],
    [{ host: 'wire.example', path: 'a\r\nDELE b' }, /path/],
    [{ host: 'wire.example', password: 'sesame' }, /password/i],
  ])('%j are refused', (config, words) => {
    expect(() => source.readConfig(config)).toThrow(words)
  })

  it('know the usual ports, and count against the host', () => {
    expect(source.readConfig({ host: 'Wire.example' })).toMatchObject({ port: 21, tls: 'explicit', mode: 'keep' })
    const implicit = source.readConfig({ host: 'wire.example', tls: 'implicit' })
    expect(source.hostOf(implicit)).toBe('wire.example:990')
  })
})
