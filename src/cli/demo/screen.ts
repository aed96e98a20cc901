import { feedState } from '../../ops/feed-state.ts'
import { listQuarantine } from '../../store/quarantine.ts'
import type { QuarantineEntry } from '../../store/quarantine.ts'
import { listFeedHealth } from '../../store/read-feeds.ts'
import type { FeedHealth } from '../../store/read-feeds.ts'
import { readTotals, readVitals } from '../../store/read-status.ts'
import type { Totals, Vitals } from '../../store/read-status.ts'
import { readChangedStories } from '../../store/read-stories.ts'
import type { ChangedStory } from '../../store/read-stories.ts'
import { safe } from '../print/paint.ts'
import { cut, padTo } from '../print/width.ts'
import { ago, clockTime, count, zoneOf } from '../print/words.ts'
import { partingWords } from './view.ts'
import type { View, ViewSources } from './view.ts'

/** A state of the house, as the screen shows it. */
export interface Picture {
  readonly vitals: Vitals
  readonly totals: Totals
  readonly feeds: readonly FeedHealth[]
  readonly refused: readonly QuarantineEntry[]
}

const drawMs = 500
const keptHeadlines = 60

const enter = '\u001b[?1049h\u001b[?25l'
const leave = '\u001b[?25h\u001b[?1049l'

/** The live view: drawn anew twice a second on the terminal's second screen, which leaves the first as it was. */
export function startScreen(sources: ViewSources): View {
  const { runtime, serving } = sources
  const headlines: { at: Date; story: ChangedStory }[] = []
  const stopWatching = serving.live.watch((stories) => {
    for (const story of stories) headlines.unshift({ at: new Date(), story })
    headlines.length = Math.min(headlines.length, keptHeadlines)
  })
  // What an earlier start brought stands below what comes now.
  readChangedStories(runtime.pool, 0, keptHeadlines).then(
    (earlier) => {
      for (const story of earlier.reverse()) {
        const known = headlines.some((shown) => shown.story.seq === story.seq)
        if (!known && headlines.length < keptHeadlines) headlines.push({ at: story.changedAt, story })
      }
    },
    () => {},
  )
  let picture: Picture | undefined
  let reading = false
  const read = async (): Promise<void> => {
    const { pool } = runtime
    const [vitals, totals, feeds, refused] = await Promise.all([
      readVitals(pool),
      readTotals(pool),
      listFeedHealth(pool),
      listQuarantine(pool, { limit: 3 }),
    ])
    picture = { vitals, totals, feeds, refused }
  }
  const draw = (): void => {
    const lines = drawLines(sources, picture, headlines, process.stdout.rows ?? 30, process.stdout.columns ?? 100)
    process.stdout.write(`\u001b[H${lines.map((line) => `${line}\u001b[K`).join('\r\n')}\u001b[J`)
  }
  process.stdout.write(enter)
  const restore = (): void => void process.stdout.write(leave)
  process.once('exit', restore)
  const timer = setInterval(() => {
    if (!reading) {
      reading = true
      read()
        .catch(() => {})
        .finally(() => (reading = false))
    }
    draw()
  }, drawMs)
  read().then(draw, draw)
  return {
    summary: () => partingWords(sources),
    stop: async () => {
      clearInterval(timer)
      stopWatching()
      process.off('exit', restore)
      restore()
    },
  }
}

function drawLines(
  { serving, agency, terminal, speed }: ViewSources,
  picture: Picture | undefined,
  headlines: readonly { at: Date; story: ChangedStory }[],
  rows: number,
  columns: number,
): string[] {
  const { paint } = terminal
  const rule = paint('dim', '─'.repeat(columns))
  const now = new Date()
  const wire = agency.wireTime()
  const { published, total } = agency.simulator.control.counts()
  const head = [
    `${paint('bold', 'Writethru')}  ${paint(['cyan', 'underline'], serving.url ?? '')}`,
    paint(
      'dim',
      `${clockTime(now)} ${zoneOf(now)}, agency’s clock ${clockTime(wire)} at ${speed} times life, ${published} of ${total} filings`,
    ),
    rule,
  ]
  if (picture === undefined) return [...head, 'Starting ...']
  const { vitals, totals, feeds, refused } = picture
  const work = vitals.receiptsReady + vitals.receiptsClaimed + vitals.receiptsWaiting
  const middle = [
    ...feeds.slice(0, 5).map((feed) => feedLine(feed, vitals.now, paint)),
    `${padTo('changes', 12)}${vitals.changesLastMinute} in the last minute (${(vitals.changesLastMinute / 60).toFixed(2)} a second), ${work} documents at work`,
    `${padTo('stories', 12)}${totals.stories} in ${totals.revisions} revisions, ${totals.embargoed} embargoed, ${totals.withheld} withheld, ${paint(totals.killed > 0 ? 'red' : 'dim', `${totals.killed} killed`)}`,
    `${padTo('captions', 12)}${totals.captions}, recognised again ${totals.mentions - totals.captions} times; ${totals.families} across stories and outlets`,
    `${padTo('copies', 12)}${count(totals.copies, 'story carries', 'stories carry')} a text that another outlet has, too`,
    `${padTo('quarantine', 12)}${vitals.quarantineOpen === 0 ? 'empty' : paint('red', `${vitals.quarantineOpen} open`)}`,
    ...refused.map((entry) => cut(`${' '.repeat(12)}${entry.code}  ${safe(entry.uri ?? entry.detail)}`, columns)),
    rule,
  ]
  const foot = [rule, paint('dim', 'Ctrl-C stops everything in order; `writethru demo` goes on from there.')]
  const room = Math.max(0, rows - head.length - middle.length - foot.length - 1)
  const latest = headlines.slice(0, room).map(({ at, story }) => headlineLine(at, story, columns, paint))
  while (latest.length < room) latest.push('')
  return [...head, ...middle, ...latest, ...foot].slice(0, rows - 1)
}

function feedLine(feed: FeedHealth, now: Date, paint: ViewSources['terminal']['paint']): string {
  const { level, words } = feedState(feed, now)
  const style = { well: 'green', waiting: 'yellow', ill: 'red' } as const
  const state = paint(style[level], words)
  return `${padTo('feed', 12)}${feed.name}  ${state}  ${feed.offered} items, last news ${ago(feed.lastOfferAt, now)}`
}

function headlineLine(at: Date, story: ChangedStory, columns: number, paint: ViewSources['terminal']['paint']): string {
  const closed = story.status === 'canceled' || story.status === 'withheld'
  const type = story.type === 'text' ? '' : ` (${story.type})`
  const text = cut(`${safe(story.headline ?? story.slug ?? story.uri)}${type}`, Math.max(20, columns - 24))
  const change = padTo(story.change, 10)
  const shown = closed
    ? paint('red', text)
    : story.status === 'embargoed'
      ? paint('yellow', text)
      : story.publishable
        ? text
        : paint('dim', text)
  return `${paint('dim', clockTime(at))}  ${closed ? paint('red', change) : change}  ${shown}`
}
