import { afterEach, describe, expect, it } from 'vitest'
import { createFtpSource } from '../../src/sources/ftp/source.ts'
import type { PollResult } from '../../src/sources/source.ts'
import { startScriptedFtp } from './ftp-server.ts'
import type { FtpScript, ScriptedFtp } from './ftp-server.ts'
import { contextFor, faultOf, noon } from './poll-context.ts'

const source = createFtpSource()
let ftp: ScriptedFtp

const start = async (options: Partial<FtpScript> = {}): Promise<void> => {
  ftp = await startScriptedFtp(options)
}
const context = (cursor?: unknown, more: Record<string, unknown> = {}, seconds = 0) =>
  contextFor(
    source,
    {
      host: '127.0.0.1',
      port: ftp.port,
      user: 'desk',
      passwordSecret: 'DESK_PASSWORD',
      tls: 'none',
      allowPrivate: true,
      ...more,
    },
    { cursor, now: new Date(noon.getTime() + seconds * 1000), secrets: { DESK_PASSWORD: 'sesame-7', WRONG: 'x' } },
  )
const poll = (cursor?: unknown, more: Record<string, unknown> = {}, seconds = 0): Promise<PollResult> =>
  source.poll(context(cursor, more, seconds))
const acknowledge = async (result: PollResult, more: Record<string, unknown> = {}): Promise<void> =>
  source.acknowledge?.(context(undefined, more), result)
/** Two looks, three seconds apart. */
const settled = async (more: Record<string, unknown> = {}): Promise<PollResult> =>
  poll((await poll(undefined, more)).cursor, more, 3)
const keys = (result: PollResult): string[] => result.offers.map(({ key }) => key).sort()
const text = (result: PollResult): string[] => result.offers.map(({ bytes }) => Buffer.from(bytes).toString())
const names = (): string[] => [...ftp.script.files.keys()].sort()

afterEach(() => ftp.stop())

describe('a file on an FTP server', () => {
  it('is taken once it has looked the same twice, in binary, and stays where it is', async () => {
    await start()
    ftp.put('a.xml', 'story one\r\nline\n')
    const one = await poll()
    expect(one.offers).toEqual([])
    const two = await poll(one.cursor, {}, 3)
    expect(text(two)).toEqual(['story one\r\nline\n'])
    expect(two.offers[0]).toMatchObject({ key: 'a.xml', fileName: 'a.xml' })
    expect(ftp.commands).toContain('TYPE I')
    expect(ftp.commands.filter((line) => line.startsWith('TYPE A'))).toEqual([])
    expect((await poll(two.cursor, {}, 6)).offers).toEqual([])
    expect(names()).toEqual(['a.xml'])
  })
})
