/**
 * The parse thread: bytes in, rows out. Heap and time are limited from outside, so this may be handed anything.
 */
import { parseDocument } from '../../parsers/registry.ts'
import type { PreparedDocument } from '../../store/prepared.ts'
import type { ParseTask } from './parse-pool.ts'
import { prepareDocument } from './prepare.ts'

// ts-unused-exports:disable-next-line
export default function parseAll({ jobs, progress }: ParseTask): PreparedDocument[] {
  return jobs.map((job, at) => {
    Atomics.store(progress, 0, at + 1)
    const outcome = parseDocument(job)
    try {
      return prepareDocument(outcome)
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      return { items: [], refusals: [{ index: -1, code: 'parse.crashed', detail }] }
    }
  })
}
