import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { literalFault, lookupAll, refusedHost, resolutionFault } from '../network/look-up.ts'
import type { Lookup } from '../network/look-up.ts'
import { refuseAddress } from './address-guard.ts'

export interface ConnectorOptions {
  readonly allowPrivate: boolean
  readonly lookup?: Lookup
  readonly timeoutMs: number
}

/**
 * Makes connections and looks where they lead, three times: at the literal (a look-up is never asked for one), at every
 * address a name resolves to (one forbidden among them refuses the name: that is how rebinding begins), and at the
 * connected socket, in case something below went its own way.
 */
export function guardedConnector(options: ConnectorOptions): buildConnector.connector {
  const { allowPrivate } = options
  const resolve = options.lookup ?? lookupAll
  const lookup: LookupFunction = (host, request, done) => {
    resolve(host, (error, addresses) => {
      if (error !== null) return done(error, '')
      if (addresses.length === 0) return done(new Error(`no address for ${host}`), '')
      const fault = resolutionFault(host, addresses, allowPrivate)
      if (fault !== undefined) return done(fault, '')
      const first = addresses[0] as LookupAddress
      if (request.all === true) done(null, [...addresses])
      else done(null, first.address, first.family)
    })
  }
  const connect = buildConnector({ lookup, timeout: options.timeoutMs, keepAlive: true, allowH2: false } as never)
  return (target, done) => {
    const fault = literalFault(target.hostname, allowPrivate)
    if (fault !== undefined) return done(fault, null)
    connect(target, (error, socket) => {
      if (error !== null) return done(error, null)
      const why = refuseAddress(socket.remoteAddress ?? '', allowPrivate)
      if (why === undefined) return done(null, socket)
      socket.destroy()
      done(refusedHost(target.hostname, socket.remoteAddress ?? 'unknown', why), null)
    })
  }
}
