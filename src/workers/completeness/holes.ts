/** A number an agency gave a transmission. */
export interface Transmission {
  readonly number: number
  /** Milliseconds; when the agency sent it. */
  readonly sentAt: number
}

/** Numbers between two that came. */
export interface Hole {
  /** The last number before it, which came. */
  readonly low: number
  /** The first number behind it, which came. */
  readonly high: number
  /** When the number behind it was sent. */
  readonly sentAt: number
}

/** A counter that goes back by more than this has restarted; by less, two messages changed places on the line. */
const mostDisorder = 20
/** A smaller number sent this much later has restarted, however small the step back. */
const restartMs = 30 * 60_000
/** A hole is believed once so many numbers stand behind it: one garbled number is no hole. */
const successors = 2
/** Within this many numbers behind the hole. */
const nearBehind = 100
/** A series is judged once so many of its numbers came. */
const leastKnown = 20

/**
 * Numbers that are missing in a series, oldest first. Agencies number a service from 1 each day, and sell parts of it: a
 * series with many holes is one of which we get a part, and says nothing about loss. What is late or comes in another
 * order makes no hole, because transmissions are put into the order in which they were sent.
 */
export function findHoles(transmissions: readonly Transmission[]): readonly Hole[] {
  if (transmissions.length < leastKnown) return []
  const holes: Hole[] = []
  let steps = 0
  for (const run of runsOf(transmissions)) {
    const ordered = [...run].sort((a, b) => a.number - b.number)
    for (let at = 1; at < ordered.length; at++) {
      const [before, behind] = [ordered[at - 1]!, ordered[at]!]
      if (behind.number <= before.number + 1) continue
      steps++
      const last = ordered[at + successors]
      if (last === undefined || last.number - behind.number > nearBehind) continue
      holes.push({ low: before.number, high: behind.number, sentAt: behind.sentAt })
    }
  }
  return steps > Math.floor(transmissions.length / leastKnown) + 1 ? [] : holes
}

/** Parts the stream where the counter restarted. */
function runsOf(transmissions: readonly Transmission[]): readonly (readonly Transmission[])[] {
  const sent = [...transmissions].sort((a, b) => a.sentAt - b.sentAt || a.number - b.number)
  const runs: Transmission[][] = []
  let numbers = new Set<number>()
  let highest: Transmission | undefined
  for (const next of sent) {
    const back = highest === undefined ? Number.POSITIVE_INFINITY : highest.number - next.number
    const late = next.sentAt - (highest?.sentAt ?? 0)
    if (back > mostDisorder || (back > 0 && late > restartMs) || numbers.has(next.number)) {
      runs.push([])
      numbers = new Set()
      highest = undefined
    }
    runs.at(-1)!.push(next)
    numbers.add(next.number)
    if (highest === undefined || next.number > highest.number) highest = next
  }
  return runs
}
