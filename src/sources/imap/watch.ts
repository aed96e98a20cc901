import { WireError } from '../../story/errors.ts'
import type { SourceWatch, WatchTools } from '../source.ts'
import type { TokenKeeper } from '../oauth/token-keeper.ts'
import type { ImapConfig } from './config.ts'
import { openMailbox } from './log-in.ts'

const firstPauseMs = 1000
const longestPauseMs = 300_000
/** A refused password is not tried again and again: servers lock accounts. */
const refusedPauseMs = 1_800_000

/**
 * Waits in IDLE (RFC 2177) and wakes the feed when the mailbox grows. A connection that breaks is made again, with
 * growing pauses, and wakes once: mail may have come meanwhile. Only a hint; without it the regular polls find
 * everything.
 */
export async function watchMailbox(
  config: ImapConfig,
  wake: () => void,
  tools: WatchTools,
  tokens: TokenKeeper,
): Promise<SourceWatch> {
  const stop = new AbortController()
  const running = keepIdling(config, wake, tools, tokens, stop.signal)
  return {
    close: async () => {
      stop.abort()
      await running
    },
  }
}

async function keepIdling(
  config: ImapConfig,
  wake: () => void,
  tools: WatchTools,
  tokens: TokenKeeper,
  signal: AbortSignal,
): Promise<void> {
  let pauseMs = firstPauseMs
  let isFirst = true
  while (!signal.aborted) {
    try {
      const outcome = await idleOnce(config, isFirst ? undefined : wake, wake, tools, tokens, signal)
      if (outcome === 'unable') return
      isFirst = false
      pauseMs = firstPauseMs
    } catch (error) {
      if (signal.aborted) return
      tools.log.debug({ err: error }, 'no IDLE; polls go on')
      isFirst = false
      const code = error instanceof WireError ? error.code : undefined
      if (code === 'source.unauthorized' || code === 'config.secret-missing') pauseMs = refusedPauseMs
    }
    await pause(pauseMs * (0.75 + Math.random() / 2), signal)
    pauseMs = Math.min(longestPauseMs, pauseMs * 2)
  }
}

/** One connection, until it ends. `unable`: the server knows no IDLE, and a second connection would be for nothing. */
async function idleOnce(
  config: ImapConfig,
  missed: (() => void) | undefined,
  wake: () => void,
  tools: WatchTools,
  tokens: TokenKeeper,
  signal: AbortSignal,
): Promise<'ended' | 'unable'> {
  const secret = (name: string): string => {
    const value = tools.secret(name)
    if (value === undefined || value === '') throw new WireError('config.secret-missing', `needs the secret ${name}`)
    return value
  }
  const visitor = { secret, now: new Date(), signal, readOnly: true, idle: true }
  const session = await openMailbox(config, visitor, tokens)
  try {
    if (!session.client.capabilities.has('IDLE')) return 'unable'
    session.client.on('exists', ({ count, prevCount }) => {
      if (count > prevCount) wake()
    })
    missed?.()
    // Each call ends with the time after which the line is tried, or with the connection.
    while (!signal.aborted && session.client.usable) await session.run('IDLE', () => session.client.idle())
    return 'ended'
  } finally {
    await session.close()
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    if (signal.aborted) done()
    else signal.addEventListener('abort', done, { once: true })
  })
}
