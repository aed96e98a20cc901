import { WireError } from '../../story/errors.ts'
import type { HttpClient } from '../http/client.ts'
import { sharedHttpClient } from '../http/shared-client.ts'
import { readConfigWith } from '../read-config.ts'
import type { PollContext, PollResult, Source } from '../source.ts'
import { wireqConfigSchema } from './config.ts'
import type { WireqConfig } from './config.ts'
import { wireQueue } from './queue.ts'

const defaultIntervalSeconds = 60
/** Between two looks while entries wait and dpa names no pause: a queue that hands out the same again is no mill. */
const morePauseMs = 1000

/**
 * dpa's wireQ as a source: a look into the queue a poll, every entry an offer, its receipt returned after the commit. An
 * entry whose receipt does not come back in time is in the queue again; it is offered again, and known.
 */
export function createDpaWireqSource(http: () => HttpClient = sharedHttpClient): Source {
  // Receipts are good for minutes and for one delivery: they live beside the result they came with, and nowhere else.
  const receiptsOf = new WeakMap<PollResult, readonly string[]>()
  return {
    kind: 'dpa-wireq',
    readConfig: (raw) => readConfigWith(wireqConfigSchema, raw),
    hostOf: (config) => new URL((config as WireqConfig).url).host,
    poll: async (context) => {
      const config = context.config as unknown as WireqConfig
      const { offers, receipts, pauseMs } = await wireQueue(http(), config, context).look()
      const interval = (context.intervalSeconds ?? defaultIntervalSeconds) * 1000
      const pause = Math.min(pauseMs ?? (offers.length > 0 ? morePauseMs : interval), config.mostSeconds * 1000)
      const without = offers.length - receipts.length
      const result: PollResult = {
        offers,
        cursor: {},
        next: { kind: 'after', ms: pause },
        ...(without === 0 ? {} : { note: `${without} entries without a receipt: dpa will send them again` }),
      }
      receiptsOf.set(result, receipts)
      return result
    },
    acknowledge: async (context, result) => {
      const receipts = receiptsOf.get(result) ?? []
      receiptsOf.delete(result)
      if (receipts.length > 0) await returnReceipts(http(), context, receipts)
    },
  }
}

/** Returns receipts side by side within one time. What fails is reported; its entry comes again. */
async function returnReceipts(http: HttpClient, context: PollContext, receipts: readonly string[]): Promise<void> {
  const config = context.config as unknown as WireqConfig
  const queue = wireQueue(http, config, context)
  const end = performance.now() + config.receiptSeconds * 1000
  const waiting = [...receipts]
  let failed = 0
  let first: unknown
  let halted = false
  const work = async (): Promise<void> => {
    for (let receipt = waiting.shift(); receipt !== undefined; receipt = waiting.shift()) {
      const left = end - performance.now()
      if (halted || left < 50) {
        failed += 1
        continue
      }
      try {
        await queue.remove(receipt, Math.min(left, config.requestSeconds * 1000))
      } catch (error) {
        failed += 1
        first ??= error
        // Refused for the pace or the key: the rest would be, too.
        if (error instanceof WireError && error.retry !== 'retry') halted = true
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(config.receiptsAtOnce, receipts.length) }, work))
  if (failed === 0) return
  const why = first instanceof Error ? first.message.slice(0, 300) : 'no time left'
  throw new WireError('source.server-error', `${failed} of ${receipts.length} receipts were not taken: ${why}`, {
    cause: first,
  })
}
