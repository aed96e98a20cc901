import type { Status } from '../../story/item.ts'
import type { Random } from '../random.ts'
import { createRandom } from '../random.ts'
import type { DayClock } from './day-clock.ts'
import { createDayClock } from './day-clock.ts'
import type { CaptionIntent, Intent, WireEvent } from './event.ts'
import type { ItemFacts } from './item.ts'
import { envelopeOf, etagOf } from './item.ts'
import type { StoryDocument } from './nitf.ts'
import { renderNitf } from './nitf.ts'

/** What a filing adds to its item: its document, and what the script means by it. */
export interface Filing {
  readonly atSeconds: number
  readonly facts: ItemFacts
  readonly document?: StoryDocument
  readonly captions?: readonly CaptionIntent[]
  readonly shows: string
  readonly intent?: Partial<Intent>
}

/** The newsroom of the invented agency: hands out ids and references, and files events. One desk writes one day. */
export interface Desk {
  readonly random: Random
  readonly clock: DayClock
  /** Which beat has been where today: "storm/Gravna". */
  readonly covered: Set<string>
  newItemId(): string
  /** ANPA-style transmission reference, re-used from day to day by real agencies: "a0485". */
  newTransref(service: string): string
  newFriendlyKey(): string
  file(filing: Filing): WireEvent
  /** Files once more what was filed before. */
  fileRaw(event: WireEvent): void
  /** Puts another event in the place of a filed one: for what breaks the rules of envelopes. */
  replace(filed: WireEvent, other: WireEvent): void
  readonly events: readonly WireEvent[]
}

export function openDesk(options: { seed: number | string; startsAt: string }): Desk {
  const random = createRandom(options.seed)
  const ids = random.fork('ids')
  const clock = createDayClock(options.startsAt)
  const events: WireEvent[] = []
  let transmission = ids.int(300, 500)
  return {
    random,
    clock,
    events,
    covered: new Set(),
    newItemId: () => ids.hex(32),
    newTransref: (service) => `${service}${String(++transmission % 10_000).padStart(4, '0')}`,
    newFriendlyKey: () => `${clock.year(0) % 100}${String(ids.int(10 ** 9, 10 ** 10 - 1))}`,
    file(filing) {
      const { facts } = filing
      const status: Status = facts.status
      const event: WireEvent = {
        atSeconds: filing.atSeconds,
        itemid: facts.itemid,
        version: facts.version,
        etag: etagOf(facts),
        envelope: envelopeOf(facts),
        ...(filing.document === undefined
          ? {}
          : facts.type === 'text'
            ? { nitf: renderNitf(filing.document) }
            : { captionNitf: renderNitf(filing.document) }),
        intent: {
          outcome: 'stored',
          shows: filing.shows,
          type: facts.type,
          // An embargo closes the item to readers whatever the agency's status says (AP: check `embargoed` always).
          status: facts.embargoed !== undefined && status === 'usable' ? 'embargoed' : status,
          headline: facts.headline,
          versionCreated: facts.versionCreated,
          captions: filing.captions ?? [],
          ...(facts.embargoed === undefined ? {} : { embargoedUntil: facts.embargoed }),
          ...(facts.barred === undefined ? {} : { barred: facts.barred }),
          ...filing.intent,
        },
      }
      events.push(event)
      return event
    },
    fileRaw: (event) => void events.push(event),
    replace(filed, other) {
      const at = events.indexOf(filed)
      if (at < 0) throw new Error('only what was filed can be replaced')
      events[at] = other
    },
  }
}
