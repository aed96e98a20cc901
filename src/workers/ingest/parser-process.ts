/**
 * The process that parses: bytes in, rows out. Whatever a document does to it (a full heap, an endless loop, a fault in
 * the engine) ends this process and not the worker. It holds no connection and gets no secret.
 */
import type { ParserInput } from '../../parsers/parser.ts'
import { parseDocument } from '../../parsers/registry.ts'
import type { PreparedDocument } from '../../store/prepared.ts'
import { prepareDocument } from './prepare.ts'

/** What this process says: that it takes work, that it begins a batch, or what became of its next documents. */
export type ParserMessage = 'ready' | 'begun' | readonly PreparedDocument[]

/** Documents are told of together when they take less than this; a message of its own for each costs a tenth of the rate. */
const groupMs = 20

// Ctrl-C and service managers signal the whole group; the worker decides when this process may go.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('disconnect', () => process.exit())
process.on('message', (jobs: readonly ParserInput[]) => void parseAll(jobs))
void tell('ready')

async function parseAll(jobs: readonly ParserInput[]): Promise<void> {
  await tell('begun')
  let done: PreparedDocument[] = []
  let since = performance.now()
  for (const job of jobs) {
    done.push(parse(job))
    if (performance.now() - since < groupMs) continue
    await tell(done)
    done = []
    since = performance.now()
  }
  if (done.length > 0) await tell(done)
}

function parse(job: ParserInput): PreparedDocument {
  const outcome = parseDocument(job)
  try {
    return prepareDocument(outcome)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { items: [], refusals: [{ index: -1, code: 'parse.crashed', detail }] }
  }
}

/** Resolves when the message is on its way: the worker sees that work goes on before the next document may hold it up. */
function tell(message: ParserMessage): Promise<void> {
  return new Promise((resolve) => process.send!(message, () => resolve()))
}
