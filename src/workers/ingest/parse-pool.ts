import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { ParserInput } from '../../parsers/parser.ts'
import type { PreparedDocument } from '../../store/prepared.ts'
import type { ErrorCode } from '../../story/errors.ts'

/** What the parse thread gets: a parser's input and nothing else. */
export type ParseJob = ParserInput

/** One task of the parse thread. In `progress` it notes the number of the document it has begun, from 1. */
export interface ParseTask {
  readonly jobs: readonly ParseJob[]
  readonly progress: Int32Array
}

export interface ParseLimits {
  readonly threads: number
  /** Heap of a parse thread in MB. Buffers are outside the heap; captures are capped before they come here. */
  readonly heapMb: number
  /** For one document. */
  readonly timeLimitMs: number
}

export interface ParsePool {
  /** Reads documents. One that breaks a limit comes back refused; the others are read. */
  parseAll(jobs: readonly ParseJob[]): Promise<PreparedDocument[]>
  close(): Promise<void>
}

/** How a task failed: at which document (undefined: the thread never began), and why. */
interface Failure {
  readonly at: number | undefined
  readonly code: ErrorCode
  readonly detail: string
  readonly cause: unknown
}

const lookMs = 50

// Threads run compiled code: beside this file in dist/, or in the checkout's dist/ when this file is a source.
function threadFile(): string {
  const beside = fileURLToPath(new URL('./parse-task.js', import.meta.url))
  if (existsSync(beside)) return beside
  return fileURLToPath(new URL('../../../dist/workers/ingest/parse-task.js', import.meta.url))
}

/** Opens the threads in which documents are read. */
export function openParsePool(limits: ParseLimits): ParsePool {
  const pool = new Piscina<ParseTask, PreparedDocument[]>({
    filename: threadFile(),
    minThreads: 1,
    maxThreads: limits.threads,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    atomics: 'disabled',
  })
  // A thread that dies rejects its task; the event itself carries nothing more.
  pool.on('error', () => {})

  // The clock of a document starts when the thread begins it: neither the queue nor the start of a thread counts.
  async function attempt(jobs: readonly ParseJob[]): Promise<PreparedDocument[] | Failure> {
    const progress = new Int32Array(new SharedArrayBuffer(4))
    const overdue = new AbortController()
    let begun = 0
    let since = 0
    const watch = setInterval(() => {
      const now = performance.now()
      const current = Atomics.load(progress, 0)
      if (current !== begun) [begun, since] = [current, now]
      else if (begun > 0 && now - since > limits.timeLimitMs) overdue.abort()
    }, lookMs)
    try {
      return await pool.run({ jobs, progress }, { signal: overdue.signal })
    } catch (error) {
      const current = Atomics.load(progress, 0)
      return { at: current === 0 ? undefined : current - 1, cause: error, ...reasonOf(error, overdue.signal.aborted) }
    } finally {
      clearInterval(watch)
    }
  }

  // The document that was in hand when a task failed is tried again alone, and so are its neighbours without it.
  async function parseAll(jobs: readonly ParseJob[]): Promise<PreparedDocument[]> {
    if (jobs.length === 0) return []
    const outcome = await attempt(jobs)
    if (Array.isArray(outcome)) return outcome
    const { at, code, detail, cause } = outcome
    // A thread that cannot even start says nothing about the document.
    if (at === undefined) throw cause
    if (jobs.length === 1) return [{ items: [], refusals: [{ index: -1, code, detail }] }]
    return [
      ...(await parseAll(jobs.slice(0, at))),
      ...(await parseAll(jobs.slice(at, at + 1))),
      ...(await parseAll(jobs.slice(at + 1))),
    ]
  }

  return { parseAll, close: () => pool.close({ force: true }) }
}

function reasonOf(error: unknown, overdue: boolean): { code: ErrorCode; detail: string } {
  if (overdue) return { code: 'parse.time-limit', detail: 'parsing was stopped at its time limit' }
  const { code, message } = error as { code?: string; message?: string }
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? { code: 'parse.memory-limit', detail: 'the parse thread ran out of memory' }
    : { code: 'parse.crashed', detail: String(message ?? error) }
}
