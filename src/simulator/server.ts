import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SimulatorControl } from './control.ts'
import { createControl } from './control-room.ts'
import type { Drop } from './drop.ts'
import { startDrop } from './drop.ts'
import type { Faults } from './faults.ts'
import { noFaults } from './faults.ts'
import { createRandom } from './random.ts'
import { createHandler } from './handler.ts'
import type { WireEvent } from './wire/event.ts'
import { defaultStart } from './wire/scripted-day.ts'

export interface SimulatorOptions {
  readonly events: readonly WireEvent[]
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** 127.0.0.1 by default. */
  readonly host?: string
  /** Seconds of the day per second: 1 real time, 60 a day in 24 minutes, Infinity all at once. 1 by default. */
  readonly speed?: number
  readonly faults?: Partial<Faults>
  /** What clients must send as `x-api-key`. "rehearsal" by default. */
  readonly apiKey?: string
  /** Of the faults; the day has its own. 1 by default. */
  readonly seed?: number | string
  /** When the day begins; read from the first event when absent. */
  readonly startsAt?: string
  /** How long an idle feed request is held; 15, as AP does it. */
  readonly longPollSeconds?: number
  /** Requests a minute by method (feed, search, content, downloads); what is not named is unlimited. */
  readonly quotasPerMinute?: Readonly<Record<string, number>>
  /** A folder into which the day is written as NITF files while it is published. */
  readonly dropFolder?: string
}

export interface Simulator {
  /** "http://127.0.0.1:8421" */
  readonly url: string
  /** What a feed of kind ap-media-api is pointed at. */
  readonly feedUrl: string
  readonly control: SimulatorControl
  /** Present when there is a folder to write into. */
  readonly drop?: Drop
  stop(): Promise<void>
}

/** When the day of these events began: an event is stamped with the moment at which it was filed. */
function startOf(events: readonly WireEvent[]): string {
  const [first] = events
  if (first === undefined) return defaultStart
  return new Date(Date.parse(first.intent.versionCreated) - first.atSeconds * 1000).toISOString()
}

/** Starts the agency. Everything it does is in memory; two on one machine do not see each other. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const host = options.host ?? '127.0.0.1'
  const server = createServer({ keepAliveTimeout: 60_000 })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, host, resolve)
  })
  const address = server.address() as AddressInfo
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
  const room = createControl({
    url,
    events: options.events,
    speed: options.speed ?? 1,
    faults: { ...noFaults, ...options.faults },
    random: createRandom(options.seed ?? 1),
    startsAt: options.startsAt ?? startOf(options.events),
    longPollMilliseconds: (options.longPollSeconds ?? 15) * 1000,
    quotasPerMinute: options.quotasPerMinute ?? {},
  })
  server.on('request', createHandler(room, options.apiKey ?? 'rehearsal'))
  const drop = options.dropFolder === undefined ? undefined : startDrop(room.simulation, options.dropFolder)
  return {
    url,
    feedUrl: `${url}/media/v/content/feed`,
    control: room.control,
    ...(drop === undefined ? {} : { drop }),
    async stop() {
      await drop?.stop()
      room.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}
