import type { WorkerContext } from '../worker-context.ts'

/** Under a load that never ends there is one turn in this time all the same. */
const longestRestMs = 15_000

/**
 * Answers, before a turn, whether comparing should stand back because stories are being recorded: what is recorded is
 * compared when the rush is over. A queue that cannot be asked is no reason to wait.
 */
export function giveWayToIngest(
  { queues }: Pick<WorkerContext, 'queues'>,
  now: () => number = () => performance.now(),
): () => Promise<boolean> {
  let lastTurn = now()
  return async () => {
    const busy = await queues.counts().then(
      ({ ingest }) => ingest.waiting + ingest.active > 0,
      () => false,
    )
    if (busy && now() - lastTurn < longestRestMs) return true
    lastTurn = now()
    return false
  }
}
