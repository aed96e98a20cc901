import { noFaults } from '../../src/simulator/faults.ts'
import type { Faults } from '../../src/simulator/faults.ts'
import { startSimulator } from '../../src/simulator/server.ts'
import { bulkDay } from '../../src/simulator/wire/bulk-day.ts'
import type { MadeGap, WeekFeed } from './week-feed.ts'

export interface AgencyFeedOptions {
  readonly name: string
  readonly items: number
  readonly startsAt: number
  readonly seconds: number
  readonly faults?: Partial<Faults>
  /** Whether the NITF of each item is fetched as well. */
  readonly bodies: boolean
  /** Its token is lost for days, and what was published in between is partly withdrawn. */
  readonly away?: {
    /** Called while the feed stands still: nothing is polled until it returns. */
    standStill(name: string, work: () => Promise<void>): Promise<void>
    /** True once everything published so far is stored. */
    caughtUp(name: string, expected: ReadonlySet<string>): Promise<boolean>
  }
}

const daySeconds = 86_400

/** An agency with the AP Media API: everything at once, or with days away in the middle. */
export async function startAgencyFeed(options: AgencyFeedOptions): Promise<WeekFeed> {
  const { name, items, seconds, away } = options
  const published = bulkDay({
    items,
    seed: `week/${name}`,
    startsAt: new Date(options.startsAt).toISOString(),
    spreadSeconds: seconds,
    // Search knows the latest version of a story only, so a feed that has to rely on it has no others.
    writethrus: away === undefined ? 0.1 : 0,
  })
  // Every tenth item of the second and third day is withdrawn before it can be had: nobody will ever show it again.
  const isWithdrawn = (at: number): boolean => {
    const second = published[at]!.atSeconds
    return away !== undefined && at % 10 === 0 && second > daySeconds * 1.1 && second < daySeconds * 3
  }
  const events = published.filter((_, at) => !isWithdrawn(at))
  const simulator = await startSimulator({
    events,
    speed: away === undefined ? Number.POSITIVE_INFINITY : 0,
    longPollSeconds: 2,
    seed: `week/${name}`,
    startsAt: new Date(options.startsAt).toISOString(),
    ...(options.faults === undefined ? {} : { faults: options.faults }),
  })
  const { control } = simulator
  const made: MadeGap[] = []
  let phase: 'first day' | 'rest' = away === undefined ? 'rest' : 'first day'
  if (phase === 'first day') control.jumpTo(daySeconds)
  const firstDay = new Set(events.filter(({ atSeconds }) => atSeconds <= daySeconds).map(({ etag }) => etag))
  const everything = new Set(events.map(({ etag }) => etag))
  return {
    definition: {
      name,
      kind: 'ap-media-api',
      authority: 'ap.org',
      host: new URL(simulator.url).host,
      config: {
        baseUrl: `${simulator.url}/media/v`,
        allowPrivate: true,
        pageSize: 100,
        requestSeconds: 20,
        ...(options.bodies ? {} : { companions: [] }),
      },
      intervalSeconds: 1,
    },
    expected: () => everything,
    lost: () => published.length - events.length,
    madeGaps: () => made,
    finished: () => phase === 'rest',
    step: async () => {
      if (away === undefined || phase === 'rest' || !(await away.caughtUp(name, firstDay))) return
      await away.standStill(name, async () => {
        control.expireTokens()
        control.jumpTo(seconds + 60)
        made.push({ kind: 'cursor-expired', around: options.startsAt + daySeconds * 2 * 1000 })
        phase = 'rest'
      })
    },
    calm: () => control.setFaults({ expireAfterPages: noFaults.expireAfterPages }),
    stop: () => simulator.stop(),
  }
}
