import { releaseEmbargoes } from '../store/changes.ts'
import { forgetOldPages } from '../store/pages.ts'
import { forgetOldPushes } from '../store/push.ts'
import { takeForgottenReceipts } from '../store/receipts.ts'
import { dropOldPartitions, ensurePartitions } from '../store/retention.ts'
import { startCompleteness } from './completeness/completeness.ts'
import { startLoop } from './loop.ts'
import { enqueueIngest } from './poll/poll-feed.ts'
import { renewSubscriptions } from './subscriptions.ts'
import type { RunningRole, WorkerContext } from './worker-context.ts'

const sweepMs = 2000
const retainMs = 15 * 60_000
const hubsMs = 5000
/** A receipt that nobody came for this long has lost its job. */
const forgottenSeconds = 8
/** While this many ingest jobs wait, the queue is behind and not empty: nothing is forgotten. */
const busyQueue = 200
const receiptsAtOnce = 5000
const embargoesAtOnce = 1000
/** Claimed more often than this, a document is tried alone. */
const claimsInCompany = 2

/** Sweep, embargo releases, partitions and retention: what keeps the house in order without a hand. */
export function startMaintenance(context: WorkerContext): RunningRole {
  const sweep = startLoop('sweep', sweepMs, context.log, () => sweepReceipts(context))
  const release = startLoop('release', sweepMs, context.log, async () => {
    const released = await releaseEmbargoes(context.pool, embargoesAtOnce)
    if (released > 0) context.log.info({ released }, 'embargoes ended')
    return released === embargoesAtOnce
  })
  const completeness = startCompleteness(context)
  const retain = startLoop('retain', retainMs, context.log, async () => {
    await ensurePartitions(context.pool)
    const dropped = await dropOldPartitions(context.pool, context.config.retention)
    if (dropped.length > 0) context.log.info({ dropped }, 'old partitions dropped')
    await forgetOldPushes(context.pool)
    await forgetOldPages(context.pool)
  })
  const hubs = startLoop('hubs', hubsMs, context.log, () => renewSubscriptions(context))
  return {
    stop: async () =>
      void (await Promise.all([completeness.stop(), hubs.stop(), sweep.stop(), release.stop(), retain.stop()])),
  }
}

/** Makes jobs again for receipts whose jobs are gone: the queue was emptied, or their worker died. */
export async function sweepReceipts(context: WorkerContext): Promise<boolean> {
  const { ingest } = await context.queues.counts()
  if (ingest.waiting > busyQueue) return false
  const forgotten = await takeForgottenReceipts(context.pool, {
    limit: receiptsAtOnce,
    olderThanSeconds: forgottenSeconds,
  })
  if (forgotten.length === 0) return false
  const inCompany = forgotten.filter((receipt) => receipt.claims <= claimsInCompany)
  await enqueueIngest(context, inCompany)
  for (const receipt of forgotten) if (receipt.claims > claimsInCompany) await enqueueIngest(context, [receipt])
  context.events.emit('swept', { receipts: forgotten.length })
  context.log.info({ receipts: forgotten.length }, 'receipts enqueued again')
  return forgotten.length === receiptsAtOnce
}
