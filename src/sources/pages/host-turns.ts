/**
 * Lets requests to one host follow each other at a distance. The turns of a process; several processes that fetch pages
 * keep the distance each for themselves.
 */
export class HostTurns {
  readonly #free = new Map<string, number>()

  /**
   * Milliseconds until the turn that is hereby taken; undefined, and no turn taken, when it would be longer than
   * `patienceMs`. `now` is any clock that does not run backwards, in milliseconds.
   */
  take(host: string, spacingMs: number, patienceMs: number, now: number): number | undefined {
    const at = Math.max(now, this.#free.get(host) ?? now)
    if (at - now > patienceMs) return undefined
    this.#free.set(host, at + spacingMs)
    if (this.#free.size > 10_000) this.#forget(now)
    return at - now
  }

  #forget(now: number): void {
    for (const [host, free] of this.#free) if (free <= now) this.#free.delete(host)
  }
}
