import { WireError } from '../../story/errors.ts'
import type { ErrorCode } from '../../story/errors.ts'
import { networkFault } from '../http/network-fault.ts'

/** What an IMAP client throws: an Error with what the server said. */
interface ImapFault extends Error {
  readonly code?: string
  readonly authenticationFailed?: boolean
  readonly responseStatus?: string
  readonly responseText?: string
  readonly serverResponseCode?: string
}

/** Node’s words for a certificate that does not fit: expired, another name, signed by nobody we know. */
const certificateFault =
  /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|HOSTNAME_MISMATCH)/

const codes: Readonly<Record<string, ErrorCode>> = {
  CONNECT_TIMEOUT: 'source.timeout',
  GREETING_TIMEOUT: 'source.timeout',
  UPGRADE_TIMEOUT: 'source.timeout',
  ETIMEOUT: 'source.timeout',
  ETHROTTLE: 'source.rate-limited',
  LiteralTooLarge: 'source.too-large',
  ResponseTooLarge: 'source.too-large',
  LineTooLarge: 'source.too-large',
  TooManyTokens: 'source.too-large',
}

const otherWay =
  '. The server takes no log-in of this kind: give it `oauth` in place of `passwordSecret`, or the reverse'

/** Response codes of RFC 5530 that say more than NO. */
const responses: Readonly<Record<string, ErrorCode>> = {
  AUTHENTICATIONFAILED: 'source.unauthorized',
  AUTHORIZATIONFAILED: 'source.unauthorized',
  EXPIRED: 'source.unauthorized',
  PRIVACYREQUIRED: 'source.unauthorized',
  NONEXISTENT: 'source.not-found',
  UNAVAILABLE: 'source.server-error',
  SERVERBUG: 'source.server-error',
  INUSE: 'source.server-error',
  LIMIT: 'source.rate-limited',
  NOPERM: 'source.unauthorized',
}

/**
 * Turns what an IMAP client threw into a WireError. A server may say anything in its replies, the log-in it was sent
 * included: what is `hidden` is cut out.
 */
export function imapFault(error: unknown, where: string, doing: string, hidden: readonly string[]): WireError {
  if (error instanceof WireError) return error
  const fault = (error instanceof Error ? error : new Error(String(error))) as ImapFault
  const said = fault.responseText === undefined || fault.responseText === '' ? fault.message : fault.responseText
  const words = `${where}, ${doing}: ${shown(said, hidden)}`
  // The cause would carry the exchange with it, the log-in included.
  const make = (code: ErrorCode, more = ''): WireError => new WireError(code, words + more)
  if (fault.authenticationFailed === true && known(responses, fault.serverResponseCode) !== 'source.server-error') {
    return make('source.unauthorized')
  }
  if (certificateFault.test(fault.code ?? '')) {
    return make('source.identity-refused', '. A certificate that is right but not public goes into `certificate`')
  }
  const told = known(responses, fault.serverResponseCode) ?? known(codes, fault.code)
  if (told !== undefined) return make(told)
  if (fault.responseStatus === 'NO' || fault.responseStatus === 'BAD') return make('source.bad-answer')
  if (fault.responseStatus === 'BYE') return make('source.server-error')
  if (/^Unsupported authentication mechanism/.test(fault.message)) return make('source.unauthorized', otherWay)
  if (/STARTTLS/i.test(fault.message)) return make('source.identity-refused')
  const { code, detail } = networkFault(fault, `${where}, ${doing}`)
  return new WireError(code, shown(detail, hidden))
}

function known(table: Readonly<Record<string, ErrorCode>>, name: string | undefined): ErrorCode | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined
}

/** One line of at most 200 characters, without what is hidden, nor anything so long that it may be a log-in encoded. */
function shown(text: string, hidden: readonly string[]): string {
  const line = text.replace(/[^\x20-\x7e\u00a0-\uffff]{1,1000}/g, ' ')
  const open = hidden.reduce((kept, secret) => kept.replaceAll(secret, '[secret]'), line)
  return open.replace(/[\w+/=-]{64,10000}/g, '[secret]').slice(0, 200)
}
