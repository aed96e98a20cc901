import type { HttpAnswer } from '../http/answer.ts'
import { readRetryAfter } from '../http/retry-after.ts'

const periods: Readonly<Record<string, number>> = {
  hourly: 3600,
  daily: 86_400,
  weekly: 604_800,
  monthly: 2_592_000,
  yearly: 31_536_000,
}

/**
 * When to come back, in milliseconds: the feed's own interval, or later when Cache-Control or the document (ttl in
 * minutes, sy:updatePeriod) asks for it, but not later than `maxSeconds`, because a wire that says "hourly" still files
 * bulletins. Only Retry-After, meant for us alone, may ask for more, up to a day.
 */
export function pauseAfter(answer: HttpAnswer, intervalSeconds: number, maxSeconds: number, now: Date): number {
  const asked = Math.max(maxAge(answer), documentPause(answer.bytes))
  const longest = Math.max(intervalSeconds, maxSeconds)
  const pause = Math.min(Math.max(intervalSeconds, asked), longest) * 1000
  const patience = readRetryAfter(answer.headers.get('retry-after'), answer.headers.get('date'), now)
  return Math.max(pause, patience ?? 0)
}

function maxAge(answer: HttpAnswer): number {
  const control = (answer.headers.get('cache-control') ?? '').slice(0, 500).toLowerCase()
  if (/\bno-(?:cache|store)\b/.test(control)) return 0
  const age = Number(/(?:^|[\s,])max-age\s?=\s?"?(\d{1,9})/.exec(control)?.[1] ?? 0)
  const spent = Number(/^\d{1,9}/.exec(answer.headers.get('age') ?? '')?.[0] ?? 0)
  return Math.max(0, age - spent)
}

/** Seconds that the head of an RSS document asks for. */
function documentPause(bytes: Buffer): number {
  const text = bytes.toString('latin1', 0, 16_384)
  const firstItem = text.search(/<item[\s>]/)
  const head = firstItem < 0 ? text : text.slice(0, firstItem)
  if (!head.includes('<')) return 0
  const ttl = Number(/<ttl>\s{0,20}(\d{1,7})\s{0,20}</.exec(head)?.[1] ?? 0) * 60
  const period = /<sy:updatePeriod>\s{0,20}([a-z]{5,8})\s{0,20}</.exec(head)?.[1] ?? ''
  const times = Number(/<sy:updateFrequency>\s{0,20}(\d{1,6})\s{0,20}</.exec(head)?.[1] ?? 1)
  const every = Object.hasOwn(periods, period) ? (periods[period] as number) / Math.max(1, times) : 0
  return Math.max(ttl, every)
}
