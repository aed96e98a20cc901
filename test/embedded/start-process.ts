// Starts the server of a folder, writes one row and says where it is; leaves when told to.
import pg from 'pg'
import pino from 'pino'
import { startEmbeddedPostgres } from '../../src/embedded/postgres.ts'

const [directory = '', word = ''] = process.argv.slice(2)
const server = await startEmbeddedPostgres({ directory, log: pino({ level: 'silent' }) })
const client = new pg.Client({ connectionString: server.url })
await client.connect()
// two of these may start together, and IF NOT EXISTS does not look at what is being made
await client.query('SELECT pg_advisory_lock(1)')
await client.query('CREATE TABLE IF NOT EXISTS words (word text)')
await client.query('INSERT INTO words VALUES ($1)', [word])
await client.end()
process.once('message', () => {
  void server.stop().then(() => process.disconnect())
})
process.send?.({ url: server.url, reused: server.reused })
