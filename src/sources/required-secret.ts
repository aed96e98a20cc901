import { WireError } from '../story/errors.ts'
import type { PollContext } from './source.ts'

/** A secret the feed cannot do without. Throws `config.secret-missing` naming it. */
export function requiredSecret(context: PollContext, name: string): string {
  const value = context.secret(name)?.trim()
  if (value === undefined || value === '') {
    throw new WireError('config.secret-missing', `feed ${context.feedName} needs the secret ${name}`)
  }
  return value
}
