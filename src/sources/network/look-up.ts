import { lookup as systemLookup } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { WireError } from '../../story/errors.ts'
import { isAddress, refuseAddress } from '../http/address-guard.ts'

/** Resolves a name to all its addresses; replaced in tests. */
export type Lookup = (host: string, done: (error: Error | null, addresses: readonly LookupAddress[]) => void) => void

/** The system's own look-up: hosts file, then name servers. */
export const lookupAll: Lookup = (host, done) => systemLookup(host, { all: true, verbatim: true }, done)

/** Names that mean this machine wherever they are asked (RFC 6761, section 6.3): as good as a literal. */
const ownMachine = /(?:^|\.)localhost\.?$/i

/**
 * The fault of a host that leads to a forbidden address. What the configuration says literally stays wrong until
 * somebody mends it: `source.address-refused`, which pauses the feed. What a name server answered may be another answer
 * in a minute (split horizon, a captive portal, a hijacked resolver): `source.resolution-refused`, asked again later.
 */
export function refusedHost(host: string, address: string, why: string): WireError {
  const where = host === address ? host : `${host} (${address})`
  const written = isAddress(host) || ownMachine.test(host)
  return new WireError(written ? 'source.address-refused' : 'source.resolution-refused', `${where} is ${why}`)
}

/** Refuses a host that is itself a forbidden address, or always means one, before anything is looked up. */
export function literalFault(host: string, allowPrivate: boolean): WireError | undefined {
  if (ownMachine.test(host)) return allowPrivate ? undefined : refusedHost(host, host, 'loopback')
  const why = isAddress(host) ? refuseAddress(host, allowPrivate) : undefined
  return why === undefined ? undefined : refusedHost(host, host, why)
}

/**
 * Refuses what a name resolved to when any of its addresses is forbidden: a good one beside a bad one is how rebinding
 * begins.
 */
export function resolutionFault(
  host: string,
  addresses: readonly LookupAddress[],
  allowPrivate: boolean,
): WireError | undefined {
  for (const { address } of addresses) {
    const why = refuseAddress(address, allowPrivate)
    if (why !== undefined) return refusedHost(host, address, why)
  }
  return undefined
}

/** The addresses of a host. Throws the fault of a forbidden one, `source.network` for a name that is not known. */
export async function resolveHost(
  host: string,
  options: { readonly allowPrivate: boolean; readonly lookup?: Lookup },
): Promise<readonly string[]> {
  const fault = literalFault(host, options.allowPrivate)
  if (fault !== undefined) throw fault
  if (isAddress(host)) return [host.replace(/^\[|\]$/g, '')]
  const addresses = await new Promise<readonly LookupAddress[]>((resolve, reject) => {
    const look = options.lookup ?? lookupAll
    look(host, (error, found) => (error === null ? resolve(found) : reject(unresolved(host, error))))
  })
  if (addresses.length === 0) throw new WireError('source.network', `${host}: no address for this name`)
  const wrong = resolutionFault(host, addresses, options.allowPrivate)
  if (wrong !== undefined) throw wrong
  return addresses.map(({ address }) => address)
}

function unresolved(host: string, error: Error): WireError {
  const code = (error as NodeJS.ErrnoException).code ?? error.name
  return new WireError('source.network', `${host}: the name cannot be resolved (${code})`, { cause: error })
}
