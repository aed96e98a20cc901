import type { FeedDefinition } from '../store/feeds.ts'

/** What makes two feeds the same one: the address on the web, else kind and settings. */
export function placeOf({ kind, config }: Pick<FeedDefinition, 'kind' | 'config'>): string {
  const url = config['url']
  if (kind === 'http-feed' && typeof url === 'string' && URL.canParse(url)) {
    const { host, pathname, search } = new URL(url)
    return `http-feed ${host}${pathname.replace(/\/$/, '')}${search}`
  }
  return `${kind} ${JSON.stringify(sorted(config))}`
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => [name, sorted(member)])
}
