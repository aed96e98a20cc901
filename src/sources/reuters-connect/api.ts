import type { HttpAnswer } from '../http/answer.ts'
import type { HttpClient } from '../http/client.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'
import { statusFault } from '../http/status-fault.ts'
import { readJson } from '../json/read.ts'
import type { TokenKeeper } from '../oauth/token-keeper.ts'
import type { TokenRequest } from '../oauth/token-request.ts'
import { withToken } from '../oauth/with-token.ts'
import { requiredSecret } from '../required-secret.ts'
import type { PollContext } from '../source.ts'
import type { ReutersConfig } from './config.ts'
import { isTokenRefusal, readErrors } from './graphql-fault.ts'

/** Requests to one account of the content API, with its token, its bounds, and the refusals of its status codes. */
export interface ReutersApi {
  readonly config: ReutersConfig
  /** Asks once. Throws for every status that is no answer; errors inside a 200 are for the caller to read. */
  ask(query: string, deadlineMs?: number): Promise<HttpAnswer>
}

/** The API takes 500 requests a minute and names no time when it refuses one. */
const patienceMs = 60_000

/** Joins client, tokens, settings and secrets. Throws `config.secret-missing` without credentials. */
export function reutersApi(
  http: HttpClient,
  tokens: TokenKeeper,
  config: ReutersConfig,
  context: PollContext,
): ReutersApi {
  const token: TokenRequest = {
    url: config.tokenUrl,
    form: {
      grant_type: 'client_credentials',
      client_id: requiredSecret(context, config.clientIdSecret),
      client_secret: requiredSecret(context, config.clientSecretSecret),
      audience: config.audience,
      scope: config.scope,
    },
    deadlineMs: config.requestSeconds * 1000,
    allowPrivate: config.allowPrivate,
  }
  return {
    config,
    ask: async (query, deadlineMs) => {
      const answer = await withToken(
        tokens,
        token,
        context,
        (accessToken) =>
          http.send({
            method: 'POST',
            url: config.url,
            headers: { accept: 'application/json', 'content-type': 'application/json' },
            secretHeaders: { authorization: `Bearer ${accessToken}` },
            body: JSON.stringify({ query }),
            deadlineMs: deadlineMs ?? config.requestSeconds * 1000,
            maxBytes: config.responseBytes,
            allowPrivate: config.allowPrivate,
            signal: context.signal,
          }),
        (given) => given.status === 200 && readErrors(shortJson(given)).some(isTokenRefusal),
      )
      const fault = statusFault(answer, context.now)
      if (fault === undefined) return answer
      if (fault.code !== 'source.rate-limited' || fault.retryAfterMs !== undefined) throw fault
      throw new FaultyAnswer(fault.code, `HTTP ${answer.status}`, answer, { retryAfterMs: patienceMs })
    },
  }
}

/** A refusal is short; a page of stories is not parsed to look for one. */
function shortJson(answer: HttpAnswer): unknown {
  if (answer.bytes.length > 16_384) return undefined
  try {
    return readJson(answer.bytes)
  } catch {
    return undefined
  }
}
