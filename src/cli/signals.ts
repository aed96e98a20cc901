import { exit } from './exit.ts'

/** Waits for a person or an orchestrator to end the process. */
export interface StopSignal {
  /** Fires at the first signal. */
  readonly signal: AbortSignal
  /** Gives the signals back to Node. */
  release(): void
}

/** The first SIGINT or SIGTERM asks for an orderly stop, the second ends the process at once with 130. */
export function awaitStopSignal(onFirst: () => void = () => {}): StopSignal {
  const asked = new AbortController()
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const handle = () => {
    if (asked.signal.aborted) process.exit(exit.interrupted)
    asked.abort()
    onFirst()
  }
  for (const name of names) process.on(name, handle)
  return { signal: asked.signal, release: () => names.forEach((name) => process.off(name, handle)) }
}

/** Resolves when the signal has fired. */
export function fired(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
