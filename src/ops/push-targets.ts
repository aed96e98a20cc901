import { pushConfigSchema } from '../sources/push/config.ts'
import type { PushConfig } from '../sources/push/config.ts'
import { TokenBucket } from '../sources/push/token-bucket.ts'
import { readConfigWith } from '../sources/read-config.ts'
import { readPushTarget } from '../store/push.ts'
import type { Pool } from '../store/pool.ts'
import { WireError } from '../story/errors.ts'

/** How soon a change of a feed's settings or secrets counts here. */
const believedMs = 2000
/** Names that do not exist are remembered, too: so many of them. */
const mostNames = 1000
/** When to come again to a feed that a person paused. */
const pausedMs = 60_000

/** What feeds are called; anything else is not worth a question to the database. */
const feedName = /^[a-z0-9][a-z0-9._-]{0,62}$/

/** A feed of the kind push. */
export interface PushTarget {
  readonly id: number
  readonly name: string
  /** What its requests are judged by; the fault where its settings or secrets cannot be used. */
  readonly terms: PushTerms | WireError
}

export interface PushTerms {
  readonly config: PushConfig
  readonly secrets: readonly string[]
  readonly bucket: TokenBucket
  /** Now, by the database's clock. */
  now(): Date
}

interface Entry {
  readonly until: number
  readonly target: Promise<PushTarget | undefined>
}

/** The feeds that are pushed to, read from the database at most every two seconds a name. */
export class PushTargets {
  readonly #pool: Pool
  readonly #secret: (name: string) => string | undefined
  readonly #entries = new Map<string, Entry>()
  readonly #buckets = new Map<number, { readonly perMinute: number; readonly bucket: TokenBucket }>()

  constructor(pool: Pool, secret: (name: string) => string | undefined) {
    this.#pool = pool
    this.#secret = secret
  }

  /** The feed of this name; undefined when there is none of the kind push. @throws WireError `store.*` */
  async find(name: string): Promise<PushTarget | undefined> {
    if (!feedName.test(name)) return undefined
    const at = performance.now()
    const known = this.#entries.get(name)
    if (known !== undefined && known.until > at) return known.target
    if (this.#entries.size >= mostNames) this.#entries.clear()
    const target = this.#read(name)
    this.#entries.set(name, { until: at + believedMs, target })
    // A fault is not remembered: the next request may find the database again.
    target.catch(() => this.#entries.delete(name))
    return target
  }

  async #read(name: string): Promise<PushTarget | undefined> {
    const { feed, now } = await readPushTarget(this.#pool, name)
    if (feed === undefined) return undefined
    const { id } = feed
    if (!feed.enabled) {
      const paused = new WireError('push.paused', `feed ${name} is paused`, { retryAfterMs: pausedMs })
      return { id, name, terms: paused }
    }
    const clock = now.getTime() - performance.now()
    try {
      const config = readConfigWith(pushConfigSchema, feed.config)
      const terms = {
        config,
        secrets: this.#resolve(name, config),
        bucket: this.#bucketOf(id, config.requestsPerMinute),
        now: () => new Date(clock + performance.now()),
      }
      return { id, name, terms }
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      return { id, name, terms: error }
    }
  }

  /** Those that are set: while a key is changed one of them may be gone already, or not be there yet. */
  #resolve(feed: string, config: PushConfig): string[] {
    const secrets = config.secrets.flatMap((name) => this.#secret(name) ?? [])
    if (secrets.length > 0) return secrets
    throw new WireError('config.secret-missing', `feed ${feed} needs one of the secrets ${config.secrets.join(', ')}`)
  }

  #bucketOf(id: number, perMinute: number): TokenBucket {
    const known = this.#buckets.get(id)
    if (known?.perMinute === perMinute) return known.bucket
    const bucket = new TokenBucket(perMinute, performance.now())
    this.#buckets.set(id, { perMinute, bucket })
    return bucket
  }
}
