import { WireError } from '../../story/errors.ts'
import { networkFault } from '../http/network-fault.ts'

const longestWords = 200

/** The status codes of SFTP that mean something here (draft-ietf-secsh-filexfer-02, section 7). */
export const sftpStatus = { endOfFile: 1, noSuchFile: 2, permissionDenied: 3, failure: 4, unsupported: 8 } as const

/** The status a server answered with; undefined when the connection itself is at fault. */
export function statusOf(error: unknown): number | undefined {
  const code = (error as { code?: unknown } | undefined)?.code
  return typeof code === 'number' ? code : undefined
}

/** Turns what an SSH client threw into a WireError. */
export function sftpFault(error: unknown, where: string, doing: string): WireError {
  if (error instanceof WireError) return error
  const text = error instanceof Error ? error.message : String(error)
  const words = `${where}, ${doing}: ${text.replace(/[^\x20-\x7e\u00a0-\uffff]{1,1000}/g, ' ').slice(0, longestWords)}`
  const options = { cause: error }
  const level = (error as { level?: unknown } | undefined)?.level
  if (level === 'client-authentication' || /privateKey|passphrase/i.test(text)) {
    return new WireError('source.unauthorized', words, options)
  }
  if (level === 'client-timeout' || /^Timed out/.test(text)) return new WireError('source.timeout', words, options)
  if (level === 'handshake' || level === 'protocol' || level === 'sftp-protocol')
    return new WireError('source.bad-answer', words, options)
  const status = statusOf(error)
  if (status === undefined) return networkFault(error, `${where}, ${doing}`)
  if (status === sftpStatus.noSuchFile) return new WireError('source.not-found', words, options)
  if (status === sftpStatus.permissionDenied) return new WireError('source.unauthorized', words, options)
  return new WireError(status === sftpStatus.failure ? 'source.server-error' : 'source.network', words, options)
}
