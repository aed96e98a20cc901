import type { ErrorCode } from '../../story/errors.ts'
import { isObject, readList, readString, readValue } from '../json/read.ts'

export interface Entry {
  /** The item, or whatever stood in its place. */
  readonly item: unknown
  readonly meta: unknown
  /** NITF that a client stored beside the answer. */
  readonly nitf?: string | undefined
}

export type Envelope =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly detail: string }

/**
 * Finds the items in a feed page (data.items[].item), a search page, the answer for one item (data.item), an element of a
 * page ({meta, item}), or a bare item. An error body is refused by name; it may have come with HTTP 200.
 */
export function readEnvelope(document: unknown): Envelope {
  const error = readValue(document, 'error')
  if (isObject(error)) {
    const code = readString(error, 'code') ?? readString(error, 'status') ?? 'without a code'
    return {
      kind: 'refused',
      code: 'parse.unsupported',
      detail: `AP error ${code}: ${readString(error, 'message')?.slice(0, 120) ?? ''}`,
    }
  }
  const nitf = readString(document, 'nitf') ?? readString(document, 'nitf.body_html')
  const data = readValue(document, 'data') ?? document
  if (isObject(readValue(data, 'altids'))) return entries([{ item: data, meta: undefined, nitf }])
  if (Object.hasOwn(Object(data), 'item')) return entries([{ ...unwrap(data), nitf }])
  const page = Array.isArray(data) ? data : readList(data, 'items')
  if (page.length > 0) return entries(page.map(unwrap))
  const known = isObject(data) && (Object.hasOwn(data, 'items') || Object.hasOwn(data, 'current_item_count'))
  return {
    kind: 'refused',
    code: known ? 'parse.no-items' : 'parse.unsupported',
    detail: known ? 'an empty page' : 'neither items nor an item',
  }
}

function unwrap(element: unknown): Entry {
  if (isObject(readValue(element, 'altids'))) return { item: element, meta: undefined }
  return { item: readValue(element, 'item'), meta: readValue(element, 'meta') }
}

function entries(found: readonly Entry[]): Envelope {
  return { kind: 'entries', entries: found }
}
