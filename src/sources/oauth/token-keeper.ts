import { createHash } from 'node:crypto'
import type { HttpClient } from '../http/client.ts'
import { exchangeToken } from './exchange.ts'
import type { IssuedToken } from './exchange.ts'
import type { TokenRequest } from './token-request.ts'

interface Held {
  readonly issued: Promise<IssuedToken>
  /** By the process's own steady clock; a wrong wall clock neither keeps a dead token nor wastes a good one. */
  renewAt: number
}

/** A token is renewed this long before its end, or after nine tenths of its life when that is shorter. */
const marginMs = 60_000
/** Accounts one process holds tokens for; more than that is not a newsroom. */
const mostHeld = 500

/**
 * The tokens of one process, in memory only: they are in no cursor, no log and no database. One request at a time for
 * each account, however many polls want its token; renewed before it ends, and once after the agency refused it.
 */
export class TokenKeeper {
  readonly #held = new Map<string, Held>()
  readonly #http: () => HttpClient

  constructor(http: () => HttpClient) {
    this.#http = http
  }

  /** The token for a request, from memory or from the agency. Throws as `exchangeToken` does; a fault is not kept. */
  async token(request: TokenRequest, now: Date, signal: AbortSignal): Promise<string> {
    const name = nameOf(request)
    const known = this.#held.get(name)
    if (known !== undefined && performance.now() < known.renewAt) return (await known.issued).accessToken
    const issued = exchangeToken(this.#http(), request, now, signal)
    const held: Held = { issued, renewAt: Number.POSITIVE_INFINITY }
    this.#held.delete(name)
    this.#held.set(name, held)
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= mostHeld) break
      this.#held.delete(oldest)
    }
    try {
      const { accessToken, lastsMs } = await issued
      held.renewAt = performance.now() + Math.max(lastsMs - marginMs, lastsMs * 0.9)
      return accessToken
    } catch (error) {
      if (this.#held.get(name) === held) this.#held.delete(name)
      throw error
    }
  }

  /** Forgets a token the agency refused; a newer one that another poll got meanwhile is kept. */
  async drop(request: TokenRequest, refused: string): Promise<void> {
    const name = nameOf(request)
    const known = this.#held.get(name)
    if (known === undefined) return
    const current = await known.issued.then(
      ({ accessToken }) => accessToken,
      () => undefined,
    )
    if (current === refused && this.#held.get(name) === known) this.#held.delete(name)
  }
}

/** Which token a request is for; a digest, so that no secret is the key of a map. */
function nameOf({ url, form, basic, assertion }: TokenRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([url, form, basic, assertion]))
    .digest('base64url')
}
