import { runSimulator } from '../simulator/run.ts'
import type { RunOptions } from '../simulator/run.ts'
import { exit } from './exit.ts'
import type { GlobalOptions } from './runtime.ts'
import { awaitStopSignal } from './signals.ts'
import type { Terminal } from './verb.ts'

/** `writethru simulator`: the scripted agency alone, until a signal ends it. */
export async function simulatorVerb(options: RunOptions & GlobalOptions, terminal: Terminal): Promise<number> {
  const stop = awaitStopSignal()
  await runSimulator(options, stop.signal, (line) => terminal.out(line))
  stop.release()
  return exit.done
}
