import { askHub } from '../sources/websub/ask-hub.ts'
import type { HttpClient } from '../sources/http/client.ts'
import { sharedHttpClient } from '../sources/http/shared-client.ts'
import { claimSubscriptions, deferSubscription } from '../store/subscriptions.ts'
import type { Subscription } from '../store/subscriptions.ts'
import { WireError } from '../story/errors.ts'
import type { WorkerContext } from './worker-context.ts'

const atOnce = 20
/** Hubs are asked again after a minute, then ever later, at most a day. */
const firstPauseSeconds = 60
const longestPauseSeconds = 86_400

/**
 * Asks the hubs whose turn it is: for a first time, after a failure, before a lease ends. Does nothing while no public
 * address is set, under which a hub could reach us. True when there may be more.
 */
export async function renewSubscriptions(
  context: WorkerContext,
  http: HttpClient = sharedHttpClient(),
): Promise<boolean> {
  const { publicUrl } = context.config.http
  if (publicUrl === undefined) return false
  const claimed = await claimSubscriptions(context.pool, atOnce)
  await Promise.all(claimed.map((subscription) => renew(context, http, publicUrl, subscription)))
  return claimed.length === atOnce
}

async function renew(
  context: WorkerContext,
  http: HttpClient,
  publicUrl: string,
  subscription: Subscription,
): Promise<void> {
  const { hub, topic, token, secret, feedName, config, tries } = subscription
  try {
    await askHub(http, {
      hub,
      topic,
      secret,
      callback: new URL(`websub/${token}`, publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`).href,
      allowPrivate: config['allowPrivate'] === true,
      now: new Date(),
    })
    context.log.info({ feed: feedName, hub }, 'hub asked to deliver')
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    context.log.info({ feed: feedName, hub, code: error.code, detail: error.detail }, 'hub did not take the request')
    const pause = Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** Math.min(tries - 1, 12))
    const asked = (error.retryAfterMs ?? 0) / 1000
    await deferSubscription(context.pool, subscription, `${error.code}: ${error.detail}`, Math.max(pause, asked))
  }
}
