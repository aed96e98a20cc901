import { isObject, readValue } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'
import { parseRecords } from '../json/records.ts'
import type { Parser, ParserInput, ParseOutcome, Probe } from '../parser.ts'
import { readEntry } from './entry.ts'

/** dpa's digitalwires: one JSON object ("topicle") for a story with its pictures, or a list of them. */
export const digitalwires: Parser = { format: 'digitalwires', title: 'dpa digitalwires', detect, parse }

const mostEntries = 10_000

function detect({ looksLikeJson, head }: Probe): number {
  if (!looksLikeJson) return 0
  if (/"_wireq_receipt"\s{0,20}:/.test(head)) return 97
  if (!/"urn"\s{0,20}:/.test(head)) return 0
  return /"(?:article_html|version_created|rubric_names|linkbox_html)"\s{0,20}:/.test(head) ? 93 : 0
}

function parse(input: ParserInput): ParseOutcome {
  return parseRecords(input, {
    format: digitalwires.format,
    recordsOf: entriesOf,
    read: readEntry,
    nameMember: 'urn',
    emptiness: () => 'no entries',
  })
}

/** {"entries": [...]}, a list, or one entry. */
function entriesOf(value: unknown): JsonObject[] {
  const list = Array.isArray(value) ? value : readValue(value, 'entries')
  if (Array.isArray(list)) return list.slice(0, mostEntries).filter(isObject)
  return isObject(value) ? [value] : []
}
