import type { WireError } from '../story/errors.ts'

/** What stands behind the codes of the operating system, for a person who typed an address. */
const connections: readonly (readonly [RegExp, string])[] = [
  [/ENOTFOUND|EAI_AGAIN/, 'No such host is known: check the spelling, or this machine’s name server.'],
  [/ECONNREFUSED/, 'Nothing listens there: check host and port, and whether the service runs.'],
  [/CERT|certificate|self.signed|ERR_TLS/i, 'Its certificate is not valid for this name or not trusted here.'],
]

/**
 * What helps now. The table of codes speaks of feeds that are there and will be asked again; here somebody has just
 * typed an address and sits in front of the answer.
 */
export function hintFor({ code, detail }: WireError, allowPrivate: boolean): string {
  switch (code) {
    case 'source.address-refused':
    case 'source.resolution-refused':
      return allowPrivate
        ? 'Such an address is never asked, not even with --allow-private.'
        : 'If this is meant, say so with --allow-private.'
    case 'source.network':
    case 'source.timeout':
      return (
        connections.find(([pattern]) => pattern.test(detail))?.[1] ??
        'Check the address, and whether this machine reaches it.'
      )
    case 'source.unauthorized':
      return 'Check the key and what it is entitled to.'
    case 'source.not-found':
      return 'The server is there and knows nothing of this address: check the path.'
    case 'source.path':
      return 'Check the path, and whether this user may read it.'
    case 'config.invalid':
      return 'docs/sources has a page for each kind with its settings; --set KEY=VALUE gives one.'
    default:
      return 'With --kind it is taken for what you say, and not for what it seems to be.'
  }
}
