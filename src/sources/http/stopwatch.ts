/** A deadline that stands still while it is not the other side that is waited for. */
export interface Stopwatch {
  /** Stands still until the promise settles. */
  during(wait: Promise<void>): Promise<void>
  stop(): void
}

/** Calls `over` once, `milliseconds` from now, and later by as long as it stood still. */
export function startStopwatch(milliseconds: number, over: () => void): Stopwatch {
  let left = milliseconds
  let since = performance.now()
  let timer: NodeJS.Timeout | undefined = setTimeout(over, left)
  let waits = 0
  return {
    during: async (wait) => {
      if (waits === 0 && timer !== undefined) {
        clearTimeout(timer)
        left -= performance.now() - since
      }
      waits += 1
      try {
        await wait
      } finally {
        waits -= 1
        since = performance.now()
        if (waits === 0 && timer !== undefined) timer = setTimeout(over, Math.max(0, left))
      }
    },
    stop: () => {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
