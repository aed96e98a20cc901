import { charsetOf, decodeText } from '../../normalise/charset.ts'
import type { ParsedItem } from '../../story/draft.ts'
import { WireError } from '../../story/errors.ts'
import { isObject, parseJson, readString, readValue } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'
import type { Parser, ParserInput, ParseOutcome, Probe, RefusedItem } from '../parser.ts'
import { readItem } from './item.ts'

/** Answers of Reuters Connect's content API: one item, or a page of search results. */
export const reutersConnect: Parser = { format: 'reuters-connect', title: 'Reuters Connect', detect, parse }

const mostItems = 10_000

function detect({ looksLikeJson, head }: Probe): number {
  if (!looksLikeJson) return 0
  if (/"versionedGuid"\s{0,20}:/.test(head)) return 96
  return /"headLine"\s{0,20}:/.test(head) && /"(?:usn|bodyXhtml|bodyXhtmlRich)"\s{0,20}:/.test(head) ? 90 : 0
}

function parse(input: ParserInput): ParseOutcome {
  const { format } = reutersConnect
  const { text, charset, warnings } = decodeText(input.bytes, {
    declared: 'utf-8',
    transport: charsetOf(input.contentType),
  })
  const json = parseJson(text)
  if (json.kind === 'refused') return { ...json, format }
  const items: ParsedItem[] = []
  const refused: RefusedItem[] = []
  itemsOf(json.value).forEach((item, index) => {
    try {
      items.push(readItem(item, input))
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      const uri = readString(item, 'versionedGuid')
      refused.push({ index, code: error.code, detail: error.detail, ...(uri !== undefined && { uri }) })
    }
  })
  const first = refused[0]
  if (items.length === 0) {
    // GraphQL reports its errors beside empty data
    const message = readString(readValue(json.value, 'errors'), '0.message') ?? 'no items in the answer'
    return {
      kind: 'refused',
      format,
      code: first?.code ?? 'parse.no-items',
      detail: first?.detail ?? message.slice(0, 160),
    }
  }
  const found = [...warnings, ...json.warnings]
  return {
    kind: 'parsed',
    format,
    items,
    charset,
    ...(found.length > 0 && { warnings: found }),
    ...(refused.length > 0 && { refused }),
  }
}

/** {"data":{"item":{}}}, {"data":{"search":{"items":[]}}}, a list, or the bare item. */
function itemsOf(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.slice(0, mostItems).filter(isObject)
  if (!isObject(value)) return []
  for (const path of ['data.item', 'data.search.items', 'data.items', 'search.items', 'items', 'item']) {
    const inner = readValue(value, path)
    if (Array.isArray(inner)) return inner.slice(0, mostItems).filter(isObject)
    if (isObject(inner)) return [inner]
  }
  return readString(value, 'versionedGuid') !== undefined || readString(value, 'usn') !== undefined ? [value] : []
}
