import type { Config } from '../config/config.ts'
import { sourceOf } from '../sources/registry.ts'
import type { FeedDefinition } from '../store/feeds.ts'
import { WireError } from '../story/errors.ts'

/**
 * The feeds of the configuration as the store keeps them, each checked by its source.
 * @throws WireError `config.invalid` with every fault of every feed
 */
export function checkFeeds(feeds: Config['feeds']): FeedDefinition[] {
  const faults: string[] = []
  const checked: FeedDefinition[] = []
  for (const [at, feed] of feeds.entries()) {
    try {
      const source = sourceOf(feed.kind)
      const host = source.hostOf(source.readConfig(feed.config))
      const { name, kind, authority, config, zone, intervalSeconds, enabled, checkClock } = feed
      checked.push({
        name,
        kind,
        authority,
        config,
        zone,
        intervalSeconds,
        enabled,
        checkClock,
        ...(host === undefined ? {} : { host }),
      })
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      faults.push(...error.detail.split('\n').map((fault) => `feeds.${at} (${feed.name}): ${fault}`))
    }
  }
  if (faults.length > 0) throw new WireError('config.invalid', faults.join('\n'))
  return checked
}
