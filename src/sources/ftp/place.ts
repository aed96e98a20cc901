import { FTPError } from 'basic-ftp'
import type { Deadline } from '../files/deadline.ts'
import type { FoundFile, ReadOutcome } from '../files/found-file.ts'
import { LimitedBuffer } from '../files/limited-buffer.ts'
import { putAwayRemote } from '../files/put-away-remote.ts'
import type { RemotePlace } from '../files/remote-source.ts'
import { foldersAbove } from '../files/remote-names.ts'
import type { FtpConfig } from './config.ts'
import { ftpFault } from './fault.ts'
import { lookAtFtp } from './look.ts'
import { openFtp, placeOf } from './session.ts'
import type { FtpSession } from './session.ts'

/** The place of a feed. Nothing is opened before it is needed, and what broke is opened again for the next step. */
export function ftpPlace(
  config: FtpConfig,
  password: () => string | undefined,
  deadline: Deadline,
  now: Date,
): RemotePlace {
  const where = placeOf(config)
  let open: FtpSession | undefined

  async function session(): Promise<FtpSession> {
    const stopped = deadline.fault()
    if (stopped !== undefined) throw stopped
    if (open?.isUsable() !== true) open = await openFtp(config, password(), deadline)
    return open
  }
  async function step<T>(doing: string, work: (session: FtpSession) => Promise<T>): Promise<T> {
    try {
      return await work(await session())
    } catch (error) {
      throw deadline.fault() ?? ftpFault(error, where, doing)
    }
  }
  const look = () => step('listing', (at) => lookAtFtp(at, config, now))

  const place: RemotePlace = {
    title: `${where} ${config.path}`,
    look,
    isSpent: () => deadline.isSpent(),
    read: (file) => step(`reading ${file.name}`, (at) => readFile(at, file)),
    stillSame: async (files) => {
      const stamps = new Map((await look()).files.map(({ name, stamp }) => [name, stamp]))
      return new Set(files.filter(({ name, stamp }) => stamps.get(name) === stamp).map(({ name }) => name))
    },
    putAway: (taken, at) =>
      putAwayRemote(place, config, taken, at, {
        rename: ({ name }, to) => step(`moving ${name}`, (opened) => move(opened, name, to)),
        remove: (name) => step(`deleting ${name}`, (opened) => remove(opened, name)),
      }),
    close: async () => {
      await open?.close()
    },
  }
  return place
}

async function readFile({ client }: FtpSession, file: FoundFile): Promise<ReadOutcome> {
  const target = new LimitedBuffer(file.size)
  try {
    await client.downloadTo(target, file.name)
  } catch (error) {
    if (target.overflowed) {
      client.close()
      return { kind: 'changed' }
    }
    if (error instanceof FTPError && error.code >= 500 && error.code !== 530 && target.bytes.length === 0) {
      const why = `${error.code}`
      return /no such|not found|cannot find|does not exist/i.test(error.message)
        ? { kind: 'gone' }
        : { kind: 'unreadable', why }
    }
    // Whatever follows may be the rest of this transfer: the next step opens a connection of its own.
    client.close()
    throw error
  }
  return target.bytes.length === file.size ? { kind: 'read', bytes: target.bytes } : { kind: 'changed' }
}

async function move({ client }: FtpSession, from: string, to: string): Promise<'refused' | 'done'> {
  for (const folder of foldersAbove(to)) await client.sendIgnoringError(`MKD ${folder}`)
  return refusable(client.rename(from, to))
}

function remove({ client }: FtpSession, name: string): Promise<'refused' | 'done'> {
  return refusable(client.remove(name))
}

async function refusable(work: Promise<unknown>): Promise<'refused' | 'done'> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (error instanceof FTPError && error.code >= 500) return 'refused'
    throw error
  }
}
