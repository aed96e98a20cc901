import { afterEach, describe, expect, it } from 'vitest'
import { createRandom } from '../../src/simulator/random.ts'
import { scriptedDay } from '../../src/simulator/wire/scripted-day.ts'
import type { Child } from '../support/child.ts'
import { openWire } from '../promises/wire.ts'
import type { Wire } from '../promises/wire.ts'
import { expectWholeDay } from './whole-day.ts'

const mostKills = 200
const minutes = 10
const workersAtOnce = 2
const seed = String(Math.floor(Math.random() * 2 ** 31))
const startsAt = new Date(Date.now() - 24 * 3_600_000).toISOString()
const events = scriptedDay({ seed, startsAt, stories: 2300, pictures: 1100 })

let wire: Wire | undefined
afterEach(async () => {
  await wire?.close()
  wire = undefined
})

describe('workers killed at random', () => {
  it('lose nothing, repeat nothing and leave nothing stale, in a run of 5,000 items', async () => {
    console.log(`kills: ${events.length} filings, seed ${seed}`)
    expect(events.length).toBeGreaterThan(4500)
    const lastSecond = events.reduce((latest, event) => Math.max(latest, event.atSeconds), 0)
    wire = await openWire({ events, speed: lastSecond / (minutes * 60), longPollSeconds: 5, pageSize: 50 })
    const running = wire
    const random = createRandom(`${seed}/kills`)
    const workers: Child[] = []
    for (let count = 0; count < workersAtOnce; count++) workers.push(await running.startWorker())
    const end = performance.now() + minutes * 60_000
    let kills = 0
    while (kills < mostKills && performance.now() < end) {
      // The moment is what is random here: a page in flight, a batch half written, a lease just taken.
      await new Promise((resolve) => setTimeout(resolve, random.int(0, 3000)))
      const at = random.int(0, workersAtOnce - 1)
      await workers[at]!.kill('SIGKILL')
      kills++
      workers[at] = await running.startWorker()
    }
    const started = performance.now()
    running.simulator.control.publishAll()
    const { figures } = await expectWholeDay(running, events)
    const seconds = Math.round((performance.now() - started) / 100) / 10
    console.log(`kills: ${kills} kills survived; all done ${seconds} s after the last:`, figures)
  })
})
