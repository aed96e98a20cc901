import { FTPError } from 'basic-ftp'
import type { FTPContext, FTPResponse } from 'basic-ftp'
import { connect as connectTls, TLSSocket } from 'node:tls'
import { connectGuarded } from '../network/connect.ts'

const connectMs = 15_000

/**
 * Opens data connections in passive mode, always to the address of the control connection: that one was checked. Only
 * the port of a reply is used. An address in a PASV reply is ignored, be it the private one of a server behind a router
 * or somebody else’s, whom we would be made to knock at (FTP bounce, CERT CA-1997-27).
 */
export function passiveMode(allowPrivate: boolean, signal: AbortSignal): (ftp: FTPContext) => Promise<FTPResponse> {
  let knowsEpsv = true
  return async (ftp) => {
    let reply: FTPResponse | undefined
    if (knowsEpsv) {
      // RFC 2428; servers from before it answer 500 or 502.
      reply = await ftp.request('EPSV').catch((error: unknown) => {
        if (!(error instanceof FTPError) || error.code < 500) throw error
        knowsEpsv = false
        return undefined
      })
    }
    const port = reply === undefined ? pasvPort((reply = await ftp.request('PASV'))) : epsvPort(reply)
    await openDataSocket(ftp, port, { allowPrivate, signal })
    return reply
  }
}

/** `229 Entering Extended Passive Mode (|||6446|)`; some servers write `!` for `|`. */
function epsvPort({ message }: FTPResponse): number {
  return portOf(/[|!]{3}(\d{1,5})[|!]/.exec(message)?.[1], 'EPSV')
}

/** `227 Entering Passive Mode (10,0,0,7,25,46)`: four numbers of an address nobody asks for, two of the port. */
function pasvPort({ message }: FTPResponse): number {
  const [, high, low] = /\d{1,3},\d{1,3},\d{1,3},\d{1,3},(\d{1,3}),(\d{1,3})/.exec(message) ?? []
  return portOf(high === undefined ? undefined : String(Number(high) * 256 + Number(low)), 'PASV')
}

function portOf(digits: string | undefined, command: string): number {
  const port = Number(digits ?? 0)
  if (port < 1 || port > 65_535) throw new Error(`Can't parse the reply to ${command}`)
  return port
}

async function openDataSocket(
  ftp: FTPContext,
  port: number,
  options: { readonly allowPrivate: boolean; readonly signal: AbortSignal },
): Promise<void> {
  const host = ftp.socket.remoteAddress
  if (host === undefined) throw new Error('the control connection is gone')
  const plain = await connectGuarded({ host, port, timeoutMs: connectMs, ...options })
  if (!(ftp.socket instanceof TLSSocket)) {
    ftp.dataSocket = plain
    return
  }
  // Servers want the session of the control connection again, as a proof that both are the same client's.
  const session = ftp.tlsSessionStore ?? ftp.socket.getSession()
  const secure = connectTls({ ...ftp.tlsOptions, socket: plain, ...(session === undefined ? {} : { session }) })
  secure.on('session', (next: Buffer) => {
    ftp.tlsSessionStore = next
  })
  ftp.dataSocket = secure
}
