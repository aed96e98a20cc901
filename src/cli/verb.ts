import type { Paint } from './print/paint.ts'
import { paintFor } from './print/paint.ts'

/** Where a verb writes: results to `out`, everything else to `err`. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  readonly paint: Paint
  /** Columns of the terminal; 100 where there is none. */
  readonly columns: number
  /** True when a person watches standard output. */
  readonly live: boolean
  /** True when a person watches standard error: there progress is shown. */
  readonly watched: boolean
}

export function openTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    paint: paintFor(process.stdout),
    columns: process.stdout.columns ?? 100,
    live: process.stdout.isTTY === true,
    watched: process.stderr.isTTY === true,
  }
}

/** Prints a result: as one JSON document for machines, or in words. */
export function present(terminal: Terminal, json: boolean | undefined, value: unknown, words: () => string): void {
  terminal.out(json === true ? JSON.stringify(value, null, 2) : words())
}
