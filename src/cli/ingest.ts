import { readFeed, saveFeed } from '../store/feeds.ts'
import { commitOffers } from '../store/polls.ts'
import type { Feed } from '../store/feeds.ts'
import type { NewReceipt, ReceiptRef } from '../store/receipts.ts'
import { readReceiptResults } from '../store/read-receipts.ts'
import type { ReceiptResult } from '../store/read-receipts.ts'
import { WireError } from '../story/errors.ts'
import { openDriver } from './drive.ts'
import type { Driver } from './drive.ts'
import { exit, UsageFault } from './exit.ts'
import { unknownFeed } from './feeds-words.ts'
import { closeDocuments, listDocuments } from './ingest-files.ts'
import type { NamedDocument } from './ingest-files.ts'
import { describeResult, summarise, tally } from './outcomes.ts'
import { openProgress } from './print/progress.ts'
import { withRuntime } from './runtime.ts'
import type { GlobalOptions, Runtime } from './runtime.ts'
import type { Terminal } from './verb.ts'

export interface IngestOptions extends GlobalOptions {
  readonly feed?: string
  readonly zone?: string
  readonly allowPrivate?: boolean
}

/** A document that could not even be read. */
export interface UnreadDocument {
  readonly name: string
  readonly code: string
  readonly detail: string
}

const batchDocuments = 200
const batchBytes = 16 * 1024 * 1024
/** Larger documents cannot be kept in one row. */
const documentBytes = 256 * 1024 * 1024

/** `writethru ingest PATH|FOLDER|URL...`: through the whole pipeline, and what became of each. */
export async function ingestVerb(
  names: readonly string[],
  options: IngestOptions,
  terminal: Terminal,
): Promise<number> {
  return withRuntime(options, { logLevel: 'error' }, async (runtime) => {
    const documents = await listDocuments(names, { documentBytes, allowPrivate: options.allowPrivate === true })
    const feed = await feedFor(runtime, options)
    const driver = openDriver(runtime)
    const progress = openProgress(terminal, documents.length, 'documents')
    const results: ReceiptResult[] = []
    const unread: UnreadDocument[] = []
    try {
      for await (const batch of batches(documents, unread)) {
        const done = await ingestBatch(runtime, driver, feed, batch)
        results.push(...done)
        progress.clear()
        if (options.json !== true) for (const result of done) terminal.out(describeResult(result, terminal))
        progress.step(results.length + unread.length)
      }
    } finally {
      progress.clear()
      await driver.close()
      await closeDocuments()
    }
    const counts = tally(results)
    if (options.json === true) terminal.out(JSON.stringify({ documents: results, unread, counts }, null, 2))
    else {
      for (const { name, code, detail } of unread)
        terminal.out(`${name}\n  ${terminal.paint('red', 'not read')}  ${code}: ${detail}`)
      if (documents.length !== 1) terminal.out(summarise(results.length, counts, unread.length))
    }
    return counts.quarantined > 0 || unread.length > 0 ? exit.refused : exit.done
  })
}

/** The feed by whose rules the documents are read; `local`, made when it is first used, unless one is named. */
async function feedFor({ pool }: Runtime, options: IngestOptions): Promise<Feed> {
  if (options.feed !== undefined && options.feed !== 'local') {
    const feed = await readFeed(pool, options.feed)
    if (feed === undefined) throw new UsageFault(unknownFeed(options.feed))
    return feed
  }
  const known = await readFeed(pool, 'local')
  const zone = options.zone ?? known?.zone ?? undefined
  if (known !== undefined && zone === (known.zone ?? undefined)) return known
  return saveFeed(pool, {
    name: 'local',
    kind: 'local',
    authority: 'local',
    config: {},
    ...(zone === undefined ? {} : { zone }),
  })
}

async function* batches(documents: readonly NamedDocument[], unread: UnreadDocument[]): AsyncGenerator<NewReceipt[]> {
  let batch: NewReceipt[] = []
  let bytes = 0
  for (const document of documents) {
    try {
      const offer = await document.read()
      batch.push(offer)
      bytes += offer.bytes.length
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      unread.push({ name: document.name, code: error.code, detail: error.detail })
    }
    if (batch.length >= batchDocuments || bytes >= batchBytes) {
      yield batch
      batch = []
      bytes = 0
    }
  }
  if (batch.length > 0) yield batch
}

async function ingestBatch(
  runtime: Runtime,
  driver: Driver,
  feed: Feed,
  offers: readonly NewReceipt[],
): Promise<ReceiptResult[]> {
  const refs: ReceiptRef[] = await commitOffers(runtime.pool, feed.id, offers)
  await driver.drive(refs)
  return readReceiptResults(runtime.pool, refs)
}
