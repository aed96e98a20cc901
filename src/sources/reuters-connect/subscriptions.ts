import { readJson } from '../json/read.ts'
import { sliceList } from '../json/slices.ts'
import type { ReutersApi } from './api.ts'
import { subscriptionsQuery } from './queries.ts'

/**
 * The channels of the settings that the account is not subscribed to: a filter for such a channel finds nothing and
 * says nothing. Best effort: any fault gives none.
 */
export async function missingChannels(api: ReutersApi): Promise<readonly string[]> {
  const { channels } = api.config
  if (channels === undefined) return []
  try {
    const { bytes } = await api.ask(subscriptionsQuery, 10_000)
    const sliced = sliceList(bytes, ['data', 'currentUser', 'subscriptions'])
    if (sliced === undefined || sliced.elements.length === 0) return []
    const known = new Set(sliced.elements.map(({ start, end }) => aliasOf(bytes.subarray(start, end))))
    return channels.filter((channel) => !known.has(channel.toLowerCase()))
  } catch {
    return []
  }
}

function aliasOf(bytes: Buffer): string | undefined {
  const { alias } = readJson(bytes) as { alias?: unknown }
  return typeof alias === 'string' ? alias.toLowerCase() : undefined
}
