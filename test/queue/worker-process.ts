// A worker that takes jobs and never finishes them; the test kills it.
import pino from 'pino'
import { openQueues } from '../../src/workers/queue/queues.ts'

const [queueUrl = '', databaseUrl = '', concurrency = '1'] = process.argv.slice(2)
const queues = await openQueues({ queueUrl, databaseUrl, log: pino({ level: 'silent' }) })
await queues.worker(
  'ingest',
  async (job) => {
    process.send?.({ taken: job.ids['n'] })
    await new Promise(() => undefined)
  },
  { concurrency: Number(concurrency) },
)
process.send?.({ ready: true })
