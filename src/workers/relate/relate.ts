import type { RunningRole, WorkerContext } from '../worker-context.ts'
import { startCaptions } from './captions.ts'
import { startCopies } from './copies.ts'

/** Everything that compares what is recorded with the rest of the world, after it is readable. */
const starters: readonly ((context: WorkerContext) => RunningRole)[] = [startCaptions, startCopies]

/** Starts a loop for each kind of comparison. */
export function startRelate(context: WorkerContext): RunningRole {
  const loops = starters.map((start) => start(context))
  return { stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))) }
}
