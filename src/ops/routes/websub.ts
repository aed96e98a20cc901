import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { readBody } from '../../sources/http/body.ts'
import { redactUrl } from '../../sources/http/redact-url.ts'
import { bodyFault } from '../../sources/http-feed/body-fault.ts'
import { isSignedBy } from '../../sources/websub/signature.ts'
import { commitOffers } from '../../store/polls.ts'
import type { Pool } from '../../store/pool.ts'
import type { ReceiptRef } from '../../store/receipts.ts'
import { confirmSubscription, countDelivery, findSubscription, refuseSubscription } from '../../store/subscriptions.ts'
import type { Subscription } from '../../store/subscriptions.ts'
import { WireError } from '../../story/errors.ts'

export interface WebSubSources {
  readonly pool: Pool
  readonly log: Logger
  /** Makes jobs for what was stored; the sweep makes them when this cannot. */
  enqueue(receipts: readonly ReceiptRef[]): Promise<void>
}

/** A lease is taken as given within these bounds, in seconds; a hub that names none gets the middle one. */
const lease = { least: 300, usual: 10 * 86_400, most: 90 * 86_400 }
const defaultBytes = 16_777_216
const tokenForm = /^[\w-]{40,64}$/

/**
 * `/websub/TOKEN`, the callback of WebSub: GET for the hub's verification of what was asked, POST for what it delivers.
 * A delivery is answered once it is committed; it is a document of the feed like a polled one.
 */
export function addWebSubRoute(app: FastifyInstance, sources: WebSubSources): void {
  app.register(async (scope) => {
    // The signature is over the bytes as sent: nothing may look at them before it does.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))

    scope.get<{ Params: { token: string } }>('/websub/:token', async (request, reply) => {
      const subscription = await find(sources.pool, request.params.token)
      if (subscription === undefined) return unknown(reply)
      return verify(sources, subscription, new URL(request.url, 'http://callback').searchParams, reply)
    })

    scope.post<{ Params: { token: string } }>('/websub/:token', async (request, reply) => {
      const subscription = await find(sources.pool, request.params.token)
      if (subscription === undefined) return unknown(reply)
      if (!subscription.enabled) return reply.code(503).header('retry-after', '600').send()
      const limit = Number(subscription.config['responseBytes'] ?? defaultBytes)
      if (Number(request.headers['content-length'] ?? 0) > limit) {
        readAway(request)
        return reply.code(413).send()
      }
      const bytes = await readBody(request.raw, request.headers['content-length'], limit).catch((error: unknown) => {
        if (error instanceof WireError) return error
        throw error
      })
      if (bytes instanceof WireError) return reply.code(bytes.code === 'source.too-large' ? 413 : 408).send()
      const { 'x-hub-signature': signature, 'content-type': contentType } = request.headers
      await take(sources, subscription, {
        bytes,
        signature: Array.isArray(signature) ? signature.join(',') : signature,
        contentType,
      })
      return reply.code(202).send()
    })
  })
}

/** A socket that is closed with unread bytes in it takes the answer with it; a sender has two seconds to hear it. */
function readAway({ raw }: FastifyRequest): void {
  raw.on('error', () => undefined)
  raw.resume()
  const linger = setTimeout(() => raw.socket.destroy(), 2000)
  raw.once('close', () => clearTimeout(linger))
}

const find = async (pool: Pool, token: string): Promise<Subscription | undefined> =>
  tokenForm.test(token) ? findSubscription(pool, token) : undefined

/** 410 tells a hub to end a subscription that nobody here knows (WebSub, 7). */
const unknown = (reply: FastifyReply): FastifyReply => reply.code(410).send()

/** Confirms what was asked and nothing else: anyone may ask a hub to subscribe anyone (WebSub, 5.3). */
async function verify(
  { pool, log }: WebSubSources,
  subscription: Subscription,
  query: URLSearchParams,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { token, topic, state, feedName } = subscription
  const mode = query.get('hub.mode')
  if (query.get('hub.topic') !== topic) return reply.code(404).send()
  if (mode === 'denied') {
    const reason = query.get('hub.reason') ?? 'no reason given'
    await refuseSubscription(pool, token, reason)
    log.warn({ feed: feedName, reason: reason.slice(0, 200) }, 'hub refused to deliver')
    return reply.code(200).send()
  }
  const challenge = query.get('hub.challenge')
  const wasAsked = state === 'asked' || state === 'active'
  if (mode !== 'subscribe' || !wasAsked || challenge === null || challenge.length > 4096) return reply.code(404).send()
  const given = Number(query.get('hub.lease_seconds') ?? lease.usual)
  const seconds = Number.isFinite(given) && given > 0 ? given : lease.usual
  await confirmSubscription(pool, token, Math.min(lease.most, Math.max(lease.least, seconds)))
  log.info({ feed: feedName, leaseSeconds: seconds }, 'hub will deliver')
  return reply.code(200).type('text/plain; charset=utf-8').send(challenge)
}

interface Delivery {
  readonly bytes: Buffer
  readonly signature: string | undefined
  readonly contentType: string | undefined
}

/** Stores a delivery. One that is not signed, or holds no news, is discarded without a word to whoever sent it. */
async function take(sources: WebSubSources, subscription: Subscription, delivery: Delivery): Promise<void> {
  const { pool, log } = sources
  const { feedId, feedName, topic, secret } = subscription
  const { bytes, signature, contentType } = delivery
  const wrong = isSignedBy(secret, signature, bytes) ? bodyFault(bytes, 'feed') : 'its signature is not ours'
  if (wrong !== undefined) {
    await countDelivery(pool, feedId, false)
    log.warn({ feed: feedName, bytes: bytes.length }, `delivery discarded: ${wrong}`)
    return
  }
  const refs = await commitOffers(pool, feedId, [
    {
      offerKey: `websub ${redactUrl(topic)}`,
      bytes,
      url: redactUrl(topic),
      ...(contentType === undefined ? {} : { contentType }),
    },
  ])
  await countDelivery(pool, feedId, true)
  log.info({ feed: feedName, bytes: bytes.length }, 'delivered by the hub')
  void sources.enqueue(refs)
}
