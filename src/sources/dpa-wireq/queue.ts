import type { HttpAnswer } from '../http/answer.ts'
import type { HttpClient } from '../http/client.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'
import { readRetryAfter } from '../http/retry-after.ts'
import { statusFault } from '../http/status-fault.ts'
import { fromAnswer, readJson } from '../json/read.ts'
import { sliceList } from '../json/slices.ts'
import { requiredSecret } from '../required-secret.ts'
import { jsonOffer } from '../json-offer.ts'
import type { Offer, PollContext } from '../source.ts'
import type { WireqConfig } from './config.ts'

/** What one look into the queue brought. */
export interface QueueLook {
  readonly offers: readonly Offer[]
  /** To be returned once the entries are stored; an entry whose receipt cannot be read has none. */
  readonly receipts: readonly string[]
  /** When dpa wants to be asked again. */
  readonly pauseMs: number | undefined
}

/** One queue of a customer: looking into it, and taking out what was stored. */
export interface WireQueue {
  look(): Promise<QueueLook>
  /** True when the entry is out of the queue, or its receipt no longer counts. Throws when the queue could not be told. */
  remove(receipt: string, deadlineMs: number): Promise<boolean>
}

/** dpa asks for an hour's pause when it was asked too often; without a word, a minute is kept. */
const patienceMs = 60_000

/** Joins client, settings and secrets. Throws `config.secret-missing` when the address wants a secret there is none for. */
export function wireQueue(http: HttpClient, config: WireqConfig, context: PollContext): WireQueue {
  const secretPath: Record<string, string> = config.url.includes('{queue}')
    ? { queue: requiredSecret(context, config.queueSecret) }
    : {}
  const bounds = {
    maxBytes: config.responseBytes,
    allowPrivate: config.allowPrivate,
    signal: context.signal,
    ...(config.apiKeySecret === undefined
      ? {}
      : { secretHeaders: { 'x-api-key': requiredSecret(context, config.apiKeySecret) } }),
  }
  return {
    look: async () => {
      const url = `${config.url}/entries.json`
      const headers = { accept: 'application/json' }
      const answer = await http.get({ ...bounds, url, headers, secretPath, deadlineMs: config.requestSeconds * 1000 })
      const fault = statusFault(answer, context.now)
      if (fault?.code === 'source.rate-limited' && fault.retryAfterMs === undefined) {
        throw new FaultyAnswer(fault.code, `HTTP ${answer.status}`, answer, { retryAfterMs: patienceMs })
      }
      if (fault !== undefined) throw fault
      return readLook(answer, context.now)
    },
    remove: async (receipt, deadlineMs) => {
      const url = `${config.url}/entry/{receipt}`
      const answer = await http.send({
        ...bounds,
        method: 'DELETE',
        url,
        secretPath: { ...secretPath, receipt },
        deadlineMs,
      })
      // Deleted before, or hidden for too long: dpa sends the entry again, and it will be known.
      if (answer.status === 404 || answer.status === 410) return true
      const fault = statusFault(answer, context.now)
      if (fault !== undefined) throw fault
      return true
    },
  }
}

function readLook(answer: HttpAnswer, now: Date): QueueLook {
  const sliced = fromAnswer(answer, 'the entries are', () => sliceList(answer.bytes, ['entries']))
  if (!Array.isArray((tryJson(sliced.envelope) as { entries?: unknown } | undefined)?.entries)) {
    throw new FaultyAnswer('source.bad-answer', 'an answer without a list of entries', answer)
  }
  const read = sliced.elements.map(({ start, end }) => readEntry(answer.bytes.subarray(start, end)))
  return {
    offers: read.map(({ offer }) => offer),
    receipts: read.flatMap(({ receipt }) => (receipt === undefined ? [] : [receipt])),
    pauseMs: readRetryAfter(answer.headers.get('retry-after'), answer.headers.get('date'), now),
  }
}

/** Real receipts have some 400 characters. */
const longestReceipt = 4096

function readEntry(bytes: Buffer): { readonly offer: Offer; readonly receipt: string | undefined } {
  const { urn, version, _wireq_receipt: given } = (tryJson(bytes) ?? {}) as Record<string, unknown>
  const receipt = typeof given === 'string' && given !== '' && given.length <= longestReceipt ? given : undefined
  const name = typeof urn === 'string' && urn !== '' ? urn.slice(0, 200) : 'unnamed'
  const numbered = typeof version === 'number' || typeof version === 'string' ? `/${String(version).slice(0, 20)}` : ''
  return { offer: jsonOffer(`${name}${numbered}`, bytes), receipt }
}

function tryJson(bytes: Buffer): unknown {
  try {
    return readJson(bytes)
  } catch {
    return undefined
  }
}
