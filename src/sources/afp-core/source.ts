import type { HttpClient } from '../http/client.ts'
import { sharedHttpClient } from '../http/shared-client.ts'
import { TokenKeeper } from '../oauth/token-keeper.ts'
import { jsonOffer } from '../json-offer.ts'
import { readConfigWith } from '../read-config.ts'
import type { Offer, PollContext, PollResult, Source, SuspectedGap } from '../source.ts'
import { agencyClock } from '../window/agency-clock.ts'
import { Seen } from '../window/seen.ts'
import { afterPage, currentSweep, firstWindow } from '../window/sweep.ts'
import { afpApi } from './api.ts'
import type { AfpApi } from './api.ts'
import { afpConfigSchema, searchIdentity } from './config.ts'
import type { AfpConfig } from './config.ts'
import { readCursor, readPosition } from './cursor.ts'
import type { AfpCursor, AfpPosition } from './cursor.ts'
import { nextSearch, readPage, secondsOf } from './page.ts'
import type { AfpDocument } from './page.ts'

const defaultIntervalSeconds = 60

/**
 * The AFP Core API as a source. A pass searches for what was published since the last one, with an overlap, oldest
 * first, one search a poll; documents come whole, so nothing has to be fetched after them.
 */
export function createAfpCoreSource(http: () => HttpClient = sharedHttpClient): Source {
  const tokens = new TokenKeeper(http)
  return {
    kind: 'afp-core',
    readConfig: (raw) => readConfigWith(afpConfigSchema, raw),
    hostOf: (config) => new URL((config as AfpConfig).baseUrl).host,
    poll: async (context) => {
      const config = context.config as unknown as AfpConfig
      return poll(afpApi(http(), tokens, config, context), context)
    },
  }
}

async function poll(api: AfpApi, context: PollContext): Promise<PollResult> {
  const { config } = api
  const { now } = context
  const before = startOf(config, readCursor(context.cursor), now)
  const sweep = currentSweep(before, config, now)
  const asked: AfpPosition = readPosition(sweep.position) ?? {
    from: secondsOf(Date.parse(sweep.from)),
    rows: config.rows,
  }
  const answer = await api.search(asked.from, asked.rows)
  const documents = readPage(answer)
  const seen = new Seen(before.seen)
  const offers = documents.filter((document) => !seen.has(document.revision)).map((document) => taken(document, seen))
  const { position, skipped } = nextSearch(asked, documents, config.rows)
  const stored = position === undefined ? undefined : JSON.stringify(position)
  const { sweep: _done, ...rest } = before
  const window = afterPage(before, sweep, stored, now, agencyClock(answer))
  const cursor: AfpCursor = { ...rest, ...window, seen: seen.toString() }
  const interval = (context.intervalSeconds ?? defaultIntervalSeconds) * 1000
  return {
    offers,
    cursor,
    next: position === undefined ? { kind: 'after', ms: interval } : { kind: 'now' },
    ...(skipped === undefined ? {} : { gap: gapAt(skipped) }),
  }
}

/** The cursor to go on from; another search is begun anew, from where the old one had reached. */
function startOf(config: AfpConfig, known: AfpCursor | undefined, now: Date): AfpCursor {
  const search = searchIdentity(config)
  if (known === undefined) return { ...firstWindow(config, now), search }
  if (known.search === search) return known
  const { sweep: _other, ...rest } = known
  return { ...rest, search }
}

function taken(document: AfpDocument, seen: Seen): Offer {
  seen.add(document.revision)
  return jsonOffer(document.key, document.bytes)
}

function gapAt(second: string): SuspectedGap {
  const detail = 'more documents were published in this second than one search gives'
  return { kind: 'sequence-hole', from: second, to: second, detail }
}
