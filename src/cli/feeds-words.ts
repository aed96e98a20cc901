import { feedNotes, feedState } from '../ops/feed-state.ts'
import type { FeedState } from '../ops/feed-state.ts'
import type { FeedHealth } from '../store/read-feeds.ts'
import { safe } from './print/paint.ts'
import type { Paint, Style } from './print/paint.ts'
import { tableWithin } from './print/table.ts'
import { ago } from './print/words.ts'
import type { Terminal } from './verb.ts'

const styles: Readonly<Record<FeedState['level'], Style>> = { well: 'green', waiting: 'yellow', ill: 'red' }

/** What is said of a name that no feed has. */
export const unknownFeed = (name: string): string =>
  `There is no feed ${safe(name)}; \`writethru feeds list\` shows them.`

/** Why a feed is not removed, and what to do instead. */
export const keptFeed = (name: string, brought: number): string =>
  `${safe(name)} has brought ${brought} documents, and their stories say that they came from it; ` +
  `\`writethru feeds pause ${safe(name)}\` stops it.`

/** All feeds, one a line, with what became of their items in the last 24 hours. */
export function feedTable(feeds: readonly FeedHealth[], now: Date, { paint, columns, live }: Terminal): string {
  const number = (value: number) => value.toLocaleString('en')
  return tableWithin(
    live ? columns : Number.POSITIVE_INFINITY,
    [
      { title: 'FEED' },
      { title: 'KIND', spare: 2 },
      { title: 'STATE' },
      { title: 'LAST NEWS' },
      { title: 'NEXT POLL', spare: 4 },
      { title: '24 H: ITEMS', align: 'right' },
      { title: 'NEW', align: 'right', spare: 5 },
      { title: 'REVISED', align: 'right', spare: 3 },
      { title: 'SAME', align: 'right', spare: 1 },
      { title: 'STALE', align: 'right', spare: 1 },
      { title: 'KILLED', align: 'right', spare: 5 },
      { title: 'REFUSED', align: 'right' },
    ],
    feeds.map((feed) => {
      const { words, level } = feedState(feed, now)
      const polled = feed.enabled && feed.kind !== 'local'
      return [
        feed.name,
        feed.kind,
        paint(styles[level], words),
        ago(feed.lastOfferAt, now),
        polled ? (feed.polling ? 'polling now' : feed.nextPollAt <= now ? 'due' : ago(feed.nextPollAt, now)) : '-',
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

/** What else is to be known of feeds, a line each. */
export function feedLines(feeds: readonly FeedHealth[], paint: Paint): string[] {
  return feeds.flatMap((feed) => feedNotes(feed).map((note) => `${paint('bold', feed.name)}  ${safe(note)}`))
}

/** The last fault of each failing feed, in a line of its own. */
export function feedFaults(feeds: readonly FeedHealth[], paint: Paint): string[] {
  return feeds
    .filter((feed) => feed.lastErrorCode !== null)
    .map((feed) => `${paint('bold', feed.name)}  ${feed.lastErrorCode}: ${safe(feed.lastErrorDetail ?? '')}`)
}
