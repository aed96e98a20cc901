import type { ErrorCode } from '../../story/errors.ts'
import type { HttpAnswer } from './answer.ts'
import { FaultyAnswer } from './faulty-answer.ts'
import { readRetryAfter } from './retry-after.ts'

/**
 * The policy table: what a status means for a feed. 402 counts as refused credentials (an unpaid plan is mended where
 * the key is), 408 as a timeout, 429 and a 503 that names a time as a request for patience.
 */
function codeOf(status: number, retryAfterMs: number | undefined): ErrorCode | undefined {
  if (status >= 200 && status < 300) return undefined
  if (status === 304) return undefined
  if (status === 401 || status === 402 || status === 403 || status === 407 || status === 419)
    return 'source.unauthorized'
  if (status === 404) return 'source.not-found'
  if (status === 408) return 'source.timeout'
  if (status === 410) return 'source.gone'
  if (status === 413) return 'source.too-large'
  if (status === 429) return 'source.rate-limited'
  if (status === 503 && retryAfterMs !== undefined) return 'source.rate-limited'
  if (status >= 500) return 'source.server-error'
  return 'source.bad-answer'
}

/** The fault an answer's status stands for; undefined for 2xx and 304. `words` is what the body says about it. */
export function statusFault(answer: HttpAnswer, now: Date, words?: string): FaultyAnswer | undefined {
  const retryAfterMs = readRetryAfter(answer.headers.get('retry-after'), answer.headers.get('date'), now)
  const code = codeOf(answer.status, retryAfterMs)
  if (code === undefined) return undefined
  const said = words === undefined || words === '' ? '' : `: ${words.slice(0, 200)}`
  return new FaultyAnswer(
    code,
    `HTTP ${answer.status}${said}`,
    answer,
    retryAfterMs === undefined ? {} : { retryAfterMs },
  )
}
