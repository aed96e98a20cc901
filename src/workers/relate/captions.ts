import { openCaptionRules } from '../../captions/rules.ts'
import { rekeyCaptions } from '../../store/families/rekey.ts'
import { relateWaitingCaptions } from '../../store/families/relate.ts'
import { startLoop } from '../loop.ts'
import type { RunningRole, WorkerContext } from '../worker-context.ts'
import { giveWayToIngest } from './give-way.ts'

/** How long a recorded caption waits for its comparison when nothing else is to be done. */
const pauseMs = 500
const captionsAtOnce = 400
const storiesAtOnce = 50

/**
 * Compares recorded captions with those of other stories and outlets. Runs outside the recording transaction: a story
 * is readable before its captions are compared with the world. Any number of workers may run it; one is at it, and the
 * next takes over within a moment when it dies or has nothing left.
 */
export function startCaptions(context: WorkerContext): RunningRole {
  const { pool, log } = context
  const rules = openCaptionRules()
  const givesWay = giveWayToIngest(context)
  return startLoop('captions', pauseMs, log, async () => {
    if (await givesWay()) return false
    const { taken, left, postponed } = await relateWaitingCaptions(pool, {
      rules,
      limit: captionsAtOnce,
      leaveToOthers: true,
    })
    if (left) return false
    for (const { captionId, error } of postponed) {
      log.warn({ caption: captionId, err: error }, 'not compared with other stories; it is tried again later')
    }
    if (taken > 0) return taken === captionsAtOnce
    // captions keyed by older rules are brought up to date when nothing new waits
    return (await rekeyCaptions(pool, rules, storiesAtOnce)) > 0
  })
}
