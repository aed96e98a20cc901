import { charsetOf, decodeText } from '../../normalise/charset.ts'
import type { ParsedItem } from '../../story/draft.ts'
import type { ItemWarning } from '../../story/item.ts'
import type { Parser, ParserInput, ParseOutcome, Probe } from '../parser.ts'
import { frameMessages } from './frame.ts'
import { parseMessage } from './message.ts'

/** ANPA 1312 as AP, Kyodo and older lines send it: one or many messages a file, or a stretch of a serial line. */
export const anpa: Parser = { format: 'anpa', title: 'ANPA 1312', detect, mostCertain: 95, parse }

const firstLine = /^\u0016*\u0001?[A-Za-z]\d{3,5}[A-Z]{0,4}\u001f/m
const secondLine = /^[a-z] ?[a-z]? ?[\u0013\u0014][\u0011\u0012].{0,160}\d{1,2}-\d{1,2}/im

const copyLine = /\u0002\^\S/

function detect({ head, xmlRoot, looksLikeJson }: Probe): number {
  if (xmlRoot !== undefined || looksLikeJson) return 0
  const start = head.slice(0, 4_096)
  if ((start.includes('\u0013') || start.includes('\u0014')) && secondLine.test(start)) return 95
  if (start.includes('\u001f') && firstLine.test(start)) return 90
  if (start.includes('\u0002^') && copyLine.test(start)) return 85
  if (!start.includes('^')) return 0
  // a relay that strips control characters leaves the furniture and AP's cycles
  return /^\^(?:BC|AM|PM|AP)-[^\r\n<]{1,120},\d{0,5}<\s{0,8}$/m.test(start) ? 70 : 0
}

function parse(input: ParserInput): ParseOutcome {
  const { format } = anpa
  const { text, charset, warnings } = decodeText(input.bytes, {
    transport: charsetOf(input.contentType),
    agencyDefault: 'windows-1252',
  })
  const found: ItemWarning[] = [...warnings]
  if (charset.used !== 'utf-8' && charset.used !== 'ascii') {
    found.push({ code: 'charset.eight-bit', detail: `a seven-bit format with other bytes, read as ${charset.used}` })
  }
  const frames = frameMessages(text)
  const items: ParsedItem[] = []
  for (const frame of frames) {
    const item = parseMessage(frame, input)
    if (item !== undefined) items.push(item)
  }
  if (items.length === 0) {
    const detail = frames.length === 0 ? 'no message in the stream' : `${frames.length} messages without copy`
    return { kind: 'refused', format, code: 'parse.no-items', detail }
  }
  return { kind: 'parsed', format, items, charset, ...(found.length > 0 && { warnings: found }) }
}
