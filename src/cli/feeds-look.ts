import type { Logger } from 'pino'
import { parseDocument } from '../parsers/registry.ts'
import { sourceOf } from '../sources/registry.ts'
import type { Offer } from '../sources/source.ts'
import type { FeedDefinition } from '../store/feeds.ts'
import { safe } from './print/paint.ts'
import { cut, padTo } from './print/width.ts'
import { count } from './print/words.ts'
import type { Terminal } from './verb.ts'

/** An item a feed would bring, or the reason it would be refused. */
export interface FirstItem {
  readonly offer: string
  readonly format?: string
  readonly uri?: string
  readonly headline?: string
  readonly type?: string
  readonly code?: string
  readonly detail?: string
}

const shownOffers = 20
/** Files a first look transfers. */
const shownFiles = 5
const limitMs = 60_000

/** Asks a feed once, from its beginning. What it offers is neither stored nor acknowledged. */
export async function pollOnce(
  feed: Pick<FeedDefinition, 'name' | 'kind' | 'config'>,
  tools: { readonly secret: (name: string) => string | undefined; readonly log: Logger },
): Promise<readonly Offer[]> {
  const source = sourceOf(feed.kind)
  const config = source.readConfig(feed.config)
  const result = await source.poll({
    feedName: feed.name,
    config: { ...config, ...atFirstSight(config) },
    cursor: undefined,
    secret: tools.secret,
    signal: AbortSignal.timeout(limitMs),
    log: tools.log,
    now: new Date(),
  })
  return result.offers
}

/** Files are taken at the second look; a person who only wants to see some does not wait for it. */
function atFirstSight(config: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return 'settleSeconds' in config ? { settleSeconds: 0, filesAtOnce: shownFiles, mode: 'keep' } : {}
}

/** What the first documents hold. */
export function firstItems(offers: readonly Offer[]): FirstItem[] {
  return offers.slice(0, shownOffers).flatMap((offer): FirstItem[] => {
    const outcome = parseDocument({
      bytes: offer.bytes,
      ...(offer.contentType === undefined ? {} : { contentType: offer.contentType }),
      ...(offer.url === undefined ? {} : { url: offer.url }),
      ...(offer.fileName === undefined ? {} : { fileName: offer.fileName }),
    })
    if (outcome.kind === 'refused') return [{ offer: offer.key, code: outcome.code, detail: outcome.detail }]
    return outcome.items.map(({ item: { uri, headline, type } }) => ({
      offer: offer.key,
      format: outcome.format,
      uri,
      type,
      ...(headline === undefined ? {} : { headline }),
    }))
  })
}

/** Documents on offer that a first look leaves unread. */
export function offersLeft(offers: readonly Offer[]): number {
  return Math.max(0, offers.length - shownOffers)
}

/** The first items, one a line; `more` documents were offered and not read. */
export function itemLines(items: readonly FirstItem[], { paint, columns }: Terminal, more = 0): string {
  if (items.length === 0) return 'It has nothing to offer at the moment.'
  const lines = items.slice(0, shownOffers).map((item) => {
    if (item.code !== undefined) return `  ${paint('red', item.code)}  ${safe(item.offer)}  ${safe(item.detail ?? '')}`
    return `  ${padTo(item.format ?? '', 13)} ${padTo(item.type ?? '', 8)} ${cut(safe(item.headline ?? item.uri ?? ''), Math.max(30, columns - 28))}`
  })
  const hidden = items.length - lines.length
  return [
    more > 0
      ? `It offers ${count(more + shownOffers, 'document')} now:`
      : `It offers ${count(items.length, 'item')} now:`,
    ...lines,
    ...(hidden > 0 || more > 0
      ? [paint('dim', `  and ${count(hidden + more, more > 0 ? 'document' : 'item')} more`)]
      : []),
  ].join('\n')
}
