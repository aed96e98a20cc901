import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { listFeeds } from '../store/feeds.ts'
import type { Pool } from '../store/pool.ts'
import { readVitals } from '../store/read-status.ts'
import type { Vitals } from '../store/read-status.ts'
import type { WorkerEvents } from '../workers/events.ts'
import type { Queues } from '../workers/queue/queues.ts'

export interface MetricsSources {
  readonly pool: Pool
  /** Of the workers in this process. */
  readonly events?: WorkerEvents
  readonly queues?: Queues
}

export interface Metrics {
  readonly contentType: string
  /** The metrics as Prometheus reads them. What is read from the database is left out while it cannot be reached. */
  render(): Promise<string>
}

/** Gauges of the whole house, the same in every process: name, help, value. */
const vitalGauges: readonly (readonly [string, string, (vitals: Vitals) => number])[] = [
  ['feeds', 'Feeds known.', (v) => v.feeds],
  ['feeds_enabled', 'Feeds that are polled.', (v) => v.feedsEnabled],
  ['feeds_stopped', 'Feeds the program paused by itself: a person is needed.', (v) => v.feedsStopped],
  ['feeds_failing', 'Feeds whose last poll failed.', (v) => v.feedsFailing],
  ['feeds_due', 'Feeds that are due and that nobody polls yet.', (v) => v.feedsDue],
  ['feeds_overdue_seconds', 'How long the most overdue feed has been due.', (v) => v.overdueSeconds ?? 0],
  ['receipts_ready', 'Documents that are ready to be read.', (v) => v.receiptsReady],
  ['receipts_waiting', 'Documents that wait for a companion.', (v) => v.receiptsWaiting],
  ['receipts_claimed', 'Documents that a worker has in hand.', (v) => v.receiptsClaimed],
  [
    'receipts_oldest_seconds',
    'Age of the oldest document that is ready: scale workers by it.',
    (v) => v.oldestReadySeconds ?? 0,
  ],
  ['outbox_depth', 'Changes committed and not numbered yet.', (v) => v.outboxDepth],
  ['outbox_oldest_seconds', 'Age of the oldest change that is not numbered yet.', (v) => v.outboxSeconds ?? 0],
  ['change_seq', 'Number of the last change that readers can see.', (v) => v.changeSeq],
  ['quarantine_open', 'Documents and items in quarantine that wait for a person.', (v) => v.quarantineOpen],
  ['gaps_open', 'Stretches that feeds may have lost.', (v) => v.gapsOpen],
  ['feeds_silent', 'Feeds that are silent at an hour at which they always had news.', (v) => v.feedsSilent],
  ['search_behind', 'Changes, and stories from before the index, not read for search yet.', (v) => v.searchBehind],
  ['breaches', 'Receipts that do not account for what was offered; must be 0.', (v) => v.breaches],
]

/** Seconds; a long poll may take fifteen of them by design. */
const pollBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60]
const batchBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Counts what the workers of this process do and reads the state of the house at each scrape. */
export function openMetrics({ pool, events, queues }: MetricsSources): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'writethru_' })
  if (events !== undefined) countEvents(events, registers)

  const gauges = vitalGauges.map(([name, help, read]) => {
    const gauge = new Gauge({ name: `writethru_${name}`, help, registers })
    return (vitals: Vitals) => gauge.set(read(vitals))
  })
  const up = new Gauge({ name: 'writethru_database_up', help: '1 while the database answers.', registers })
  const success = new Gauge({
    name: 'writethru_feed_last_success_seconds',
    help: 'Seconds since the last good poll of a feed.',
    labelNames: ['feed'],
    registers,
  })
  const failures = new Gauge({
    name: 'writethru_feed_failures',
    help: 'Failed polls of a feed since its last good one.',
    labelNames: ['feed'],
    registers,
  })
  const depth = new Gauge({
    name: 'writethru_queue_jobs',
    help: 'Jobs in a queue by state.',
    labelNames: ['queue', 'state'],
    registers,
  })

  async function read(): Promise<void> {
    const [vitals, feeds] = await Promise.all([readVitals(pool), listFeeds(pool)])
    for (const set of gauges) set(vitals)
    // Feeds come and go: a removed one must not stay on the chart for ever.
    success.reset()
    failures.reset()
    for (const feed of feeds.filter((known) => known.enabled)) {
      failures.set({ feed: feed.name }, feed.consecutiveFailures)
      if (feed.lastSuccessAt === null) continue
      success.set({ feed: feed.name }, (vitals.now.getTime() - feed.lastSuccessAt.getTime()) / 1000)
    }
  }

  async function readQueues(): Promise<void> {
    for (const [queue, counts] of Object.entries((await queues?.counts()) ?? {})) {
      for (const [state, number] of Object.entries(counts)) depth.set({ queue, state }, number)
    }
  }

  return {
    contentType: registry.contentType,
    render: async () => {
      up.set(
        await read().then(
          () => 1,
          () => 0,
        ),
      )
      await readQueues().catch(() => depth.reset())
      return registry.metrics()
    },
  }
}

function countEvents(events: WorkerEvents, registers: Registry[]): void {
  const polls = new Counter({
    name: 'writethru_polls_total',
    help: 'Polls by feed and outcome: ok, or the code of the fault.',
    labelNames: ['feed', 'outcome'],
    registers,
  })
  const offers = new Counter({
    name: 'writethru_offers_total',
    help: 'Documents that polls brought, by feed.',
    labelNames: ['feed'],
    registers,
  })
  const pollTime = new Histogram({
    name: 'writethru_poll_seconds',
    help: 'Time a poll took, long polls included.',
    buckets: pollBuckets,
    registers,
  })
  const pushes = new Counter({
    name: 'writethru_pushes_total',
    help: 'Requests to the push endpoint by feed and outcome: stored, repeated, or the code of the refusal.',
    labelNames: ['feed', 'outcome'],
    registers,
  })
  const items = new Counter({
    name: 'writethru_items_total',
    help: 'Items by what became of them: new, revised, duplicate, stale, killed, quarantined.',
    labelNames: ['outcome'],
    registers,
  })
  const receipts = new Counter({ name: 'writethru_receipts_total', help: 'Documents read and recorded.', registers })
  const batchTime = new Histogram({
    name: 'writethru_batch_seconds',
    help: 'Time a batch took, by stage: parse, record.',
    labelNames: ['stage'],
    buckets: batchBuckets,
    registers,
  })
  const failures = new Counter({
    name: 'writethru_failures_total',
    help: 'Failed attempts at a batch, which are tried again, by stage and code.',
    labelNames: ['stage', 'code'],
    registers,
  })
  const sequenced = new Counter({ name: 'writethru_changes_total', help: 'Changes numbered here.', registers })
  const swept = new Counter({
    name: 'writethru_swept_total',
    help: 'Documents whose jobs were gone and that the sweep enqueued again.',
    registers,
  })
  for (const outcome of ['new', 'revised', 'duplicate', 'stale', 'killed', 'quarantined']) items.inc({ outcome }, 0)
  events.on('poll', ({ feed, milliseconds, offers: brought, code }) => {
    polls.inc({ feed, outcome: code ?? 'ok' })
    offers.inc({ feed }, brought)
    pollTime.observe(milliseconds / 1000)
  })
  events.on('push', ({ feed, outcome }) => pushes.inc({ feed, outcome }))
  events.on('batch', ({ receipts: done, outcomes, parseMilliseconds, recordMilliseconds }) => {
    receipts.inc(done)
    for (const [outcome, number] of Object.entries(outcomes)) items.inc({ outcome }, number)
    batchTime.observe({ stage: 'parse' }, parseMilliseconds / 1000)
    batchTime.observe({ stage: 'record' }, recordMilliseconds / 1000)
  })
  events.on('failure', ({ stage, code }) => failures.inc({ stage, code }))
  events.on('sequenced', ({ count }) => sequenced.inc(count))
  events.on('swept', ({ receipts: found }) => swept.inc(found))
}
