import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { WireError } from '../../story/errors.ts'
import type { PollContext, PollResult } from '../source.ts'
import type { ApApi } from './api.ts'
import type { CompanionMemory } from './companion-memory.ts'
import type { ApConfig } from './config.ts'
import { offersOf } from './page-offers.ts'
import { requestPage } from './request-page.ts'

const cursorSchema = z.object({
  /** Which reading of the queue this is: part of the consumer's name. */
  reading: z.int().min(0),
  /** Names the one request that may be made from this cursor. */
  intent: z.string().optional(),
})

/** Where the reading of an OnDemand queue stands. */
export type OnDemandCursor = z.output<typeof cursorSchema>

const defaultIntervalSeconds = 30

/** Refusals that come before anything was read: the same request may be made again. */
const readNothing = new Set(['source.rate-limited', 'source.unauthorized', 'source.not-found', 'config.secret-missing'])

/**
 * The intents of one process: a cursor that names one was committed by this process, and nothing was asked for from it
 * yet. Any other may have been read from by a process that died before it could store what it read.
 */
export class ReadIntents {
  readonly #open = new Set<string>()

  make(): string {
    const intent = randomUUID()
    this.#open.add(intent)
    // Those of polls that were never run again are forgotten, oldest first.
    for (const oldest of this.#open) {
      if (this.#open.size <= 1000) break
      this.#open.delete(oldest)
    }
    return intent
  }

  take(intent: string | undefined): boolean {
    return intent !== undefined && this.#open.delete(intent)
  }

  giveBack(intent: string): void {
    this.#open.add(intent)
  }
}

/**
 * Reads the organisation's OnDemand queue (GET /content/ondemand). AP hands each item to a consumer once, at the moment
 * it is asked for, so a page that was read and not stored would be lost. Therefore every request is announced in the
 * cursor first; a cursor that announces a request which another process may have made is followed under a new consumer's
 * name, to whom AP hands the whole queue once more. What is known is recognised.
 */
export async function pollOnDemand(
  api: ApApi,
  context: PollContext,
  memory: CompanionMemory,
  intents: ReadIntents,
): Promise<PollResult> {
  const stored = cursorSchema.safeParse(context.cursor)
  const cursor: OnDemandCursor = stored.success ? stored.data : { reading: 0 }
  const { intent } = cursor
  if (intent === undefined || !intents.take(intent)) return announce(cursor, intents)
  try {
    const url = onDemandRequest(api.config, context.feedName, cursor.reading)
    const outcome = await requestPage(api, url, false, context.now)
    if (outcome.kind === 'expired')
      throw new WireError('source.bad-answer', `an OnDemand queue has no token: ${outcome.why}`)
    const { offers, missing } = await offersOf(api, outcome.page, memory, context.now)
    if (offers.length === 0) {
      const ms = (context.intervalSeconds ?? defaultIntervalSeconds) * 1000
      return { offers, cursor: { reading: cursor.reading } satisfies OnDemandCursor, next: { kind: 'after', ms } }
    }
    return {
      offers,
      cursor: { reading: cursor.reading, intent: intents.make() } satisfies OnDemandCursor,
      next: { kind: 'now' },
      ...(missing === 0 ? {} : { note: `${missing} renditions to be fetched later` }),
    }
  } catch (error) {
    if (error instanceof WireError && readNothing.has(error.code)) intents.giveBack(intent)
    throw error
  }
}

function announce(cursor: OnDemandCursor, intents: ReadIntents): PollResult {
  const interrupted = cursor.intent !== undefined
  const reading = interrupted ? cursor.reading + 1 : cursor.reading
  return {
    offers: [],
    cursor: { reading, intent: intents.make() } satisfies OnDemandCursor,
    next: { kind: 'now' },
    ...(interrupted ? { note: 'a reading of the queue was interrupted: it is read again from its beginning' } : {}),
  }
}

/** Names of consumers are ours to choose; each gets every item once. */
function onDemandRequest(config: ApConfig, feedName: string, reading: number): string {
  const url = new URL(`${config.baseUrl}/content/ondemand`)
  url.searchParams.set('consumer_id', `writethru-${feedName}-${reading}`)
  if (config.onDemand?.queue !== undefined) url.searchParams.set('queue', config.onDemand.queue)
  url.searchParams.set('include', config.include)
  url.searchParams.set('page_size', String(config.pageSize))
  return url.href
}
