import { indexTexts } from '../../store/search/index-texts.ts'
import { startLoop } from '../loop.ts'
import type { RunningRole, WorkerContext } from '../worker-context.ts'
import { giveWayToIngest } from './give-way.ts'

/** How long a change waits until it is searched when nothing else is to be done. */
const pauseMs = 600
const storiesAtOnce = 200

/** Reads changed stories into the search index. Any number of workers may run it; one is at it. */
export function startSearch(context: WorkerContext): RunningRole {
  const givesWay = giveWayToIngest(context)
  return startLoop('search', pauseMs, context.log, async () => {
    if (await givesWay()) return false
    const { taken, cut } = await indexTexts(context.pool, storiesAtOnce)
    for (const { storyId, error } of cut) {
      context.log.warn({ story: storyId, err: error }, 'found by its headline only: its text cannot be read for search')
    }
    return taken > 0
  })
}
