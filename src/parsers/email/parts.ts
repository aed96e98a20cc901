import { charsetOf, decodeText } from '../../normalise/charset.ts'
import { decodeQuoted, decodeWords, readParameters, splitHeaders } from './headers.ts'
import type { Headers } from './headers.ts'

/** A leaf of the MIME tree. */
export interface Part {
  readonly type: string
  readonly contentType: string
  readonly headers: Headers
  readonly fileName?: string
  readonly contentId?: string
  readonly attached: boolean
  /** Transfer encoding undone. */
  readonly bytes: Buffer
  /** RFC 3676: lines that end in a blank go on; delsp drops that blank. */
  readonly flowed: boolean
  readonly delsp: boolean
}

export interface Message {
  readonly headers: Headers
  /** Leaves in order; of a multipart/alternative all are given. */
  readonly parts: readonly Part[]
  /** Messages inside this one (message/rfc822), outermost first. */
  readonly forwarded: readonly Message[]
}

const deepest = 12
const mostParts = 300

/**
 * Reads a mail message (RFC 5322 with MIME, RFC 2045-2049) without any I/O: a parser is a plain function, and the library
 * for mail works on streams. Bounded in depth and in parts.
 */
export function readMessage(source: string, depth = 0): Message {
  const { headers, body } = splitHeaders(source.replace(/^\s{1,4000}/, ''))
  const parts: Part[] = []
  const forwarded: Message[] = []
  collect(headers, body, depth)
  return { headers, parts, forwarded }

  function collect(entity: Headers, content: string, level: number): void {
    if (level > deepest || parts.length + forwarded.length >= mostParts) return
    const contentType = entity.get('content-type')?.[0] ?? 'text/plain'
    const { value, parameters } = readParameters(contentType)
    const boundary = parameters.get('boundary')
    if (value.startsWith('multipart/') && boundary !== undefined && boundary !== '') {
      for (const piece of splitMultipart(content, boundary)) {
        const inner = splitHeaders(piece)
        collect(inner.headers, inner.body, level + 1)
      }
      return
    }
    const bytes = undoTransfer(content, entity.get('content-transfer-encoding')?.[0])
    if (value === 'message/rfc822' || value === 'message/global') {
      forwarded.push(readMessage(bytes.toString('latin1'), level + 1))
      return
    }
    const disposition = readParameters(entity.get('content-disposition')?.[0])
    const fileName = disposition.parameters.get('filename') ?? parameters.get('name')
    const contentId = entity.get('content-id')?.[0]?.replace(/^<|>$/g, '')
    parts.push({
      type: value === '' ? 'text/plain' : value,
      contentType,
      headers: entity,
      ...(fileName !== undefined && { fileName: decodeWords(fileName).slice(0, 200) }),
      ...(contentId !== undefined && contentId !== '' && { contentId }),
      attached: disposition.value === 'attachment' || (fileName !== undefined && disposition.value !== 'inline'),
      bytes,
      flowed: parameters.get('format')?.toLowerCase() === 'flowed',
      delsp: parameters.get('delsp')?.toLowerCase() === 'yes',
    })
  }
}

/** The text of a text part: charset of its header, flowed lines joined. */
export function partText(part: Part): string {
  const { text } = decodeText(part.bytes, { declared: charsetOf(part.contentType) })
  const lines = text.replace(/\r\n?/g, '\n')
  if (!part.flowed) return lines
  let joined = ''
  for (const raw of lines.split('\n')) {
    // space stuffing
    const line = raw.startsWith(' ') ? raw.slice(1) : raw
    const goesOn = line.endsWith(' ') && line !== '-- '
    joined += goesOn ? (part.delsp ? line.slice(0, -1) : line) : `${line}\n`
  }
  return joined
}

function splitMultipart(content: string, boundary: string): string[] {
  const pieces: string[] = []
  const mark = `--${boundary}`
  let from = -1
  for (
    let at = content.indexOf(mark);
    at >= 0 && pieces.length < mostParts;
    at = content.indexOf(mark, at + mark.length)
  ) {
    if (at > 0 && content[at - 1] !== '\n') continue
    // a longer boundary that begins with this one belongs to an inner multipart
    const closing = content.startsWith('--', at + mark.length)
    const after = content[at + mark.length + (closing ? 2 : 0)]
    if (after !== undefined && !/\s/.test(after)) continue
    if (from >= 0) pieces.push(content.slice(from, at))
    const line = content.indexOf('\n', at)
    from = line < 0 || closing ? -1 : line + 1
    if (closing || line < 0) break
  }
  // the closing mark may be missing from a cut message
  if (from >= 0) pieces.push(content.slice(from))
  return pieces
}

function undoTransfer(content: string, encoding: string | undefined): Buffer {
  const name = (encoding ?? '').trim().toLowerCase()
  if (name === 'base64') return Buffer.from(content, 'base64')
  return Buffer.from(name === 'quoted-printable' ? decodeQuoted(content) : content, 'latin1')
}
