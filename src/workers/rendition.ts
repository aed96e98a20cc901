import { inRound } from '../sources/http/rounds.ts'
import { readFeedById } from '../store/feeds.ts'
import { claimWaitingReceipts, storeCompanions } from '../store/receipts.ts'
import type { ReceiptRef, WaitingReceipt } from '../store/receipts.ts'
import { WireError } from '../story/errors.ts'
import { startLoop } from './loop.ts'
import { enqueueIngest } from './poll/poll-feed.ts'
import type { RunningRole, WorkerContext } from './worker-context.ts'

const pauseMs = 1000
const receiptsAtOnce = 50

/**
 * Fetches what a poll could not fetch in time: the NITF of an AP story, for one, and the pages behind the entries of a
 * feed. A receipt is read once all is there, or without it when its patience is over; what is missing is then a warning
 * on the item. Pages have a loop of their own: no rendition waits for a slow site.
 */
export function startRendition(context: WorkerContext): RunningRole {
  const loops = (['renditions', 'pages'] as const).map((what) =>
    startLoop(what, pauseMs, context.log, (signal) => fetchWaiting(context, what, signal)),
  )
  return { stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))) }
}

async function fetchWaiting(
  context: WorkerContext,
  what: 'renditions' | 'pages',
  signal: AbortSignal,
): Promise<boolean> {
  const waiting = await claimWaitingReceipts(context.pool, receiptsAtOnce, what)
  const settled = await Promise.all(waiting.map((receipt) => inRound(() => fetchCompanions(context, receipt, signal))))
  const ready: ReceiptRef[] = []
  for (const [at, isReady] of settled.entries()) if (isReady) ready.push(waiting[at]!)
  await enqueueIngest(context, ready)
  return waiting.length === receiptsAtOnce
}

async function fetchCompanions(context: WorkerContext, receipt: WaitingReceipt, signal: AbortSignal): Promise<boolean> {
  const feed = await readFeedById(context.pool, receipt.feedId)
  if (feed === undefined) return false
  const source = context.sourceOf(feed.kind)
  const log = context.log.child({ feed: feed.name, receipt: receipt.id })
  const fetched = await Promise.all(
    receipt.companions.map(async (companion) => {
      const isSettled = companion.digest !== undefined || companion.refused !== undefined
      if (isSettled || source.fetchCompanion === undefined) return companion
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
        const refused = pageRefusal(companion.role, error)
        log.info({ err: error, role: companion.role, refused }, 'companion not there yet')
        return refused === undefined ? companion : { ...companion, refused }
      }
    }),
  )
  return storeCompanions(context.pool, receipt, fetched)
}

/** Why a page is not worth waiting for; a page that is late, or whose host is busy, is. Renditions are promised: they are. */
function pageRefusal(role: string, error: unknown): string | undefined {
  if (role !== 'page' || !(error instanceof WireError)) return undefined
  return error.retry === 'retry' || error.code === 'source.rate-limited' ? undefined : error.code
}
