import type { Simulation } from '../simulation.ts'
import type { Answer } from './answer.ts'
import { jsonType } from './answer.ts'

/** How long the agency says a token lasts; Reuters gives a day, AFP some hours. */
const tokenSeconds = 3600

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
