import type { Simulation } from '../simulation.ts'
import type { Answer } from './answer.ts'
import { jsonType } from './answer.ts'
import { publishedOf, shuffled } from './published.ts'

/** At most so many entries at once, as dpa gives them. */
const mostEntries = 50
/** An entry that was handed out is hidden for so long, unless the fault `hiddenFetches` counts instead. */
const hiddenMilliseconds = 120_000

/** Entries whose receipt did not come back in time are to be had again. */
function release(simulation: Simulation): void {
  const { queue } = simulation
  const counted = simulation.faults().hiddenFetches > 0
  const now = performance.now()
  for (const [place, { receipt, until, untilFetch }] of queue.handed) {
    if (counted ? queue.fetches < untilFetch : now < until) continue
    queue.handed.delete(place)
    queue.spent.add(receipt)
  }
}

/** `GET /wireq/{queue}/entries.json` */
export function answerEntries(simulation: Simulation): Answer {
  const { queue } = simulation
  queue.fetches += 1
  release(simulation)
  const faults = simulation.faults()
  const open = publishedOf(simulation, 'dpa')
    .map((event, place) => ({ event, place }))
    .filter(({ place }) => !queue.removed.has(place) && !queue.handed.has(place))
  const page = open.slice(0, mostEntries)
  const entries = shuffled(simulation, page).map(({ event, place }) => {
    const receipt = simulation.drawHex(64)
    // At least once means: sometimes twice.
    if (!simulation.strikes(faults.redeliver)) {
      const untilFetch = queue.fetches + faults.hiddenFetches
      queue.handed.set(place, { receipt, until: performance.now() + hiddenMilliseconds, untilFetch })
    } else queue.spent.add(receipt)
    return { ...event.envelope, _wireq_receipt: receipt }
  })
  return {
    status: 200,
    contentType: jsonType,
    body: JSON.stringify({ entries }),
    headers: { 'retry-after': open.length > page.length ? '1' : '60' },
    carries: page.map(({ event }) => event.filing.event.etag),
  }
}

/** `DELETE /wireq/{queue}/entry/{receipt}` */
export function answerRemoval(simulation: Simulation, receipt: string): Answer {
  const { queue } = simulation
  release(simulation)
  const place = [...queue.handed].find(([, handed]) => handed.receipt === receipt)?.[0]
  const status = place !== undefined ? 204 : queue.spent.has(receipt) ? 410 : 404
  if (place !== undefined) {
    queue.handed.delete(place)
    queue.removed.add(place)
    queue.spent.add(receipt)
  }
  return { status, contentType: jsonType, body: '' }
}
