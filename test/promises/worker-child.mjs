/**
 * A worker process of its own, compiled code, for tests that kill it. Arguments: settings as JSON. Says "ready" when it
 * works, and passes on the events of its workers. `deliverTwice` makes every job two, taken at the same time.
 */
import pino from 'pino'
import { readConfig } from '../../dist/config/config.js'
import { sourceOf } from '../../dist/sources/registry.js'
import { openPool } from '../../dist/store/pool.js'
import { WorkerEvents } from '../../dist/workers/events.js'
import { openQueues } from '../../dist/workers/queue/queues.js'
import { startWorkers } from '../../dist/workers/run.js'

const settings = JSON.parse(process.argv[2])

const twice = (queues) => ({
  ...queues,
  addBulk: (queue, jobs) => queues.addBulk(queue, [...jobs, ...jobs]),
})

const { config } = readConfig({
  environment: {},
  workingDirectory: '/',
  overrides: { databaseUrl: settings.databaseUrl, queueUrl: settings.queueUrl },
})
const log = pino({ level: settings.logLevel ?? 'silent' }, pino.destination(2))
const pool = openPool(settings.databaseUrl, { max: 10 })
const queues = await openQueues({ queueUrl: settings.queueUrl, databaseUrl: settings.databaseUrl, log })
const events = new WorkerEvents()
const stopping = new AbortController()
for (const name of ['batch', 'poll', 'swept', 'failure', 'role']) {
  events.on(name, (detail) => process.send?.({ event: name, detail }))
}
const workers = await startWorkers(
  {
    config,
    databaseUrl: settings.databaseUrl,
    pool,
    queues: settings.deliverTwice ? twice(queues) : queues,
    events,
    log,
    worker: `test/${process.pid}`,
    stopping: stopping.signal,
    sourceOf,
    secret: () => settings.apiKey,
  },
  config.roles,
)
process.send?.('ready')
process.on('SIGTERM', async () => {
  stopping.abort()
  await workers.stop()
  await queues.close({ graceMs: 5000 })
  await pool.end()
  process.exit(0)
})
