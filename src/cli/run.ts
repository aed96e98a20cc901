import { roleNames } from '../config/config.ts'
import type { Role } from '../config/config.ts'
import { applyFeedsFile } from '../store/feeds-file.ts'
import { exit, UsageFault } from './exit.ts'
import { checkFeeds } from './feeds-file.ts'
import { openRuntime } from './runtime.ts'
import type { GlobalOptions } from './runtime.ts'
import { serve } from './serve.ts'
import { awaitStopSignal, fired } from './signals.ts'
import type { Terminal } from './verb.ts'

export interface RunVerbOptions extends GlobalOptions {
  /** Names, with commas; `all`. */
  readonly role?: string
  readonly host?: string
  readonly port?: number
}

/** `writethru run`: the service, until a signal ends it. */
export async function runVerb(options: RunVerbOptions, terminal: Terminal): Promise<number> {
  const asked = readRoles(options.role)
  const stop = awaitStopSignal(() => terminal.err('Stopping; once more to stop at once.'))
  const runtime = await openRuntime(options, {
    overrides: {
      ...(asked === undefined ? {} : { roles: asked }),
      http: {
        ...(options.host === undefined ? {} : { host: options.host }),
        ...(options.port === undefined ? {} : { port: options.port }),
      },
    },
  })
  const { config, log, pool } = runtime
  try {
    const feeds = checkFeeds(config.feeds)
    if (config.roles.includes('dispatch')) await applyFeedsFile(pool, feeds)
  } catch (error) {
    await runtime.close()
    throw error
  }
  const serving = await serve(runtime, {
    roles: config.roles,
    ...(config.roles.includes('http') ? { http: config.http } : {}),
  })
  log.info({ roles: config.roles, url: serving.url, worker: runtime.worker }, 'running')
  await fired(stop.signal)
  log.info('stopping')
  await serving.stop()
  log.info('stopped')
  stop.release()
  return exit.done
}

/** @throws UsageFault naming the roles there are */
export function readRoles(text: string | undefined): Role[] | undefined {
  if (text === undefined || text === 'all') return undefined
  const names = text.split(',').map((name) => name.trim())
  const wrong = names.filter((name) => !(roleNames as readonly string[]).includes(name))
  if (wrong.length > 0) throw new UsageFault(`No role ${wrong.join(', ')}; there are all, ${roleNames.join(', ')}.`)
  return [...new Set(names)] as Role[]
}
