import type { RunningRole, WorkerContext } from '../worker-context.ts'
import { startCaptions } from './captions.ts'
import { startCopies } from './copies.ts'
import { startSearch } from './search.ts'

/** Everything that sets what is recorded beside the rest of the world, after it is readable. */
const starters: readonly ((context: WorkerContext) => RunningRole)[] = [startCaptions, startCopies, startSearch]

/** Starts a loop for each. */
export function startRelate(context: WorkerContext): RunningRole {
  const loops = starters.map((start) => start(context))
  return { stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))) }
}
