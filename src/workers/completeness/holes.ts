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

/** What a series must show before a hole in it is believed. */
export interface Proof {
  /** A series is judged once so many of its numbers came. */
  readonly leastKnown: number
  /** And once so many came in a row. */
  readonly leastRun: number
  /** For each so many numbers one hole is allowed, and one more; with more of them we get a part of the service. */
  readonly perHole: number
}

/** Numbers that a standard says are consecutive: ANPA 1312, IPTC 7901. */
export const assigned: Proof = { leastKnown: 20, leastRun: 2, perHole: 20 }
/** Ids of which nothing is known but that they are numbers: they prove themselves by a long run without a hole. */
export const learned: Proof = { leastKnown: 60, leastRun: 50, perHole: 100 }

/**
 * Numbers that are missing in a series, oldest first. Agencies number a service from 1 each day, and sell parts of it: a
 * series with many holes is one of which we get a part, and says nothing about loss. What is late or comes in another
 * order makes no hole, because transmissions are put into the order in which they were sent.
 */
export function findHoles(transmissions: readonly Transmission[], proof: Proof = assigned): readonly Hole[] {
  if (transmissions.length < proof.leastKnown) return []
  const holes: Hole[] = []
  let steps = 0
  let longest = 0
  for (const run of runsOf(transmissions)) {
    const ordered = [...run].sort((a, b) => a.number - b.number)
    let row = 1
    for (let at = 1; at < ordered.length; at++) {
      const [before, behind] = [ordered[at - 1]!, ordered[at]!]
      if (behind.number <= before.number + 1) {
        row++
        longest = Math.max(longest, row)
        continue
      }
      row = 1
      steps++
      const last = ordered[at + successors]
      if (last === undefined || last.number - behind.number > nearBehind) continue
      holes.push({ low: before.number, high: behind.number, sentAt: behind.sentAt })
    }
  }
  const isWhole = steps <= Math.floor(transmissions.length / proof.perHole) + 1
  return isWhole && longest >= proof.leastRun ? holes : []
}

/** Parts the stream where the counter restarted. */
function runsOf(transmissions: readonly Transmission[]): readonly (readonly Transmission[])[] {
  const sent = [...transmissions].sort((a, b) => a.sentAt - b.sentAt || a.number - b.number)
  const runs: Transmission[][] = []
  let numbers = new Set<number>()
  let highest: Transmission | undefined
  for (const [at, next] of sent.entries()) {
    const back = highest === undefined ? Number.POSITIVE_INFINITY : highest.number - next.number
    const late = next.sentAt - (highest?.sentAt ?? 0)
    if (highest !== undefined && back >= 0 && goesOn(highest, sent[at + 1])) {
      // one that was sent again, or later than its number says: the counter goes on where it was
      if (!numbers.has(next.number)) runs.at(-1)!.push(next)
      numbers.add(next.number)
      continue
    }
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

/** The next number follows the highest so far: no counter that restarted does that. */
function goesOn(highest: Transmission, next: Transmission | undefined): boolean {
  return next !== undefined && next.number > highest.number && next.number - highest.number <= mostDisorder
}
