import type { ParserInput } from '../../parsers/parser.ts'
import type { PreparedDocument } from '../../store/prepared.ts'
import { WireError } from '../../story/errors.ts'
import { startParser } from './parser-child.ts'
import type { ParserChild } from './parser-child.ts'

export interface ParseLimits {
  /** Processes that parse. */
  readonly parsers: number
  /** Heap of a parsing process in MB. Buffers are outside the heap; captures are capped before they come here. */
  readonly heapMb: number
  /** For one document. */
  readonly timeLimitMs: number
  /** Largest document that is parsed, with its companions. */
  readonly documentBytes: number
}

export interface ParsePool {
  /**
   * Reads documents, in order. One that breaks a limit comes back refused; the others are read.
   * @throws WireError `ingest.no-parser` when a process ends before it begins, which says nothing about the documents
   */
  parseAll(jobs: readonly ParserInput[]): Promise<PreparedDocument[]>
  /** Ends the processes. What they have in hand is given up. */
  close(): Promise<void>
}

/** Processes that may end before they begin, until the batch is given back. */
const startsAtMost = 3

/** Opens the processes in which documents are read. One starts at once, the others when there is work for them. */
export function openParsePool(limits: ParseLimits): ParsePool {
  const children = new Set<ParserChild>()
  const idle: ParserChild[] = []
  const waiting: { resolve: (child: ParserChild) => void; reject: (error: WireError) => void }[] = []
  let closed = false

  function start(): ParserChild {
    const child = startParser(limits)
    children.add(child)
    void child.ended.then(() => {
      children.delete(child)
      const at = idle.indexOf(child)
      if (at >= 0) idle.splice(at, 1)
      // Those who wait must not wait for a process that is gone.
      if (!closed && waiting.length > 0) release(start())
    })
    return child
  }

  function take(): Promise<ParserChild> {
    if (closed) return Promise.reject(stopping())
    const free = idle.pop()
    if (free !== undefined) return Promise.resolve(free)
    if (children.size < limits.parsers) return Promise.resolve(start())
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
  }

  function release(child: ParserChild): void {
    if (closed || !child.isAlive()) return
    const next = waiting.shift()
    if (next === undefined) idle.push(child)
    else next.resolve(child)
  }

  // When a process fails, what was not told of is read one by one until the document that does it stands alone.
  async function parseFitting(jobs: readonly ParserInput[]): Promise<PreparedDocument[]> {
    const documents: PreparedDocument[] = []
    let alone = false
    let falseStarts = 0
    while (documents.length < jobs.length) {
      const rest = jobs.slice(documents.length, alone ? documents.length + 1 : undefined)
      const child = await take()
      const { read, failure } = await child.parse(rest)
      release(child)
      documents.push(...read)
      if (failure === undefined) continue
      if (closed) throw stopping()
      const { code, detail } = failure
      if (code === undefined) {
        falseStarts += 1
        if (falseStarts === startsAtMost) throw new WireError('ingest.no-parser', detail)
        continue
      }
      alone = rest.length > 1
      if (!alone) documents.push({ items: [], refusals: [{ index: -1, code, detail }] })
    }
    return documents
  }

  async function parseAll(jobs: readonly ParserInput[]): Promise<PreparedDocument[]> {
    const fits = (job: ParserInput): boolean => sizeOf(job) <= limits.documentBytes
    const read = (await parseFitting(jobs.filter(fits)))[Symbol.iterator]()
    return jobs.map((job) => (fits(job) ? read.next().value! : tooLarge(job, limits.documentBytes)))
  }

  idle.push(start())
  return {
    parseAll,
    close: async () => {
      closed = true
      for (const { reject } of waiting.splice(0)) reject(stopping())
      await Promise.all([...children].map((child) => child.end()))
    },
  }
}

const sizeOf = ({ bytes, companions = [] }: ParserInput): number =>
  companions.reduce((sum, companion) => sum + companion.bytes.length, bytes.length)

function tooLarge(job: ParserInput, most: number): PreparedDocument {
  const detail = `${sizeOf(job)} bytes, and ${most} are taken`
  return { items: [], refusals: [{ index: -1, code: 'parse.too-large', detail }] }
}

/** What is in hand at the end is nobody's fault: the claims lapse and another worker reads it. */
const stopping = (): WireError => new WireError('ingest.no-parser', 'the worker stops')
