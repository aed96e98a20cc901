import { decodeText } from '../../normalise/charset.ts'
import { charsetOf } from '../../normalise/charset.ts'
import type { ParsedItem } from '../../story/draft.ts'
import { WireError } from '../../story/errors.ts'
import { parseJson } from '../json/read.ts'
import { isJsonSchema } from '../json/schema.ts'
import type { Parser, ParserInput, ParseOutcome, Probe, RefusedItem } from '../parser.ts'
import { readEnvelope } from './envelope.ts'
import { readItem } from './item.ts'

/** AP Media API 2.x: a feed page, the answer for one item, or a bare item; the NITF of a text item comes as a companion. */
export const apMediaApi: Parser = {
  format: 'ap-media-api',
  title: 'AP Media API (JSON)',
  detect,
  parse,
}

function detect({ looksLikeJson, head }: Probe): number {
  if (!looksLikeJson || isJsonSchema(head)) return 0
  // ninjs has alternative ids too, and some agencies call one of theirs itemid: AP's is 32 hexadecimal digits
  if (head.includes('"altids"') && head.includes('"itemid"'))
    return /"itemid"\s{0,20}:\s{0,20}"[\da-f]{32}"/i.test(head) || head.includes('"friendlykey"') ? 90 : 70
  if (head.includes('"altids"') && head.includes('"pubstatus"')) return 70
  return /"api_version"/.test(head) && /"(?:data|error)"/.test(head) ? 80 : 0
}

function parse(input: ParserInput): ParseOutcome {
  const { format } = apMediaApi
  const { text, charset, warnings } = decodeText(input.bytes, {
    declared: 'utf-8',
    transport: charsetOf(input.contentType),
  })
  const json = parseJson(text)
  if (json.kind === 'refused') return { ...json, format }
  const envelope = readEnvelope(json.value)
  if (envelope.kind === 'refused') return { ...envelope, format }

  const items: ParsedItem[] = []
  const refused: RefusedItem[] = []
  envelope.entries.forEach(({ item, meta, nitf }, index) => {
    try {
      items.push(readItem(item, meta, nitf, input, [...warnings, ...json.warnings]))
    } catch (error) {
      // one item that cannot be read must not cost the others
      const known = error instanceof WireError ? error : undefined
      refused.push({
        index,
        code: known?.code ?? 'parse.crashed',
        detail: known?.detail ?? String(error).slice(0, 160),
      })
    }
  })
  if (items.length === 0) {
    const first = refused[0]
    return {
      kind: 'refused',
      format,
      code: first?.code ?? 'parse.no-items',
      detail: first?.detail ?? 'no items on this page',
    }
  }
  return { kind: 'parsed', format, items, charset, ...(refused.length > 0 && { refused }) }
}
