import { FTPError } from 'basic-ftp'
import { WireError } from '../../story/errors.ts'
import { networkFault } from '../http/network-fault.ts'

const longestReply = 200

/** Replies on one line, without what a terminal would obey. */
const oneLine = (text: string): string => text.replace(/[^\x20-\x7e\u00a0-\uffff]{1,1000}/g, ' ').slice(0, longestReply)

/** Node’s words for a certificate that does not fit: expired, another name, signed by nobody we know. */
const certificateFault =
  /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|HOSTNAME_MISMATCH)/

/**
 * Turns what an FTP client threw into a WireError. Replies by their digits (RFC 959, section 4.2): 421 and 4xx pass,
 * 530 and 532 want other credentials, 550 is a path, other 5xx are not what this source expects.
 */
export function ftpFault(error: unknown, where: string, doing: string): WireError {
  if (error instanceof WireError) return error
  if (error instanceof FTPError) return replyFault(error, `${where}, ${doing}: ${oneLine(error.message)}`)
  const text = error instanceof Error ? error.message : String(error)
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? (typeof error === 'string' ? error : '')
  const words = `${where}, ${doing}: ${oneLine(text)}`
  if (certificateFault.test(code)) {
    return new WireError(
      'source.identity-refused',
      `${words}. A certificate that is right but not public goes into \`certificate\``,
      { cause: error },
    )
  }
  if (/^Timeout/.test(text)) return new WireError('source.timeout', words, { cause: error })
  if (/^(?:Can't parse|This library only supports)/.test(text)) {
    return new WireError('source.bad-answer', `${where}, ${doing}: a reply in an unknown form`, { cause: error })
  }
  if (/maxListingBytes|exceeds|Maximum/.test(text)) return new WireError('source.too-large', words, { cause: error })
  const fault = networkFault(error, `${where}, ${doing}`)
  return new WireError(fault.code, oneLine(fault.detail), { cause: error })
}

function replyFault(error: FTPError, words: string): WireError {
  const { code } = error
  const options = { cause: error }
  if (code === 421) return new WireError('source.rate-limited', words, options)
  if (code === 530 || code === 532 || code === 331) return new WireError('source.unauthorized', words, options)
  if (code === 550) return new WireError('source.not-found', words, options)
  if (code >= 400 && code < 500) return new WireError('source.server-error', words, options)
  return new WireError('source.bad-answer', words, options)
}
