import { readFeedById } from '../store/feeds.ts'
import { claimWaitingReceipts, storeCompanions } from '../store/receipts.ts'
import type { ReceiptRef, WaitingReceipt } from '../store/receipts.ts'
import { startLoop } from './loop.ts'
import { enqueueIngest } from './poll/poll-feed.ts'
import type { RunningRole, WorkerContext } from './worker-context.ts'

const pauseMs = 1000
const receiptsAtOnce = 50

/**
 * Fetches what a poll could not fetch in time: the NITF of an AP story, for one. A receipt is read once all is there,
 * or without it when its patience is over; what is missing is then a warning on the item.
 */
export function startRendition(context: WorkerContext): RunningRole {
  return startLoop('rendition', pauseMs, context.log, async (signal) => {
    const waiting = await claimWaitingReceipts(context.pool, receiptsAtOnce)
    const settled = await Promise.all(waiting.map((receipt) => fetchCompanions(context, receipt, signal)))
    const ready: ReceiptRef[] = []
    for (const [at, isReady] of settled.entries()) if (isReady) ready.push(waiting[at]!)
    await enqueueIngest(context, ready)
    return waiting.length === receiptsAtOnce
  })
}

async function fetchCompanions(context: WorkerContext, receipt: WaitingReceipt, signal: AbortSignal): Promise<boolean> {
  const feed = await readFeedById(context.pool, receipt.feedId)
  if (feed === undefined) return false
  const source = context.sourceOf(feed.kind)
  const log = context.log.child({ feed: feed.name, receipt: receipt.id })
  const fetched = await Promise.all(
    receipt.companions.map(async (companion) => {
      if (companion.digest !== undefined || source.fetchCompanion === undefined) return companion
      try {
        const pollContext = {
          feedName: feed.name,
          config: source.readConfig(feed.config),
          cursor: feed.cursor,
          secret: context.secret,
          signal,
          log,
          now: new Date(),
        }
        return { ...companion, ...(await source.fetchCompanion(pollContext, companion.url)) }
      } catch (error) {
        log.info({ err: error, role: companion.role }, 'companion not there yet')
        return companion
      }
    }),
  )
  return storeCompanions(context.pool, receipt, fetched)
}
