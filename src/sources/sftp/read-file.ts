import type { Stats } from 'ssh2'
import type { FoundFile, ReadOutcome } from '../files/found-file.ts'
import { sftpStatus, statusOf } from './fault.ts'
import { stampOf } from './look.ts'
import type { SftpSession } from './session.ts'

/** What every server answers in one piece (OpenSSH: up to 256 kB; the standard promises 32 kB). */
const pieceBytes = 32_768
/** Requests under way together: on a long line one after the other would take a second for each 20 pieces. */
const requestsAtOnce = 16

/** Reads a file that a look found, and only in that state: size and time are the same before and after. */
export async function readSftpFile(session: SftpSession, path: string, file: FoundFile): Promise<ReadOutcome> {
  const { sftp, ask } = session
  let handle: Buffer
  try {
    handle = await ask<Buffer>((done) => sftp.open(path, 'r', done))
  } catch (error) {
    const status = statusOf(error)
    if (status === undefined) throw error
    if (status === sftpStatus.noSuchFile) return { kind: 'gone' }
    return {
      kind: 'unreadable',
      why: status === sftpStatus.permissionDenied ? 'permission denied' : `status ${status}`,
    }
  }
  try {
    const isSame = async (): Promise<boolean> =>
      stampOf(await ask<Stats>((done) => sftp.fstat(handle, done))) === file.stamp
    if (!(await isSame())) return { kind: 'changed' }
    const bytes = await readPieces(session, handle, file.size)
    return bytes !== undefined && (await isSame()) ? { kind: 'read', bytes } : { kind: 'changed' }
  } catch (error) {
    const status = statusOf(error)
    if (status === undefined || !session.isUsable()) throw error
    return { kind: 'unreadable', why: `status ${status}` }
  } finally {
    if (session.isUsable()) sftp.close(handle, () => {})
  }
}

/** The bytes of a file of known size; undefined when it ends earlier. */
async function readPieces({ sftp, ask }: SftpSession, handle: Buffer, size: number): Promise<Buffer | undefined> {
  const bytes = Buffer.alloc(size)
  let next = 0
  let isCut = false
  const readOn = async (): Promise<void> => {
    while (next < size && !isCut) {
      let at = next
      const end = Math.min(size, (next += pieceBytes))
      while (at < end && !isCut) {
        const from = at
        const count = await ask<number>((done) => sftp.read(handle, bytes, from, end - from, from, done)).catch(
          (error: unknown) => {
            if (statusOf(error) === sftpStatus.endOfFile) return 0
            throw error
          },
        )
        if (count === 0) isCut = true
        at += count
      }
    }
  }
  await Promise.all(Array.from({ length: requestsAtOnce }, readOn))
  return isCut ? undefined : bytes
}
