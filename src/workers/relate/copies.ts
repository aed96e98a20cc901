import { relateStories } from '../../store/copies/relate.ts'
import { startLoop } from '../loop.ts'
import type { RunningRole, WorkerContext } from '../worker-context.ts'
import { giveWayToIngest } from './give-way.ts'

/** How long a recorded story waits for its comparison when nothing else is to be done. */
const pauseMs = 700
const storiesAtOnce = 100

/**
 * Compares recorded stories with those of other outlets and keeps the copy groups. Runs outside the recording
 * transaction: a story is readable before it is compared. Any number of workers may run it.
 */
export function startCopies(context: WorkerContext): RunningRole {
  const memory = new Map()
  const givesWay = giveWayToIngest(context)
  return startLoop('copies', pauseMs, context.log, async () => {
    if (await givesWay()) return false
    const { printed, compared, postponed } = await relateStories(context.pool, memory, storiesAtOnce)
    for (const { storyId, error } of postponed) {
      context.log.warn({ story: storyId, err: error }, 'not compared with other outlets; it is tried again later')
    }
    return printed > 0 || compared > 0
  })
}
