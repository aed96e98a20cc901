import { setTimeout as pause } from 'node:timers/promises'
import { sequenceChanges } from '../store/changes.ts'
import { findUnfinished } from '../store/read-receipts.ts'
import type { ReceiptRef } from '../store/receipts.ts'
import { WireError } from '../story/errors.ts'
import { WorkerEvents } from '../workers/events.ts'
import { ingestReceipts } from '../workers/ingest/ingest.ts'
import { openParsePool } from '../workers/ingest/parse-pool.ts'
import type { ParsePool } from '../workers/ingest/parse-pool.ts'
import type { Runtime } from './runtime.ts'

/** The pipeline, driven by this process for receipts it names, without the queue. */
export interface Driver {
  /** Resolves when every receipt is accounted for, also those that a running worker took. */
  drive(refs: readonly ReceiptRef[]): Promise<void>
  /** Numbers what was changed, so that readers see it, and lets the parsing processes go. */
  close(): Promise<void>
}

/** A document that is not done after this long without any other being done either is given up, ms. */
const patienceMs = 120_000
const changesAtOnce = 5000

export function openDriver(runtime: Runtime): Driver {
  const { config, pool, log, worker } = runtime
  let parser: ParsePool | undefined
  const parsers = () =>
    (parser ??= openParsePool({
      parsers: config.ingest.parsers,
      heapMb: config.ingest.heapMb,
      timeLimitMs: config.ingest.timeLimitMs,
      documentBytes: config.limits.captureBytes,
    }))
  const events = new WorkerEvents()

  async function ingest(refs: readonly ReceiptRef[]): Promise<void> {
    const tools = { pool, parser: parsers(), events, log, worker, leaseSeconds: config.receiptLeaseSeconds }
    const { suspects } = await ingestReceipts(tools, refs)
    for (const suspect of suspects) await ingestReceipts(tools, [suspect])
  }

  async function drive(refs: readonly ReceiptRef[]): Promise<void> {
    const size = config.ingest.batchSize
    for (let at = 0; at < refs.length; at += size) await ingest(refs.slice(at, at + size))
    let open = await findUnfinished(pool, refs)
    let waited = 0
    while (open.length > 0) {
      if (waited > patienceMs) {
        throw new WireError('store.conflict', `${open.length} documents are held by another worker and do not get done`)
      }
      // Another worker holds them, or died holding them: looked at again until its claim is fulfilled or lapses.
      await pause(200)
      await ingest(open.slice(0, size))
      const left = await findUnfinished(pool, open)
      waited = left.length < open.length ? 0 : waited + 200
      open = left
    }
  }

  return {
    drive,
    close: async () => {
      while ((await sequenceChanges(pool, changesAtOnce)) === changesAtOnce);
      await parser?.close()
    },
  }
}

/** Drives these receipts and nothing else. */
export async function driveReceipts(runtime: Runtime, refs: readonly ReceiptRef[]): Promise<void> {
  if (refs.length === 0) return
  const driver = openDriver(runtime)
  try {
    await driver.drive(refs)
  } finally {
    await driver.close()
  }
}
