import { createFtpSource } from '../../src/sources/ftp/source.ts'
import type { PollContext, PollResult } from '../../src/sources/source.ts'
import { startScriptedFtp } from './ftp-server.ts'
import type { FtpScript, ScriptedFtp } from './ftp-server.ts'
import { contextFor, noon } from './poll-context.ts'

/** The FTP source against the scripted server. `settings` are those of the feed that differ from the usual. */
export const source = createFtpSource()
export let ftp: ScriptedFtp

export async function start(options: Partial<FtpScript> = {}): Promise<void> {
  ftp = await startScriptedFtp(options)
}

export function context(cursor?: unknown, settings: Record<string, unknown> = {}, seconds = 0): PollContext {
  return contextFor(
    source,
    {
      host: '127.0.0.1',
      port: ftp.port,
      user: 'desk',
      passwordSecret: 'DESK_PASSWORD',
      tls: 'none',
      allowPrivate: true,
      ...settings,
    },
    { cursor, now: new Date(noon.getTime() + seconds * 1000), secrets: { DESK_PASSWORD: 'sesame-7', WRONG: 'x' } },
  )
}

/** One poll, so many seconds after noon. */
export function poll(cursor?: unknown, settings: Record<string, unknown> = {}, seconds = 0): Promise<PollResult> {
  return source.poll(context(cursor, settings, seconds))
}

export async function acknowledge(result: PollResult, settings: Record<string, unknown> = {}): Promise<void> {
  await source.acknowledge?.(context(undefined, settings), result)
}

/** Two looks, three seconds apart. */
export async function settled(settings: Record<string, unknown> = {}): Promise<PollResult> {
  return poll((await poll(undefined, settings)).cursor, settings, 3)
}

export const keys = (result: PollResult): string[] => result.offers.map(({ key }) => key).sort()
export const text = (result: PollResult): string[] => result.offers.map(({ bytes }) => Buffer.from(bytes).toString())
export const names = (): string[] => [...ftp.script.files.keys()].sort()
