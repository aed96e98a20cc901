import type { ParsedItem } from '../../story/draft.ts'
import type { Parser, ParserInput, ParseOutcome, Probe } from '../parser.ts'
import { headerText } from './headers.ts'
import { readMessage } from './parts.ts'
import type { Message } from './parts.ts'
import { readMail } from './mail.ts'
import type { AttachmentParser } from './mail.ts'

/**
 * RFC 822 e-mail as a transport of news: stories in the text, in a form, as attachments of any registered format, or
 * pictures with a caption. `parseAttachment` is the registry's parser; it must leave out e-mail itself.
 */
export function emailParser(parseAttachment: AttachmentParser): Parser {
  return { format: 'email', title: 'E-mail', detect, parse: (input) => parse(input, parseAttachment) }
}

const field = /^[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?/
const beginning = /^(?:From \S|[A-Za-z][A-Za-z0-9-]{1,60}:)/
const telling = /^(?:from|subject|message-id|received|return-path|mime-version|delivered-to|date):/i

function detect({ start, xmlRoot, looksLikeJson }: Probe): number {
  if (xmlRoot !== undefined || looksLikeJson || !beginning.test(start)) return 0
  const lines = start.slice(0, 4_096).split(/\r\n?|\n/)
  if (/^From \S+ /.test(lines[0] ?? '')) lines.shift()
  let fields = 0
  let known = 0
  for (const line of lines) {
    if (/^[ \t]/.test(line) && fields > 0) continue
    if (!field.test(line)) break
    fields++
    if (telling.test(line)) known++
  }
  return known >= 2 && fields >= 3 ? 85 : 0
}

function parse(input: ParserInput, parseAttachment: AttachmentParser): ParseOutcome {
  const format = 'email'
  const { bytes } = input
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const message = readMessage(source)
  const automatic = headerText(message.headers, 'auto-submitted')
  if (automatic !== undefined && !/^no\b/i.test(automatic)) {
    return {
      kind: 'refused',
      format,
      code: 'parse.unsupported',
      detail: `an automatic answer (${automatic.slice(0, 40)})`,
    }
  }
  const items: ParsedItem[] = []
  for (const mail of withForwarded(message)) items.push(...readMail(mail, input, parseAttachment))
  if (items.length === 0) {
    return {
      kind: 'refused',
      format,
      code: 'parse.no-items',
      detail: 'a mail without text and without a known attachment',
    }
  }
  return { kind: 'parsed', format, items }
}

/** A message and those attached to it; a cover without words is left out by readMail. */
function withForwarded(message: Message): Message[] {
  return [message, ...message.forwarded.flatMap(withForwarded)]
}
