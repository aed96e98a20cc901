import { afterEach, describe, expect, it } from 'vitest'
import { scriptedDay } from '../../src/simulator/wire/scripted-day.ts'
import { openWire } from '../promises/wire.ts'
import type { Wire } from '../promises/wire.ts'
import { expectWholeDay } from './whole-day.ts'

/** Fifty times its own speed: seventeen hours in twenty minutes. */
const speed = 50
const startsAt = new Date(Date.now() - 24 * 3_600_000).toISOString()
const events = scriptedDay({ seed: 7, startsAt, stories: 400, pictures: 200 })

const open: Wire[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((wire) => wire.close()))
})

async function play(name: string, options: Partial<Parameters<typeof openWire>[0]>, deliverTwice: boolean) {
  const wire = await openWire({ events, speed, longPollSeconds: 15, ...options })
  open.push(wire)
  await Promise.all([wire.startWorker({ deliverTwice }), wire.startWorker({ deliverTwice })])
  const whole = await expectWholeDay(wire, events)
  console.log(`day at ${speed} times its speed, ${name}:`, whole.figures)
  return whole.state
}

describe("the simulator's day at fifty times its speed, with two worker processes each", () => {
  it('in order, and shuffled with every item and every job delivered twice: both are what was published', async () => {
    console.log(`day: ${events.length} filings, seed 7 and 11`)
    const [inOrder, shuffled] = await Promise.all([
      play('in order', {}, false),
      play('shuffled, twice', { faults: { reorder: 'day', repeat: true }, seed: 11 }, true),
    ])
    expect(shuffled).toEqual(inOrder)
  })
})
