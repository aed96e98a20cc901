import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { ParserInput } from '../../parsers/parser.ts'
import type { PreparedDocument } from '../../store/prepared.ts'
import type { ErrorCode } from '../../story/errors.ts'

/** What the parse thread gets: a parser's input and nothing else. */
export type ParseJob = ParserInput

export interface ParseLimits {
  readonly threads: number
  /** Heap of a parse thread in MB. Buffers are outside the heap; captures are capped before they come here. */
  readonly heapMb: number
  /** For one document alone. */
  readonly timeLimitMs: number
}

export interface ParsePool {
  /** Reads documents; never throws: a document that broke a limit comes back refused, the others are read. */
  parseAll(jobs: readonly ParseJob[]): Promise<PreparedDocument[]>
  close(): Promise<void>
}

// Threads run compiled code: beside this file in dist/, or in the checkout's dist/ when this file is a source.
function threadFile(): string {
  const beside = fileURLToPath(new URL('./parse-task.js', import.meta.url))
  if (existsSync(beside)) return beside
  return fileURLToPath(new URL('../../../dist/workers/ingest/parse-task.js', import.meta.url))
}

/** Opens the threads in which documents are read. */
export function openParsePool(limits: ParseLimits): ParsePool {
  const pool = new Piscina<readonly ParseJob[], PreparedDocument[]>({
    filename: threadFile(),
    minThreads: 1,
    maxThreads: limits.threads,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    atomics: 'disabled',
  })
  // A thread that dies rejects its task; the event itself carries nothing more.
  pool.on('error', () => {})

  async function attempt(jobs: readonly ParseJob[]): Promise<PreparedDocument[]> {
    // Waiting for a free thread does not count: the limit starts when the thread does.
    const overdue = new AbortController()
    const timer = setTimeout(() => overdue.abort(), limits.timeLimitMs + 20 * jobs.length + waitAllowance(pool))
    try {
      return await pool.run(jobs, { signal: overdue.signal })
    } finally {
      clearTimeout(timer)
    }
  }

  // A batch that breaks a limit is halved until the document that does it stands alone.
  async function parseAll(jobs: readonly ParseJob[]): Promise<PreparedDocument[]> {
    if (jobs.length === 0) return []
    try {
      return await attempt(jobs)
    } catch (error) {
      if (jobs.length === 1) return [refused(error)]
      const middle = jobs.length >> 1
      return [...(await parseAll(jobs.slice(0, middle))), ...(await parseAll(jobs.slice(middle)))]
    }
  }

  return { parseAll, close: () => pool.close({ force: true }) }
}

/** Time that a task may spend in the queue of the pool before a thread takes it. */
function waitAllowance(pool: Piscina): number {
  return 2000 * Math.ceil(pool.queueSize / Math.max(1, pool.threads.length))
}

function refused(error: unknown): PreparedDocument {
  const { name, code, message } = error as { name?: string; code?: string; message?: string }
  const [refusal, detail]: [ErrorCode, string] =
    name === 'AbortError'
      ? ['parse.time-limit', 'parsing was stopped at its time limit']
      : code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? ['parse.memory-limit', 'the parse thread ran out of memory']
        : ['parse.crashed', String(message ?? error)]
  return { items: [], refusals: [{ index: -1, code: refusal, detail }] }
}
