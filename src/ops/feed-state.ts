import type { FeedHealth } from '../store/read-feeds.ts'

/** How a feed fares: `ill` wants a person to look, `waiting` is fine but quiet. */
export interface FeedState {
  readonly level: 'well' | 'waiting' | 'ill'
  readonly words: string
}

/** A feed that nobody polled for this long after it was due is overdue, in seconds. */
const overdueSeconds = 60

/** A feed with this score fails again and again, though its last poll was good. */
const flakyScore = 2

/** What an operator should know of a feed besides its state: where it moved, who holds it up, how its hub stands. */
export function feedNotes(feed: FeedHealth): string[] {
  const notes: string[] = []
  if (!feed.enabled && feed.pausedReason !== null) {
    notes.push(`waits for a person: mend what the code says, then \`writethru feeds resume ${feed.name}\``)
  }
  if (feed.movedTo !== null) notes.push(`has moved for good to ${feed.movedTo}: set its url to that`)
  if (feed.hostHeldUntil !== null) notes.push(`its host wants no polls before ${feed.hostHeldUntil.toISOString()}`)
  if (feed.consecutiveFailures === 0 && feed.failureScore >= flakyScore) notes.push('fails again and again')
  if (feed.hubState === 'active') notes.push('its hub delivers')
  if (feed.hubState !== 'active' && feed.hubDetail !== null) notes.push(`its hub does not deliver: ${feed.hubDetail}`)
  return notes
}

export function feedState(feed: FeedHealth, now: Date): FeedState {
  if (!feed.enabled && feed.pausedReason !== null) return { level: 'ill', words: `stopped: ${feed.pausedReason}` }
  if (!feed.enabled) return { level: 'waiting', words: 'paused' }
  if (feed.kind === 'local') return { level: 'waiting', words: 'by hand' }
  if (feed.consecutiveFailures > 0) {
    const times = feed.consecutiveFailures === 1 ? 'once' : `${feed.consecutiveFailures} times`
    return { level: 'ill', words: `failed ${times}: ${feed.lastErrorCode ?? 'unknown'}` }
  }
  const late = (now.getTime() - feed.nextPollAt.getTime()) / 1000
  if (!feed.polling && late > Math.max(overdueSeconds, feed.intervalSeconds)) {
    return { level: 'ill', words: `overdue for ${Math.round(late)} s` }
  }
  if (feed.lastPolledAt === null) return { level: 'waiting', words: 'not polled yet' }
  if (feed.silentSince !== null) {
    const hours = ((now.getTime() - feed.silentSince.getTime()) / 3_600_000).toFixed(1)
    const usual = Math.round(feed.usualNews ?? 0)
    return { level: 'ill', words: `silent for ${hours} h; usually ${usual} items by now` }
  }
  return { level: 'well', words: 'well' }
}
