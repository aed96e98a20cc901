import type { EditionName } from './editions.ts'
import type { Faults } from './faults.ts'

/** What the simulator has seen and done; for assertions and for whoever rehearses. */
export interface SimulatorCounts {
  /** By endpoint: feed, content, download, search, account, syndication. */
  readonly requests: Readonly<Record<string, number>>
  /** By HTTP status sent; "stalled" and "cut" beside them. */
  readonly answers: Readonly<Record<string, number>>
  /** Places of the feed that are open, and all of them. */
  readonly published: number
  readonly total: number
  /** Items that went out in a whole answer, each delivery counted. */
  readonly deliveries: number
  /** Downloads of the full picture: each may be billed, so there should be none. */
  readonly mainDownloads: number
}

/** Everything that can be changed while the day runs. */
export interface SimulatorControl {
  /** Changes the named faults and leaves the others. */
  setFaults(faults: Partial<Faults>): void
  clearFaults(): void
  readonly faults: Faults
  /** Seconds of the day per second; 0 stops the day, Infinity ends it at once. */
  setSpeed(speed: number): void
  /** Sets the day forward to that second. */
  jumpTo(seconds: number): void
  /** Publishes all that is left. */
  publishAll(): void
  /** Every feed token and every access token is unknown from now on. */
  expireTokens(): void
  counts(): SimulatorCounts
  /** etags that went out whole at least once, over the feed, a search or an item request. */
  delivered(): ReadonlySet<string>
  /**
   * Resolves once every event is published and has been delivered whole, or rejects when the signal fires. `edition`: the
   * events that the agency of that name sends, instead of all.
   */
  allDelivered(signal?: AbortSignal, edition?: EditionName): Promise<void>
  /** Resolves at the next request to that endpoint. */
  nextRequest(endpoint: string): Promise<void>
}
