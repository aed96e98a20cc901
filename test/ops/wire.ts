import { randomUUID } from 'node:crypto'
import { parseDocument } from '../../src/parsers/registry.ts'
import { sequenceChanges } from '../../src/store/changes.ts'
import { readFeed, saveFeed } from '../../src/store/feeds.ts'
import { commitOffers } from '../../src/store/polls.ts'
import type { Pool } from '../../src/store/pool.ts'
import { claimReceipts } from '../../src/store/receipts.ts'
import { recordBatch } from '../../src/store/record.ts'
import { prepareDocument } from '../../src/workers/ingest/prepare.ts'

/** A ninjs story of an invented agency; give what the test is about. */
export function ninjs(fields: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    uri: 'urn:x-invented:ellery:1',
    type: 'text',
    version: '1',
    versioncreated: '2026-03-12T10:00:00Z',
    language: 'en',
    pubstatus: 'usable',
    headline: 'Harbour reopens after the storm',
    byline: 'By Mara Vint',
    body_html:
      '<p>The harbour of Port Ellery reopened on Thursday, the harbour master said.</p><p>Three boats were lost.</p>',
    ...fields,
  })
}

/** Takes documents through the real store, as the workers do, and numbers the changes. */
export async function file(pool: Pool, documents: readonly string[], feedName = 'harbour'): Promise<void> {
  const feed =
    (await readFeed(pool, feedName)) ??
    (await saveFeed(pool, { name: feedName, kind: 'local', authority: 'harbour', config: {} }))
  const offers = documents.map((text, at) => ({
    offerKey: `document ${at}`,
    bytes: Buffer.from(text),
    fileName: `document-${at}.json`,
  }))
  const refs = await commitOffers(pool, feed.id, offers)
  const claimed = await claimReceipts(pool, refs, { claimToken: randomUUID(), leaseSeconds: 60 })
  await recordBatch(
    pool,
    claimed.map((receipt) => ({ receipt, document: prepareDocument(parseDocument({ bytes: receipt.body })) })),
  )
  await sequenceChanges(pool, 1000)
}
