/** One handing-out of an entry. */
interface Handed {
  readonly receipt: string
  /** When it is to be had again, by the process's steady clock. */
  readonly until: number
  /** At which look it is to be had again, under the fault `hiddenFetches`. */
  readonly untilFetch: number
}

/** The queue of dpa's one customer: what was handed out, by place, and what was taken out for good. */
export interface WireQueueState {
  fetches: number
  readonly handed: Map<number, Handed>
  readonly removed: Set<number>
  /** Receipts that counted once: answered with 410. */
  readonly spent: Set<string>
}

export const emptyQueue = (): WireQueueState => ({
  fetches: 0,
  handed: new Map(),
  removed: new Set(),
  spent: new Set(),
})
