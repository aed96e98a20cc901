import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bareEnvironment } from '../../config/child-environment.ts'
import type { ParserInput } from '../../parsers/parser.ts'
import type { PreparedDocument } from '../../store/prepared.ts'
import type { ErrorCode } from '../../story/errors.ts'
import type { ParserMessage } from './parser-process.ts'

/** How a batch ended before its end. Without a code, the process never began it. */
interface ParseFailure {
  readonly code: ErrorCode | undefined
  readonly detail: string
}

export interface ParseReport {
  /** The first documents of the batch, in order, as far as they were told of. */
  readonly read: readonly PreparedDocument[]
  /** What happened at one of the documents after those. */
  readonly failure?: ParseFailure
}

/** A process that parses, seen from the worker. It takes one batch at a time. */
export interface ParserChild {
  /** Never rejects: a process that ends, by itself or for its limits, is reported. */
  parse(jobs: readonly ParserInput[]): Promise<ParseReport>
  isAlive(): boolean
  /** Resolves when the process is gone. */
  readonly ended: Promise<unknown>
  end(): Promise<void>
}

const lookMs = 50
/** A young generation of this many MB is what a thread of this heap had; Node's own default is half as much again. */
const semiSpaceMb = 10
/** Characters of the process's last words that are kept: what it died of, with the stack that V8 adds. */
const lastWordsKept = 16_000

// Processes run compiled code: beside this file in dist/, or in the checkout's dist/ when this file is a source.
function programFile(): string {
  const beside = fileURLToPath(new URL('./parser-process.js', import.meta.url))
  if (existsSync(beside)) return beside
  return fileURLToPath(new URL('../../../dist/workers/ingest/parser-process.js', import.meta.url))
}

export function startParser(limits: { heapMb: number; timeLimitMs: number }): ParserChild {
  const child = fork(programFile(), [], {
    execArgv: ['--no-warnings', `--max-old-space-size=${limits.heapMb}`, `--max-semi-space-size=${semiSpaceMb}`],
    env: bareEnvironment(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let lastWords = ''
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-lastWordsKept)
  })
  let startFault = ''
  child.on('error', (error) => (startFault ||= error.message))

  // Only when the channel is read to its end is everything known that was done before the process died.
  const ended = Promise.all([
    new Promise((resolve) => child.once('disconnect', resolve)),
    new Promise((resolve) => child.once('close', resolve)),
  ])
  // Who waits now. The process lives as long as the worker: nothing may hold on to a batch that is done.
  let onMessage: (message: ParserMessage) => void = () => {}
  let onEnd: () => void = () => {}
  let isGone = false
  child.on('message', (message: ParserMessage) => onMessage(message))
  void ended.then(() => {
    isGone = true
    onEnd()
  })
  const ready = new Promise<void>((resolve) => {
    onMessage = () => resolve()
    onEnd = () => resolve()
  })
  let overdue = false

  function failureOf(begun: boolean): ParseFailure {
    if (overdue) return { code: 'parse.time-limit', detail: `not done after ${limits.timeLimitMs} ms` }
    const detail = startFault || describeEnd(child.exitCode, child.signalCode, lastWords)
    if (!begun) return { code: undefined, detail }
    return /heap out of memory/.test(lastWords)
      ? { code: 'parse.memory-limit', detail: `needs more than ${limits.heapMb} MB` }
      : { code: 'parse.crashed', detail }
  }

  async function parse(jobs: readonly ParserInput[]): Promise<ParseReport> {
    await ready
    const read: PreparedDocument[] = []
    let begun = false
    // Looks are counted and not the clock: a worker that was busy itself has not looked, and must not judge by that time.
    let looks = 0
    const watch = setInterval(() => {
      looks += begun ? 1 : 0
      if (looks * lookMs <= limits.timeLimitMs) return
      overdue = true
      child.kill('SIGKILL')
    }, lookMs)
    try {
      return await new Promise<ParseReport>((resolve) => {
        onMessage = (message) => {
          looks = 0
          if (message === 'begun') begun = true
          else if (message !== 'ready') read.push(...message)
          if (read.length === jobs.length) resolve({ read })
        }
        onEnd = () => resolve({ read, failure: failureOf(begun) })
        if (isGone) onEnd()
        else if (child.connected) child.send([...jobs], () => {})
      })
    } finally {
      clearInterval(watch)
      onMessage = () => {}
      onEnd = () => {}
    }
  }

  return {
    parse,
    ended,
    isAlive: () => child.connected && !overdue,
    end: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function describeEnd(exitCode: number | null, signal: string | null, lastWords: string): string {
  const how = signal === null ? `ended with ${exitCode}` : `was ended by ${signal}`
  const why = lastWords.split('\n').find((line) => /error/i.test(line)) ?? ''
  return `the parsing process ${how}${why === '' ? '' : `: ${why.trim().slice(0, 200)}`}`
}
