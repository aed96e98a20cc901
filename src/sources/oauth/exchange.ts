import { z } from 'zod'
import { WireError } from '../../story/errors.ts'
import type { HttpAnswer } from '../http/answer.ts'
import type { HttpClient } from '../http/client.ts'
import { redactUrl } from '../http/redact-url.ts'
import { readRetryAfter } from '../http/retry-after.ts'
import { inRound } from '../http/rounds.ts'
import { readJson } from '../json/read.ts'
import { signAssertion } from './assertion.ts'
import type { TokenRequest } from './token-request.ts'

/** A token as an agency gave it. */
export interface IssuedToken {
  readonly accessToken: string
  /** Milliseconds it is good for, counted from the answer. */
  readonly lastsMs: number
}

/** What the agency said does not last longer than this is taken for a mistake in the unit: seconds are meant. */
const shortestMs = 10_000
/** An agency that names no time gets asked again after this. */
const defaultMs = 600_000
const longestMs = 7 * 86_400_000
/** Answers with a token are a few kilobytes. */
const largestAnswer = 131_072

const answerSchema = z.object({
  access_token: z.string().min(1).max(32_768),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
})

/**
 * Exchanges credentials for a token (RFC 6749). Throws `source.unauthorized` when they are refused, `source.rate-limited`
 * on 429, `source.server-error` and `source.bad-answer` otherwise. The faults name the address and the agency's error
 * code and keep no evidence: a body at this address may hold a token.
 */
export async function exchangeToken(
  http: HttpClient,
  request: TokenRequest,
  now: Date,
  signal: AbortSignal,
): Promise<IssuedToken> {
  const { url, basic, assertion } = request
  const form = assertion === undefined ? request.form : { ...request.form, assertion: signAssertion(assertion, now) }
  const pair = basic === undefined ? undefined : Buffer.from(`${basic.user}:${basic.password}`).toString('base64')
  // Other polls may wait for this token: it may not wait for them.
  const answer = await inRound(() =>
    http.send({
      method: 'POST',
      url,
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      ...(pair === undefined ? {} : { secretHeaders: { authorization: `Basic ${pair}` } }),
      body: new URLSearchParams(form).toString(),
      deadlineMs: request.deadlineMs,
      maxBytes: largestAnswer,
      allowPrivate: request.allowPrivate,
      signal,
    }),
  )
  const body = bodyOf(answer)
  if (answer.status !== 200 && answer.status !== 201) throw refusal(answer, body, now)
  const issued = answerSchema.safeParse(body)
  if (!issued.success) {
    const said = errorCode(body)
    if (said !== undefined) throw refusal({ ...answer, status: 401 }, body, now)
    throw new WireError('source.bad-answer', `${redactUrl(url)}: the answer holds no token`)
  }
  const seconds = issued.data.expires_in
  const lastsMs = seconds === undefined ? defaultMs : Math.min(Math.max(seconds * 1000, shortestMs), longestMs)
  return { accessToken: issued.data.access_token, lastsMs }
}

function bodyOf(answer: HttpAnswer): unknown {
  try {
    return readJson(answer.bytes)
  } catch {
    return undefined
  }
}

/** The agency's own error code (RFC 6749, 5.2); nothing longer, and no description: it may repeat what was sent. */
function errorCode(body: unknown): string | undefined {
  const value = (body as { error?: unknown } | undefined)?.error
  return typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : undefined
}

/** The codes with which a server says that it is overworked, rather than that the credentials are wrong. */
const passing = new Set(['temporarily_unavailable', 'server_error', 'slow_down'])

function refusal(answer: HttpAnswer, body: unknown, now: Date): WireError {
  const { status } = answer
  const said = errorCode(body)
  const detail = `${redactUrl(answer.url)}: no token, HTTP ${status}${said === undefined ? '' : ` ${said}`}`
  const retryAfterMs = readRetryAfter(answer.headers.get('retry-after'), answer.headers.get('date'), now)
  const patience = retryAfterMs === undefined ? {} : { retryAfterMs }
  if (status === 429) return new WireError('source.rate-limited', detail, patience)
  if (status === 503 && retryAfterMs !== undefined) return new WireError('source.rate-limited', detail, patience)
  if (status >= 500 || (said !== undefined && passing.has(said))) return new WireError('source.server-error', detail)
  // 400 is how RFC 6749 says invalid_client and invalid_grant.
  const refused = [400, 401, 402, 403, 407, 419].includes(status)
  return new WireError(
    refused ? 'source.unauthorized' : status === 404 ? 'source.not-found' : 'source.bad-answer',
    detail,
  )
}
