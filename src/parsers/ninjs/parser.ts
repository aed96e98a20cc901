import { charsetOf, decodeText } from '../../normalise/charset.ts'
import type { ParsedItem } from '../../story/draft.ts'
import { WireError } from '../../story/errors.ts'
import type { ItemWarning } from '../../story/item.ts'
import { isObject, parseJson, readValue } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'
import { isJsonSchema } from '../json/schema.ts'
import type { Parser, ParserInput, ParseOutcome, Probe, RefusedItem } from '../parser.ts'
import { isItemOfItsOwn, readAssociations } from './associations.ts'
import { readNinjs } from './item.ts'

/** ninjs 1.x, 2.x and 3.x, with what TT, PA, Superdesk and others add to it. */
export const ninjs: Parser = {
  format: 'ninjs',
  title: 'ninjs 1, 2, 3',
  detect,
  parse,
}

function detect({ looksLikeJson, head }: Probe): number {
  if (!looksLikeJson || isJsonSchema(head)) return 0
  if (/"\$?standard"\s{0,20}:\s{0,20}\{[^{}]{0,300}ninjs/i.test(head)) return 95
  if (!/"(?:uri|guid)"\s{0,20}:/.test(head)) return 0
  if (
    /"(?:versioncreated|versionCreated|pubstatus|pubStatus|representationtype|representationType)"\s{0,20}:/.test(head)
  )
    return 75
  if (
    /"(?:headline|headlines|body_\w{1,20}|bodies|description_\w{1,20}|descriptions|eventDetails|embargoed|embargoedUntil)"\s{0,20}:/.test(
      head,
    )
  )
    return 60
  // an object with nothing but an address and a kind is valid ninjs, and nobody else's
  return /"type"\s{0,20}:\s{0,20}"(?:text|picture|photo|video|audio|graphic|composite|component|event|planning)"/.test(
    head,
  )
    ? 40
    : 0
}

function parse(input: ParserInput): ParseOutcome {
  const { format } = ninjs
  const { text, charset, warnings } = decodeText(input.bytes, {
    declared: 'utf-8',
    transport: charsetOf(input.contentType),
  })
  const json = parseJson(text)
  if (json.kind === 'refused') return { ...json, format }
  const documents = unwrap(json.value)
  if (documents.length === 0)
    return { kind: 'refused', format, code: 'parse.no-items', detail: 'no object that could be an item' }

  const items: ParsedItem[] = []
  const refused: RefusedItem[] = []
  documents.forEach((document, index) => {
    try {
      readWithMembers(document, [...warnings, ...json.warnings])
    } catch (error) {
      const known = error instanceof WireError ? error : undefined
      refused.push({
        index,
        code: known?.code ?? 'parse.crashed',
        detail: known?.detail ?? String(error).slice(0, 160),
      })
    }
  })
  const first = refused[0]
  if (items.length === 0)
    return { kind: 'refused', format, code: first?.code ?? 'parse.no-items', detail: first?.detail ?? '' }
  return { kind: 'parsed', format, items, charset, ...(refused.length > 0 && { refused }) }

  function readWithMembers(document: JsonObject, found: readonly ItemWarning[]): void {
    const parsed = readNinjs(document, input, found)
    items.push(parsed)
    for (const { value } of readAssociations(document)) {
      if (isItemOfItsOwn(value)) items.push(readNinjs(value, input, [], parsed))
    }
  }
}

/** One item, a list of items, or a list under the name that an API gave it. */
function unwrap(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.slice(0, 10_000).flatMap(unwrapElement)
  if (!isObject(value)) return []
  for (const key of ['items', '_items', 'item', 'hits', 'results', 'data']) {
    const inner = readValue(value, key)
    if (Array.isArray(inner) && !Object.hasOwn(value, 'uri')) return inner.slice(0, 10_000).flatMap(unwrapElement)
    if (isObject(inner) && !Object.hasOwn(value, 'uri') && !Object.hasOwn(value, 'guid')) return unwrap(inner)
  }
  return [value]
}

function unwrapElement(element: unknown): JsonObject[] {
  if (!isObject(element)) return []
  const inner = readValue(element, 'item')
  return isObject(inner) && !Object.hasOwn(element, 'uri') ? [inner] : [element]
}
