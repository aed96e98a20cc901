import type { Beat } from './beats/beat.ts'
import { beats } from './beats/index.ts'
import type { Desk } from './desk.ts'
import { openDesk } from './desk.ts'
import type { WireEvent } from './event.ts'
import { fileRoutine } from './storylines/routine.ts'
import { storylines } from './storylines/index.ts'

export interface DayOptions {
  /** The same seed and the same start give the same day, byte for byte. 1 by default. */
  readonly seed?: number | string
  /** At least so many stories that may be printed. 64 by default; the turns of the script alone come to about 45. */
  readonly stories?: number
  /** At least so many photos. 44 by default. */
  readonly pictures?: number
  /** ISO 8601. When the day begins; a fixed day by default. */
  readonly startsAt?: string
}

/** The day every rehearsal begins with, unless told otherwise. */
export const defaultStart = '2026-03-12T00:00:00Z'

/** From the first daybook to the last table: sixteen hours. Long embargoes and follow-ups run past it. */
const dayLength = 16 * 3600

/**
 * A day's wire of invented stories: every turn a desk must be ready for, with ordinary news around it. In the order of
 * filing; nothing in it depends on a clock or on chance outside the seed.
 */
export function scriptedDay(options: DayOptions = {}): readonly WireEvent[] {
  const desk = openDesk({ seed: options.seed ?? 1, startsAt: options.startsAt ?? defaultStart })
  const step = Math.floor((dayLength - 3 * 3600) / storylines.length)
  for (const [at, storyline] of storylines.entries()) storyline.file(desk, 300 + at * step)
  fillUp(desk, options.stories ?? 64, options.pictures ?? 44)
  return inOrder(desk.events)
}

/** Ordinary news until the day has its numbers. */
function fillUp(desk: Desk, stories: number, pictures: number): void {
  const random = desk.random.fork('routine')
  const chainsOf = (type: string): number =>
    new Set(
      desk.events
        .filter(({ intent }) => intent.type === type && intent.outcome === 'stored' && intent.barred === undefined)
        .map((event) => event.itemid),
    ).size
  let textChains = chainsOf('text')
  let pictureChains = chainsOf('picture')
  // Every beat in turn, so that no day has eleven storms.
  let deck: Beat[] = []
  while (textChains < stories || pictureChains < pictures) {
    if (deck.length === 0) deck = random.shuffle(beats)
    const beat = deck.pop() as Beat
    const wanted = pictureChains < pictures ? random.int(1, 2) : 0
    fileRoutine(desk, beat, random.int(900, dayLength), wanted)
    textChains++
    pictureChains += Math.min(wanted, beat.captions.length)
  }
}

/** By time; filings of one second keep the order in which they were written. */
function inOrder(events: readonly WireEvent[]): readonly WireEvent[] {
  return events
    .map((event, at) => ({ event, at }))
    .sort((a, b) => a.event.atSeconds - b.event.atSeconds || a.at - b.at)
    .map(({ event }) => event)
}
