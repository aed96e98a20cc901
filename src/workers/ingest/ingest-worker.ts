import type { ReceiptRef } from '../../store/receipts.ts'
import { enqueueIngest } from '../poll/poll-feed.ts'
import type { RunningRole, WorkerContext } from '../worker-context.ts'
import { ingestReceipts } from './ingest.ts'
import { openParsePool } from './parse-pool.ts'

/** Batches in hand at once: one is read by the parsing process while the other is written by the database. */
const batchesAtOnce = 2

/** Takes ingest jobs: a batch of receipts each. */
export async function startIngestWorker(context: WorkerContext): Promise<RunningRole> {
  const { config, pool, events, log } = context
  const parser = openParsePool({
    parsers: config.ingest.parsers,
    heapMb: config.ingest.heapMb,
    timeLimitMs: config.ingest.timeLimitMs,
    documentBytes: config.limits.captureBytes,
  })
  const tools = { pool, parser, events, log, worker: context.worker, leaseSeconds: config.receiptLeaseSeconds }
  const worker = await context.queues.worker(
    'ingest',
    async ({ ids }) => {
      const { suspects } = await ingestReceipts(tools, readReceiptRefs(ids['receipts']))
      for (const suspect of suspects) await enqueueIngest(context, [suspect])
    },
    { concurrency: batchesAtOnce * config.ingest.parsers },
  )
  return {
    stop: async () => {
      await worker.stop(config.shutdown.graceSeconds * 1000)
      await parser.close()
    },
  }
}

/** Reads what a job carries: "2026-11-23/4711" each. Anything else is passed over: jobs may be older than the code. */
function readReceiptRefs(ids: unknown): ReceiptRef[] {
  if (!Array.isArray(ids)) return []
  return ids.flatMap((text) => {
    const match = /^(\d{4}-\d{2}-\d{2})\/(\d{1,15})$/.exec(String(text))
    return match === null ? [] : [{ receivedOn: match[1]!, id: Number(match[2]) }]
  })
}
