import type { Offer } from '../source.ts'

/** What kind of feed an address or path seems to be, with settings ready for the feeds file. */
export interface Guess {
  readonly kind: string
  readonly config: Readonly<Record<string, unknown>>
  /** What a first poll would bring, for a look at it; nothing was stored or moved. */
  readonly firstItems?: readonly Offer[]
  /** For the person who asked: what was found, what is still to be done. */
  readonly notes: readonly string[]
}
