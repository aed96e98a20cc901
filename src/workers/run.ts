import { setMaxListeners } from 'node:events'
import type { Role } from '../config/config.ts'
import { startDispatch } from './dispatch.ts'
import { keepHeapSmall } from './heap.ts'
import { startIngestWorker } from './ingest/ingest-worker.ts'
import { startMaintenance } from './maintenance.ts'
import { startPollWorker } from './poll/poll-worker.ts'
import { startRelate } from './relate/relate.ts'
import { startRendition } from './rendition.ts'
import { startSequence } from './sequence.ts'
import type { RunningRole, WorkerContext } from './worker-context.ts'

type WorkerRole = Exclude<Role, 'http'>

const starters: Readonly<Record<WorkerRole, (context: WorkerContext) => RunningRole | Promise<RunningRole>>> = {
  dispatch: startDispatch,
  poll: startPollWorker,
  ingest: startIngestWorker,
  rendition: startRendition,
  sequence: startSequence,
  relate: startRelate,
  maintenance: startMaintenance,
}

/** Those that take up new work stop first, so that what is in hand can drain. */
const stopOrder: readonly WorkerRole[] = [
  'dispatch',
  'poll',
  'rendition',
  'maintenance',
  'relate',
  'ingest',
  'sequence',
]

export interface RunningWorkers {
  readonly roles: readonly WorkerRole[]
  /** Stops role by role; resolves when nothing is in hand any more. `stopping` of the context must be aborted first. */
  stop(): Promise<void>
}

/** Starts the roles this process was given. */
export async function startWorkers(context: WorkerContext, roles: readonly Role[]): Promise<RunningWorkers> {
  keepHeapSmall()
  // Every feed that is being polled listens to it.
  setMaxListeners(0, context.stopping)
  const wanted = stopOrder.filter((role) => roles.includes(role))
  const running = new Map<WorkerRole, RunningRole>()
  for (const role of wanted) {
    running.set(role, await starters[role](context))
    context.events.emit('role', { role, state: 'started' })
  }
  return {
    roles: wanted,
    stop: async () => {
      for (const role of wanted) {
        await running.get(role)!.stop()
        context.events.emit('role', { role, state: 'stopped' })
      }
    },
  }
}
