import type { FastifyInstance } from 'fastify'
import type { Role } from '../../config/config.ts'
import type { Pool } from '../../store/pool.ts'
import { readMissingMigrations } from '../../store/read-schema.ts'
import { readVitals } from '../../store/read-status.ts'
import type { Queues } from '../../workers/queue/queues.ts'
import { healthLimits, judgeHealth } from '../health.ts'
import type { HealthLimits } from '../health.ts'
import type { Metrics } from '../metrics.ts'

export interface HealthSources {
  readonly pool: Pool
  readonly roles: readonly Role[]
  readonly queues?: Queues
  readonly metrics: Metrics
  readonly limits?: HealthLimits
  /** Milliseconds this process has been up; a young one is not blamed for what it found. */
  readonly uptimeMs?: () => number
}

/** A process younger than this is given time to catch up, ms. */
const graceMs = 60_000
/** Probes of orchestrators give up after a second or a few. */
const answerWithinMs = 3000

/** `/livez`, `/readyz`, `/metrics`. */
export function addHealthRoutes(app: FastifyInstance, sources: HealthSources): void {
  const { pool, roles, queues, metrics } = sources
  const uptimeMs = sources.uptimeMs ?? (() => process.uptime() * 1000)

  app.get('/livez', async (_request, reply) => {
    if (uptimeMs() < graceMs) return { status: 'ok', note: 'young' }
    const vitals = await inTime(readVitals(pool)).catch(() => undefined)
    // A restart of this process would not bring the database back.
    if (vitals === undefined) return { status: 'ok', note: 'the database does not answer; see /readyz' }
    const faults = judgeHealth(vitals, sources.limits ?? healthLimits)
    const ours = faults.filter((fault) => fault.roles.some((role) => roles.includes(role)))
    if (ours.length === 0) return { status: 'ok' }
    return reply.code(503).send({ status: 'stuck', faults: ours.map((fault) => fault.detail) })
  })

  app.get('/readyz', async (_request, reply) => {
    const faults: string[] = []
    try {
      const missing = await inTime(readMissingMigrations(pool))
      if (missing.length > 0) faults.push(`store.schema-old: ${missing.length} migrations are missing`)
    } catch {
      faults.push('store.unavailable: the database does not answer')
    }
    if (queues !== undefined) {
      const reached = await inTime(queues.counts()).then(
        () => true,
        () => false,
      )
      if (!reached) faults.push('queue.unavailable: the queue does not answer')
    }
    if (faults.length === 0) return { status: 'ok' }
    return reply.code(503).send({ status: 'not ready', faults })
  })

  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.render()))
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  work.catch(() => {})
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), answerWithinMs)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
