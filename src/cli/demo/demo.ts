import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { saveFeed } from '../../store/feeds.ts'
import { WireError } from '../../story/errors.ts'
import { exit } from '../exit.ts'
import { openRuntime, readSettings } from '../runtime.ts'
import type { GlobalOptions, Runtime } from '../runtime.ts'
import { serve } from '../serve.ts'
import type { Serving } from '../serve.ts'
import { awaitStopSignal, fired } from '../signals.ts'
import type { Terminal } from '../verb.ts'
import { startAgency } from './agency.ts'
import type { DemoAgency } from './agency.ts'
import { dayIsOver } from './day-end.ts'
import { startPlainView } from './plain-view.ts'
import { startScreen } from './screen.ts'
import type { View, ViewSources } from './view.ts'

export interface DemoOptions extends GlobalOptions {
  readonly speed?: number
  readonly port?: number
  readonly once?: boolean
  /** False with --no-terminal. */
  readonly terminal?: boolean
}

/** The feed of the demo and the name under which its key is known in this process alone. */
const feedName = 'simulated-agency'
const secretName = 'SIMULATED_AGENCY_KEY'
const apiKey = 'rehearsal'

/**
 * `writethru demo`: an embedded database, a scripted agency, every worker, the desk and a live view, in one process.
 * Another start goes on where this one stops.
 */
export async function demoVerb(options: DemoOptions, terminal: Terminal): Promise<number> {
  const stop = awaitStopSignal()
  const settings = readSettings(options, {}, () => {})
  const screen = terminal.live && options.terminal !== false
  mkdirSync(settings.dataDirectory, { recursive: true })
  // The screen belongs to the view; what went on is read in the file afterwards.
  const logFile = join(settings.dataDirectory, 'demo.log')
  const runtime = await openRuntime(options, {
    alone: true,
    secrets: new Map([[secretName, apiKey]]),
    overrides: { log: { format: screen ? 'text' : 'auto' } },
    ...(screen ? { logTarget: createWriteStream(logFile) as unknown as NodeJS.WriteStream } : { logLevel: 'warn' }),
  })
  let serving: Serving | undefined
  let agency: DemoAgency | undefined
  let view: View | undefined
  const putAway = async (): Promise<void> => {
    await view?.stop()
    if (serving === undefined) await runtime.close()
    await serving?.stop()
    await agency?.stop()
  }
  try {
    const { config } = runtime
    const speed = options.speed ?? config.simulator.speed
    agency = await startAgency({ ...config.simulator, directory: config.dataDirectory, speed, apiKey })
    await saveDemoFeed(runtime, agency)
    serving = await serveDesk(runtime, options.port)
    const sources: ViewSources = { runtime, serving, agency, terminal, speed }
    view = screen ? startScreen(sources) : startPlainView(sources)
    const over = options.once === true ? dayIsOver(sources, stop.signal) : new Promise<never>(() => {})
    await Promise.race([fired(stop.signal), over])
  } catch (error) {
    await putAway()
    throw error
  }
  await serving.drain()
  const parting = await view.summary().catch(() => '')
  await putAway()
  stop.release()
  if (parting !== '') terminal.out(parting)
  return exit.done
}

/** A taken port is no reason not to show anything, unless it was asked for. */
async function serveDesk(runtime: Runtime, port: number | undefined): Promise<Serving> {
  const { config } = runtime
  const start = (wanted: number) =>
    serve(runtime, { roles: config.roles, http: { host: config.http.host, port: wanted } })
  return start(port ?? ((await isFree(config.http.host, config.http.port)) ? config.http.port : 0))
}

async function isFree(host: string, port: number): Promise<boolean> {
  const { createServer } = await import('node:net')
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}

/**
 * Points the feed at the agency of this start. The label of the session makes the source ask for a new token, with an
 * overlap: a restarted agency knows none of its old ones.
 */
async function saveDemoFeed({ pool }: Runtime, { simulator, day }: DemoAgency): Promise<void> {
  const baseUrl = simulator.feedUrl.replace(/\/content\/feed$/, '')
  await saveFeed(pool, {
    name: feedName,
    kind: 'ap-media-api',
    authority: 'simulated-agency',
    config: { baseUrl, apiKeySecret: secretName, allowPrivate: true, sessionLabel: `demo-${day.session}` },
    host: new URL(simulator.url).host,
    intervalSeconds: 1,
    // the agency's day passes faster than ours
    checkClock: false,
  }).catch((error: unknown) => {
    throw error instanceof WireError ? error : new WireError('store.unavailable', String(error))
  })
}
