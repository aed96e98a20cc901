import { readChangedStories } from '../../store/read-stories.ts'
import { readTotals, readVitals } from '../../store/read-status.ts'
import { safe } from '../print/paint.ts'
import { padTo } from '../print/width.ts'
import { clockTime } from '../print/words.ts'
import { partingWords, totalsLine } from './view.ts'
import type { View, ViewSources } from './view.ts'

const summaryMs = 5000
/** Headlines of an earlier start that are shown again. */
const earlierHeadlines = 3

/** One plain line a change and a summary every few seconds: for pipes, logs and terminals without a screen. */
export function startPlainView(sources: ViewSources): View {
  const { runtime, serving, agency, terminal } = sources
  terminal.out(`The desk: ${serving.url}`)
  terminal.out(`The agency: ${agency.simulator.url}${agency.resumed ? ', going on where it stopped' : ''}`)
  const stopWatching = serving.live.watch((stories) => {
    for (const story of stories) {
      const note = story.status === 'usable' ? '' : ` [${story.status}]`
      const headline = safe(story.headline ?? story.slug ?? story.uri)
      terminal.out(
        `${clockTime(new Date())}  ${padTo(story.change, 9)} ${padTo(String(story.id), 5, 'right')}${note}  ${headline}`,
      )
    }
  })
  if (agency.resumed) {
    readChangedStories(runtime.pool, 0, earlierHeadlines).then(
      (earlier) => {
        for (const story of earlier) {
          terminal.out(`earlier   ${clockTime(story.changedAt)}  ${safe(story.headline ?? story.slug ?? story.uri)}`)
        }
      },
      () => {},
    )
  }
  let last = ''
  const timer = setInterval(() => {
    Promise.all([readTotals(runtime.pool), readVitals(runtime.pool)]).then(
      ([totals, vitals]) => {
        const line = totalsLine(totals, vitals.quarantineOpen)
        if (line !== last) terminal.out(`${clockTime(new Date())}  -- ${line}`)
        last = line
      },
      () => {},
    )
  }, summaryMs)
  return {
    summary: () => partingWords(sources),
    stop: async () => {
      clearInterval(timer)
      stopWatching()
    },
  }
}
