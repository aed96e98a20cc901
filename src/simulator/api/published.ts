import type { TranslatedEvent } from '../dialects/dialect.ts'
import type { EditionName } from '../editions.ts'
import type { Simulation } from '../simulation.ts'

/** What of an edition is out, in the order in which it went out; what was delivered twice stands there twice. */
export function publishedOf(simulation: Simulation, name: EditionName): readonly TranslatedEvent[] {
  const edition = simulation.editions(name)
  const { newsroom } = simulation
  const end = newsroom.published()
  const out: TranslatedEvent[] = []
  for (let at = 0; at < end; at += 1) {
    const delivery = newsroom.deliveries[at]
    const event = delivery === undefined ? undefined : edition.of(delivery.event)
    if (event !== undefined) out.push(event)
  }
  return out
}

/** The fault `shufflePages`: the items of a page in any order. */
export function shuffled<T>(simulation: Simulation, page: readonly T[]): readonly T[] {
  return simulation.faults().shufflePages ? simulation.shuffle(page) : page
}
