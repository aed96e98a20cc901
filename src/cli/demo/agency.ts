import { startSimulator } from '../../simulator/server.ts'
import type { Simulator } from '../../simulator/server.ts'
import { scriptedDay } from '../../simulator/wire/scripted-day.ts'
import { openDay, progressOf, saveDay } from './day.ts'
import type { DayMemory } from './day.ts'

/** The scripted agency of the demo, at the second where the last start left it. */
export interface DemoAgency {
  readonly simulator: Simulator
  readonly day: DayMemory
  /** What the feed must send. */
  readonly apiKey: string
  /** The agency's own time now. */
  wireTime(): Date
  /** True when an earlier start had begun this day. */
  readonly resumed: boolean
  stop(): Promise<void>
}

/** So many filings are out when a day begins: an empty page shows nothing. */
const openingFilings = 12
const saveEveryMs = 2000

export async function startAgency(options: {
  readonly directory: string
  readonly seed: number
  readonly port: number
  readonly host: string
  readonly speed: number
  readonly apiKey: string
}): Promise<DemoAgency> {
  const { directory, speed, apiKey } = options
  const opened = openDay(directory, { seed: options.seed, port: options.port, now: new Date() })
  const { seed, startsAt } = opened
  const events = scriptedDay({ seed, startsAt })
  const start = (port: number) => startSimulator({ events, port, host: options.host, speed, apiKey, seed, startsAt })
  // Another port does no harm: the feed is told. The same one keeps addresses on record valid.
  const simulator = await start(opened.port).catch(() => start(0))
  const from = Math.max(opened.reached, events[Math.min(openingFilings, events.length) - 1]?.atSeconds ?? 0)
  simulator.control.jumpTo(from)
  const started = performance.now()
  const reached = () => from + ((performance.now() - started) / 1000) * speed
  const day = { ...opened, port: Number(new URL(simulator.url).port) }
  const save = () => saveDay(directory, { ...day, reached: reached(), over: progressOf(simulator).over })
  save()
  const timer = setInterval(save, saveEveryMs)
  return {
    simulator,
    day,
    apiKey,
    wireTime: () => new Date(Date.parse(startsAt) + reached() * 1000),
    resumed: opened.reached > 0,
    stop: async () => {
      clearInterval(timer)
      save()
      await simulator.stop()
    },
  }
}
