import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { WireError } from '../../story/errors.ts'
import { refuseAddress } from '../http/address-guard.ts'
import { networkFault } from '../http/network-fault.ts'
import { refusedHost, resolveHost } from './look-up.ts'
import type { Lookup } from './look-up.ts'

/** Where a plain TCP source wants to go, and how far it may. */
export interface ConnectRequest {
  readonly host: string
  readonly port: number
  /** By explicit configuration of the feed: an agency's box in the newsroom, a tunnel. */
  readonly allowPrivate: boolean
  /** For look-up and connection together, over all addresses. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal
  readonly lookup?: Lookup
}

/** A host's addresses are tried in turn; a name with more than these is not waited for. */
const mostAddresses = 4

/**
 * Connects to a host and looks where that leads, three times, as the HTTP client does: at the literal, at every address
 * the name resolves to, and at the connected socket. The name is resolved once and the checked address is dialled, so
 * that a second answer of the name server changes nothing. The socket is plain; TLS or SSH on top is the caller's
 * business, with the host as name to check the certificate against.
 *
 * Throws `source.address-refused`, `source.resolution-refused`, `source.network`, `source.timeout`.
 */
export async function connectGuarded(request: ConnectRequest): Promise<Socket> {
  const where = `${request.host}:${request.port}`
  const late = AbortSignal.timeout(request.timeoutMs)
  const stop = request.signal === undefined ? late : AbortSignal.any([late, request.signal])
  try {
    const addresses = await unlessStopped(resolveHost(request.host, request), stop)
    let fault: unknown
    for (const address of addresses.slice(0, mostAddresses)) {
      try {
        const socket = await dial(address, request.port, stop)
        return checkedSocket(socket, request)
      } catch (error) {
        if (error instanceof WireError || stop.aborted) throw error
        fault = error
      }
    }
    throw networkFault(fault, where)
  } catch (error) {
    if (error instanceof WireError) throw error
    if (request.signal?.aborted === true) throw new WireError('source.network', `${where}: called off`)
    if (late.aborted) throw new WireError('source.timeout', `${where}: no connection in ${request.timeoutMs} ms`)
    throw networkFault(error, where)
  }
}

/**
 * Looks at a socket that is connected: whoever went its own way below is found here, before a byte is sent. Destroys the
 * socket and throws when its peer is forbidden.
 */
export function checkedSocket<S extends Socket>(
  socket: S,
  request: { readonly host: string; readonly allowPrivate: boolean },
): S {
  const peer = socket.remoteAddress
  const why = peer === undefined ? 'gone again' : refuseAddress(peer, request.allowPrivate)
  if (why === undefined) return socket
  socket.destroy()
  if (peer === undefined) throw new WireError('source.network', `${request.host}: the connection broke at once`)
  throw refusedHost(request.host, peer, why)
}

function dial(address: string, port: number, stop: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, noDelay: true })
    const onStop = (): void => {
      socket.destroy()
      reject(new Error('stopped'))
    }
    const onError = (error: Error): void => {
      stop.removeEventListener('abort', onStop)
      reject(error)
    }
    socket.once('error', onError)
    socket.once('connect', () => {
      socket.removeListener('error', onError)
      stop.removeEventListener('abort', onStop)
      resolve(socket)
    })
    if (stop.aborted) onStop()
    else stop.addEventListener('abort', onStop, { once: true })
  })
}

/** A system look-up cannot be called off, but it need not be waited for. */
function unlessStopped<T>(work: Promise<T>, stop: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onStop = (): void => reject(new Error('stopped'))
    if (stop.aborted) onStop()
    stop.addEventListener('abort', onStop, { once: true })
    work.then(resolve, reject).finally(() => stop.removeEventListener('abort', onStop))
  })
}
