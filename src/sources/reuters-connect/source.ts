import { createHash } from 'node:crypto'
import type { HttpClient } from '../http/client.ts'
import { sharedHttpClient } from '../http/shared-client.ts'
import { TokenKeeper } from '../oauth/token-keeper.ts'
import { jsonOffer } from '../json-offer.ts'
import { readConfigWith } from '../read-config.ts'
import type { Offer, PollContext, PollResult, Source, SuspectedGap } from '../source.ts'
import { agencyClock } from '../window/agency-clock.ts'
import { Seen } from '../window/seen.ts'
import { afterPage, currentSweep, firstWindow } from '../window/sweep.ts'
import { reutersApi } from './api.ts'
import type { ReutersApi } from './api.ts'
import { listIdentity, reutersConfigSchema } from './config.ts'
import type { ReutersConfig } from './config.ts'
import { readCursor } from './cursor.ts'
import type { AwaitedItem, ReutersCursor } from './cursor.ts'
import { fetchItems } from './items.ts'
import type { FetchedItems } from './items.ts'
import { askList } from './listing.ts'
import type { ListedItem } from './listing.ts'
import { missingChannels } from './subscriptions.ts'

/** With so many items still to be fetched, the list is not asked for more. */
const mostAwaited = 500
const defaultIntervalSeconds = 60
/** Before items that did not come are asked for again. */
const awaitedPauseMs = 5_000

/**
 * Reuters Connect as a source. Each poll asks for one page of the list of what was versioned since the last pass, with
 * an overlap, and fetches those items whose revision was not seen before.
 */
export function createReutersConnectSource(http: () => HttpClient = sharedHttpClient): Source {
  const tokens = new TokenKeeper(http)
  return {
    kind: 'reuters-connect',
    readConfig: (raw) => readConfigWith(reutersConfigSchema, raw),
    hostOf: (config) => new URL((config as ReutersConfig).url).host,
    poll: async (context) => {
      const config = context.config as unknown as ReutersConfig
      return poll(reutersApi(http(), tokens, config, context), context)
    },
  }
}

async function poll(api: ReutersApi, context: PollContext): Promise<PollResult> {
  const known = readCursor(context.cursor)
  const before = startOf(api, known, context.now)
  const seen = new Seen(before.seen)
  const notes: string[] = []
  if (known === undefined) {
    const missing = await missingChannels(api)
    if (missing.length > 0) notes.push(`not subscribed to ${missing.join(', ')}: nothing will come from there`)
  }

  const listed =
    before.awaited.length < mostAwaited ? await listPage(api, before, seen, context) : nothingListed(before)
  const outcome = await fetchItems(api, [...before.awaited, ...listed.fresh], context.now)
  for (const { item } of [...outcome.fetched, ...outcome.refused]) seen.add(item.listed)
  if (outcome.left.length > 0) notes.push(`${outcome.left.length} items still to be fetched`)
  if (outcome.stopped !== undefined) notes.push(outcome.stopped.message.slice(0, 300))
  return {
    offers: [...listed.unnamed, ...outcome.fetched.map(({ item, bytes }) => jsonOffer(item.guid, bytes))],
    cursor: { ...listed.cursor, awaited: [...outcome.left], seen: seen.toString() } satisfies ReutersCursor,
    next: nextPoll(listed.cursor, outcome, context),
    ...(outcome.refused.length === 0
      ? {}
      : { refused: outcome.refused.map(({ item, code, detail }) => ({ key: item.guid, code, detail })) }),
    ...(listed.gap === undefined ? {} : { gap: listed.gap }),
    ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
  }
}

/** The cursor to go on from. Other settings list other items: their pass begins anew, where the old one reached. */
function startOf(api: ReutersApi, known: ReutersCursor | undefined, now: Date): ReutersCursor {
  const list = listIdentity(api.config)
  if (known === undefined) return { ...firstWindow(api.config, now), list, awaited: [] }
  if (known.list === list) return known
  const { sweep: _other, ...rest } = known
  return { ...rest, list }
}

interface Listed {
  readonly cursor: ReutersCursor
  readonly fresh: readonly AwaitedItem[]
  /** Lines that name no item: offered as they are, for the parser to refuse with a code. */
  readonly unnamed: readonly Offer[]
  readonly gap?: SuspectedGap
}

const nothingListed = (cursor: ReutersCursor): Listed => ({ cursor, fresh: [], unnamed: [] })

async function listPage(api: ReutersApi, before: ReutersCursor, seen: Seen, context: PollContext): Promise<Listed> {
  const { now } = context
  const sweep = currentSweep(before, api.config, now)
  const outcome = await askList(api, sweep.from, sweep.position)
  if (outcome.kind === 'lost') {
    context.log.warn({ feed: context.feedName, why: outcome.why }, 'the agency no longer knows our place in its list')
    const { sweep: _lost, ...rest } = before
    const detail = `${outcome.why}; the pass begins again, nothing of it is left out`
    return { ...nothingListed(rest), gap: { kind: 'cursor-expired', from: sweep.from, to: now.toISOString(), detail } }
  }
  const { items, position, answer } = outcome.page
  const awaited = new Set(before.awaited.map(({ listed }) => listed))
  const fresh: AwaitedItem[] = []
  const unnamed: Offer[] = []
  for (const item of items) {
    if (item.guid === undefined) {
      if (seen.has(item.bytes)) continue
      seen.add(item.bytes)
      unnamed.push(jsonOffer('unnamed', item.bytes))
      continue
    }
    const listed = digestOf(item)
    if (seen.has(listed) || awaited.has(listed)) continue
    awaited.add(listed)
    fresh.push({ guid: item.guid, listed, tries: 0, missing: 0, since: now.toISOString() })
  }
  const cursor = { ...before, ...afterPage(before, sweep, position, now, agencyClock(answer)) }
  if (position === undefined) delete cursor.sweep
  return { cursor, fresh, unnamed }
}

/** The revision as the list shows it: a change of version, status, signal or headline makes another one. */
const digestOf = ({ bytes }: ListedItem): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 22)

function nextPoll(cursor: ReutersCursor, outcome: FetchedItems, context: PollContext): PollResult['next'] {
  const { left, fetched, stopped } = outcome
  if (stopped?.retryAfterMs !== undefined) return { kind: 'after', ms: stopped.retryAfterMs }
  if (left.length > 0)
    return fetched.length > 0 && stopped === undefined ? { kind: 'now' } : { kind: 'after', ms: awaitedPauseMs }
  if (cursor.sweep !== undefined) return { kind: 'now' }
  return { kind: 'after', ms: (context.intervalSeconds ?? defaultIntervalSeconds) * 1000 }
}
