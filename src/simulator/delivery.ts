import type { Random } from './random.ts'
import type { WireEvent } from './wire/event.ts'
import type { Faults } from './faults.ts'

/** One place in the feed: which event stands there and when the place opens. */
export interface Delivery {
  readonly event: WireEvent
  readonly opensAt: number
}

const window = 20
const repeatWithin = 30

/**
 * The order in which events are delivered. Places open at the script's own times whatever event stands in them, so that
 * a shuffled day is as long and as dense as an honest one.
 */
export function planDeliveries(
  events: readonly WireEvent[],
  faults: Pick<Faults, 'repeat' | 'reorder'>,
  random: Random,
): readonly Delivery[] {
  const times = events.map((event) => event.atSeconds).sort((a, b) => a - b)
  const honest = [...events].sort((a, b) => a.atSeconds - b.atSeconds)
  const ordered = reorder(honest, faults.reorder, random)
  if (!faults.repeat) return ordered.map((event, at) => ({ event, opensAt: times[at] as number }))
  const keyed = ordered.flatMap((event, at) => [
    { event, key: at },
    { event, key: at + random.next() * repeatWithin },
  ])
  keyed.sort((a, b) => a.key - b.key)
  return keyed.map(({ event }, at) => ({ event, opensAt: times[Math.floor(at / 2)] as number }))
}

function reorder(events: readonly WireEvent[], kind: Faults['reorder'], random: Random): readonly WireEvent[] {
  if (kind === 'off') return events
  if (kind === 'day') return random.shuffle(events)
  const mixed: WireEvent[] = []
  for (let from = 0; from < events.length; from += window)
    mixed.push(...random.shuffle(events.slice(from, from + window)))
  return mixed
}
