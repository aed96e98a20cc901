import type { SourceWatch } from '../../sources/source.ts'
import { listFeeds, makeFeedDue } from '../../store/feeds.ts'
import { startLoop } from '../loop.ts'
import type { RunningRole, WorkerContext } from '../worker-context.ts'

/** How soon a feed that was added, changed or paused is watched otherwise. */
const refreshMs = 15_000

/**
 * Watches what can be watched (folders) and makes the feed due when something moves there. A hint and nothing more: the
 * schedule finds everything without it.
 */
export function startWatches(context: WorkerContext): RunningRole {
  const watches = new Map<string, { readonly feed: string; readonly watch: Promise<SourceWatch> }>()

  const wake = (name: string) => () => {
    makeFeedDue(context.pool, name).catch((error: unknown) => {
      context.log.debug({ err: error, feed: name }, 'not woken; its schedule will find what is there')
    })
  }

  const loop = startLoop('watch', refreshMs, context.log, async () => {
    const feeds = (await listFeeds(context.pool)).filter((feed) => feed.enabled && feed.kind !== 'local')
    const wanted = new Map(feeds.map((feed) => [JSON.stringify([feed.name, feed.kind, feed.config]), feed]))
    for (const [key, { watch }] of watches) {
      if (wanted.has(key)) continue
      watches.delete(key)
      await (await watch).close()
    }
    for (const [key, feed] of wanted) {
      if (watches.has(key)) continue
      const source = context.sourceOf(feed.kind)
      if (source.watch === undefined) continue
      const watch = source.watch(source.readConfig(feed.config), wake(feed.name), {
        secret: context.secret,
        log: context.log.child({ feed: feed.name }),
      })
      watches.set(key, { feed: feed.name, watch })
      watch.catch((error: unknown) => {
        watches.delete(key)
        context.log.debug({ err: error, feed: feed.name }, 'cannot be watched')
      })
    }
  })

  return {
    stop: async () => {
      await loop.stop()
      for (const { watch } of watches.values()) await watch.then((open) => open.close()).catch(() => undefined)
    },
  }
}
