import { readVitals } from '../../store/read-status.ts'
import { progressOf } from './day.ts'
import type { ViewSources } from './view.ts'

/**
 * Resolves when the agency has filed everything, a later poll has found nothing more, and every document of it is
 * accounted for and numbered.
 */
export function dayIsOver({ runtime, serving, agency }: ViewSources, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let emptyPolls = 0
    const look = async (): Promise<void> => {
      const vitals = await readVitals(runtime.pool)
      const open = vitals.receiptsReady + vitals.receiptsWaiting + vitals.receiptsClaimed + vitals.outboxDepth
      if (open === 0) end()
    }
    const onPoll = ({ offers, code }: { offers: number; code?: string }) => {
      if (!progressOf(agency.simulator).over || offers > 0 || code !== undefined) emptyPolls = 0
      else emptyPolls += 1
    }
    const timer = setInterval(() => {
      // The agency holds a request until there is news: an empty answer now means that all before it was delivered.
      if (emptyPolls > 0) look().catch(() => {})
    }, 250)
    const end = () => {
      clearInterval(timer)
      serving.events.off('poll', onPoll)
      resolve()
    }
    serving.events.on('poll', onPoll)
    signal.addEventListener('abort', end, { once: true })
  })
}
