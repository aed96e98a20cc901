import { isIP } from 'node:net'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Role } from '../config/config.ts'
import type { Pool } from '../store/pool.ts'
import { WireError } from '../story/errors.ts'
import type { WorkerEvents } from '../workers/events.ts'
import type { Queues } from '../workers/queue/queues.ts'
import { addApiRoutes } from './routes/api.ts'
import { addDeskRoutes } from './routes/desk.ts'
import { addHealthRoutes } from './routes/health.ts'
import { addLiveRoute } from './routes/live.ts'
import { addPushRoute } from './routes/push.ts'
import type { PushSources } from './routes/push.ts'
import { addWebSubRoute } from './routes/websub.ts'
import type { LiveWire } from './live-wire.ts'
import { openMetrics } from './metrics.ts'

export interface OpsOptions {
  readonly pool: Pool
  readonly log: Logger
  /** What changes as it changes; closed by who opened it. */
  readonly live: LiveWire
  /** Of this process: `/livez` answers for these alone. */
  readonly roles: readonly Role[]
  readonly events?: WorkerEvents
  readonly queues?: Queues
  /** Address it will listen on; a loopback address answers to local names only. */
  readonly host: string
  /** What the push endpoint needs; absent: nothing can be pushed here. */
  readonly push?: Pick<PushSources, 'secret' | 'enqueue'>
}

/**
 * Builds the web server: health, metrics, the desk and its JSON, which only read, and the push endpoint, which takes
 * signed documents. Nothing else can be changed through it.
 */
export function buildServer(options: OpsOptions): FastifyInstance {
  const app = Fastify({
    logger: false,
    forceCloseConnections: true,
    trustProxy: false,
    routerOptions: { maxParamLength: 200 },
  })
  if (isLoopback(options.host)) refuseForeignNames(app)
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    reply.header('cross-origin-resource-policy', 'same-origin')
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) options.log.error({ err: error }, 'a page could not be made')
    const code = error instanceof WireError ? error.code : undefined
    reply.code(code === 'store.unavailable' ? 503 : status)
    // Faults of the database may quote what they choked on: the reader gets the code, the log the rest.
    return reply.type('application/json').send({ error: { code: code ?? 'failed', status: reply.statusCode } })
  })
  addHealthRoutes(app, { ...options, metrics: openMetrics(options) })
  addApiRoutes(app, options.pool)
  addDeskRoutes(app, options.pool)
  addLiveRoute(app, options.live, options.pool)
  if (options.push !== undefined) {
    addPushRoute(app, { ...options, ...options.push })
    addWebSubRoute(app, { ...options, ...options.push })
  }
  return app
}

export interface OpsServer {
  readonly url: string
  close(): Promise<void>
}

/** Starts the web server. @throws WireError `config.invalid` when the port is taken or the address is not ours */
export async function startServer(options: OpsOptions & { readonly port: number }): Promise<OpsServer> {
  const app = buildServer(options)
  try {
    await app.listen({ host: options.host, port: options.port })
  } catch (error) {
    await app.close()
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined || !/^E(ADDR|ACCES)/.test(code)) throw error
    const taken = code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${code})`
    throw new WireError('config.invalid', `http.port ${options.port} on ${options.host} ${taken}`, { cause: error })
  }
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  const host = options.host === '0.0.0.0' || options.host === '::' ? 'localhost' : options.host
  return { url: `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}/`, close: () => app.close() }
}

const isLoopback = (host: string): boolean => /^(localhost|127\.|::1$)/.test(host)

/**
 * A web page elsewhere may point a name of its own at 127.0.0.1 and read what a browser on this machine can read (DNS
 * rebinding); its requests then carry that name. What is pushed is signed, and comes through a proxy under its name.
 */
function refuseForeignNames(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const isSigned = request.url.startsWith('/in/') || request.url.startsWith('/websub/')
    if (isSigned || isLoopback(request.hostname.replace(/^\[|\]$/g, ''))) return
    return reply.code(403).send({ error: { code: 'failed', status: 403 } })
  })
}
