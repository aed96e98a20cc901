import { isObject, readValue } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'
import { parseRecords } from '../json/records.ts'
import type { Parser, ParserInput, ParseOutcome, Probe } from '../parser.ts'
import { readDocument } from './document.ts'

/** Documents of the AFP Core API: one, or the answer to a search. */
export const afpCore: Parser = { format: 'afp-core', title: 'AFP Core API', detect, parse }

const mostDocuments = 10_000

function detect({ looksLikeJson, head }: Probe): number {
  if (!looksLikeJson || !/"uno"\s{0,20}:/.test(head)) return 0
  return /"(?:published|afpshortid|newsItemID|bagItem|news|urgency)"\s{0,20}:/.test(head) ? 92 : 0
}

function parse(input: ParserInput): ParseOutcome {
  return parseRecords(input, {
    format: afpCore.format,
    recordsOf: documentsOf,
    read: readDocument,
    nameMember: 'uno',
    emptiness: () => 'no documents',
  })
}

/** {"response": {"docs": [...]}}, a list, or one document. */
function documentsOf(value: unknown): JsonObject[] {
  const list = Array.isArray(value) ? value : (readValue(value, 'response.docs') ?? readValue(value, 'docs'))
  if (Array.isArray(list)) return list.slice(0, mostDocuments).filter(isObject)
  return isObject(value) ? [value] : []
}
