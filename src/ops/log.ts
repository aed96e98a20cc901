import pino from 'pino'
import type { Logger } from 'pino'

export interface LogOptions {
  readonly level: string
  readonly format: 'auto' | 'json' | 'text'
}

/** Where lines go; standard error by default, so that standard output stays what the command was asked for. */
export type LogTarget = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean }

/**
 * The log: JSON lines for machines, one readable line each for people. Every line about work carries the ids of its
 * feed, receipt and story (`feed`, `receipt`, `story`), so that one search finds all that happened to a document.
 */
export function openLog(options: LogOptions, target: LogTarget = process.stderr): Logger {
  const readable = options.format === 'text' || (options.format === 'auto' && target.isTTY === true)
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: readFault },
      // A last guard: sources already keep keys out of what they log.
      redact: { paths: ['apiKey', 'password', 'secret', 'headers', '*.apiKey', '*.password'], censor: '[secret]' },
    },
    { write: (line: string) => void target.write(readable ? `${readableLine(line)}\n` : line) },
  )
}

/** An error in a log line: its code where it has one, and the stack only where it has none. */
function readFault(fault: unknown): unknown {
  if (!(fault instanceof Error)) return fault
  const { code, detail } = fault as { code?: unknown; detail?: unknown }
  if (typeof code === 'string' && typeof detail === 'string') return { code, detail }
  return { message: fault.message, ...(typeof code === 'string' ? { code } : {}), stack: fault.stack }
}

/** `14:02:07Z warn  the feed failed  feed=harbour code=source.timeout` */
export function readableLine(line: string): string {
  let entry: Record<string, unknown>
  try {
    entry = JSON.parse(line) as Record<string, unknown>
  } catch {
    return line.trimEnd()
  }
  const { level, time, msg, ...rest } = entry
  const facts = Object.entries(rest).flatMap(([name, value]) => facet(name, value))
  const head = `${String(time).slice(11, 19)}Z ${String(level).padEnd(5)} ${typeof msg === 'string' ? msg : ''}`
  return [head, ...facts].join('  ').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '?')
}

function facet(name: string, value: unknown): string[] {
  if (value === null || value === undefined) return []
  if (name === 'err' && typeof value === 'object') {
    const { code, detail, message, stack } = value as Record<string, unknown>
    return [`${String(code ?? message)}${detail ? `: ${String(detail)}` : ''}${stack ? `\n${String(stack)}` : ''}`]
  }
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return [`${name}=${/\s/.test(text) ? JSON.stringify(text) : text}`]
}
