import { afterEach, describe, expect, it } from 'vitest'
import { bulkDay } from '../../src/simulator/wire/bulk-day.ts'
import { openWire } from '../promises/wire.ts'
import type { Wire } from '../promises/wire.ts'
import { expectWholeDay } from './whole-day.ts'

/** A day of news in a quarter of an hour. */
const minutes = 15
const items = 45_000
const startsAt = new Date(Date.now() - 24 * 3_600_000).toISOString()
const events = bulkDay({ items, startsAt, spreadSeconds: 86_400, writethrus: 0.1 })

/** Jobs that have been done are kept in small number for the eye; those of two queues, and what is in hand. */
const mostQueueRows = 2000
const lookMs = 10_000

let wire: Wire | undefined
afterEach(async () => {
  await wire?.close()
  wire = undefined
})

interface Memory {
  readonly event: 'memory'
  readonly heapMb: number
  readonly externalMb: number
  readonly rssMb: number
}
const isMemory = (message: unknown): message is Memory =>
  typeof message === 'object' && message !== null && 'event' in message && message.event === 'memory'

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

describe('a day under a fast clock', () => {
  it('leaves the heap flat and the queue bounded', async () => {
    wire = await openWire({ events, speed: 86_400 / (minutes * 60), longPollSeconds: 15, pageSize: 100 })
    const watched = new URL('watched-worker.mjs', import.meta.url)
    const worker = await wire.startWorker({}, watched)
    const { pool } = wire.database
    const queueRows: number[] = []
    const watch = setInterval(() => void countQueueRows().then((count) => queueRows.push(count)), lookMs)
    const countQueueRows = async () => {
      const { rows } = await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM bullmq.job')
      return rows[0]!.count
    }
    const { figures } = await expectWholeDay(wire, events)
    clearInterval(watch)
    const memory = worker.messages.filter(isMemory)
    const third = Math.floor(memory.length / 3)
    expect(third).toBeGreaterThan(5)
    const held = (part: readonly Memory[]) => median(part.map(({ heapMb, externalMb }) => heapMb + externalMb))
    // The first third warms up: code is compiled, and what remembers a bounded number of things fills.
    const [middle, last] = [held(memory.slice(third, 2 * third)), held(memory.slice(2 * third))]
    const peak = Math.max(...memory.map(({ rssMb }) => rssMb))
    console.log('soak:', figures, { heldInMiddleMb: middle, heldAtEndMb: last, peakRssMb: peak })
    console.log('soak:', { mostQueueRows: Math.max(...queueRows), looks: queueRows.length })
    expect(last).toBeLessThan(middle * 1.15 + 8)
    expect(peak).toBeLessThan(400)
    expect(Math.max(...queueRows)).toBeLessThan(mostQueueRows)
  })
})
