import type { RunningRole, WorkerContext } from '../worker-context.ts'
import { pollFeed } from './poll-feed.ts'
import { startWatches } from './watches.ts'

/** Takes poll jobs. A job that comes twice, or late, finds its lease gone and does nothing. */
export async function startPollWorker(context: WorkerContext): Promise<RunningRole> {
  const worker = await context.queues.worker(
    'poll',
    async ({ ids }) => {
      await pollFeed(context, { feedId: Number(ids['feedId']), leaseToken: String(ids['leaseToken']) })
    },
    { concurrency: context.config.poll.concurrency },
  )
  const watches = startWatches(context)
  return {
    stop: async () => {
      await watches.stop()
      await worker.stop(context.config.shutdown.graceSeconds * 1000)
    },
  }
}
