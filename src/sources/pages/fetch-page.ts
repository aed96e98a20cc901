import { setTimeout as wait } from 'node:timers/promises'
import { WireError } from '../../story/errors.ts'
import type { HttpAnswer } from '../http/answer.ts'
import type { HttpClient } from '../http/client.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'
import { redactUrl } from '../http/redact-url.ts'
import { statusFault } from '../http/status-fault.ts'
import { HostTurns } from './host-turns.ts'
import { Robots } from './robots.ts'

export interface PageRequest {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly secretHeaders?: Readonly<Record<string, string>>
  readonly secretQuery?: Readonly<Record<string, string>>
  /** Least distance between two pages of one host; a longer Crawl-delay counts more. */
  readonly spacingMs: number
  readonly deadlineMs: number
  readonly maxBytes: number
  readonly allowPrivate: boolean
  readonly signal: AbortSignal
  readonly now: Date
}

export type FetchPage = (request: PageRequest) => Promise<HttpAnswer>

/** A page whose turn is further off is left for a later round. */
const patienceMs = 8000
/** Robots directives stand in the head of a page. */
const headBytes = 65_536

/**
 * Makes the one way in which pages are fetched: by the rules of the site (robots.txt, RFC 9309; noarchive), one after
 * the other at each host. Throws `source.robots-refused` for what the site does not want fetched, `source.rate-limited`
 * when the host's turn is too far off, and what the request ended in.
 */
export function createPageFetcher(http: () => HttpClient): FetchPage {
  const robots = new Robots(http)
  const turns = new HostTurns()
  return async (request) => {
    const { url, signal } = request
    const { isAllowed, delayMs } = await robots.judge(url, request.allowPrivate, performance.now())
    if (!isAllowed) throw new WireError('source.robots-refused', `${redactUrl(url)}: robots.txt`)
    const turn = turns.take(new URL(url).host, Math.max(request.spacingMs, delayMs), patienceMs, performance.now())
    if (turn === undefined)
      throw new WireError('source.rate-limited', `${redactUrl(url)}: its host has many pages to give`)
    if (turn > 0) await wait(turn, undefined, { signal }).catch(() => undefined)
    const { spacingMs: _spacing, now, ...get } = request
    const answer = await http().get({ ...get, headers: { accept: 'text/html, application/xhtml+xml', ...get.headers } })
    const fault = statusFault(answer, now)
    if (fault !== undefined) throw fault
    if (answer.bytes.length === 0) throw new FaultyAnswer('source.bad-answer', 'the page is empty', answer)
    if (forbidsArchive(answer)) throw new WireError('source.robots-refused', `${redactUrl(url)}: noarchive`)
    return answer
  }
}

/** X-Robots-Tag and meta robots: `noarchive` and `none` ask that no copy be kept. */
function forbidsArchive(answer: HttpAnswer): boolean {
  const tag = (answer.headers.get('x-robots-tag') ?? '').slice(0, 500)
  if (/(?:^|[\s,:])(?:noarchive|none)(?:[\s,]|$)/i.test(tag)) return true
  const head = answer.bytes.toString('latin1', 0, headBytes)
  for (const [element] of head.matchAll(/<meta\s[^<>]{1,500}>/gi)) {
    if (!/\bname\s?=\s?["']?(?:robots|writethru)["'\s]/i.test(element)) continue
    if (/\bcontent\s?=\s?["']?[^"'<>]{0,200}?\b(?:noarchive|none)\b/i.test(element)) return true
  }
  return false
}
