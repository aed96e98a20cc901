import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Simulator } from '../../simulator/server.ts'

const memory = z.object({
  seed: z.number().int().nonnegative(),
  startsAt: z.iso.datetime(),
  port: z.number().int().min(0).max(65_535),
  /** How far the day has come, in its own seconds. */
  reached: z.number().nonnegative(),
  /** How often the demo has been started. */
  session: z.number().int().nonnegative(),
  over: z.boolean(),
})

/** What the demo remembers between two starts, so that the agency goes on where it stopped. */
export type DayMemory = z.output<typeof memory>

const pathOf = (directory: string): string => join(directory, 'demo.json')

/** The day of the last start, the next one when that is over, or the first. */
export function openDay(directory: string, first: { seed: number; port: number; now: Date }): DayMemory {
  const startsAt = new Date(Math.floor(first.now.getTime() / 1000) * 1000).toISOString()
  const fresh = { seed: first.seed, startsAt, port: first.port, reached: 0, session: 1, over: false }
  let known: DayMemory
  try {
    known = memory.parse(JSON.parse(readFileSync(pathOf(directory), 'utf8')))
  } catch {
    return fresh
  }
  const session = known.session + 1
  return known.over ? { ...fresh, seed: known.seed + 1, port: known.port, session } : { ...known, session }
}

/** Written beside and moved into place: a cut leaves the last whole memory. */
export function saveDay(directory: string, day: DayMemory): void {
  mkdirSync(directory, { recursive: true })
  const draft = `${pathOf(directory)}.new`
  writeFileSync(draft, JSON.stringify(day))
  renameSync(draft, pathOf(directory))
}

/** The day's filings that are out, and whether that is all. */
export function progressOf(simulator: Simulator): { published: number; total: number; over: boolean } {
  const { published, total } = simulator.control.counts()
  return { published, total, over: published >= total }
}
