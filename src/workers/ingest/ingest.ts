import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { recordAttempt } from '../../store/attempts.ts'
import type { Pool } from '../../store/pool.ts'
import type { PreparedDocument, RecordedItem } from '../../store/prepared.ts'
import { claimReceipts, releaseReceipts, renewClaims } from '../../store/receipts.ts'
import type { ClaimedReceipt, ReceiptRef } from '../../store/receipts.ts'
import { recordBatch } from '../../store/record.ts'
import type { RecordedReceipt, ReceiptToRecord } from '../../store/record.ts'
import { WireError } from '../../story/errors.ts'
import type { WorkerEvents } from '../events.ts'
import type { ParsePool } from './parse-pool.ts'

export interface IngestTools {
  readonly pool: Pool
  readonly parser: ParsePool
  readonly events: WorkerEvents
  readonly log: Logger
  /** Host and process, for the record. */
  readonly worker: string
  /** How long a claim holds; a worker that dies loses its documents after this. */
  readonly leaseSeconds: number
}

export interface IngestReport {
  readonly recorded: readonly RecordedReceipt[]
  /** Given back: to be tried alone because they were claimed too often in company. */
  readonly suspects: readonly ReceiptRef[]
}

/** A document that was claimed this often in a batch is tried alone from then on. */
const claimsInCompany = 3
/** A document whose worker died this often while it was alone is poison. */
const claimsAlone = 6
/** Before documents that were given back are taken up again. */
const pauseSeconds = 1
/** Items in one transaction at most, unless one document holds more. */
const itemsAtOnce = 400

/**
 * Takes receipts through the pipeline: claim, read, record. Receipts that another worker holds or has finished are
 * passed over, so a job delivered twice does nothing the second time. A batch that PostgreSQL refuses is halved until
 * the document that does it stands alone; that one goes to quarantine and the others are stored.
 * @throws WireError of class retry when the database is away or busy; the claims are then given back or lapse
 */
export async function ingestReceipts(tools: IngestTools, refs: readonly ReceiptRef[]): Promise<IngestReport> {
  const claimed = await claimReceipts(tools.pool, refs, { claimToken: randomUUID(), leaseSeconds: tools.leaseSeconds })
  if (claimed.length === 0) return { recorded: [], suspects: [] }
  const suspects = claimed.length > 1 ? claimed.filter((receipt) => receipt.claims > claimsInCompany) : []
  if (suspects.length > 0) await releaseReceipts(tools.pool, suspects, 0)
  const batch = claimed.filter((receipt) => !suspects.includes(receipt))
  const renewal = setInterval(
    () => void renewClaims(tools.pool, batch, tools.leaseSeconds).catch(() => {}),
    (tools.leaseSeconds * 1000) / 3,
  )
  try {
    const recorded = await readAndRecord(tools, batch)
    return { recorded, suspects: suspects.map(({ receivedOn, id }) => ({ receivedOn, id })) }
  } finally {
    clearInterval(renewal)
  }
}

async function readAndRecord(tools: IngestTools, batch: readonly ClaimedReceipt[]): Promise<RecordedReceipt[]> {
  const started = performance.now()
  const documents = await readDocuments(tools, batch).catch((error: unknown) => giveBack(tools, batch, error))
  const parseMilliseconds = performance.now() - started
  const recorded: RecordedReceipt[] = []
  for (const group of groupByItems(batch.map((receipt, at) => ({ receipt, document: documents[at]! })))) {
    recorded.push(...(await recordGroup(tools, group)))
  }
  const recordMilliseconds = performance.now() - started - parseMilliseconds
  announce(tools, recorded, { parseMilliseconds, recordMilliseconds })
  return recorded
}

async function readDocuments(tools: IngestTools, batch: readonly ClaimedReceipt[]): Promise<PreparedDocument[]> {
  if (batch.length === 1 && batch[0]!.claims > claimsAlone) {
    const detail = `claimed ${batch[0]!.claims} times and never finished`
    return [{ items: [], refusals: [{ index: -1, code: 'ingest.poison', detail }] }]
  }
  return tools.parser.parseAll(
    batch.map((receipt) => ({
      bytes: receipt.body,
      receivedAt: receipt.receivedAt,
      companions: receipt.companions.flatMap(({ role, url, body, contentType }) =>
        body === undefined ? [] : [{ role, url, bytes: body, ...(contentType === undefined ? {} : { contentType }) }],
      ),
      ...(receipt.contentType === undefined ? {} : { contentType: receipt.contentType }),
      ...(receipt.url === undefined ? {} : { url: receipt.url }),
      ...(receipt.fileName === undefined ? {} : { fileName: receipt.fileName }),
      ...(receipt.zone === undefined ? {} : { zone: receipt.zone }),
    })),
  )
}

/**
 * After a fault that is not the documents': their claims would lapse by themselves and count against them; giving them
 * back saves the wait and the suspicion. The database may be away. @throws what was given
 */
async function giveBack(tools: IngestTools, receipts: readonly ClaimedReceipt[], fault: unknown): Promise<never> {
  await releaseReceipts(tools.pool, receipts, pauseSeconds).catch(() => {})
  throw fault
}

function groupByItems(batch: readonly ReceiptToRecord[]): ReceiptToRecord[][] {
  const groups: ReceiptToRecord[][] = []
  let items = Number.POSITIVE_INFINITY
  for (const entry of batch) {
    if (items + entry.document.items.length > itemsAtOnce) {
      groups.push([])
      items = 0
    }
    groups.at(-1)!.push(entry)
    items += entry.document.items.length
  }
  return groups
}

async function recordGroup(tools: IngestTools, group: readonly ReceiptToRecord[]): Promise<RecordedReceipt[]> {
  try {
    return await recordPatiently(tools, group)
  } catch (error) {
    if (!(error instanceof WireError) || error.retry !== 'quarantine') {
      return giveBack(
        tools,
        group.map(({ receipt }) => receipt),
        error,
      )
    }
    tools.events.emit('failure', { stage: 'record', code: error.code, detail: error.detail })
    if (group.length > 1) {
      const middle = group.length >> 1
      return [...(await recordGroup(tools, group.slice(0, middle))), ...(await recordGroup(tools, group.slice(middle)))]
    }
    const { receipt, document } = group[0]!
    tools.log.warn({ receipt: receipt.id, feed: receipt.feedName, code: error.code }, 'document refused by the store')
    await recordAttempt(tools.pool, {
      stage: 'record',
      feedId: receipt.feedId,
      receipt,
      worker: tools.worker,
      code: error.code,
      detail: error.detail,
    })
    const refusal = { index: -1, code: error.code, detail: error.detail }
    const { format } = document
    return recordPatiently(tools, [
      { receipt, document: { items: [], refusals: [refusal], ...(format === undefined ? {} : { format }) } },
    ])
  }
}

/** Deadlocks and serialisation failures are nobody's fault: the batch is simply written again. */
async function recordPatiently(tools: IngestTools, group: readonly ReceiptToRecord[]): Promise<RecordedReceipt[]> {
  for (let tries = 1; ; tries++) {
    try {
      return await recordBatch(tools.pool, group)
    } catch (error) {
      if (!(error instanceof WireError) || error.code !== 'store.conflict' || tries >= 5) throw error
      tools.events.emit('failure', { stage: 'record', code: error.code, detail: error.detail })
    }
  }
}

function announce(
  tools: IngestTools,
  recorded: readonly RecordedReceipt[],
  times: { parseMilliseconds: number; recordMilliseconds: number },
): void {
  const outcomes: Record<string, number> = {}
  for (const { items } of recorded) {
    for (const { outcome } of items) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  }
  for (const { receipt, items } of recorded) {
    for (const item of items) logItem(tools.log, receipt, item)
  }
  tools.events.emit('batch', { receipts: recorded.length, outcomes, ...times })
  tools.log.debug({ receipts: recorded.length, outcomes }, 'batch recorded')
}

/** One line an item: refusals and kills are for everyone, the rest for who asks for it. */
function logItem(log: Logger, receipt: ClaimedReceipt, { outcome, storyId, revision, uri, code }: RecordedItem): void {
  const level = outcome === 'quarantined' ? 'warn' : outcome === 'killed' ? 'info' : 'debug'
  if (!log.isLevelEnabled(level)) return
  const ids = { feed: receipt.feedName, receipt: receipt.id, capture: receipt.digest, story: storyId, revision, uri }
  log[level]({ ...ids, code }, outcome === 'quarantined' ? 'refused' : outcome)
}
