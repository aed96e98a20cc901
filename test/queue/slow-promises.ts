/** Promises that take many seconds to prove; the suite starts them first and judges them last. */
import pino from 'pino'
import { expect } from 'vitest'
import type { QueueJob } from '../../src/workers/queue/job.ts'
import { openQueues } from '../../src/workers/queue/queues.ts'
import { startChild } from '../support/child.ts'
import type { Child } from '../support/child.ts'
import type { QueuePlace } from '../support/queue-servers.ts'
import { collect, numberOf } from './collect.ts'

const log = pino({ level: 'silent' })

/** A worker whose connections fall silent, without a word that they are dead, and then jobs for it. */
export async function startSilence(place: QueuePlace): Promise<number[]> {
  const { proxy, ...far } = await place.throughProxy()
  const [near, worker] = await Promise.all([openQueues({ ...place, log }), openQueues({ ...far, log })])
  const taken = collect<number>()
  try {
    await worker.worker('ingest', async (job) => taken.note(numberOf(job)))
    await near.add('ingest', 'n', { n: 1 })
    await taken.until((numbers) => numbers.includes(1))
    proxy.freeze()
    await near.add('ingest', 'n', { n: 2 })
    await taken.until((numbers) => numbers.includes(2))
    return taken.seen
  } finally {
    await Promise.all([near.close({ graceMs: 1000 }), worker.close({ graceMs: 1000 })])
    await proxy.stop()
    await place.remove()
  }
}

/** Takes three jobs in a process, kills it, twice; then works them off here. */
export async function startRecovery(place: QueuePlace) {
  const queues = await openQueues({ ...place, log })
  const taken = (child: Child, n: number) =>
    child.message((message): message is object => (message as { taken?: number }).taken === n)
  try {
    for (const n of [1, 2, 3]) await queues.add('ingest', 'n', { n })
    for (let kills = 0; kills < 2; kills += 1) {
      const child = startChild(new URL('worker-process.ts', import.meta.url), [place.queueUrl, place.databaseUrl, '3'])
      await Promise.all([1, 2, 3].map((n) => taken(child, n)))
      expect(await child.kill('SIGKILL')).toBe('SIGKILL')
    }
    const runs = collect<QueueJob>()
    await queues.worker('ingest', async (job) => runs.note(job), { concurrency: 3 })
    await runs.until((jobs) => jobs.length === 3)
    const { failed } = (await queues.counts()).ingest
    return {
      runs: runs.seen.map(numberOf).sort(),
      attempts: runs.seen.map((job) => job.attempt),
      failed,
    }
  } finally {
    await queues.close({ graceMs: 1000 })
    await place.remove()
  }
}
