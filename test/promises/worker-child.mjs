/**
 * A worker process of its own, compiled code, for tests that kill it. Arguments: settings as JSON. Says "ready" when it
 * works, and passes on the events of its workers. `deliverTwice` makes every job two, taken at the same time.
 * WRITETHRU_DIST names another build than the checkout's dist/.
 */
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pino from 'pino'

const dist = process.env.WRITETHRU_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url))
const load = (path) => import(pathToFileURL(join(dist, path)).href)
const { readConfig } = await load('config/config.js')
const { sourceOf } = await load('sources/registry.js')
const { openPool } = await load('store/pool.js')
const { WorkerEvents } = await load('workers/events.js')
const { openQueues } = await load('workers/queue/queues.js')
const { startWorkers } = await load('workers/run.js')

const settings = JSON.parse(process.argv[2])

const twice = (queues) => ({
  ...queues,
  addBulk: (queue, jobs) => queues.addBulk(queue, [...jobs, ...jobs]),
})

const { config } = readConfig({
  environment: {},
  workingDirectory: '/',
  overrides: {
    databaseUrl: settings.databaseUrl,
    queueUrl: settings.queueUrl,
    ...(settings.pollConcurrency ? { poll: { concurrency: settings.pollConcurrency } } : {}),
  },
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
