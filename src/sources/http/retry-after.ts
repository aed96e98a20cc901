/** No source may put us to sleep for longer; a feed that says 88 hours is asked again the next day. */
export const longestRetryAfterMs = 24 * 60 * 60 * 1000

/**
 * Reads Retry-After (RFC 9110, 10.2.3): seconds or a date, in milliseconds from now, at most 24 hours. A date is
 * counted from the answer's own Date header where there is one, so that a wrong clock on either side does no harm.
 * Negative values, past dates and garbage give undefined: the caller's own pause holds.
 */
export function readRetryAfter(
  value: string | undefined,
  answerDate: string | undefined,
  now: Date,
): number | undefined {
  const text = value?.trim() ?? ''
  if (text === '' || text.length > 64) return undefined
  if (/^[+-]?\d{1,18}(?:\.\d{1,9})?$/.test(text)) return bounded(Number(text) * 1000)
  if (!/[a-z]/i.test(text)) return undefined
  const until = Date.parse(text)
  if (Number.isNaN(until)) return undefined
  const sent = Date.parse(answerDate ?? '')
  return bounded(until - (Number.isNaN(sent) ? now.getTime() : sent))
}

function bounded(ms: number): number | undefined {
  return ms > 0 ? Math.min(Math.ceil(ms), longestRetryAfterMs) : undefined
}
