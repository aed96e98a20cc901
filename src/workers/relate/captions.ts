import { openCaptionRules } from '../../captions/rules.ts'
import { relateWaitingCaptions } from '../../store/families/relate.ts'
import { startLoop } from '../loop.ts'
import type { RunningRole, WorkerContext } from '../worker-context.ts'

/** How long a recorded caption waits for its comparison when nothing else is to be done. */
const pauseMs = 500
const captionsAtOnce = 200

/**
 * Compares recorded captions with those of other stories and outlets. Runs outside the recording transaction: a story
 * is readable before its captions are compared with the world. Any number of workers may run it.
 */
export function startCaptions(context: WorkerContext): RunningRole {
  const { pool, log } = context
  const rules = openCaptionRules()
  return startLoop('captions', pauseMs, log, async () => {
    const { taken, postponed } = await relateWaitingCaptions(pool, { rules, limit: captionsAtOnce })
    for (const { captionId, error } of postponed) {
      log.warn({ caption: captionId, err: error }, 'not compared with other stories; it is tried again later')
    }
    return taken === captionsAtOnce
  })
}
