import { z } from 'zod'
import { WireError } from '../../story/errors.ts'
import type { HttpAnswer } from '../http/answer.ts'
import { redactUrl, stripKeys } from '../http/redact-url.ts'
import type { Offer, PollContext, RefusedOffer } from '../source.ts'
import { Seen } from '../window/seen.ts'
import type { FeedEntry } from './entries.ts'
import { wholeOffer } from './offers.ts'
import { timeOf } from './sitemap.ts'

/** Documents fetched in one go, before they are committed. */
const atOnce = 10
/** Beyond so many bytes no further one is begun. */
const enoughBytes = 33_554_432
/** Documents that may be outstanding; what is listed beyond them is taken up when these are done. */
const mostPending = 500
/** States of listed documents that are looked at and remembered, the newest first; older ones are archive. */
const mostSeen = 20_000
/** A document that fails in passing is asked for this often, then given up and counted as refused. */
const mostTries = 4
/** Of a sitemap seen for the first time only this much is news; the rest is its archive. */
const firstDays = 2

/** What is outstanding of a list whose documents are fetched one by one. */
export const followSchema = z.object({
  pending: z.array(z.object({ url: z.string(), mark: z.string(), tries: z.number() })).default([]),
  /** Digests of address and state of what was listed before, see `Seen`. */
  seen: z.string().optional(),
  /** ISO 8601; what a sitemap dates before this is its archive. */
  archiveBefore: z.string().optional(),
  /** True when a list named more than may be outstanding: it is read again once these are done. */
  more: z.boolean().default(false),
  /** True once the list was gone through to its end: what is new from then on is news, dated or not. */
  isKnown: z.boolean().default(false),
})

export type FollowState = z.output<typeof followSchema>

const keyOf = ({ link, mark }: FeedEntry): string => `${link}\n${mark}`

/**
 * Adds what a list newly names. Of a sitemap (`isArchive`) what was older than two days when it was first seen is never
 * fetched, nor what says no date until the list is known.
 */
export function noteListed(
  state: FollowState | undefined,
  entries: readonly FeedEntry[],
  options: { readonly isArchive: boolean; readonly now: Date },
): FollowState {
  const seen = new Seen(state?.seen, mostSeen)
  const pending = [...(state?.pending ?? [])]
  const isKnown = state?.isKnown ?? false
  const archiveBefore = state?.archiveBefore ?? new Date(options.now.getTime() - firstDays * 86_400_000).toISOString()
  const isArchive = (entry: FeedEntry): boolean =>
    options.isArchive && (timeOf(entry) === 0 ? !isKnown : timeOf(entry) < Date.parse(archiveBefore))
  let more = false
  for (const entry of entries.slice(0, mostSeen)) {
    if (timeOf(entry) > 0 && isArchive(entry)) continue
    if (seen.has(keyOf(entry))) continue
    if (pending.length >= mostPending && !isArchive(entry)) {
      more = true
      break
    }
    seen.add(keyOf(entry))
    if (!isArchive(entry)) pending.push({ url: stripKeys(entry.link), mark: entry.mark, tries: 0 })
  }
  return { pending, seen: seen.toString(), archiveBefore, more, isKnown: isKnown || !more }
}

export interface Followed {
  readonly offers: readonly Offer[]
  readonly refused: readonly RefusedOffer[]
  readonly state: FollowState
  /** True when the next ones may be fetched at once; false when a host wants a pause first. */
  readonly mayGoOn: boolean
}

/**
 * Fetches some of what is outstanding. A document that cannot be had for good is refused with its code, one that fails
 * in passing stays and is tried again: one failing document never stops the others.
 */
export async function followPending(
  state: FollowState,
  context: PollContext,
  fetchOne: (url: string) => Promise<HttpAnswer>,
): Promise<Followed> {
  const offers: Offer[] = []
  const refused: RefusedOffer[] = []
  const left: FollowState['pending'] = []
  let isHeld = false
  let bytes = 0
  let tried = 0
  for (const item of state.pending.slice(0, atOnce)) {
    if (bytes > enoughBytes) break
    tried += 1
    if (isHeld) {
      left.push(item)
      continue
    }
    try {
      const answer = await fetchOne(item.url)
      bytes += answer.bytes.length
      offers.push(wholeOffer(answer))
    } catch (error) {
      if (!(error instanceof WireError) || context.signal.aborted) throw error
      isHeld = error.code === 'source.rate-limited'
      if (isHeld) left.push(item)
      else if (error.retry === 'retry' && item.tries + 1 < mostTries) left.push({ ...item, tries: item.tries + 1 })
      else refused.push({ key: redactUrl(item.url), code: error.code, detail: error.detail })
    }
  }
  // What failed goes behind the others, so that it does not hold them up.
  const rest = state.pending.slice(tried)
  const pending = isHeld ? [...left, ...rest] : [...rest, ...left]
  const mayGoOn = !isHeld && offers.length + refused.length > 0
  return { offers, refused, state: { ...state, pending }, mayGoOn }
}
