import { WireError } from '../../story/errors.ts'
import type { ErrorCode } from '../../story/errors.ts'
import { fromAnswer, readJson } from '../json/read.ts'
import { sliceMembers } from '../json/slices.ts'
import type { ReutersApi } from './api.ts'
import type { AwaitedItem } from './cursor.ts'
import { graphqlFault, readErrors } from './graphql-fault.ts'
import type { GraphqlError } from './graphql-fault.ts'
import { itemsQuery } from './queries.ts'

/** What came of asking for items. */
export interface FetchedItems {
  readonly fetched: readonly { readonly item: AwaitedItem; readonly bytes: Buffer }[]
  /** Still to be fetched, in order. */
  readonly left: readonly AwaitedItem[]
  /** Asked for too often in vain. */
  readonly refused: readonly { readonly item: AwaitedItem; readonly code: ErrorCode; readonly detail: string }[]
  /** The fault that stopped the asking, and how long it lasts when the API said so. */
  readonly stopped?: WireError
}

/** An item that is listed and not delivered is waited for at least so long before it counts as refused. */
const patienceMs = 30 * 60_000

/** Faults that one item of a batch may have caused. Any other says nothing about the items. */
const mayBeItems: ReadonlySet<ErrorCode> = new Set([
  'source.bad-answer',
  'source.too-large',
  'source.server-error',
  'source.timeout',
])

/**
 * Fetches items a few at a time until the time is up or the API refuses. An item that the API lists and does not deliver
 * waits and is asked for again; it never keeps its neighbours from being stored.
 */
export async function fetchItems(api: ReutersApi, items: readonly AwaitedItem[], now: Date): Promise<FetchedItems> {
  const end = performance.now() + api.config.itemSeconds * 1000
  const fetched: { item: AwaitedItem; bytes: Buffer }[] = []
  const left: AwaitedItem[] = []
  const refused: { item: AwaitedItem; code: ErrorCode; detail: string }[] = []
  let stopped: WireError | undefined

  const inVain = (item: AwaitedItem, code: ErrorCode, detail: string): void => {
    const tried = { ...item, tries: item.tries + 1 }
    const waited = now.getTime() - Date.parse(item.since)
    if (tried.tries >= api.config.itemTries && !(waited < patienceMs)) refused.push({ item, code, detail })
    else left.push(tried)
  }

  for (const batch of batchesOf(items, api.config.itemsPerRequest)) {
    const remaining = end - performance.now()
    if (stopped !== undefined || remaining < 100) {
      left.push(...batch)
      continue
    }
    try {
      const outcome = await fetchBatch(api, batch, remaining)
      for (const [index, item] of batch.entries()) {
        const bytes = outcome.bytes.get(`i${index}`)
        if (bytes !== undefined) fetched.push({ item, bytes })
        else inVain({ ...item, missing: item.missing + 1 }, 'source.not-found', whyNot(outcome.errors, `i${index}`))
      }
    } catch (error) {
      if (!(error instanceof WireError) || error.retry === 'fatal') throw error
      stopped = error
      for (const item of batch) {
        if (mayBeItems.has(error.code)) inVain(item, error.code, error.detail)
        else left.push(item)
      }
    }
  }
  // Those that failed go to the end, so that the next poll begins with others.
  const later = left.toSorted((a, b) => a.tries - b.tries)
  return { fetched, left: later, refused, ...(stopped === undefined ? {} : { stopped }) }
}

/** Fresh items together; one that failed before alone, so that it fails nobody else. */
function batchesOf(items: readonly AwaitedItem[], size: number): AwaitedItem[][] {
  const fresh = items.filter(({ tries }) => tries === 0)
  const batches: AwaitedItem[][] = []
  for (let at = 0; at < fresh.length; at += size) batches.push(fresh.slice(at, at + size))
  return [...batches, ...items.filter(({ tries }) => tries > 0).map((item) => [item])]
}

/** A version that was overtaken may be gone under its own name; then the story itself is asked for. */
const asksByVersion = 4

/** "tag:reuters.com,2031:newsml_KBN0AB12C:3" without the 3. */
const withoutVersion = (guid: string): string => guid.replace(/^(tag:[^\s:]{1,100}:[^\s:]{1,200}):\d{1,20}$/, '$1')

async function fetchBatch(
  api: ReutersApi,
  batch: readonly AwaitedItem[],
  remainingMs: number,
): Promise<{ readonly bytes: ReadonlyMap<string, Buffer>; readonly errors: readonly GraphqlError[] }> {
  const query = itemsQuery(
    api.config,
    batch.map(({ guid, missing }) => (missing < asksByVersion ? guid : withoutVersion(guid))),
  )
  const answer = await api.ask(query, Math.min(remainingMs, api.config.requestSeconds * 1000))
  const members = fromAnswer(answer, 'the items are', () => sliceMembers(answer.bytes, ['data']))
  const bytes = new Map<string, Buffer>()
  for (const [name, { start, end }] of members) {
    // null is how GraphQL says that it has none.
    if (answer.bytes[start] === 0x7b) bytes.set(name, answer.bytes.subarray(start, end))
  }
  const errors = bytes.size === batch.length ? [] : readErrors(errorsOf(answer.bytes))
  if (members.size === 0) throw graphqlFault(errors, answer)
  return { bytes, errors }
}

/** The errors of an answer whose data may be large: only the list is parsed. */
function errorsOf(bytes: Buffer): unknown {
  try {
    const errors = sliceMembers(bytes, [])?.get('errors')
    return errors === undefined ? undefined : { errors: readJson(bytes.subarray(errors.start, errors.end)) }
  } catch {
    return undefined
  }
}

function whyNot(errors: readonly GraphqlError[], name: string): string {
  const error = errors.find(({ at }) => at === name) ?? errors[0]
  return `listed, but not delivered${error === undefined ? '' : `: ${error.message}`}`
}
