import { decodeText } from '../../normalise/charset.ts'
import { foldSpace } from '../../normalise/text.ts'

/** Header fields by lower-case name, in order, unfolded but not decoded. */
export type Headers = ReadonlyMap<string, readonly string[]>

const mostHeaders = 2_000
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const fieldLine = /^([A-Za-z][A-Za-z0-9-]{0,76})[ \t]{0,4}:(.*)$/

/** Splits an entity (RFC 5322, RFC 2045) into its fields and what stands behind the first blank line. */
export function splitHeaders(source: string): { headers: Headers; body: string } {
  const headers = new Map<string, string[]>()
  let open: string[] | undefined
  let at = 0
  for (let count = 0; at < source.length && count < mostHeaders * 4; count++) {
    const end = source.indexOf('\n', at)
    const line = source
      .slice(at, end < 0 ? source.length : end)
      .replace(/\r$/, '')
      .replace(control, ' ')
    const next = end < 0 ? source.length : end + 1
    if (line.trim() === '') return { headers, body: source.slice(next) }
    if (/^[ \t]/.test(line)) {
      if (open !== undefined && open.length > 0)
        open[open.length - 1] = `${open.at(-1) ?? ''} ${line.trim()}`.slice(0, 20_000)
    } else {
      const field = fieldLine.exec(line)
      // a line that is no field ends a header that forgot its blank line; "From " of a mailbox is passed over
      if (field?.[1] === undefined) {
        if (!/^>?From /.test(line)) return { headers, body: source.slice(at) }
      } else {
        const name = field[1].toLowerCase()
        open = headers.get(name) ?? []
        if (open.length < 200) open.push((field[2] ?? '').trim())
        headers.set(name, open)
      }
    }
    at = next
  }
  return { headers, body: source.slice(at) }
}

/** The first value of a field, encoded words decoded. */
export function headerText(headers: Headers, name: string): string | undefined {
  const raw = headers.get(name)?.[0]
  if (raw === undefined) return undefined
  const text = foldSpace(decodeWords(raw))
  return text === '' ? undefined : text
}

const encodedWord = /=\?([^?\s]{1,60})\?([BbQq])\?([^?\s]{0,4000})\?=(?:\s{1,20}(?==\?[^?\s]{1,60}\?[BbQq]\?))?/g

/** Decodes RFC 2047 words; raw 8-bit headers, which are not allowed but common, are read as UTF-8 or windows-1252. */
export function decodeWords(raw: string): string {
  const text = raw.replace(encodedWord, (_, label: string, kind: string, words: string) => {
    const bytes =
      kind.toLowerCase() === 'b'
        ? Buffer.from(words, 'base64')
        : Buffer.from(decodeQuoted(words.replaceAll('_', ' ')), 'latin1')
    return decodeText(bytes, { declared: label.split('*')[0] }).text
  })

  return /[\u0080-\u00ff]/.test(raw) && text === raw ? decodeText(Buffer.from(raw, 'latin1')).text : text
}

/** Quoted-printable to latin-1 characters: soft line breaks go, broken escapes stay as they are. */
export function decodeQuoted(text: string): string {
  return text
    .replace(/=[ \t]{0,20}\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** A Content-Type or Content-Disposition: its value and parameters, RFC 2231 continuations joined. */
export function readParameters(raw: string | undefined): { value: string; parameters: ReadonlyMap<string, string> } {
  const text = (raw ?? '').slice(0, 8_000)
  const value = (text.split(';', 1)[0] ?? '').trim().toLowerCase()
  const parameters = new Map<string, string>()
  for (const [, name = '', quoted, bare] of text.matchAll(
    /;\s{0,100}([\w.-]{1,60}(?:\*\d{0,3}\*?)?)\s{0,20}=\s{0,20}(?:"((?:[^"\\]|\\.){0,2000})"|([^\s;"]{1,2000}))/g,
  )) {
    const [base = '', ...marks] = name.toLowerCase().split('*')
    let part = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? ''
    if (marks.length > 0 && name.endsWith('*')) part = decodePercent(part)
    parameters.set(base, (parameters.get(base) ?? '') + part)
  }
  return { value, parameters }
}

function decodePercent(text: string): string {
  const [, charset, rest] = /^([\w-]{0,40})'[\w-]{0,20}'(.*)$/s.exec(text) ?? [undefined, undefined, text]
  const bytes = (rest ?? text).replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return decodeText(Buffer.from(bytes, 'latin1'), { declared: charset === '' ? undefined : charset }).text
}
