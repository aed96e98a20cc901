import type { Random } from '../random.ts'
import type { Simulation } from '../simulation.ts'
import type { Answer } from './answer.ts'
import { jsonType } from './answer.ts'

/** Access tokens in use. They live in memory, as feed tokens do: a restarted agency knows none of them. */
export interface AccessTokens {
  issue(): string
  /** Counts one use. False for a token that is unknown, ended, or used up by the fault `tokenUses`. */
  accepts(token: string, mostUses: number): boolean
  expireAll(): void
}

/** How long the agency says a token lasts; Reuters gives a day, AFP some hours. */
export const tokenSeconds = 3600

export function createAccessTokens(random: Random): AccessTokens {
  const uses = new Map<string, number>()
  return {
    issue() {
      const token = random.hex(40)
      uses.set(token, 0)
      return token
    },
    accepts(token, mostUses) {
      const used = uses.get(token)
      if (used === undefined) return false
      uses.set(token, used + 1)
      if (mostUses === 0 || used < mostUses) return true
      uses.delete(token)
      return false
    },
    expireAll: () => uses.clear(),
  }
}

const json = (status: number, value: unknown): Answer => ({
  status,
  contentType: jsonType,
  body: JSON.stringify(value),
})

/** The answer of a token endpoint (RFC 6749, 5.1 and 5.2). */
export function answerToken(simulation: Simulation, valid: boolean): Answer {
  if (!valid) return json(401, { error: 'invalid_client', error_description: 'The credentials are not known.' })
  return json(200, { access_token: simulation.tokens.issue(), token_type: 'Bearer', expires_in: tokenSeconds })
}

/** The bearer token of a request, when the agency still takes it. */
export function hasToken(simulation: Simulation, authorization: string | undefined): boolean {
  const token = /^Bearer ([\w.-]{1,200})$/.exec(authorization ?? '')?.[1]
  return token !== undefined && simulation.tokens.accepts(token, simulation.faults().tokenUses)
}
