import { createHash } from 'node:crypto'
import { parseDocument } from '../parsers/registry.ts'
import { sourceOf } from '../sources/registry.ts'
import type { Bounds, Offer, PollContext } from '../sources/source.ts'
import type { Feed } from '../store/feeds.ts'
import type { NewReceipt } from '../store/receipts.ts'
import { findPresence } from '../store/reconcile.ts'
import type { Presence } from '../store/reconcile.ts'
import { prepareDocument } from '../workers/ingest/prepare.ts'
import type { Runtime } from './runtime.ts'

/** Kinds of sources whose page shows the same to everyone who asks; asking again takes nothing from anyone. */
const readAgain = new Set(['http-feed'])
const mostPages = 1000
const limitMs = 10 * 60_000

/** A document that the source shows and that is not here as it stands there. */
export interface Missing {
  readonly offer: string
  readonly presence: Exclude<Presence, 'here'>
  readonly uris: readonly string[]
  readonly headline?: string
}

/** What asking the source again showed. */
export interface Asked {
  /** Documents it shows; undefined when it cannot be asked for what it sent before. */
  readonly shown: number | undefined
  /** False when it shows only what is left on a page or in a folder. */
  readonly whole: boolean
  readonly missing: readonly Missing[]
  /** The missing documents themselves. */
  readonly offers: readonly NewReceipt[]
}

/** Asks a source again for a stretch and compares each document with what is here. Changes nothing anywhere. */
export async function askAgain(runtime: Runtime, feed: Feed, since: string, bounds: Bounds): Promise<Asked> {
  const missing: Missing[] = []
  const offers: NewReceipt[] = []
  let shown = 0
  let whole = true
  const parts = showParts(runtime, feed, bounds)
  if (parts === undefined) return { shown: undefined, whole: false, missing, offers }
  const seen = new Set<string>()
  for await (const part of parts) {
    whole &&= part.whole
    // Pages of a search overlap, so that nothing slips between them.
    const documents = part.offers
      .map((offer) => ({ offer, ...read(offer, feed) }))
      .filter(({ digest }) => !seen.has(digest) && seen.add(digest))
    shown += documents.length
    const presences = await findPresence(runtime.pool, feed, since, documents)
    for (const [at, presence] of presences.entries()) {
      if (presence === 'here') continue
      const { offer: shownOffer, document } = documents[at]!
      const { key, ...offer } = shownOffer
      const { items } = document
      const headline = items[0]?.headline
      missing.push({
        offer: key,
        presence,
        uris: items.slice(0, 5).map(({ uri }) => uri),
        ...(headline === undefined ? {} : { headline }),
      })
      offers.push({ offerKey: key, ...offer })
    }
  }
  return { shown, whole, missing, offers }
}

function read(offer: Offer, feed: Feed) {
  const document = prepareDocument(
    parseDocument({
      bytes: offer.bytes,
      receivedAt: new Date().toISOString(),
      ...(offer.contentType === undefined ? {} : { contentType: offer.contentType }),
      ...(offer.url === undefined ? {} : { url: offer.url }),
      ...(offer.fileName === undefined ? {} : { fileName: offer.fileName }),
      ...(feed.zone === null || feed.zone === undefined ? {} : { zone: feed.zone }),
      companions: (offer.companions ?? []).flatMap(({ role, bytes, contentType }) =>
        bytes === undefined ? [] : [{ role, bytes, ...(contentType === undefined ? {} : { contentType }) }],
      ),
    }),
  )
  return { digest: createHash('sha256').update(offer.bytes).digest('hex'), document }
}

type Part = { readonly offers: readonly Offer[]; readonly whole: boolean }

function showParts({ secret, log }: Runtime, feed: Feed, bounds: Bounds): AsyncGenerator<Part> | undefined {
  const source = sourceOf(feed.kind)
  const context: PollContext = {
    feedName: feed.name,
    config: source.readConfig(feed.config),
    cursor: undefined,
    secret,
    signal: AbortSignal.timeout(limitMs),
    log,
    now: new Date(bounds.to),
  }
  if (source.backfill !== undefined) return backfillParts(source.backfill.bind(source), context, bounds)
  return readAgain.has(feed.kind) ? pageParts(source.poll.bind(source), context) : undefined
}

async function* backfillParts(
  backfill: NonNullable<ReturnType<typeof sourceOf>['backfill']>,
  context: PollContext,
  bounds: Bounds,
): AsyncGenerator<Part> {
  let rest: (Bounds & { readonly page?: number }) | undefined = bounds
  for (let page = 0; rest !== undefined && page < mostPages; page++) {
    const shown = await backfill(context, rest)
    yield { offers: shown.offers, whole: shown.whole && (shown.rest === undefined || page + 1 < mostPages) }
    rest = shown.rest
  }
}

async function* pageParts(poll: ReturnType<typeof sourceOf>['poll'], context: PollContext): AsyncGenerator<Part> {
  const { offers } = await poll(context)
  yield { offers, whole: false }
}
