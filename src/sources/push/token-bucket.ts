/** How often a feed may push: so many a minute on average, a tenth of that at once. */
export class TokenBucket {
  readonly #perMs: number
  readonly #most: number
  #tokens: number
  #at: number

  /** `now` in milliseconds of any steady clock. */
  constructor(perMinute: number, now: number) {
    this.#perMs = perMinute / 60_000
    this.#most = Math.max(1, perMinute / 10)
    this.#tokens = this.#most
    this.#at = now
  }

  /** Takes one; 0 when there was one, else the milliseconds until there is. */
  take(now: number): number {
    this.#tokens = Math.min(this.#most, this.#tokens + Math.max(0, now - this.#at) * this.#perMs)
    this.#at = now
    if (this.#tokens < 1) return Math.ceil((1 - this.#tokens) / this.#perMs)
    this.#tokens -= 1
    return 0
  }
}
