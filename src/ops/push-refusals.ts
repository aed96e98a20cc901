import type { Logger } from 'pino'
import { countPushRefusals } from '../store/push.ts'
import type { PushRefusals } from '../store/push.ts'
import type { Pool } from '../store/pool.ts'

const flushMs = 2000

/**
 * Counts what the push endpoint refuses and writes the sums down every two seconds: a stranger who sends a thousand
 * requests a second costs one row and one line of the log.
 */
export class RefusalCount {
  readonly #pool: Pool
  readonly #log: Logger
  #counts = new Map<string, PushRefusals & { readonly feed: string }>()
  #timer: NodeJS.Timeout | undefined

  constructor(pool: Pool, log: Logger) {
    this.#pool = pool
    this.#log = log
  }

  add(feed: { readonly id: number; readonly name: string }, code: string, detail: string): void {
    const key = `${feed.id} ${code}`
    const requests = (this.#counts.get(key)?.requests ?? 0) + 1
    this.#counts.set(key, { feedId: feed.id, feed: feed.name, code, requests, detail })
    this.#timer ??= setTimeout(() => void this.flush(), flushMs).unref()
  }

  /** Writes down what was counted; keeps it for the next time when the database is away. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const counted = [...this.#counts.values()]
    if (counted.length === 0) return
    this.#counts = new Map()
    for (const { feed, code, requests, detail } of counted) {
      this.#log.warn({ feed, code, requests, detail }, 'pushed requests refused')
    }
    try {
      await countPushRefusals(this.#pool, counted)
    } catch (error) {
      this.#log.debug({ err: error }, 'refused requests not written down yet')
      for (const entry of counted) this.#putBack(entry)
    }
  }

  #putBack(entry: PushRefusals & { readonly feed: string }): void {
    const key = `${entry.feedId} ${entry.code}`
    const since = this.#counts.get(key)
    this.#counts.set(key, { ...(since ?? entry), requests: entry.requests + (since?.requests ?? 0) })
    this.#timer ??= setTimeout(() => void this.flush(), flushMs).unref()
  }
}
