import { WireError } from '../../story/errors.ts'

const longestLocation = 8192

/** Where a redirect leads, as a URL string relative to where it was said. Throws `source.bad-answer` without one. */
export function redirectTarget(location: string | undefined, at: URL): string {
  if (location === undefined || location.trim() === '' || location.length > longestLocation) {
    throw new WireError('source.bad-answer', 'a redirect without a usable Location')
  }
  try {
    return new URL(location.trim(), at).href
  } catch (error) {
    throw new WireError('source.bad-answer', 'a redirect to something that is not a URL', { cause: error })
  }
}

/**
 * Whether `at` may see the keys meant for `first`: the same host and port, or one of the named hosts, and never plain
 * http when the first was https. A step from http up to https on the same host keeps them.
 */
export function keepsSecrets(first: URL, at: URL, secretHosts: readonly string[]): boolean {
  if (first.protocol === 'https:' && at.protocol !== 'https:') return false
  if (at.host === first.host) return true
  if (at.hostname === first.hostname && first.port === '' && at.port === '') return true
  return secretHosts.some((host) => at.hostname === host || at.hostname.endsWith(`.${host}`))
}
