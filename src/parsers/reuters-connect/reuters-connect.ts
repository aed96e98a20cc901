import { isObject, readString, readValue } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'
import { parseRecords } from '../json/records.ts'
import type { Parser, ParserInput, ParseOutcome, Probe } from '../parser.ts'
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
  return parseRecords(input, {
    format: reutersConnect.format,
    recordsOf: itemsOf,
    read: readItem,
    nameMember: 'versionedGuid',
    emptiness: errorOf,
  })
}

/** GraphQL reports its errors beside empty data. */
function errorOf(value: unknown): string {
  return (readString(readValue(value, 'errors'), '0.message') ?? 'no items in the answer').slice(0, 160)
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
