import type { Assertion } from './assertion.ts'

/** How a token is asked for; built by the source from its settings and secrets, used once and forgotten. */
export interface TokenRequest {
  readonly url: string
  /** Fields of the form (RFC 6749, 4.3 and 4.4): grant_type, client_id, client_secret, audience, scope ... */
  readonly form: Readonly<Record<string, string>>
  /** Sent as basic authentication where the agency wants the client's id and secret there (RFC 6749, 2.3.1). */
  readonly basic?: { readonly user: string; readonly password: string }
  /** Signed when the token is asked for and sent as `assertion` (RFC 7523, 2.1). */
  readonly assertion?: Assertion
  readonly deadlineMs: number
  readonly allowPrivate: boolean
}
