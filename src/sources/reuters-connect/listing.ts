import type { HttpAnswer } from '../http/answer.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'
import { fromAnswer, readJson } from '../json/read.ts'
import { sliceList } from '../json/slices.ts'
import type { ReutersApi } from './api.ts'
import { graphqlFault, isLostPosition, readErrors } from './graphql-fault.ts'
import { listQuery } from './queries.ts'

/** One line of the list: what Reuters says about an item before it is asked for. */
export interface ListedItem {
  readonly bytes: Buffer
  /** versionedGuid, else uri; undefined for a line that names nothing. */
  readonly guid: string | undefined
}

export interface ListPage {
  readonly items: readonly ListedItem[]
  /** Where the list goes on; undefined at its end. */
  readonly position: string | undefined
  readonly answer: HttpAnswer
}

export type ListOutcome =
  { readonly kind: 'page'; readonly page: ListPage } | { readonly kind: 'lost'; readonly why: string }

/** Asks for one page of the list. `lost` when the API does not know the position it gave before. */
export async function askList(api: ReutersApi, from: string, position: string | undefined): Promise<ListOutcome> {
  const answer = await api.ask(listQuery(api.config, from, position))
  const sliced = fromAnswer(answer, 'the list is', () => sliceList(answer.bytes, ['data', 'search', 'items']))
  const envelope = fromAnswer(answer, 'the list is', () => readJson(sliced.envelope))
  const errors = readErrors(envelope)
  const search = (envelope as { data?: { search?: unknown } | null }).data?.search
  if (typeof search !== 'object' || search === null) {
    const lost = position === undefined ? undefined : errors.find(isLostPosition)
    if (lost !== undefined) return { kind: 'lost', why: lost.message }
    throw graphqlFault(errors, answer)
  }
  const { pageInfo } = search as { pageInfo?: { endCursor?: unknown; hasNextPage?: unknown } }
  const goesOn = pageInfo?.hasNextPage === true
  const next = goesOn ? nextPosition(pageInfo.endCursor, position, sliced.elements.length, answer) : undefined
  const items = sliced.elements.map(({ start, end }) => readListed(answer.bytes.subarray(start, end)))
  return { kind: 'page', page: { items, position: next, answer } }
}

/** A page that says it goes on and does not say where would end the pass too early, or turn it in a circle. */
function nextPosition(
  endCursor: unknown,
  position: string | undefined,
  count: number,
  answer: HttpAnswer,
): string | undefined {
  const next = typeof endCursor === 'string' && endCursor !== '' && endCursor.length <= 8192 ? endCursor : undefined
  if (next !== undefined && next !== position) return next
  if (count === 0) return undefined
  throw new FaultyAnswer('source.bad-answer', 'the list goes on, but names no further place', answer)
}

/** A guid as it may stand in a query. */
const guidPattern = /^[\x21-\x7e]{1,300}$/

function readListed(bytes: Buffer): ListedItem {
  try {
    const { versionedGuid, uri } = readJson(bytes) as Record<string, unknown>
    const guid = [versionedGuid, uri].find((name) => typeof name === 'string' && guidPattern.test(name))
    return { bytes, guid: guid as string | undefined }
  } catch {
    return { bytes, guid: undefined }
  }
}
