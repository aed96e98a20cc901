import { openParsePool } from '../../src/workers/ingest/parse-pool.ts'

// A worker that has its parser, and is killed by the test.
const pool = openParsePool({ parsers: 1, heapMb: 64, timeLimitMs: 5000, documentBytes: 64_000_000 })
await pool.parseAll([])
process.send?.('open')
process.on('message', () => {})
