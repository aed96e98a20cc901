import { lookup as systemLookup } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { WireError } from '../../story/errors.ts'
import { isAddress, refuseAddress } from './address-guard.ts'

/** Resolves a name to all its addresses; replaced in tests. */
export type Lookup = (host: string, done: (error: Error | null, addresses: readonly LookupAddress[]) => void) => void

const lookupAll: Lookup = (host, done) => systemLookup(host, { all: true, verbatim: true }, done)

export interface ConnectorOptions {
  readonly allowPrivate: boolean
  readonly lookup?: Lookup
  readonly timeoutMs: number
}

function refused(host: string, address: string, why: string): WireError {
  const where = host === address ? host : `${host} (${address})`
  return new WireError('source.address-refused', `${where} is ${why}`)
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
      for (const { address } of addresses) {
        const why = refuseAddress(address, allowPrivate)
        if (why !== undefined) return done(refused(host, address, why), '')
      }
      const first = addresses[0] as LookupAddress
      if (request.all === true) done(null, [...addresses])
      else done(null, first.address, first.family)
    })
  }
  const connect = buildConnector({ lookup, timeout: options.timeoutMs, keepAlive: true, allowH2: false } as never)
  return (target, done) => {
    if (isAddress(target.hostname)) {
      const why = refuseAddress(target.hostname, allowPrivate)
      if (why !== undefined) {
        done(refused(target.hostname, target.hostname, why), null)
        return
      }
    }
    connect(target, (error, socket) => {
      if (error !== null) return done(error, null)
      const why = refuseAddress(socket.remoteAddress ?? '', allowPrivate)
      if (why === undefined) return done(null, socket)
      socket.destroy()
      done(refused(target.hostname, socket.remoteAddress ?? 'unknown', why), null)
    })
  }
}
