import type { HttpAnswer } from '../http/answer.ts'
import { readRetryAfter } from '../http/retry-after.ts'
import { documentHead, secondsAsked } from './document-pace.ts'
import { readSkips, skippedFor } from './skips.ts'

/** What the settings of a feed say about its pace, in seconds. */
export interface PaceBounds {
  readonly intervalSeconds: number
  readonly maxSeconds: number
  /** How far quietness alone may stretch the pause; absent: four intervals. */
  readonly quietSeconds?: number | undefined
}

/** A quiet feed is asked a quarter as often as a lively one, unless the settings say otherwise. */
const quietTimes = 4

/**
 * When to come back: `ms` is the feed's own interval, or later when Cache-Control or the document (ttl in minutes,
 * sy:updatePeriod, skipHours, skipDays) asks for it, but not later than `maxSeconds`, because a wire that says "hourly"
 * still files bulletins. Only Retry-After, meant for us alone, may ask for more, up to a day. `quietMs` is how far the
 * schedule may stretch the pause while nothing comes.
 */
export function pauseAfter(
  answer: HttpAnswer,
  bounds: PaceBounds,
  now: Date,
): { readonly ms: number; readonly quietMs: number } {
  const { intervalSeconds } = bounds
  const head = documentHead(answer.bytes)
  const asked = Math.max(intervalSeconds, maxAge(answer), secondsAsked(head))
  const longest = Math.max(intervalSeconds, bounds.maxSeconds)
  const due = new Date(now.getTime() + asked * 1000)
  const pause = Math.min(asked + skippedFor(readSkips(head), due) / 1000, longest) * 1000
  const patience = readRetryAfter(answer.headers.get('retry-after'), answer.headers.get('date'), now)
  const ms = Math.max(pause, patience ?? 0)
  const quiet = bounds.quietSeconds ?? Math.min(longest, intervalSeconds * quietTimes)
  return { ms, quietMs: Math.max(ms, quiet * 1000) }
}

function maxAge(answer: HttpAnswer): number {
  const control = (answer.headers.get('cache-control') ?? '').slice(0, 500).toLowerCase()
  if (/\bno-(?:cache|store)\b/.test(control)) return 0
  const age = Number(/(?:^|[\s,])max-age\s?=\s?"?(\d{1,9})/.exec(control)?.[1] ?? 0)
  const spent = Number(/^\d{1,9}/.exec(answer.headers.get('age') ?? '')?.[0] ?? 0)
  return Math.max(0, age - spent)
}
