import { charsetOf, decodeText } from '../../normalise/charset.ts'
import type { ParsedItem } from '../../story/draft.ts'
import { WireError } from '../../story/errors.ts'
import type { ParserInput, ParseOutcome, RefusedItem } from '../parser.ts'
import { parseJson, readString } from './read.ts'
import type { JsonObject } from './read.ts'

/** How the JSON of one agency holds its items. */
export interface RecordFormat {
  readonly format: string
  /** The records of a document, of whatever wrapping the agency's answers have. */
  recordsOf(value: unknown): readonly JsonObject[]
  /** Reads one record. Throws a WireError for one that cannot be an item. */
  read(record: JsonObject, input: ParserInput): ParsedItem
  /** The member that names a record, for those that are refused. */
  readonly nameMember: string
  /** Says of a document without a record why it has none. */
  emptiness(value: unknown): string
}

/**
 * Parses an agency's JSON record by record: one that cannot be read costs none of the others. A document of which no
 * record can be read is refused with the code of the first.
 */
export function parseRecords(input: ParserInput, records: RecordFormat): ParseOutcome {
  const { format } = records
  const { text, charset, warnings } = decodeText(input.bytes, {
    declared: 'utf-8',
    transport: charsetOf(input.contentType),
  })
  const json = parseJson(text)
  if (json.kind === 'refused') return { ...json, format }
  const items: ParsedItem[] = []
  const refused: RefusedItem[] = []
  records.recordsOf(json.value).forEach((record, index) => {
    try {
      items.push(records.read(record, input))
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      const uri = readString(record, records.nameMember)
      refused.push({ index, code: error.code, detail: error.detail, ...(uri !== undefined && { uri }) })
    }
  })
  if (items.length === 0) {
    const [first] = refused
    const detail = first?.detail ?? records.emptiness(json.value)
    return { kind: 'refused', format, code: first?.code ?? 'parse.no-items', detail }
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
