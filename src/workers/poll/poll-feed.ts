import { setMaxListeners } from 'node:events'
import type { Logger } from 'pino'
import { FaultyAnswer } from '../../sources/http/faulty-answer.ts'
import { inRound } from '../../sources/http/rounds.ts'
import type { PollContext, PollResult, Source } from '../../sources/source.ts'
import { commitPoll, failPoll, finishPoll, renewLease } from '../../store/polls.ts'
import type { FeedLease } from '../../store/polls.ts'
import { judgeHub } from '../../store/subscriptions.ts'
import type { Feed } from '../../store/feeds.ts'
import type { ReceiptRef } from '../../store/receipts.ts'
import { WireError } from '../../story/errors.ts'
import { leaseSeconds } from '../dispatch.ts'
import type { WorkerContext } from '../worker-context.ts'
import { newsGapAfter, pauseAfterSuccess } from './pace.ts'
import { hostPause, pauseAfterFailure, scoreAfterFailure, scoreAfterSuccess } from './pause.ts'

/** A feed that always has more is given up to the others after this long. */
const turnMs = 55_000

/**
 * Polls one feed under its lease until it has no more for now, its turn is over or the process stops. Each answer is
 * committed (documents, receipts, cursor: one transaction) before it is acknowledged and before the next is asked for.
 */
export async function pollFeed(context: WorkerContext, lease: FeedLease): Promise<void> {
  const held = await renewLease(context.pool, lease, { owner: context.worker, leaseSeconds })
  // Someone else holds the feed by now, or it was paused: this job has nothing to do.
  if (held === undefined) return
  const log = context.log.child({ feed: held.name })
  const lost = new AbortController()
  const renewal = setInterval(() => {
    renewLease(context.pool, lease, { owner: context.worker, leaseSeconds }).then(
      (feed) => feed ?? lost.abort(),
      (error: unknown) => log.warn({ err: error }, 'lease not renewed'),
    )
  }, 3000)
  const started = performance.now()
  try {
    const signal = AbortSignal.any([context.stopping, lost.signal])
    // Every request of the turn listens to it.
    setMaxListeners(0, signal)
    await takeTurn(context, { lease, feed: held, log, signal })
  } catch (error) {
    if (lost.signal.aborted) return
    if (context.stopping.aborted) return await finishPoll(context.pool, lease, 0)
    await reportFailure(context, { lease, feed: held, log, error, milliseconds: performance.now() - started })
  } finally {
    clearInterval(renewal)
  }
}

interface Turn {
  readonly lease: FeedLease
  readonly feed: Feed
  readonly log: Logger
  readonly signal: AbortSignal
}

async function takeTurn(context: WorkerContext, turn: Turn): Promise<void> {
  const { lease, feed, log, signal } = turn
  const source = context.sourceOf(feed.kind)
  const config = source.readConfig(feed.config)
  const until = performance.now() + turnMs
  let cursor: unknown = feed.cursor ?? undefined
  let newsGap = feed.newsGapSeconds ?? undefined
  let lastNews = feed.lastOfferAt ?? undefined
  let failureScore = feed.failureScore
  for (;;) {
    const now = (await context.pool.query<{ now: Date }>('SELECT now()')).rows[0]!.now
    const pollContext: PollContext = {
      feedName: feed.name,
      config,
      cursor,
      secret: context.secret,
      signal,
      log,
      now,
      intervalSeconds: feed.intervalSeconds,
    }
    const polled = await inRound(async () => {
      const started = performance.now()
      const result = await source.poll(pollContext)
      const milliseconds = performance.now() - started
      const silence = lastNews === undefined ? undefined : Math.max(0, (now.getTime() - lastNews.getTime()) / 1000)
      failureScore = scoreAfterSuccess(failureScore)
      if (result.offers.length > 0) {
        newsGap = newsGapAfter(newsGap, silence)
        lastNews = now
      }
      const ready = await commitPoll(
        context.pool,
        lease,
        { ...pollCommit(result), milliseconds, failureScore, newsGapSeconds: newsGap },
        {
          owner: context.worker,
          leaseSeconds,
        },
      )
      if (ready === undefined) return undefined
      context.events.emit('poll', { feed: feed.name, milliseconds, offers: result.offers.length })
      if (result.offers.length > 0) log.info({ offers: result.offers.length, ms: Math.round(milliseconds) }, 'polled')
      if (result.gap !== undefined) log.warn({ gap: result.gap }, 'the feed may have lost something')
      await enqueueIngest(context, ready)
      await acknowledge(source, pollContext, result, log)
      return { cursor: result.cursor as unknown, next: result.next, news: result.offers.length > 0, silence }
    })
    // Someone else holds the feed by now, and reads the same again.
    if (polled === undefined) return
    const { next, news, silence } = polled
    cursor = polled.cursor
    if (next.kind === 'after') {
      const { ms, quietMs } = next
      const isStretched = quietMs !== undefined
      const pause = pauseAfterSuccess({
        least: ms / 1000,
        ...(isStretched ? { quiet: quietMs / 1000 } : {}),
        delivered: isStretched && (await judgeHub(context.pool, feed.id, { news, polledBefore: feed.lastPolledAt })),
        newsGap,
        silence: news ? 0 : silence,
      })
      return await finishPoll(context.pool, lease, pause)
    }
    if (signal.aborted || performance.now() > until) return await finishPoll(context.pool, lease, 0)
  }
}

function pollCommit(result: PollResult) {
  return {
    offers: result.offers.map(({ key, ...offer }) => ({ offerKey: key, ...offer })),
    cursor: result.cursor,
    ...(result.gap === undefined ? {} : { gap: result.gap }),
    ...(result.settles === undefined ? {} : { settles: result.settles }),
    ...(result.hub === undefined ? {} : { hub: result.hub }),
    ...(result.movedTo === undefined ? {} : { movedTo: result.movedTo }),
    ...(result.note === undefined ? {} : { note: result.note }),
    ...(result.refused === undefined ? {} : { refused: result.refused }),
  }
}

/** Makes jobs for receipts, a batch each. A queue that is away costs nothing: the sweep makes them again. */
export async function enqueueIngest(
  context: Pick<WorkerContext, 'config' | 'queues' | 'log'>,
  refs: readonly ReceiptRef[],
): Promise<void> {
  if (refs.length === 0) return
  const size = context.config.ingest.batchSize
  const jobs = []
  for (let at = 0; at < refs.length; at += size) {
    const receipts = refs.slice(at, at + size).map((ref) => `${ref.receivedOn}/${ref.id}`)
    jobs.push({ name: 'ingest', ids: { receipts } })
  }
  try {
    await context.queues.addBulk('ingest', jobs)
  } catch (error) {
    context.log.warn({ err: error, receipts: refs.length }, 'queue away; the sweep will enqueue these')
  }
}

/** What is committed stays committed, whether or not the source can be told; it will offer the same again. */
async function acknowledge(source: Source, context: PollContext, result: PollResult, log: Logger): Promise<void> {
  if (source.acknowledge === undefined) return
  try {
    await source.acknowledge(context, result)
  } catch (error) {
    log.warn({ err: error }, 'not acknowledged at the source; it will offer the same again')
  }
}

async function reportFailure(
  context: WorkerContext,
  failure: { lease: FeedLease; feed: Feed; log: Logger; error: unknown; milliseconds: number },
): Promise<void> {
  const { lease, feed, log, error, milliseconds } = failure
  const fault =
    error instanceof WireError
      ? error
      : new WireError('source.bad-answer', error instanceof Error ? error.message : String(error), { cause: error })
  const { code, detail } = fault
  // The database's own faults are not the feed's: the lease lapses and the feed is due again.
  if (code.startsWith('store.')) throw fault
  log.warn({ code, detail }, 'poll failed')
  context.events.emit('poll', { feed: feed.name, milliseconds, offers: 0, code, detail })
  const failureScore = scoreAfterFailure(feed.failureScore, fault)
  const pauseSeconds = pauseAfterFailure(fault, failureScore, feed.intervalSeconds)
  const hostPauseSeconds = hostPause(fault)
  await failPoll(
    context.pool,
    lease,
    {
      code,
      detail,
      pauseSeconds,
      pause: fault.retry === 'fatal',
      milliseconds,
      failureScore,
      ...(hostPauseSeconds === undefined ? {} : { hostPauseSeconds }),
      ...(fault instanceof FaultyAnswer && fault.evidence.length > 0 ? { evidence: fault.evidence } : {}),
    },
    context.worker,
  )
}
