import type { HttpClient } from '../http/client.ts'
import { sharedHttpClient } from '../http/shared-client.ts'
import { statusFault } from '../http/status-fault.ts'
import { jsonOffer } from '../json-offer.ts'
import { readConfigWith } from '../read-config.ts'
import { requiredSecret } from '../required-secret.ts'
import type { Offer, PollContext, PollResult, Source, SuspectedGap } from '../source.ts'
import { agencyClock } from '../window/agency-clock.ts'
import { Seen } from '../window/seen.ts'
import { afterPage, currentSweep, firstWindow } from '../window/sweep.ts'
import type { Sweep } from '../window/sweep.ts'
import { pageUrl, paConfigSchema } from './config.ts'
import type { PaConfig } from './config.ts'
import { readCursor } from './cursor.ts'
import type { PaCursor } from './cursor.ts'
import { readPage } from './page.ts'
import type { PaItem, PaPage } from './page.ts'

/** PA asks to be polled every 30 to 60 seconds: its answers come out of a cache. */
const defaultIntervalSeconds = 45

/**
 * PA's Content API as a source. The list is newest first, so a pass goes down from its top until it is below what an
 * earlier pass reached, one page a poll. What is filed meanwhile pushes the list down, which repeats items and loses
 * none.
 */
export function createPaSource(http: () => HttpClient = sharedHttpClient): Source {
  return {
    kind: 'pa',
    readConfig: (raw) => readConfigWith(paConfigSchema, raw),
    hostOf: (config) => new URL((config as PaConfig).baseUrl).host,
    poll: (context) => poll(http(), context.config as unknown as PaConfig, context),
  }
}

async function poll(http: HttpClient, config: PaConfig, context: PollContext): Promise<PollResult> {
  const { now } = context
  const before = startOf(config, readCursor(context.cursor), now)
  const sweep = currentSweep(before, config, now)
  const offset = Number(sweep.position ?? 0)
  const answer = await http.get({
    url: pageUrl(config, offset),
    headers: { accept: 'application/json' },
    secretHeaders: { apikey: requiredSecret(context, config.apiKeySecret) },
    deadlineMs: config.requestSeconds * 1000,
    maxBytes: config.responseBytes,
    allowPrivate: config.allowPrivate,
    signal: context.signal,
  })
  const fault = statusFault(answer, now)
  if (fault !== undefined) throw fault
  const page = readPage(answer)
  const seen = new Seen(before.seen)
  const offers = page.items.filter((item) => !seen.has(item.revision)).map((item) => taken(item, seen))
  const below = goesOn(config, page, sweep, offset)
  const window = afterPage(
    before,
    sweep,
    below.next === undefined ? undefined : String(below.next),
    now,
    agencyClock(answer),
  )
  const { sweep: _done, ...rest } = before
  const cursor: PaCursor = { ...rest, ...window, seen: seen.toString() }
  const interval = (context.intervalSeconds ?? defaultIntervalSeconds) * 1000
  return {
    offers,
    cursor,
    next: below.next === undefined ? { kind: 'after', ms: interval } : { kind: 'now' },
    ...(below.gap === undefined ? {} : { gap: below.gap }),
  }
}

/** The cursor to go on from; another list is read anew, from where the old one had reached. */
function startOf(config: PaConfig, known: PaCursor | undefined, now: Date): PaCursor {
  const list = pageUrl({ ...config, pageSize: 1 }, 0)
  if (known === undefined) return { ...firstWindow(config, now), list }
  if (known.list === list) return known
  const { sweep: _other, ...rest } = known
  return { ...rest, list }
}

function taken(item: PaItem, seen: Seen): Offer {
  seen.add(item.revision)
  return jsonOffer(item.key, item.bytes)
}

/** Where the pass goes on below this page; a pass that is cut short says what it did not see. */
function goesOn(
  config: PaConfig,
  page: PaPage,
  sweep: Sweep,
  offset: number,
): { readonly next: number | undefined; readonly gap?: SuspectedGap } {
  const { items, total } = page
  const end = offset + items.length
  const oldest = Math.min(...items.flatMap(({ issued }) => (issued === undefined ? [] : [issued])))
  const through = items.length === 0 || (total !== undefined && end >= total) || oldest < Date.parse(sweep.from)
  // A page that is not full is the last one, unless the API gives fewer than it was asked for and says there are more.
  if (through || (total === undefined && items.length < config.pageSize)) return { next: undefined }
  if (end >= config.mostItems) {
    const to = Number.isFinite(oldest) ? { to: new Date(oldest).toISOString() } : {}
    const detail = `the list goes on below ${end} items, further than mostItems`
    return { next: undefined, gap: { kind: 'no-overlap', from: sweep.from, ...to, detail } }
  }
  return { next: Math.max(offset + 1, end - config.pageOverlap) }
}
