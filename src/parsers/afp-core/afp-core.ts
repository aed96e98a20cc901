import { charsetOf, decodeText } from '../../normalise/charset.ts'
import type { ParsedItem } from '../../story/draft.ts'
import { WireError } from '../../story/errors.ts'
import { isObject, parseJson, readString, readValue } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'
import type { Parser, ParserInput, ParseOutcome, Probe, RefusedItem } from '../parser.ts'
import { readDocument } from './document.ts'

/** Documents of the AFP Core API: one, or the answer to a search. */
export const afpCore: Parser = { format: 'afp-core', title: 'AFP Core API', detect, parse }

const mostDocuments = 10_000

function detect({ looksLikeJson, head }: Probe): number {
  if (!looksLikeJson || !/"uno"\s{0,20}:/.test(head)) return 0
  return /"(?:published|afpshortid|newsItemID|bagItem|news|urgency)"\s{0,20}:/.test(head) ? 92 : 0
}

function parse(input: ParserInput): ParseOutcome {
  const { format } = afpCore
  const { text, charset, warnings } = decodeText(input.bytes, {
    declared: 'utf-8',
    transport: charsetOf(input.contentType),
  })
  const json = parseJson(text)
  if (json.kind === 'refused') return { ...json, format }
  const items: ParsedItem[] = []
  const refused: RefusedItem[] = []
  documentsOf(json.value).forEach((document, index) => {
    try {
      items.push(readDocument(document, input))
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      const uri = readString(document, 'uno')
      refused.push({ index, code: error.code, detail: error.detail, ...(uri !== undefined && { uri }) })
    }
  })
  const [first] = refused
  if (items.length === 0) {
    return { kind: 'refused', format, code: first?.code ?? 'parse.no-items', detail: first?.detail ?? 'no documents' }
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

/** {"response": {"docs": [...]}}, a list, or one document. */
function documentsOf(value: unknown): JsonObject[] {
  const list = Array.isArray(value) ? value : (readValue(value, 'response.docs') ?? readValue(value, 'docs'))
  if (Array.isArray(list)) return list.slice(0, mostDocuments).filter(isObject)
  return isObject(value) ? [value] : []
}
