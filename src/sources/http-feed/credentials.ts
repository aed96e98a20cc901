import { WireError } from '../../story/errors.ts'
import { keepsSecrets } from '../http/redirect.ts'
import type { PollContext } from '../source.ts'
import type { HttpFeedConfig } from './config.ts'

/**
 * The secrets a request carries. Empty for an address a redirect led to on another host: a remembered redirect must not
 * see what the redirect itself would not have seen. Throws `config.secret-missing` naming what is not set.
 */
export function credentials(
  config: HttpFeedConfig,
  context: PollContext,
  url: string,
): { secretHeaders?: Record<string, string>; secretQuery?: Record<string, string> } {
  if (!keepsSecrets(new URL(config.url), new URL(url), [])) return {}
  const secret = (name: string): string => {
    const value = context.secret(name)?.trim()
    if (value === undefined || value === '') {
      throw new WireError('config.secret-missing', `feed ${context.feedName} needs the secret ${name}`)
    }
    return value
  }
  const resolved = (names: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(names).map(([name, secretName]) => [name, secret(secretName)]))
  const secretHeaders = resolved(config.secretHeaders)
  if (config.bearerSecret !== undefined) secretHeaders['authorization'] = `Bearer ${secret(config.bearerSecret)}`
  if (config.basic !== undefined) {
    const pair = `${config.basic.user}:${secret(config.basic.passwordSecret)}`
    secretHeaders['authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`
  }
  return { secretHeaders, secretQuery: resolved(config.secretQuery) }
}
