import { makeFeedDue, pauseFeed, resumeFeed } from '../store/feeds.ts'
import type { Pool, Queryable } from '../store/pool.ts'
import { listPushRefusals } from '../store/push.ts'
import { listFeedHealth, listPolls } from '../store/read-feeds.ts'
import { readVitals } from '../store/read-status.ts'
import { feedState } from '../ops/feed-state.ts'
import { exit, UsageFault } from './exit.ts'
import { feedFaults, feedLines, feedTable, keptFeed, unknownFeed } from './feeds-words.ts'
import { removeFeed } from '../store/remove-feed.ts'
import { safe } from './print/paint.ts'
import { table } from './print/table.ts'
import { moment } from './print/words.ts'
import { refusalTable } from './push-words.ts'
import { withRuntime } from './runtime.ts'
import type { GlobalOptions } from './runtime.ts'
import { present } from './verb.ts'
import type { Terminal } from './verb.ts'

/** `writethru feeds list`: every feed and how it fares; with a name, its last polls too. */
export async function feedsListVerb(
  name: string | undefined,
  options: GlobalOptions,
  terminal: Terminal,
): Promise<number> {
  return withRuntime(options, {}, async ({ pool }) => {
    const [all, { now }] = await Promise.all([listFeedHealth(pool), readVitals(pool)])
    const feeds = name === undefined ? all : all.filter((feed) => feed.name === name)
    if (name !== undefined && feeds.length === 0) throw new UsageFault(unknownFeed(name))
    const polls = name === undefined ? [] : await listPolls(pool, feeds[0]!.id)
    const refusals = name === undefined ? [] : await listPushRefusals(pool, feeds[0]!.id)
    const value = feeds.map((feed) => ({ ...feed, health: feedState(feed, now) }))
    present(terminal, options.json, name === undefined ? value : { ...value[0], polls, refusals }, () =>
      feeds.length === 0
        ? 'No feeds yet: `writethru feeds add URL` adds one.'
        : [
            [
              feedTable(feeds, now, terminal),
              ...feedFaults(feeds, terminal.paint),
              ...feedLines(feeds, terminal.paint),
            ].join('\n'),
            ...(polls.length === 0
              ? []
              : [
                  table(
                    [
                      { title: 'POLLED' },
                      { title: 'TOOK', align: 'right' },
                      { title: 'BROUGHT', align: 'right' },
                      { title: 'RESULT' },
                    ],
                    polls.map((poll) => [
                      moment(poll.at),
                      `${poll.milliseconds ?? 0} ms`,
                      String(poll.offers ?? 0),
                      poll.code === null ? 'well' : `${terminal.paint('red', poll.code)}  ${safe(poll.detail ?? '')}`,
                    ]),
                    terminal.paint,
                  ),
                ]),
            ...(refusals.length === 0 ? [] : [refusalTable(refusals, terminal.paint)]),
          ].join('\n\n'),
    )
    return exit.done
  })
}

async function removeUnused(pool: Pool, name: string): Promise<boolean> {
  const removal = await removeFeed(pool, name)
  if (removal.kind === 'kept') throw new UsageFault(keptFeed(name, removal.brought))
  return removal.kind === 'removed'
}

const changes = {
  pause: { change: (pool: Queryable, name: string) => pauseFeed(pool, name), done: 'is paused; it keeps its place' },
  resume: { change: (pool: Queryable, name: string) => resumeFeed(pool, name), done: 'is running and due now' },
  poll: { change: (pool: Queryable, name: string) => makeFeedDue(pool, name), done: 'is due now' },
  remove: { change: removeUnused, done: 'is removed' },
} as const

/** `writethru feeds pause|resume|poll|remove NAME...` */
export async function feedsChangeVerb(
  what: keyof typeof changes,
  names: readonly string[],
  options: GlobalOptions,
  terminal: Terminal,
): Promise<number> {
  return withRuntime(options, {}, async ({ pool }) => {
    const { change, done } = changes[what]
    for (const name of names) if (!(await change(pool, name))) throw new UsageFault(unknownFeed(name))
    present(terminal, options.json, { [what]: names }, () => names.map((name) => `${name} ${done}.`).join('\n'))
    return exit.done
  })
}
