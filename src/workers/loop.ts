import { setMaxListeners } from 'node:events'
import type { Logger } from 'pino'
import type { RunningRole } from './worker-context.ts'

export interface Loop extends RunningRole {
  /** Runs the next turn now instead of after the pause. */
  wake(): void
}

/**
 * Runs `turn` again and again with a pause in between; a turn that returns true has more to do and follows at once.
 * Failures are logged and never end the loop: the database and the queue may be away for a while.
 */
export function startLoop(
  name: string,
  pauseMs: number,
  log: Logger,
  turn: (signal: AbortSignal) => Promise<boolean | void>,
): Loop {
  const stopping = new AbortController()
  // A turn may have many requests under way, and each listens.
  setMaxListeners(0, stopping.signal)
  let timer: NodeJS.Timeout | undefined
  let resume: (() => void) | undefined
  let woken = false
  let failures = 0

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      if (woken || stopping.signal.aborted) return resolve()
      resume = resolve
      timer = setTimeout(resolve, milliseconds)
    })

  const wake = () => {
    woken = true
    clearTimeout(timer)
    resume?.()
  }

  const running = (async () => {
    while (!stopping.signal.aborted) {
      woken = false
      try {
        const more = await turn(stopping.signal)
        failures = 0
        if (more === true) continue
      } catch (error) {
        failures++
        log.warn({ role: name, err: error, failures }, 'turn failed; it is tried again')
      }
      await pause(failures === 0 ? pauseMs : Math.min(5000, 250 * 2 ** Math.min(failures, 5)))
    }
  })()

  return {
    wake,
    stop: async () => {
      stopping.abort()
      wake()
      await running
    },
  }
}
