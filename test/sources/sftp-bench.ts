import { createSftpSource } from '../../src/sources/sftp/source.ts'
import type { PollContext, PollResult } from '../../src/sources/source.ts'
import { contextFor, noon } from './poll-context.ts'
import { startScriptedSftp } from './sftp-server.ts'
import type { ScriptedSftp, SftpScript } from './sftp-server.ts'

/** The SFTP source against the scripted server. `settings` are those of the feed that differ from the usual. */
export const source = createSftpSource()
export let sftp: ScriptedSftp
export const secrets: Record<string, string> = { DESK_PASSWORD: 'sesame-7', WRONG: 'x' }

export async function start(options: Partial<SftpScript> = {}): Promise<void> {
  sftp = await startScriptedSftp(options)
}

export function context(cursor?: unknown, settings: Record<string, unknown> = {}, seconds = 0): PollContext {
  return contextFor(
    source,
    {
      host: '127.0.0.1',
      port: sftp.port,
      user: 'desk',
      passwordSecret: 'DESK_PASSWORD',
      hostKeys: [sftp.fingerprint],
      allowPrivate: true,
      ...settings,
    },
    { cursor, now: new Date(noon.getTime() + seconds * 1000), secrets },
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
export const names = (): string[] => [...sftp.script.files.keys()].sort()
