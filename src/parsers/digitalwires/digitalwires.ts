import { charsetOf, decodeText } from '../../normalise/charset.ts'
import type { ParsedItem } from '../../story/draft.ts'
import { WireError } from '../../story/errors.ts'
import { isObject, parseJson, readString, readValue } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'
import type { Parser, ParserInput, ParseOutcome, Probe, RefusedItem } from '../parser.ts'
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
  const { format } = digitalwires
  const { text, charset, warnings } = decodeText(input.bytes, {
    declared: 'utf-8',
    transport: charsetOf(input.contentType),
  })
  const json = parseJson(text)
  if (json.kind === 'refused') return { ...json, format }
  const items: ParsedItem[] = []
  const refused: RefusedItem[] = []
  entriesOf(json.value).forEach((entry, index) => {
    try {
      items.push(readEntry(entry, input))
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      const uri = readString(entry, 'urn')
      refused.push({ index, code: error.code, detail: error.detail, ...(uri !== undefined && { uri }) })
    }
  })
  const [first] = refused
  if (items.length === 0) {
    return { kind: 'refused', format, code: first?.code ?? 'parse.no-items', detail: first?.detail ?? 'no entries' }
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

/** {"entries": [...]}, a list, or one entry. */
function entriesOf(value: unknown): JsonObject[] {
  const list = Array.isArray(value) ? value : readValue(value, 'entries')
  if (Array.isArray(list)) return list.slice(0, mostEntries).filter(isObject)
  return isObject(value) ? [value] : []
}
