import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { createBodyBudget } from '../../sources/push/read-body.ts'
import { receivePush } from '../../sources/push/receive.ts'
import { acceptPush } from '../../store/push.ts'
import type { Pool } from '../../store/pool.ts'
import type { ReceiptRef } from '../../store/receipts.ts'
import { WireError } from '../../story/errors.ts'
import type { ErrorCode } from '../../story/errors.ts'
import type { WorkerEvents } from '../../workers/events.ts'
import { RefusalCount } from '../push-refusals.ts'
import { PushTargets } from '../push-targets.ts'
import type { PushTarget } from '../push-targets.ts'

export interface PushSources {
  readonly pool: Pool
  readonly log: Logger
  readonly events?: WorkerEvents
  /** Resolves a secret by name, at the moment of use. */
  secret(name: string): string | undefined
  /** Makes jobs for what was stored; the sweep makes them when this cannot. */
  enqueue(receipts: readonly ReceiptRef[]): Promise<void>
}

/** Bodies half received, over all feeds of a process. */
const mostBytesAtOnce = 268_435_456
/** What a sender that is refused still sends is read away for this long, so that it hears why. */
const lingerMs = 2000
/** When to come again where nothing better is known, in seconds. */
const patienceSeconds = 5

const statusOf: Partial<Record<ErrorCode, number>> = {
  'push.unknown-feed': 404,
  'push.unsigned': 401,
  'push.stale': 401,
  'push.unreadable': 400,
  'push.content-type': 415,
  'push.too-large': 413,
  'push.cut': 408,
  'push.key-reused': 422,
  'push.rate-limited': 429,
  'push.busy': 503,
  'push.paused': 503,
}

/** What is ours to mend, settings and database: the sender is told to come again, and no more. */
const ours = 503

/**
 * `POST /in/FEED`: takes a signed document and answers 202 with the number of its receipt once it is committed.
 * PostgreSQL is all it needs: the queue may be away.
 */
export function addPushRoute(app: FastifyInstance, sources: PushSources): void {
  const { pool, log, events } = sources
  const targets = new PushTargets(pool, (name) => sources.secret(name))
  const refusals = new RefusalCount(pool, log)
  const budget = createBodyBudget(mostBytesAtOnce)
  app.addHook('onClose', () => refusals.flush())

  async function receive(request: FastifyRequest, target: PushTarget): Promise<{ kind: string; receipt: ReceiptRef }> {
    const { terms } = target
    if (terms instanceof WireError) throw terms
    const { config, secrets, bucket } = terms
    const admit = (): void => {
      const waitMs = bucket.take(performance.now())
      if (waitMs === 0) return
      const words = `more than ${config.requestsPerMinute} requests a minute`
      throw new WireError('push.rate-limited', words, { retryAfterMs: waitMs })
    }
    const pushed = await receivePush(
      { headers: request.headers, body: request.raw },
      { config, secrets, now: terms.now(), budget, admit },
    )
    const { key: offerKey, ...offer } = pushed.offer
    const outcome = await acceptPush(pool, {
      feedId: target.id,
      digest: pushed.digest,
      offer: { offerKey, ...offer },
      ...(pushed.key === undefined ? {} : { key: pushed.key }),
    })
    if (outcome.kind !== 'conflict') return outcome
    throw new WireError('push.key-reused', `this ${config.idempotencyHeader} came with another document before`)
  }

  app.register(async (scope) => {
    // The signature is over the bytes as sent: nothing may look at them before it does.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    scope.post<{ Params: { feed: string } }>('/in/:feed', async (request, reply) => {
      let target: PushTarget | undefined
      try {
        target = await targets.find(request.params.feed)
        if (target === undefined) throw new WireError('push.unknown-feed', 'there is no such feed to push to')
        const { kind, receipt } = await receive(request, target)
        events?.emit('push', { feed: target.name, outcome: kind })
        if (kind === 'stored') {
          log.info({ feed: target.name, receipt: receipt.id }, 'pushed')
          void sources.enqueue([receipt])
        } else reply.header('idempotency-replayed', 'true')
        return reply.code(202).send({ receipt: `${receipt.receivedOn}/${receipt.id}` })
      } catch (error) {
        const fault = asFault(error, log)
        events?.emit('push', { feed: target?.name ?? 'unknown', outcome: fault.code })
        if (target !== undefined) refusals.add(target, fault.code, fault.detail)
        readAway(request)
        return answerFault(reply, fault)
      }
    })
  })
}

function asFault(error: unknown, log: Logger): WireError {
  if (error instanceof WireError) return error
  log.error({ err: error }, 'a pushed document could not be taken')
  return new WireError('store.unavailable', 'the document could not be stored')
}

function answerFault(reply: FastifyReply, { code, detail, retryAfterMs }: WireError): FastifyReply {
  const status = statusOf[code] ?? ours
  if (status === 429 || status === 503) {
    reply.header('retry-after', Math.ceil((retryAfterMs ?? patienceSeconds * 1000) / 1000))
  }
  // Details of ours are for the log: they name secrets and quote the database.
  const shown = code.startsWith('push.') ? { detail } : {}
  return reply.code(status).send({ error: { code, status, ...shown } })
}

/** A socket that is closed with unread bytes in it takes the answer with it. */
function readAway({ raw }: FastifyRequest): void {
  if (raw.complete) return
  raw.on('error', () => undefined)
  raw.resume()
  const linger = setTimeout(() => {
    if (!raw.complete) raw.socket.destroy()
  }, lingerMs)
  raw.once('close', () => clearTimeout(linger))
}
