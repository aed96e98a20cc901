import { claimDueFeeds } from '../store/polls.ts'
import { startLoop } from './loop.ts'
import type { RunningRole, WorkerContext } from './worker-context.ts'

/** Time between a dispatch and the first sign of life of the worker that polls. */
export const leaseSeconds = 10
const pauseMs = 250
const feedsAtOnce = 500
/** Claimed and not yet taken up: workers that poll fifty feeds a second take this many within a lease. */
const feedsAhead = 500

/**
 * Claims feeds whose time has come and makes a job for each. Several processes may dispatch: the claim is in the
 * database. If the queue loses the job, the lease lapses and the feed is claimed again.
 */
export function startDispatch(context: WorkerContext): RunningRole {
  const { config, pool, queues, log } = context
  return startLoop('dispatch', pauseMs, log, async () => {
    const leases = await claimDueFeeds(pool, {
      limit: feedsAtOnce,
      perHost: config.poll.perHostConcurrency,
      leaseSeconds,
      ahead: feedsAhead,
    })
    if (leases.length === 0) return false
    await queues.addBulk(
      'poll',
      leases.map((lease) => ({ name: 'poll', ids: { feedId: lease.feedId, leaseToken: lease.leaseToken } })),
    )
    return leases.length === feedsAtOnce
  })
}
