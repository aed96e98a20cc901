import pino from 'pino'
import { WireError } from '../../src/story/errors.ts'
import type { PollContext, Source } from '../../src/sources/source.ts'

export const noon = new Date('2031-03-04T12:00:00Z')

/** A context as a worker would make it: settings validated by the source, secrets from a table. */
export function contextFor(
  source: Source,
  config: Record<string, unknown>,
  more: { cursor?: unknown; secrets?: Record<string, string>; now?: Date; signal?: AbortSignal } = {},
): PollContext {
  const secrets = more.secrets ?? { AP_API_KEY: 'sesame-7' }
  return {
    feedName: 'test-feed',
    config: source.readConfig(config),
    cursor: more.cursor === undefined ? undefined : (JSON.parse(JSON.stringify(more.cursor)) as unknown),
    secret: (name) => secrets[name],
    signal: more.signal ?? new AbortController().signal,
    log: pino({ level: 'silent' }),
    now: more.now ?? noon,
  }
}

/** The WireError a promise ends in; fails the test when it ends well. */
export async function faultOf(promise: Promise<unknown>): Promise<WireError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof WireError) return error
    throw error
  }
  throw new Error('expected a WireError, but nothing went wrong')
}
