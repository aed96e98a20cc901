import { charsetOf, decodeText } from '../../normalise/charset.ts'
import type { ParsedItem } from '../../story/draft.ts'
import type { Parser, ParserInput, ParseOutcome, Probe } from '../parser.ts'
import { frameMessages, headerLine } from './frame.ts'
import { parseMessage } from './message.ts'

/** IPTC 7901 as dpa, KNA, ATS and others send it: one or many messages a file, with or without its control characters. */
export const iptc7901: Parser = { format: 'iptc7901', title: 'IPTC 7901', detect, mostCertain: 90, parse }

function detect({ head, xmlRoot, looksLikeJson }: Probe): number {
  if (xmlRoot !== undefined || looksLikeJson) return 0
  const start = head.slice(0, 2_048).replace(/^[\u0016\u007f\u0000\u0001\s]+/, '')
  // behind line noise only a frame tells a message from a line of prose
  if (!/^[A-Za-z]{2,4}\d/.test(start) && !(head.includes('\u0001') && head.includes('\u0002'))) return 0
  // nearly always the first line is the one, and the others need not be read
  const end = start.indexOf('\n')
  if (end > 0 && headerLine.test(start.slice(0, end).replaceAll('\r', ''))) return 90
  const found = headerLine.exec(start.replaceAll('\r', ''))
  if (found === null) return 0
  // at the very beginning, or framed by SOH after line noise
  return found.index === 0 ? 90 : head.includes('\u0001') && head.includes('\u0002') ? 70 : 0
}

function parse(input: ParserInput): ParseOutcome {
  const { format } = iptc7901
  const { text, charset, warnings } = decodeText(input.bytes, {
    transport: charsetOf(input.contentType),
    agencyDefault: 'windows-1252',
  })
  const frames = frameMessages(text)
  const items: ParsedItem[] = []
  for (const frame of frames) {
    const item = parseMessage(frame, input)
    if (item !== undefined) items.push(item)
  }
  if (items.length === 0) {
    const detail = frames.length === 0 ? 'no message in the stream' : `${frames.length} messages without text`
    return { kind: 'refused', format, code: 'parse.no-items', detail }
  }
  return { kind: 'parsed', format, items, charset, ...(warnings.length > 0 && { warnings }) }
}
