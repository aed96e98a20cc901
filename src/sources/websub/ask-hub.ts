import type { HttpClient } from '../http/client.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'
import { statusFault } from '../http/status-fault.ts'

/** Lease we ask for, in seconds; the hub decides. */
const wantedLeaseSeconds = 10 * 86_400
const deadlineMs = 20_000
const mostBytes = 65_536

export interface HubRequest {
  readonly hub: string
  readonly topic: string
  /** Where the hub is to verify and deliver. */
  readonly callback: string
  readonly secret: string
  readonly allowPrivate: boolean
  readonly now: Date
}

/**
 * Asks a hub to send what a topic publishes (WebSub, 5.1). It has taken the request when this returns, and verifies it
 * by a GET of the callback. Throws a WireError when it has not; the detail holds what the hub said.
 */
export async function askHub(http: HttpClient, request: HubRequest): Promise<void> {
  const form = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': request.topic,
    'hub.callback': request.callback,
    'hub.lease_seconds': String(wantedLeaseSeconds),
    'hub.secret': request.secret,
  })
  const answer = await http.send({
    method: 'POST',
    url: request.hub,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    deadlineMs,
    maxBytes: mostBytes,
    allowPrivate: request.allowPrivate,
  })
  if (answer.status >= 200 && answer.status < 300) return
  const words = answer.bytes
    .toString('utf8', 0, 200)
    .replaceAll(request.secret, '')
    .replaceAll(/\s{1,100}/g, ' ')
  throw statusFault(answer, request.now, words) ?? new FaultyAnswer('source.bad-answer', 'no answer of a hub', answer)
}
