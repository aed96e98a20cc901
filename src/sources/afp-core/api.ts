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
import { searchBody } from './config.ts'
import type { AfpConfig } from './config.ts'

/** Requests to one AFP account, with its token and its bounds. */
export interface AfpApi {
  readonly config: AfpConfig
  /** Searches once. Throws for every status that is no answer, and for an error object in the place of one. */
  search(from: string, rows: number): Promise<HttpAnswer>
}

/** AFP takes 5,000 requests an hour and answers 503 beyond, without a time. */
const patienceMs = 60_000

/** How the account gets its token (AFP Core API, Authentication): the client's pair as basic authentication. */
function tokenRequest(config: AfpConfig, context: PollContext): TokenRequest {
  const bounds = { deadlineMs: config.requestSeconds * 1000, allowPrivate: config.allowPrivate }
  const url = `${config.baseUrl}/oauth/token`
  if (config.grant === 'anonymous') return { ...bounds, url, form: { grant_type: 'anonymous' } }
  return {
    ...bounds,
    url,
    form: {
      grant_type: 'password',
      username: requiredSecret(context, config.usernameSecret),
      password: requiredSecret(context, config.passwordSecret),
    },
    basic: {
      user: requiredSecret(context, config.clientIdSecret),
      password: requiredSecret(context, config.clientSecretSecret),
    },
  }
}

/** Joins client, tokens, settings and secrets. Throws `config.secret-missing` without credentials. */
export function afpApi(http: HttpClient, tokens: TokenKeeper, config: AfpConfig, context: PollContext): AfpApi {
  const token = tokenRequest(config, context)
  return {
    config,
    search: async (from, rows) => {
      const answer = await withToken(
        tokens,
        token,
        context,
        (accessToken) =>
          http.send({
            method: 'POST',
            url: `${config.baseUrl}/v1/api/search`,
            headers: { accept: 'application/json', 'content-type': 'application/json' },
            secretHeaders: { authorization: `Bearer ${accessToken}` },
            body: searchBody(config, from, rows),
            deadlineMs: config.requestSeconds * 1000,
            maxBytes: config.responseBytes,
            allowPrivate: config.allowPrivate,
            signal: context.signal,
          }),
        (given) => given.status === 200 && readError(given)?.code === 401,
      )
      const error = readError(answer)
      const status = answer.status === 200 ? (error?.code ?? 200) : answer.status
      const fault = statusFault({ ...answer, status }, context.now, error?.message)
      if (status === 503 || (status === 429 && fault?.retryAfterMs === undefined)) {
        const retryAfterMs = fault?.retryAfterMs ?? patienceMs
        throw new FaultyAnswer('source.rate-limited', `HTTP ${status}: ${error?.message ?? ''}`, answer, {
          retryAfterMs,
        })
      }
      if (fault !== undefined) throw fault
      return answer
    },
  }
}

/** An error is short; a page of stories is not parsed to look for one. */
const longestError = 16_384

/**
 * `{"error": {"error_type", "code", "message"}}`, with whatever status; or a `response.status.code` that is not 0. A code
 * that is no HTTP status counts as a fault of AFP's.
 */
function readError({ bytes }: HttpAnswer): { readonly code: number; readonly message: string } | undefined {
  if (bytes.length > longestError) return undefined
  try {
    const body = readJson(bytes) as Record<string, unknown>
    const status = (body['response'] as { status?: { code?: unknown; reason?: unknown } } | undefined)?.status
    const error = body['error'] as { code?: unknown; status?: unknown; message?: unknown } | undefined
    if (typeof error === 'object' && error !== null) return faultOf([error.status, error.code], error.message)
    return status?.code === undefined || Number(status.code) === 0 ? undefined : faultOf([status.code], status.reason)
  } catch {
    return undefined
  }
}

function faultOf(codes: readonly unknown[], message: unknown): { readonly code: number; readonly message: string } {
  const code = codes.map(Number).find((number) => number >= 400 && number < 600) ?? 500
  return { code, message: typeof message === 'string' ? message.slice(0, 200) : 'no message' }
}
