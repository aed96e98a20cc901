import { createAccessTokens } from './access-tokens.ts'
import { createElements } from './api/elements.ts'
import { readProjection } from './api/projection.ts'
import type { Projection } from './api/projection.ts'
import { createSessions } from './api/session.ts'
import type { SimulatorControl } from './control.ts'
import { openEditions } from './editions.ts'
import type { Faults } from './faults.ts'
import { checkFaults, noFaults } from './faults.ts'
import { openNewsroom } from './newsroom.ts'
import type { Random } from './random.ts'
import type { Simulation } from './simulation.ts'
import { createWireClock } from './wire-clock.ts'
import { emptyQueue } from './wire-queue.ts'
import type { WireEvent } from './wire/event.ts'

export interface ControlRoomOptions {
  readonly url: string
  readonly events: readonly WireEvent[]
  readonly speed: number
  readonly faults: Faults
  readonly random: Random
  readonly startsAt: string
  readonly longPollMilliseconds: number
  readonly quotasPerMinute: Readonly<Record<string, number>>
}

/** The running agency together with the levers on it and the tallies of what it did. */
export interface ControlRoom {
  readonly simulation: Simulation
  readonly control: SimulatorControl
  countRequest(endpoint: string): void
  countAnswer(outcome: string): void
  countMainDownload(): void
  countDelivered(etags: readonly string[]): void
  close(): void
}

export function createControl(options: ControlRoomOptions): ControlRoom {
  const { events } = options
  const start = Date.parse(options.startsAt)
  const lastSecond = events.reduce((latest, event) => Math.max(latest, event.atSeconds), 0)
  const clock = createWireClock(options.speed)
  let faults = options.faults
  const newsroom = openNewsroom(events, clock, faults, options.random.fork('order'))
  const strikes = options.random.fork('faults')
  const base = `${options.url}/media/v`
  const documentRequests = new Map<string, number>()
  const requests: Record<string, number> = {}
  const answers: Record<string, number> = {}
  const delivered = new Set<string>()
  const distinct = new Set(events.map((event) => event.etag))
  const editions = openEditions(events)
  const shuffles = options.random.fork('pages')
  const receipts = options.random.fork('receipts')
  let deliveries = 0
  let mainDownloads = 0
  const requestWaiters = new Map<string, Set<() => void>>()
  const deliveryWaiters = new Set<() => void>()

  const simulation: Simulation = {
    base,
    newsroom,
    sessions: createSessions(options.random.fork('tokens')),
    tokens: createAccessTokens(options.random.fork('access')),
    queue: emptyQueue(),
    editions,
    elements: createElements(base),
    defaultProjection: readProjection(null, null) as Projection,
    longPollMilliseconds: options.longPollMilliseconds,
    quotasPerMinute: options.quotasPerMinute,
    now() {
      const seconds = clock.seconds()
      // After the last event the clock stops within a day, so that the whole day stays within a feed's reach.
      const reached = seconds === Number.POSITIVE_INFINITY ? lastSecond + 60 : Math.min(seconds, lastSecond + 86_400)
      return new Date(start + reached * 1000).toISOString()
    },
    momentOf: (seconds) => start + seconds * 1000,
    faults: () => faults,
    strikes: (rate) => strikes.chance(rate),
    shuffle: (list) => shuffles.shuffle(list),
    drawHex: (digits) => receipts.hex(digits),
    countDocumentRequest(key) {
      const count = (documentRequests.get(key) ?? 0) + 1
      documentRequests.set(key, count)
      return count
    },
  }

  const changeFaults = (next: Faults): void => {
    const reordered = next.repeat !== faults.repeat || next.reorder !== faults.reorder
    faults = next
    if (reordered) newsroom.replan(faults)
  }

  const control: SimulatorControl = {
    setFaults: (given) => changeFaults({ ...faults, ...checkFaults(given) }),
    clearFaults: () => changeFaults(noFaults),
    get faults() {
      return faults
    },
    setSpeed(speed) {
      clock.setSpeed(speed)
      newsroom.wake()
    },
    jumpTo(seconds) {
      clock.jumpTo(seconds)
      newsroom.wake()
    },
    publishAll() {
      clock.jumpTo(lastSecond + 1)
      newsroom.wake()
    },
    expireTokens: () => {
      simulation.sessions.expireAll()
      simulation.tokens.expireAll()
    },
    counts: () => ({
      requests: { ...requests },
      answers: { ...answers },
      published: newsroom.published(),
      total: newsroom.deliveries.length,
      deliveries,
      mainDownloads,
    }),
    delivered: () => new Set(delivered),
    allDelivered(signal, edition) {
      const wanted =
        edition === undefined ? distinct : new Set(editions(edition).events.map(({ filing }) => filing.event.etag))
      const missing = (): number => [...wanted].filter((etag) => !delivered.has(etag)).length
      return new Promise((resolve, reject) => {
        const look = (): void => {
          if (!newsroom.finished() || missing() > 0) return
          deliveryWaiters.delete(look)
          resolve()
        }
        signal?.addEventListener('abort', () => {
          deliveryWaiters.delete(look)
          reject(new Error(`${missing()} of ${wanted.size} revisions were not delivered`))
        })
        deliveryWaiters.add(look)
        look()
      })
    },
    nextRequest(endpoint) {
      return new Promise((resolve) => {
        const waiting = requestWaiters.get(endpoint) ?? new Set()
        waiting.add(resolve)
        requestWaiters.set(endpoint, waiting)
      })
    },
  }

  return {
    simulation,
    control,
    countRequest(endpoint) {
      requests[endpoint] = (requests[endpoint] ?? 0) + 1
      const waiting = requestWaiters.get(endpoint)
      requestWaiters.delete(endpoint)
      for (const resolve of waiting ?? []) resolve()
    },
    countAnswer: (outcome) => void (answers[outcome] = (answers[outcome] ?? 0) + 1),
    countMainDownload: () => void mainDownloads++,
    countDelivered(etags) {
      for (const etag of etags) delivered.add(etag)
      deliveries += etags.length
      for (const look of [...deliveryWaiters]) look()
    },
    close: () => newsroom.close(),
  }
}
