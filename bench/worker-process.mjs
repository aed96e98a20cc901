// A worker process with every role but the web server, as `writethru run` starts it.
import pino from 'pino'

const { build, databaseUrl } = JSON.parse(process.argv[2])
const load = (path) => import(new URL(path, build).href)
const { readConfig } = await load('config/config.js')
const { sourceOf } = await load('sources/registry.js')
const { openPool } = await load('store/pool.js')
const { WorkerEvents } = await load('workers/events.js')
const { openQueues } = await load('workers/queue/queues.js')
const { startWorkers } = await load('workers/run.js')

const { config } = readConfig({
  environment: {},
  workingDirectory: '/',
  overrides: { databaseUrl, queueUrl: 'postgres' },
})
const log = pino({ level: 'error' }, pino.destination(2))
const pool = openPool(databaseUrl, { max: config.databasePoolSize })
const queues = await openQueues({ queueUrl: 'postgres', databaseUrl, log })
const events = new WorkerEvents()
const stopping = new AbortController()
const totals = { batches: 0, receipts: 0, parseMilliseconds: 0, recordMilliseconds: 0, pollMilliseconds: 0, polls: 0 }
events.on('batch', ({ receipts, parseMilliseconds, recordMilliseconds }) => {
  totals.batches++
  totals.receipts += receipts
  totals.parseMilliseconds += parseMilliseconds
  totals.recordMilliseconds += recordMilliseconds
})
events.on('poll', ({ milliseconds }) => {
  totals.polls++
  totals.pollMilliseconds += milliseconds
})
const workers = await startWorkers(
  {
    config,
    databaseUrl,
    pool,
    queues,
    events,
    log,
    worker: `bench/${process.pid}`,
    stopping: stopping.signal,
    sourceOf,
    secret: () => 'rehearsal',
  },
  config.roles,
)
process.on('message', () => process.send(totals))
process.on('SIGTERM', async () => {
  stopping.abort()
  await workers.stop()
  await queues.close({ graceMs: 5000 })
  await pool.end()
  process.exit(0)
})
process.send({ ready: true })
