/**
 * The parse thread: bytes in, rows out. Heap and time are limited from outside, so this may be handed anything.
 */
import { parseDocument } from '../../parsers/registry.ts'
import type { PreparedDocument } from '../../store/prepared.ts'
import type { ParseJob } from './parse-pool.ts'
import { prepareDocument } from './prepare.ts'

// ts-unused-exports:disable-next-line
export default function parseAll(jobs: readonly ParseJob[]): PreparedDocument[] {
  return jobs.map((job) => {
    const outcome = parseDocument(job)
    try {
      return prepareDocument(outcome)
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      return { items: [], refusals: [{ index: -1, code: 'parse.crashed', detail }] }
    }
  })
}
