import type { FeedDefinition } from '../../src/store/feeds.ts'

/** A gap that was made on purpose, and what must be reported of it. */
export interface MadeGap {
  readonly kind: string
  /** Exact bounds, where they are numbers. */
  readonly from?: string
  readonly to?: string
  /** A moment that must lie within the bounds, where they are times; milliseconds. */
  readonly around?: number
}

/** A feed of the simulated week: what it publishes, and what must be there of it in the end. */
export interface WeekFeed {
  readonly definition: FeedDefinition
  /** What it offered for long enough to be had: headlines, or etags for the AP Media API. */
  expected(): ReadonlySet<string>
  /** Published and withdrawn before anyone could have had it. */
  lost(): number
  madeGaps(): readonly MadeGap[]
  /** True once everything was published. */
  finished(): boolean
  /** Called again and again while the week goes on. */
  step?(): Promise<void>
  /** Everything is out: tokens are lost no more, so that what is on record comes to rest. */
  calm?(): void
  stop(): Promise<void>
}
