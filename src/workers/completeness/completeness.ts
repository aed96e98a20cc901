import { checkCounts } from '../../store/breaches.ts'
import { closeClockJump, listFeedClocks, openClockJump } from '../../store/clock-samples.ts'
import { countNewsHours, listQuietFeeds, noteSilence } from '../../store/rhythm.ts'
import { closeFilledHoles, forgetOldTransmissions, listActiveSeries, openHole } from '../../store/transmissions.ts'
import { startLoop } from '../loop.ts'
import type { RunningRole, WorkerContext } from '../worker-context.ts'
import { fetchGaps } from './fetch-gaps.ts'
import { assigned, findHoles, learned } from './holes.ts'
import { judgeClock } from './clock-jump.ts'
import { judgeSilence, longestMs, weeksBack } from './silence.ts'

/** What is checked, and how patiently. */
export interface CompletenessPace {
  /** Pause between two looks at numbers and counts, ms. */
  readonly lookMs: number
  /** Pause between two looks at clocks and silence, ms. */
  readonly slowMs: number
  /** How long the neighbours of a number may be on their way before a hole is believed, seconds. */
  readonly patienceSeconds: number
}

const pace: CompletenessPace = { lookMs: 10_000, slowMs: 60_000, patienceSeconds: 60 }

const receiptsAtOnce = 5000
/** Feeds that brought something this long ago or less have their clocks looked at, seconds. */
const freshSeconds = 600
/** A feed is not called quiet before this, seconds. */
const quietSeconds = 300
const hourMs = 3_600_000

/**
 * Proves that nothing was missed, or says what may be: holes in the agencies' numbers, clocks that jumped, feeds that are
 * silent against their habit, counts that do not add up. Finds and records; the poll finds the gaps that sources see.
 */
export function startCompleteness(context: WorkerContext, given: Partial<CompletenessPace> = {}): RunningRole {
  const { lookMs, slowMs, patienceSeconds } = { ...pace, ...given }
  const numbers = startLoop('sequence-holes', lookMs, context.log, () => lookForHoles(context, patienceSeconds))
  const counts = startLoop('counts', lookMs, context.log, () => lookAtCounts(context))
  const clocks = startLoop('clocks', slowMs, context.log, () => lookAtClocks(context))
  const silence = startLoop('silence', slowMs, context.log, () => lookForSilence(context))
  const fetching = startLoop('backfill', slowMs, context.log, (signal) => fetchGaps(context, signal))
  return {
    stop: async () => {
      await Promise.all([numbers.stop(), counts.stop(), clocks.stop(), silence.stop(), fetching.stop()])
    },
  }
}

/** Opens a gap for each hole in the agencies' numbers, and closes those whose numbers came late. */
export async function lookForHoles({ pool, log }: WorkerContext, patienceSeconds: number): Promise<void> {
  for (const { feedId, series, numbers, sentAt } of await listActiveSeries(pool, patienceSeconds)) {
    const transmissions = numbers.map((number, at) => ({ number, sentAt: sentAt[at]! }))
    for (const hole of findHoles(transmissions, series.startsWith('NewsML ') ? learned : assigned)) {
      if (await openHole(pool, { feedId, series, ...hole }))
        log.warn({ feedId, series, ...hole }, 'numbers are missing')
    }
  }
  const closed = await closeFilledHoles(pool)
  if (closed > 0) log.info({ closed }, 'missing numbers came late')
}

/** A breach must never happen; when it does, everyone is told. */
export async function lookAtCounts({ pool, log }: WorkerContext): Promise<void> {
  const { found } = await checkCounts(pool, receiptsAtOnce)
  if (found > 0) log.error({ found }, 'receipts do not account for what was offered; `writethru reconcile` names them')
}

/** Opens a gap while the dates of a feed disagree with the database's clock all of a sudden, and closes it after. */
export async function lookAtClocks({ pool, log }: WorkerContext): Promise<void> {
  for (const { feedId, samples, jumped } of await listFeedClocks(pool, freshSeconds)) {
    const jump = judgeClock(samples)
    if (jump === undefined && jumped && samples.length > 0) {
      const lag = samples[0]!.receivedAt - samples[0]!.createdAt
      if (Math.abs(lag) < hourMs / 2) await closeClockJump(pool, feedId)
    }
    if (jump === undefined || jumped) continue
    const time = (at: number) => new Date(at).toISOString()
    const minutes = Math.round(jump.offsetMs / 60_000)
    await openClockJump(pool, feedId, {
      kind: 'clock-jump',
      from: time(jump.since.receivedAt),
      detail: `since ${time(jump.since.receivedAt)} its dates are ${minutes} min ${jump.direction === 'ahead' ? 'ahead of' : 'behind'} what they were`,
      evidence: { direction: jump.direction, offsetMs: jump.offsetMs, first: jump.since },
    })
    log.warn({ feedId, ...jump }, 'the clock of a feed jumped')
  }
  await forgetOldTransmissions(pool)
}

/** Learns what feeds bring at which hour, and notes those that are silent at a time at which they never were. */
export async function lookForSilence({ pool, log }: WorkerContext): Promise<void> {
  await countNewsHours(pool)
  for (const quiet of await listQuietFeeds(pool, { weeks: weeksBack, longestMs, quietSeconds })) {
    const judged = judgeSilence(quiet)
    const fresh = await noteSilence(pool, quiet.feedId, { ...judged, since: quiet.since })
    if (fresh) log.warn({ feed: quiet.feed, usual: judged.usual, weeks: judged.weeks }, 'silent against its habit')
  }
}
