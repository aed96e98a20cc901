import type { AccessTokens } from './access-tokens.ts'
import type { Elements } from './api/elements.ts'
import type { Projection } from './api/projection.ts'
import type { FeedSessions } from './api/session.ts'
import type { Editions } from './editions.ts'
import type { Faults } from './faults.ts'
import type { Newsroom } from './newsroom.ts'
import type { WireQueueState } from './wire-queue.ts'

/** The running agency, as its endpoints see it. */
export interface Simulation {
  /** "http://127.0.0.1:8421/media/v" */
  readonly base: string
  readonly newsroom: Newsroom
  readonly sessions: FeedSessions
  /** Access tokens of the agencies that want one. */
  readonly tokens: AccessTokens
  /** What of dpa's queue was handed out and taken out. */
  readonly queue: WireQueueState
  /** The day as other agencies would have sent it. */
  readonly editions: Editions
  readonly elements: Elements
  readonly defaultProjection: Projection
  readonly longPollMilliseconds: number
  readonly quotasPerMinute: Readonly<Record<string, number>>
  /** The wire's own time, ISO 8601: what the agency calls now. Stands still at the end of a day that is over at once. */
  now(): string
  /** Milliseconds of a second of the day. */
  momentOf(seconds: number): number
  faults(): Faults
  /** Draws whether a fault of that rate strikes. */
  strikes(rate: number): boolean
  /** Another order, drawn from the seed. */
  shuffle<T>(list: readonly T[]): readonly T[]
  /** Lower-case hexadecimal digits, drawn from the seed. */
  drawHex(digits: number): string
  /** How often this NITF was asked for, this time included. */
  countDocumentRequest(key: string): number
}
