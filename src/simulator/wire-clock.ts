/** The clock of the scripted day: real time by a factor, which can be changed, stopped and set forward as it runs. */
export interface WireClock {
  /** Seconds since the day began. */
  seconds(): number
  setSpeed(speed: number): void
  readonly speed: number
  jumpTo(seconds: number): void
  /** Real milliseconds until the day reaches that second; Infinity while the clock stands. */
  millisecondsUntil(seconds: number): number
}

/** A speed of Infinity means: the day is over at once. 0 stops the clock. */
export function createWireClock(speed: number): WireClock {
  let factor = speed
  let anchor = performance.now()
  let reached = 0
  const seconds = (): number => {
    if (factor === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY
    return reached + ((performance.now() - anchor) / 1000) * factor
  }
  const settle = (): void => {
    const now = seconds()
    reached = Number.isFinite(now) ? now : reached
    anchor = performance.now()
  }
  return {
    seconds,
    get speed() {
      return factor
    },
    setSpeed(next) {
      settle()
      factor = next
    },
    jumpTo(target) {
      settle()
      reached = Math.max(reached, target)
    },
    millisecondsUntil(target) {
      const left = target - seconds()
      if (left <= 0) return 0
      return factor === 0 ? Number.POSITIVE_INFINITY : (left / factor) * 1000
    },
  }
}
