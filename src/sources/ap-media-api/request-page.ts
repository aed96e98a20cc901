import { WireError } from '../../story/errors.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'
import { statusFault } from '../http/status-fault.ts'
import type { ApApi } from './api.ts'
import { readPage } from './page.ts'
import type { Page, PageError } from './page.ts'
import { describeQuotas, patience, readQuotas } from './quotas.ts'

/** The detail code for a feed token that was not used for 72 hours. */
const expiredToken = 6060

/** A page, or the news that the agency no longer takes the token. */
export type PageOutcome =
  { readonly kind: 'page'; readonly page: Page } | { readonly kind: 'expired'; readonly why: string }

/**
 * Requests one page. An error object counts whatever the status says: AP sends some with 200. When a token was
 * followed, 400 and 404 mean that it is no longer good, whichever detail code came along: a link followed exactly as
 * given has no syntax of ours that could be wrong.
 */
export async function requestPage(api: ApApi, url: string, follows: boolean, now: Date): Promise<PageOutcome> {
  const answer = await api.get(url)
  const error = answer.status === 200 ? undefined : quietError(() => readPage(answer).error)
  const page = answer.status === 200 ? readPage(answer) : undefined
  const said: PageError | undefined = page?.error ?? error
  if (page !== undefined && said === undefined) return { kind: 'page', page }

  const status = answer.status === 200 ? (said?.status ?? 500) : answer.status
  const words = said === undefined ? '' : `${said.code ?? ''} ${said.message}`.trim()
  if (said?.code === expiredToken || (follows && (status === 400 || status === 404))) {
    return { kind: 'expired', why: words === '' ? `HTTP ${status}` : words }
  }
  const fault = statusFault({ ...answer, status }, now, words)
  if (fault?.code === 'source.rate-limited' && fault.retryAfterMs === undefined) {
    const quotas = await readQuotas(api)
    const known = quotas.length === 0 ? '' : ` (${describeQuotas(quotas)})`
    throw new WireError('source.rate-limited', `${fault.detail}${known}`, { retryAfterMs: patience(quotas, 'feed') })
  }
  throw fault ?? new FaultyAnswer('source.bad-answer', `an error object with HTTP ${answer.status}: ${words}`, answer)
}

function quietError<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
