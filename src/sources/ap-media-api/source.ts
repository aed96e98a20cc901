import { WireError } from '../../story/errors.ts'
import type { HttpClient } from '../http/client.ts'
import { sharedHttpClient } from '../http/shared-client.ts'
import { stripKeys } from '../http/redact-url.ts'
import { readConfigWith } from '../read-config.ts'
import type { GapSettlement, PollContext, PollResult, Source, SuspectedGap } from '../source.ts'
import { apApi } from './api.ts'
import type { ApApi } from './api.ts'
import { pollBackfill, showStretch } from './backfill.ts'
import { CompanionMemory } from './companion-memory.ts'
import { fetchRendition } from './companions.ts'
import { apConfigSchema, initialRequest } from './config.ts'
import type { ApConfig } from './config.ts'
import { later, readCursor, seqOf } from './cursor.ts'
import type { ApCursor } from './cursor.ts'
import { registerMonitor } from './monitor.ts'
import { pollOnDemand, ReadIntents } from './on-demand.ts'
import type { Page } from './page.ts'
import { offersOf } from './page-offers.ts'
import { requestPage } from './request-page.ts'
import { resumeAfter } from './resume.ts'

/** An empty page that came faster than this was not held open by the agency. */
const heldMs = 250
/** Pause after such a page, so that a server which does not hold requests is not asked in a circle. */
const notHeldPauseMs = 1000

const hourMs = 3_600_000

/**
 * The AP Media API as a source: one long-poll request a poll, every element of the page an offer with its bytes as
 * received, the NITF of each text fetched along with it.
 */
export function createApMediaApiSource(http: () => HttpClient = sharedHttpClient): Source {
  const memory = new CompanionMemory()
  const intents = new ReadIntents()
  return {
    kind: 'ap-media-api',
    readConfig: (raw) => readConfigWith(apConfigSchema, raw),
    hostOf: (config) => new URL((config as ApConfig).baseUrl).host,
    poll: async (context) => {
      const config = context.config as unknown as ApConfig
      const api = apApi(http(), config, context)
      return config.onDemand === undefined ? poll(api, context, memory) : pollOnDemand(api, context, memory, intents)
    },
    backfill: async (context, bounds) => {
      const config = context.config as unknown as ApConfig
      return showStretch(apApi(http(), config, context), context, memory, bounds)
    },
    fetchCompanion: async (context, url) => {
      const config = context.config as unknown as ApConfig
      return fetchRendition(apApi(http(), config, context), url, context.now)
    },
  }
}

async function poll(api: ApApi, context: PollContext, memory: CompanionMemory): Promise<PollResult> {
  const { config } = api
  const { now } = context
  const initial = initialRequest(config)
  const known = readCursor(context.cursor)
  const changed = known !== undefined && known.initial !== initial
  if (known?.backfill !== undefined && !changed && !known.backfill.feedFirst) {
    return pollBackfill(api, context, memory, known, known.backfill)
  }
  let cursor: ApCursor = { ...known, initial }
  let gap: SuspectedGap | undefined
  const notes: string[] = []

  let url = cursor.nextPage
  if (changed && known !== undefined) {
    const resumed = resumeAfter(known, now, 'the settings of the feed were changed')
    cursor = { ...withoutToken(cursor), ...(resumed.backfill === undefined ? {} : { backfill: resumed.backfill }) }
    gap = resumed.beyondReach ? { ...resumed.gap, backfilling: true } : undefined
    url = initialRequest(config, resumed.mindate)
    notes.push('settings changed: started again with an overlap')
  }
  if (url === undefined) {
    const start = config.startHours === undefined ? undefined : new Date(now.getTime() - config.startHours * hourMs)
    url = initialRequest(config, start)
  }
  if (url !== cursor.nextPage) url = await monitored(api, url, now, notes)

  const asked = performance.now()
  let outcome = await requestPage(api, url, url === cursor.nextPage, now)
  if (outcome.kind === 'expired') {
    context.log.warn({ feed: context.feedName, why: outcome.why }, 'the agency no longer knows our token')
    const resumed = resumeAfter(cursor, now, outcome.why)
    gap = { ...resumed.gap, backfilling: true }
    cursor = { ...withoutToken(cursor), ...(resumed.backfill === undefined ? {} : { backfill: resumed.backfill }) }
    const anew = await monitored(api, initialRequest(config, resumed.mindate), now, notes)
    outcome = await requestPage(api, anew, false, now)
    if (outcome.kind === 'expired') throw new WireError('source.cursor-expired', outcome.why)
  }
  const { page } = outcome
  const held = performance.now() - asked >= heldMs
  const offered = await offersOf(api, page, memory, now)
  notes.push(...pageNotes(page, offered.missing))
  const reached = nextCursor(api, cursor, page)
  const settles = gap === undefined ? settlementOf(reached, page, config.pageSize) : undefined
  const next = withRecovery(reached, gap !== undefined, settles !== undefined)
  const moved = next.nextPage !== known?.nextPage
  return {
    offers: offered.offers,
    cursor: next,
    next: (page.elements.length > 0 && moved) || held ? { kind: 'now' } : { kind: 'after', ms: notHeldPauseMs },
    ...(gap === undefined ? {} : { gap }),
    ...(settles === undefined ? {} : { settles }),
    ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
  }
}

/** A request for a new token, under the monitor of the settings where AP has it. */
async function monitored(api: ApApi, url: string, now: Date, notes: string[]): Promise<string> {
  const { monitor } = api.config
  if (monitor === undefined) return url
  const outcome = await registerMonitor(api, monitor, now)
  if (outcome.kind === 'not-registered') {
    notes.push(`AP did not take the monitor ${monitor.name} (${outcome.why}); the feed runs without it`)
    return url
  }
  const under = new URL(url)
  under.searchParams.set('with_monitor', monitor.name)
  return under.href
}

function withoutToken(cursor: ApCursor): ApCursor {
  const { nextPage: _token, seq: _seq, ...rest } = cursor
  return rest
}

/** A page that is not full has caught up: what the overlap of the new token brings is here. */
function settlementOf(cursor: ApCursor, page: Page, pageSize: number): GapSettlement | undefined {
  if (cursor.recovery === undefined || cursor.backfill !== undefined || page.elements.length >= pageSize)
    return undefined
  const { lost } = cursor.recovery
  return lost === undefined
    ? { kind: 'cursor-expired', how: 'backfilled: the feed has caught up from before the gap' }
    : { kind: 'cursor-expired', how: lost, failed: true }
}

function withRecovery(cursor: ApCursor, opened: boolean, settled: boolean): ApCursor {
  const { recovery, ...rest } = cursor
  if (opened) return { ...rest, recovery: recovery ?? {} }
  return settled || recovery === undefined ? rest : cursor
}

function pageNotes(page: Page, missing: number): string[] {
  const notes: string[] = []
  if (missing > 0) notes.push(`${missing} renditions to be fetched later`)
  if (page.elements.length > 0 && page.elements.every(({ full }) => !full)) {
    notes.push('no urgency, subject or editorialtypes in the whole page: the feed has forgotten include=*')
  }
  if (page.alarm !== undefined) notes.push(`AP's monitor raised an alarm: ${page.alarm}`)
  if (page.nextPage === undefined) notes.push('the page names no next page')
  return notes
}

/** Moves the cursor over a page. A page without next_page leaves the token as it was: asking again only repeats. */
function nextCursor(api: ApApi, cursor: ApCursor, page: Page): ApCursor {
  const link = page.nextPage
  if (link !== undefined && !(URL.canParse(link) && api.isOwn(link))) {
    throw new WireError('source.bad-answer', 'next_page leads to a host that may not see the key; see keyHosts')
  }
  const nextPage = link === undefined ? cursor.nextPage : stripKeys(link)
  const seq = seqOf(nextPage)
  const updated = page.updated ?? cursor.updated
  const highest = page.elements.reduce(
    (high, { versionCreated }) => later(high, versionCreated),
    cursor.highestVersionCreated,
  )
  return {
    initial: cursor.initial,
    ...(nextPage === undefined ? {} : { nextPage }),
    ...(seq === undefined ? {} : { seq }),
    ...(updated === undefined ? {} : { updated }),
    ...(highest === undefined ? {} : { highestVersionCreated: highest }),
    ...(cursor.backfill === undefined ? {} : { backfill: { ...cursor.backfill, feedFirst: false } }),
    ...(cursor.recovery === undefined ? {} : { recovery: cursor.recovery }),
  }
}
