import type { FeedHealth } from '../store/read-feeds.ts'
import { safe } from './print/paint.ts'
import type { Paint, Style } from './print/paint.ts'
import { table } from './print/table.ts'
import { ago, count } from './print/words.ts'

/** How a feed fares, in words. */
export function feedState(feed: FeedHealth, now: Date): { word: string; style: Style; needsPerson: boolean } {
  if (!feed.enabled && feed.pausedReason !== null) {
    return { word: `stopped (${feed.pausedReason})`, style: 'red', needsPerson: true }
  }
  if (!feed.enabled) return { word: 'paused', style: 'yellow', needsPerson: false }
  if (feed.kind === 'local') return { word: 'by hand', style: 'dim', needsPerson: false }
  if (feed.consecutiveFailures > 0) {
    const failed = `failed ${count(feed.consecutiveFailures, 'time')} (${feed.lastErrorCode ?? 'unknown'})`
    return { word: failed, style: 'red', needsPerson: feed.consecutiveFailures > 5 }
  }
  if (feed.lastPolledAt === null) return { word: 'not polled yet', style: 'yellow', needsPerson: false }
  const overdue = (now.getTime() - feed.nextPollAt.getTime()) / 1000
  if (!feed.polling && overdue > Math.max(60, feed.intervalSeconds)) {
    return { word: `overdue since ${ago(feed.nextPollAt, now)}`, style: 'red', needsPerson: true }
  }
  return { word: 'well', style: 'green', needsPerson: false }
}

/** All feeds, one a line, with what became of their items in the last 24 hours. */
export function feedTable(feeds: readonly FeedHealth[], now: Date, paint: Paint): string {
  const number = (value: number) => value.toLocaleString('en')
  return table(
    [
      { title: 'FEED' },
      { title: 'KIND' },
      { title: 'STATE' },
      { title: 'LAST NEWS' },
      { title: 'NEXT POLL' },
      { title: '24 H: ITEMS', align: 'right' },
      { title: 'NEW', align: 'right' },
      { title: 'REVISED', align: 'right' },
      { title: 'SAME', align: 'right' },
      { title: 'STALE', align: 'right' },
      { title: 'KILLED', align: 'right' },
      { title: 'REFUSED', align: 'right' },
    ],
    feeds.map((feed) => {
      const { word, style } = feedState(feed, now)
      const polled = feed.enabled && feed.kind !== 'local'
      return [
        feed.name,
        feed.kind,
        paint(style, word),
        ago(feed.lastOfferAt, now),
        polled ? (feed.polling ? 'polling now' : ago(feed.nextPollAt, now)) : '-',
        number(feed.offered),
        number(feed.new),
        number(feed.revised),
        number(feed.duplicate),
        number(feed.stale),
        number(feed.killed),
        number(feed.quarantined),
      ]
    }),
    paint,
  )
}

/** The last fault of each failing feed, in a line of its own. */
export function feedFaults(feeds: readonly FeedHealth[], paint: Paint): string[] {
  return feeds
    .filter((feed) => feed.lastErrorCode !== null)
    .map((feed) => `${paint('bold', feed.name)}  ${feed.lastErrorCode}: ${safe(feed.lastErrorDetail ?? '')}`)
}
