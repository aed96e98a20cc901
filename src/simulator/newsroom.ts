import type { Delivery } from './delivery.ts'
import { planDeliveries } from './delivery.ts'
import type { Faults } from './faults.ts'
import type { Random } from './random.ts'
import type { WireClock } from './wire-clock.ts'
import type { WireEvent } from './wire/event.ts'

/** What has been published so far, in feed order, and how to wait for more. */
export interface Newsroom {
  /** Places that are open now; a place once open never changes. */
  published(): number
  readonly deliveries: readonly Delivery[]
  /** Everything is out. */
  finished(): boolean
  /** Resolves when a place at or behind the position opens, when the time is up, or when the signal fires. */
  waitBeyond(position: number, milliseconds: number, signal: AbortSignal): Promise<void>
  /** After a change of speed, order or time: waiters look again. */
  wake(): void
  /** Plans the places that are not open yet anew. */
  replan(faults: Faults): void
  /** The newest published version of every item. */
  latest(itemid: string): WireEvent | undefined
  current(): ReadonlyMap<string, WireEvent>
  close(): void
}

export function openNewsroom(events: readonly WireEvent[], clock: WireClock, faults: Faults, random: Random): Newsroom {
  let deliveries = planDeliveries(events, faults, random)
  let open = 0
  const newest = new Map<string, WireEvent>()
  const waiters = new Set<() => void>()
  let timer: NodeJS.Timeout | undefined

  const advance = (): number => {
    const now = clock.seconds()
    while (open < deliveries.length) {
      const next = deliveries[open] as Delivery
      if (next.opensAt > now) break
      open++
      const known = newest.get(next.event.itemid)
      if (known === undefined || known.version <= next.event.version) newest.set(next.event.itemid, next.event)
    }
    return open
  }
  const ring = (): void => {
    for (const waiter of [...waiters]) waiter()
    schedule()
  }
  const schedule = (): void => {
    clearTimeout(timer)
    timer = undefined
    const next = deliveries[advance()]
    if (next === undefined || waiters.size === 0) return
    const wait = clock.millisecondsUntil(next.opensAt)
    if (wait !== Number.POSITIVE_INFINITY) timer = setTimeout(ring, Math.min(wait + 1, 2 ** 31 - 1))
  }

  return {
    published: advance,
    get deliveries() {
      return deliveries
    },
    finished: () => advance() === deliveries.length,
    wake: ring,
    waitBeyond(position, milliseconds, signal) {
      if (advance() > position || signal.aborted) return Promise.resolve()
      return new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(limit)
          signal.removeEventListener('abort', done)
          waiters.delete(look)
          resolve()
        }
        const look = (): void => {
          if (advance() > position) done()
        }
        const limit = setTimeout(done, milliseconds)
        signal.addEventListener('abort', done)
        waiters.add(look)
        schedule()
      })
    },
    replan(next) {
      advance()
      const kept = deliveries.slice(0, open)
      const out = new Set(kept.map((delivery) => delivery.event))
      deliveries = [
        ...kept,
        ...planDeliveries(
          events.filter((event) => !out.has(event)),
          next,
          random,
        ),
      ]
      ring()
    },
    latest(itemid) {
      advance()
      return newest.get(itemid)
    },
    current() {
      advance()
      return newest
    },
    close() {
      clearTimeout(timer)
      for (const waiter of [...waiters]) waiter()
    },
  }
}
