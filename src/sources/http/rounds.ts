import { AsyncLocalStorage } from 'node:async_hooks'

/** A round whose answers are longer than this together takes a place; most never do. */
const smallBytes = 4_194_304
/** Rounds of one process that may hold more at the same time. */
const mostLarge = 4

/** A place that was asked for: free now, or once somebody gives one back. */
interface Place {
  readonly granted: Promise<void>
  giveBack(): void
}

/** Places for rounds with long answers, in the order in which they were asked for. */
export class LargePlaces {
  readonly smallBytes: number
  #free: number
  readonly #waiting = new Set<() => void>()

  constructor(places: number = mostLarge, small: number = smallBytes) {
    this.#free = places
    this.smallBytes = small
  }

  take(): Place {
    let grant: () => void = () => {}
    const granted = new Promise<void>((resolve) => (grant = resolve))
    if (this.#free > 0) {
      this.#free -= 1
      grant()
    } else this.#waiting.add(grant)
    let isOver = false
    return {
      granted,
      giveBack: () => {
        if (isOver) return
        isOver = true
        // Still waiting: there is nothing to give.
        if (this.#waiting.delete(grant)) return
        const [next] = this.#waiting
        if (next === undefined) this.#free += 1
        else {
          this.#waiting.delete(next)
          next()
        }
      },
    }
  }
}

/** What one round of asking holds in memory: the answers of a poll until they are stored. */
export class Round {
  readonly #places: LargePlaces
  #bytes = 0
  #place: Place | undefined
  #isGranted = false

  constructor(places: LargePlaces) {
    this.#places = places
  }

  /** Bytes that may still come before a place is needed. */
  get small(): number {
    return this.#isGranted ? Number.POSITIVE_INFINITY : Math.max(0, this.#places.smallBytes - this.#bytes)
  }

  /** Adds to what is held. Undefined when it may go on at once, else resolves when there is a place for it. */
  grow(bytes: number): Promise<void> | undefined {
    this.#bytes += bytes
    return this.#bytes <= this.#places.smallBytes ? undefined : this.place()
  }

  /** Sees to it that the round has a place. One is all it ever needs, so those who have one never wait for others. */
  place(): Promise<void> | undefined {
    if (this.#isGranted) return undefined
    this.#place ??= this.#places.take()
    return this.#place.granted.then(() => {
      this.#isGranted = true
    })
  }

  end(): void {
    this.#place?.giveBack()
  }
}

const rounds = new AsyncLocalStorage<Round>()
const ofProcess = new LargePlaces()

/**
 * Everything asked for within `work` counts together, until it ends: sixteen polls that each hold several answers of
 * 64 MB are more than a worker has. Who comes to hold much waits for one of four places, and its source with it: what is
 * not read is not sent. What several rounds wait for (a token, a robots.txt) is asked for in a round of its own, too small
 * ever to wait.
 */
export async function inRound<T>(work: (round: Round) => Promise<T>, places: LargePlaces = ofProcess): Promise<T> {
  const round = new Round(places)
  try {
    return await rounds.run(round, () => work(round))
  } finally {
    round.end()
  }
}

/** The round this is part of; a request outside of any is one of its own. */
export const currentRound = (): Round | undefined => rounds.getStore()
