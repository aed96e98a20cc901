import type { Stats } from 'ssh2'
import type { Deadline } from '../files/deadline.ts'
import type { TakenFile } from '../files/found-file.ts'
import { putAwayRemote } from '../files/put-away-remote.ts'
import { below, foldersAbove, fromRoot } from '../files/remote-names.ts'
import type { RemotePlace } from '../files/remote-source.ts'
import type { SftpConfig } from './config.ts'
import { sftpFault, statusOf } from './fault.ts'
import { lookAtSftp, stampOf } from './look.ts'
import { readSftpFile } from './read-file.ts'
import { openSftp, placeOf } from './session.ts'
import type { SftpCredentials, SftpSession } from './session.ts'

/** The place of a feed. Nothing is opened before it is needed, and what broke is opened again for the next step. */
export function sftpPlace(config: SftpConfig, credentials: () => SftpCredentials, deadline: Deadline): RemotePlace {
  const where = placeOf(config)
  const inFolder = (name: string): string => below(config.path, name)
  let open: SftpSession | undefined

  async function step<T>(doing: string, work: (session: SftpSession) => Promise<T>): Promise<T> {
    const stopped = deadline.fault()
    if (stopped !== undefined) throw stopped
    try {
      if (open?.isUsable() !== true) open = await openSftp(config, credentials(), deadline)
      return await work(open)
    } catch (error) {
      throw deadline.fault() ?? sftpFault(error, where, doing)
    }
  }

  const place: RemotePlace = {
    title: `${where} ${config.path}`,
    look: () => step(`folder ${config.path}`, (session) => lookAtSftp(session, config)),
    isSpent: () => deadline.isSpent(),
    read: (file) => step(`reading ${file.name}`, (session) => readSftpFile(session, inFolder(file.name), file)),
    putAway: (taken, now) =>
      putAwayRemote(place, config, taken, now, {
        rename: (file, to) =>
          step(`moving ${file.name}`, (session) => move(session, file, inFolder(file.name), fromRoot(config.path, to))),
        remove: (name) =>
          step(`deleting ${name}`, (session) =>
            refusable(session.ask<void>((done) => session.sftp.unlink(inFolder(name), done as never))),
          ),
      }),
    close: async () => {
      open?.close()
    },
  }
  return place
}

/**
 * Renames, and looks at what arrived: a newer file that took the name in the instant before goes back, and is taken
 * next. The plain rename of the protocol refuses a name that is taken; the one there can only be the same bytes, for
 * their digest is in the name, so OpenSSH’s own rename may go over it.
 */
async function move(session: SftpSession, file: TakenFile, from: string, to: string): Promise<'refused' | 'done'> {
  const { sftp, ask } = session
  for (const folder of foldersAbove(to)) {
    await refusable(ask<void>((done) => sftp.mkdir(folder, done as never)))
  }
  let outcome = await refusable(ask<void>((done) => sftp.rename(from, to, done as never)))
  if (outcome === 'refused') {
    outcome = await refusable(ask<void>((done) => sftp.ext_openssh_rename(from, to, done as never)))
  }
  if (outcome === 'refused') return outcome
  const arrived = await ask<Stats>((done) => sftp.stat(to, done))
  if (stampOf(arrived) !== file.stamp) await refusable(ask<void>((done) => sftp.rename(to, from, done as never)))
  return 'done'
}

/** A status of the server is its refusal; without one the connection broke. */
async function refusable(work: Promise<unknown>): Promise<'refused' | 'done'> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (statusOf(error) !== undefined || /does not support/i.test(String(error))) return 'refused'
    throw error
  }
}
