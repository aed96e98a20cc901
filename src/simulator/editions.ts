import type { Dialect, Edition } from './dialects/dialect.ts'
import { translate } from './dialects/dialect.ts'
import { afpDialect } from './dialects/afp.ts'
import { dpaDialect } from './dialects/dpa.ts'
import { paDialect } from './dialects/pa.ts'
import { reutersDialect } from './dialects/reuters.ts'
import type { WireEvent } from './wire/event.ts'

/** The agencies besides AP as which the simulator files its day. */
export const dialects = {
  reuters: reutersDialect,
  afp: afpDialect,
  dpa: dpaDialect,
  pa: paDialect,
} as const satisfies Record<string, Dialect>

export type EditionName = keyof typeof dialects

/** The day in the words of one agency: the events to ask `expectedState` about. */
export const editionOf = (events: readonly WireEvent[], name: EditionName): Edition => translate(events, dialects[name])

/** The editions of one day, each translated when it is first asked for. */
export type Editions = (name: EditionName) => Edition

export function openEditions(events: readonly WireEvent[]): Editions {
  const open = new Map<EditionName, Edition>()
  return (name) => {
    const edition = open.get(name) ?? editionOf(events, name)
    open.set(name, edition)
    return edition
  }
}
