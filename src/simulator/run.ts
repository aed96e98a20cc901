import { WireError } from '../story/errors.ts'
import { readFaults } from './faults.ts'
import type { Simulator } from './server.ts'
import { startSimulator } from './server.ts'
import { bulkDay } from './wire/bulk-day.ts'
import { expectedState } from './wire/expected-state.ts'
import { scriptedDay } from './wire/scripted-day.ts'

/** What `writethru simulator` takes from its command line; every value as it was typed. */
export interface RunOptions {
  readonly port?: string
  readonly host?: string
  /** Seconds of the day per second, or "max". 60 by default: a day in 16 minutes. */
  readonly speed?: string
  readonly seed?: string
  readonly apiKey?: string
  readonly stories?: string
  readonly pictures?: string
  /** A bulk day of so many items instead of the scripted one. */
  readonly bulk?: string
  /** "repeat", "rateLimit=0.2" ...; may be given several times. */
  readonly fault?: readonly string[]
  readonly drop?: string
  /** ISO 8601, or "now", the default: the day begins as the simulator does. */
  readonly startsAt?: string
}

function readNumber(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (!Number.isFinite(number) || number < 0) throw new WireError('config.invalid', `--${name} is no number: ${value}`)
  return number
}

/** A started rehearsal and the lines that tell a newsroom how to use it. */
export interface Rehearsal {
  readonly simulator: Simulator
  readonly greeting: readonly string[]
}

/** Starts the simulator as the command line asks. Throws `config.invalid` for values that make no sense. */
export async function startRehearsal(options: RunOptions): Promise<Rehearsal> {
  const speed = options.speed === 'max' ? Number.POSITIVE_INFINITY : (readNumber('speed', options.speed) ?? 60)
  const seed = options.seed ?? '1'
  const given = options.startsAt ?? 'now'
  const start = given === 'now' ? Date.now() : Date.parse(given)
  if (Number.isNaN(start)) throw new WireError('config.invalid', `--starts-at is no time: ${given}`)
  const startsAt = new Date(Math.floor(start / 1000) * 1000).toISOString()
  const items = readNumber('bulk', options.bulk)
  const stories = readNumber('stories', options.stories)
  const pictures = readNumber('pictures', options.pictures)
  const events =
    items === undefined
      ? scriptedDay({
          seed,
          startsAt,
          ...(stories === undefined ? {} : { stories }),
          ...(pictures === undefined ? {} : { pictures }),
        })
      : bulkDay({ seed, startsAt, items, spreadSeconds: 16 * 3600 })
  const apiKey = options.apiKey ?? 'rehearsal'
  const simulator = await startSimulator({
    events,
    speed,
    seed,
    startsAt,
    apiKey,
    faults: readFaults(options.fault ?? []),
    port: readNumber('port', options.port) ?? 8421,
    ...(options.host === undefined ? {} : { host: options.host }),
    ...(options.drop === undefined ? {} : { dropFolder: options.drop }),
  })
  return { simulator, greeting: greet(simulator, apiKey, events.length, items === undefined ? events : undefined) }
}

function greet(
  simulator: Simulator,
  apiKey: string,
  filings: number,
  scripted: Parameters<typeof expectedState>[0] | undefined,
): readonly string[] {
  const expected = scripted === undefined ? undefined : expectedState(scripted)
  return [
    `An invented agency is filing ${filings} items at ${simulator.url}`,
    `AP Media API  ${simulator.feedUrl}  (header x-api-key: ${apiKey})`,
    `RSS           ${simulator.url}/rss`,
    `Atom          ${simulator.url}/atom`,
    `others        ${simulator.url}/reuters, /afp, /wireq/KEY, /pa: see docs/simulator.md`,
    `levers        POST ${simulator.url}/simulator/control, GET ${simulator.url}/simulator/state`,
    ...(expected === undefined
      ? []
      : [
          `At the end there must be ${expected.stories.length} stories and pictures in ${expected.revisions} revisions, ` +
            `${expected.stories.filter((story) => story.publishable).length} of them to be printed.`,
        ]),
  ]
}

/**
 * The body of `writethru simulator`: starts, prints how to reach it, runs until the signal fires, stops. Resolves when
 * everything is closed.
 */
export async function runSimulator(
  options: RunOptions,
  signal: AbortSignal,
  print: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
): Promise<void> {
  const { simulator, greeting } = await startRehearsal(options)
  for (const line of greeting) print(line)
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
  await simulator.stop()
}
