/**
 * What we rely on in the queue, the same on both back ends. Times are never measured, only order: a test that waits
 * for something waits for a signal of it.
 */
import pino from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { WireError } from '../../src/story/errors.ts'
import type { QueueJob, WorkerEvent } from '../../src/workers/queue/job.ts'
import { openQueues } from '../../src/workers/queue/queues.ts'
import type { Queues } from '../../src/workers/queue/queues.ts'
import { startPostgresQueues, startRedisQueues } from '../support/queue-servers.ts'
import type { QueuePlace, QueueServer } from '../support/queue-servers.ts'
import { collect, numberOf } from './collect.ts'
import { startRecovery, startSilence } from './slow-promises.ts'

const log = pino({ level: 'silent' })

function gate(): { open: () => void; opened: Promise<void> } {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}

describe.each([
  { backend: 'postgres', start: async () => startPostgresQueues() },
  { backend: 'redis', start: startRedisQueues },
] as const)('the queue in $backend', ({ backend, start }) => {
  let server: QueueServer
  let place: QueuePlace
  let queues: Queues
  let recovery: ReturnType<typeof startRecovery>
  let silence: ReturnType<typeof startSilence>

  beforeAll(async () => {
    server = await start()
    // The slowest promises of all: they run beside the other tests and are judged at the end.
    recovery = startRecovery(await server.open())
    recovery.catch(() => undefined)
    silence = startSilence(await server.open())
    silence.catch(() => undefined)
  })
  afterAll(async () => {
    await Promise.allSettled([recovery, silence])
    await server.stop()
  })
  beforeEach(async () => {
    place = await server.open()
    queues = await openQueues({ ...place, log })
  })
  afterEach(async () => {
    await queues.close({ graceMs: 1000 })
    await place.remove()
  })

  test('a job brings its ids to a worker, once', async () => {
    expect(queues.backend).toBe(backend)
    const { note, until, seen } = collect<QueueJob>()
    await queues.worker('ingest', async (job) => note(job))
    await queues.add('ingest', 'receipts', { feed: 7, receipts: ['3', '4'], reason: 'poll' })
    await until((jobs) => jobs.length === 1)
    expect(seen[0]).toMatchObject({
      name: 'receipts',
      attempt: 1,
      ids: { feed: 7, receipts: ['3', '4'], reason: 'poll' },
    })
  })

  test('many jobs are added at once, and each runs once', async () => {
    const { note, until, seen } = collect<number>()
    await queues.addBulk(
      'ingest',
      Array.from({ length: 60 }, (_, n) => ({ name: 'n', ids: { n } })),
    )
    await queues.worker('ingest', async (job) => note(numberOf(job)), { concurrency: 5 })
    await until((numbers) => numbers.length >= 60)
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n))
  })

  test('a job that fails is tried again, and the tries are counted', async () => {
    const events = collect<WorkerEvent>()
    const handler = async (job: QueueJob): Promise<void> => {
      if (job.attempt === 1) throw new WireError('source.network', 'connection reset')
    }
    await queues.worker('poll', handler, { onEvent: events.note })
    await queues.add('poll', 'feed', { n: 1 })
    await events.until((seen) => seen.some((event) => event.kind === 'completed'))
    expect(events.seen).toMatchObject([
      { kind: 'failed', final: false, job: { attempt: 1 } },
      { kind: 'completed', job: { attempt: 2 } },
    ])
  })

  test.each([
    ['it has no tries left', new Error('broken'), 1],
    ['it can never succeed', new WireError('parse.malformed', 'line 1'), 10],
  ])('a job is given up when %s', async (_, error, attempts) => {
    const events = collect<WorkerEvent>()
    const fail = async (): Promise<void> => {
      throw error
    }
    await queues.worker('poll', fail, { onEvent: events.note })
    await queues.add('poll', 'feed', { n: 1 }, { attempts })
    await queues.add('poll', 'feed', { n: 2 }, { attempts })
    await events.until((seen) => seen.length === 2)
    expect(events.seen).toMatchObject([
      { kind: 'failed', final: true, job: { attempt: 1 } },
      { kind: 'failed', final: true, job: { attempt: 1 } },
    ])
    await expect
      .poll(async () => (await queues.counts()).poll)
      .toEqual({ waiting: 0, active: 0, delayed: 0, failed: 2 })
  })

  test('a delayed job lets others pass', async () => {
    const { note, until, seen } = collect<number>()
    await queues.add('poll', 'feed', { n: 1 }, { delayMs: 700 })
    await queues.add('poll', 'feed', { n: 2 })
    expect((await queues.counts()).poll).toMatchObject({ waiting: 1, delayed: 1 })
    await queues.worker('poll', async (job) => note(numberOf(job)))
    await until((numbers) => numbers.length === 2)
    expect(seen).toEqual([2, 1])
  })

  test('a snoozed job comes back without having spent a try, whoever asked for it', async () => {
    const { note, until, seen } = collect<[number, number]>()
    const events = collect<WorkerEvent>()
    const asked = new Map<number, (job: QueueJob) => void>([
      [1, (job) => job.snooze(50)],
      [2, () => raise(new WireError('source.rate-limited', '429', { retryAfterMs: 50 }))],
      [3, () => raise(new WireError('store.conflict', '40001'))],
    ])
    const handler = async (job: QueueJob): Promise<void> => {
      note([numberOf(job), job.attempt])
      const ask = asked.get(numberOf(job))
      asked.delete(numberOf(job))
      ask?.(job)
    }
    await queues.worker('poll', handler, { onEvent: events.note })
    for (const n of [1, 2, 3]) await queues.add('poll', 'feed', { n }, { attempts: 1 })
    await until((runs) => runs.length === 6)
    await events.until((all) => all.filter((event) => event.kind === 'completed').length === 3)
    for (const n of [1, 2, 3]) {
      expect(seen.filter(([number]) => number === n)).toEqual([
        [n, 1],
        [n, 1],
      ])
    }
    expect(events.seen.filter((event) => event.kind === 'failed')).toEqual([])
  })

  test('drained in mid run, the job in hand finishes and new work is taken', async () => {
    const first = gate()
    const events = collect<WorkerEvent>()
    const taken = collect<number>()
    const handler = async (job: QueueJob): Promise<void> => {
      taken.note(numberOf(job))
      if (numberOf(job) === 1) await first.opened
    }
    await queues.worker('ingest', handler, { onEvent: events.note })
    for (const n of [1, 2, 3]) await queues.add('ingest', 'n', { n })
    await taken.until((numbers) => numbers.includes(1))
    await queues.drain('ingest')
    first.open()
    await events.until((seen) => seen.length === 1)
    await queues.add('ingest', 'n', { n: 4 })
    await events.until((seen) => seen.length === 2)
    expect(taken.seen).toEqual([1, 4])
    expect(events.seen.map((event) => event.kind)).toEqual(['completed', 'completed'])
  })

  test('emptied altogether in mid run, the worker goes on with what is added then', async () => {
    const first = gate()
    const taken = collect<number>()
    const handler = async (job: QueueJob): Promise<void> => {
      taken.note(numberOf(job))
      if (numberOf(job) === 1) await first.opened
    }
    await queues.worker('ingest', handler)
    for (const n of [1, 2, 3]) await queues.add('ingest', 'n', { n })
    await taken.until((numbers) => numbers.includes(1))
    await queues.obliterate('ingest')
    first.open()
    await queues.add('ingest', 'n', { n: 4 })
    await taken.until((numbers) => numbers.includes(4))
    expect(taken.seen).toEqual([1, 4])
  })

  test('when the server loses everything in mid run, the worker goes on with what is added then', async () => {
    const first = gate()
    const taken = collect<number>()
    const handler = async (job: QueueJob): Promise<void> => {
      taken.note(numberOf(job))
      if (numberOf(job) === 1) await first.opened
    }
    await queues.worker('ingest', handler)
    for (const n of [1, 2, 3]) await queues.add('ingest', 'n', { n }, { once: `receipt-${n}` })
    await taken.until((numbers) => numbers.includes(1))
    await place.wipe()
    first.open()
    await queues.add('ingest', 'n', { n: 4 })
    // What was lost can be added again: nothing remembers it.
    await queues.add('ingest', 'n', { n: 2 }, { once: 'receipt-2' })
    await taken.until((numbers) => numbers.includes(4) && numbers.includes(2))
    expect(taken.seen).toEqual([1, 4, 2])
  })

  test('a limit holds over all workers of the queue', async () => {
    const starts = collect<number>()
    const options = { concurrency: 4, limit: { jobs: 2, perMs: 500 } }
    await queues.worker('poll', async () => starts.note(Date.now()), options)
    await queues.worker('poll', async () => starts.note(Date.now()), options)
    await queues.addBulk(
      'poll',
      Array.from({ length: 6 }, (_, n) => ({ name: 'feed', ids: { n } })),
    )
    await starts.until((seen) => seen.length === 6)
    // Six jobs at two in half a second take two pauses at least; load can only make them longer.
    expect(Math.max(...starts.seen) - Math.min(...starts.seen)).toBeGreaterThan(500)
  })

  test('a job with an id of its own is added once while it waits or runs, and again when it is done', async () => {
    const first = gate()
    const taken = collect<number>()
    const events = collect<WorkerEvent>()
    const handler = async (job: QueueJob): Promise<void> => {
      taken.note(numberOf(job))
      if (numberOf(job) === 1) await first.opened
    }
    for (const n of [1, 2]) await queues.add('poll', 'feed', { n }, { once: 'feed-9' })
    await queues.worker('poll', handler, { onEvent: events.note })
    await taken.until((numbers) => numbers.includes(1))
    await queues.add('poll', 'feed', { n: 3 }, { once: 'feed-9' })
    first.open()
    // The handler's end is noted before the queue knows of it; what is added in between is refused, as it should be.
    await expect
      .poll(async () => {
        await queues.add('poll', 'feed', { n: 4 }, { once: 'feed-9' })
        return taken.seen.includes(4)
      })
      .toBe(true)
    expect(taken.seen.filter((n) => n !== 4)).toEqual([1])
  })

  test('a graceful stop finishes the job in hand and takes no other', async () => {
    const first = gate()
    const taken = collect<number>()
    const events = collect<WorkerEvent>()
    const worker = await queues.worker(
      'ingest',
      async (job) => {
        taken.note(numberOf(job))
        await first.opened
      },
      { onEvent: events.note },
    )
    for (const n of [1, 2]) await queues.add('ingest', 'n', { n })
    await taken.until((numbers) => numbers.includes(1))
    const stopped = worker.stop(30_000)
    first.open()
    await stopped
    expect(events.seen).toMatchObject([{ kind: 'completed', job: { ids: { n: 1 } } }])
    expect((await queues.counts()).ingest).toMatchObject({ waiting: 1, active: 0, failed: 0 })
    await queues.worker('ingest', async (job) => taken.note(numberOf(job)))
    await taken.until((numbers) => numbers.includes(2))
    expect(taken.seen).toEqual([1, 2])
  })

  test('a job longer than the grace period is told to stop and goes back, untouched', async () => {
    const taken = collect<QueueJob>()
    const worker = await queues.worker('ingest', async (job) => {
      taken.note(job)
      await new Promise(() => undefined)
    })
    await queues.add('ingest', 'n', { n: 1 }, { attempts: 1 })
    const [job] = await taken.until((jobs) => jobs.length === 1)
    expect(job?.signal.aborted).toBe(false)
    await worker.stop(50)
    expect(job?.signal.aborted).toBe(true)
    expect((await queues.counts()).ingest).toMatchObject({ waiting: 1, active: 0, failed: 0 })
    const again = collect<QueueJob>()
    await queues.worker('ingest', async (next) => again.note(next))
    await again.until((jobs) => jobs.length === 1)
    expect(again.seen[0]?.attempt).toBe(1)
  })

  test('when every connection is cut, adding and working go on by themselves', async () => {
    const taken = collect<number>()
    await queues.worker('ingest', async (job) => taken.note(numberOf(job)))
    await queues.worker('poll', async (job) => taken.note(numberOf(job)))
    await queues.add('ingest', 'n', { n: 1 })
    await taken.until((numbers) => numbers.includes(1))
    for (const n of [2, 3]) {
      await place.cutConnections()
      await expect
        .poll(() => queues.add('poll', 'n', { n }).then(() => 'added', String), { timeout: 20_000 })
        .toBe('added')
      await queues.add('ingest', 'n', { n: n + 10 })
      await taken.until((numbers) => numbers.includes(n) && numbers.includes(n + 10))
    }
  })

  test('all queues share the connections of the process', async () => {
    const taken = collect<string>()
    const names = ['poll', 'ingest'] as const
    for (const name of names) await queues.worker(name, async () => taken.note(name), { concurrency: 4 })
    for (const name of names) {
      await queues.addBulk(
        name,
        Array.from({ length: 10 }, (_, n) => ({ name: 'n', ids: { n } })),
      )
    }
    await taken.until((seen) => seen.length === 20)
    for (const name of names) expect(taken.seen.filter((entry) => entry === name)).toHaveLength(10)
  })

  test('the age of the oldest waiting job is known', async () => {
    expect(await queues.oldestAgeMs('ingest')).toBe(0)
    await queues.add('ingest', 'n', { n: 1 })
    await expect.poll(() => queues.oldestAgeMs('ingest')).toBeGreaterThan(0)
    const before = await queues.oldestAgeMs('ingest')
    await queues.add('ingest', 'n', { n: 2 })
    expect(await queues.oldestAgeMs('ingest')).toBeGreaterThanOrEqual(before)
  })

  test('closing twice is closing once', async () => {
    await queues.worker('ingest', async () => undefined)
    await Promise.all([queues.close({ graceMs: 1000 }), queues.close({ graceMs: 1000 })])
  })

  test('when the connections of a worker fall silent, it notices and goes on', async () => {
    expect(await silence).toContain(2)
  })

  test('the jobs of a killed process run again, however often it is killed', async () => {
    const { runs, attempts, failed } = await recovery
    expect(runs).toEqual([1, 2, 3])
    expect(attempts).toEqual([1, 1, 1])
    expect(failed).toBe(0)
  })
})

function raise(error: Error): never {
  throw error
}
