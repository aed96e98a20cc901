import { readFeedById } from '../../store/feeds.ts'
import { noteFetch, takeFetchableGaps } from '../../store/gaps.ts'
import type { FetchableGap } from '../../store/gaps.ts'
import { commitOffers } from '../../store/polls.ts'
import { inRound } from '../../sources/http/rounds.ts'
import { sourceKinds } from '../../sources/registry.ts'
import type { Bounds, PollContext } from '../../sources/source.ts'
import { WireError } from '../../story/errors.ts'
import { enqueueIngest } from '../poll/poll-feed.ts'
import type { WorkerContext } from '../worker-context.ts'

const gapsAtOnce = 3
/** A stretch of more pages than this is left to a person: `writethru reconcile --repair`. */
const mostPages = 500

/** Fetches the stretches of open gaps from sources that can be asked for a stretch. */
export async function fetchGaps(context: WorkerContext, signal: AbortSignal): Promise<void> {
  const askable = sourceKinds.filter(({ source }) => source.backfill !== undefined).map(({ kind }) => kind)
  for (const gap of await takeFetchableGaps(context.pool, askable, gapsAtOnce)) {
    if (signal.aborted) return
    await noteFetch(context.pool, gap.id, await fetchGap(context, gap, signal))
  }
}

async function fetchGap(
  context: WorkerContext,
  gap: FetchableGap,
  signal: AbortSignal,
): Promise<{ done: boolean; how: string }> {
  const feed = await readFeedById(context.pool, gap.feedId)
  const source = feed === undefined ? undefined : context.sourceOf(feed.kind)
  if (feed === undefined || source?.backfill === undefined) return { done: false, how: 'the source cannot be asked' }
  if (Number.isNaN(Date.parse(gap.from)) || Number.isNaN(Date.parse(gap.to))) {
    return { done: false, how: 'its bounds are no times' }
  }
  const { now } = (await context.pool.query<{ now: Date }>('SELECT now()')).rows[0]!
  const pollContext: PollContext = {
    feedName: feed.name,
    config: source.readConfig(feed.config),
    cursor: feed.cursor ?? undefined,
    secret: context.secret,
    signal,
    log: context.log.child({ feed: feed.name, gap: gap.id }),
    now,
  }
  let rest: (Bounds & { readonly page?: number }) | undefined = { from: gap.from, to: gap.to }
  let documents = 0
  try {
    for (let page = 0; rest !== undefined && page < mostPages; page++) {
      const stretch: Bounds & { readonly page?: number } = rest
      const shown = await inRound(async () => {
        const found = await source.backfill!(pollContext, stretch)
        const offers = found.offers.map(({ key, ...offer }) => ({ offerKey: key, ...offer }))
        await enqueueIngest(context, await commitOffers(context.pool, feed.id, offers))
        return found
      })
      documents += shown.offers.length
      if (!shown.whole) return { done: false, how: `the source shows only what is left: ${documents} documents` }
      rest = shown.rest
    }
  } catch (error) {
    if (!(error instanceof WireError) || error.code.startsWith('store.')) throw error
    return { done: false, how: error.message }
  }
  return rest === undefined
    ? { done: true, how: `backfilled: the source showed ${documents} documents of the stretch` }
    : { done: false, how: `more than ${mostPages} pages` }
}
