import pino from 'pino'
import { saveFeed } from '../../src/store/feeds.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { WorkerEvents } from '../../src/workers/events.ts'
import type { IngestTools } from '../../src/workers/ingest/ingest.ts'
import { openParsePool } from '../../src/workers/ingest/parse-pool.ts'
import { openTestDatabase } from './database.ts'

/** A database, a feed filled by hand, and what it takes to ingest from it in the test's own process. */
export interface IngestBench {
  readonly pool: Pool
  readonly tools: IngestTools
  readonly feedId: number
  close(): Promise<void>
}

export async function openIngestBench(): Promise<IngestBench> {
  const database = await openTestDatabase()
  const pool = openPool(database.url)
  const feed = await saveFeed(pool, { name: 'desk', kind: 'local', authority: 'desk.example', config: {} })
  const tools: IngestTools = {
    pool,
    parser: openParsePool({ parsers: 1, heapMb: 128, timeLimitMs: 5000, documentBytes: 64_000_000 }),
    events: new WorkerEvents(),
    log: pino({ level: 'silent' }),
    worker: 'test',
    leaseSeconds: 10,
  }
  return {
    pool,
    tools,
    feedId: feed.id,
    close: async () => {
      await tools.parser.close()
      await pool.end()
      await database.drop()
    },
  }
}
