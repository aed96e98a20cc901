import { charsetOf } from '../normalise/charset.ts'
import type { ParserInput, Probe } from './parser.ts'

const headLength = 65_536

/**
 * What detection looks at, computed once. The head is read byte for byte as latin-1, so positions in it are positions in
 * the document; UTF-16 is folded to one character a unit first, or nothing in it would be recognised.
 */
export function probe(input: ParserInput): Probe {
  const { bytes, contentType } = input
  const head = readHead(bytes)
  const start = trimStart(head)
  const root = start.startsWith('<') ? readRoot(start) : undefined
  const first = start[0]
  return {
    bytes,
    head,
    start,
    xmlRoot: root?.name,
    xmlNamespaces: root?.namespaces ?? [],
    looksLikeJson: first === '{' || first === '[',
    contentType,
  }
}

/** White space goes, and a byte order mark that white space kept from the beginning (read as latin-1: three characters). */
function trimStart(head: string): string {
  const start = head.trimStart()
  return start.startsWith('\u00ef\u00bb\u00bf') ? start.slice(3).trimStart() : start
}

function readHead(bytes: Uint8Array): string {
  const whole = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const buffer = whole.length > headLength ? whole.subarray(0, headLength) : whole
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return buffer.toString('latin1', 3)
  const wide = (buffer[0] === 0xff && buffer[1] === 0xfe) || (buffer[0] === 0xfe && buffer[1] === 0xff)
  const text = buffer.toString('latin1', wide ? 2 : 0)
  return wide || (buffer.length > 3 && (buffer[0] === 0) !== (buffer[1] === 0)) ? text.replaceAll('\0', '') : text
}

const skipped = /^(?:<\?[^>]{0,1000}\?>|<!--[\s\S]{0,20000}?-->|\s{1,5000})/

/** The root element's tag: declarations, comments and a DOCTYPE before it are passed over. */
function readRoot(start: string): { name: string; namespaces: string[] } | undefined {
  let rest = start
  for (let steps = 0; steps < 50; steps++) {
    const before = skipped.exec(rest)?.[0]
    if (before !== undefined) rest = rest.slice(before.length)
    else if (/^<!DOCTYPE/i.test(rest)) rest = rest.slice(endOfDoctype(rest))
    else break
  }
  const tag = /^<([A-Za-z_][\w.:-]{0,100})((?:\s[^>]{0,8000})?)>/.exec(rest)
  if (tag?.[1] === undefined) return undefined
  const namespaces = [
    ...(tag[2] ?? '').matchAll(/\sxmlns(?::[\w.-]{1,40})?\s{0,8}=\s{0,8}["']([^"']{0,300})["']/g),
  ].map((match) => match[1] ?? '')
  return { name: tag[1].slice(tag[1].indexOf(':') + 1), namespaces }
}

function endOfDoctype(text: string): number {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '[') depth++
    else if (character === ']') depth--
    else if (character === '>' && depth <= 0) return at + 1
  }
  return text.length
}

/** The charset the transport claims, for parsers of text formats. */
export function transportCharset(input: ParserInput): string | undefined {
  return charsetOf(input.contentType)
}
