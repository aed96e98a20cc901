import type Iconv from 'iconv-lite'
import type { CharsetChoice } from '../story/charset.ts'
import type { ItemWarning } from '../story/item.ts'
import { onDemand } from './on-demand.ts'
import { countSequences, decodeMixed, surveyUtf8 } from './utf-8.ts'
import type { Utf8Survey } from './utf-8.ts'
import { decodeWindows1252 } from './windows-1252.ts'

export interface CharsetHints {
  /** The document's own claim: an XML declaration, a MIME header, IIM 1:90. */
  readonly declared?: string | undefined
  /** The charset parameter of the transport's Content-Type. */
  readonly transport?: string | undefined
  /** What the agency is known to send when it does not say. */
  readonly agencyDefault?: string | undefined
}

export interface DecodedText {
  readonly text: string
  readonly charset: CharsetChoice
  readonly warnings: ItemWarning[]
}

const iconv = onDemand<typeof Iconv>('iconv-lite')

const byteOrderMarks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

// HTML's and the wire's habit: whoever says latin-1 or ASCII sends windows-1252
const saysLatin1 = new Set([
  'iso88591',
  'latin1',
  'l1',
  'ascii',
  'usascii',
  'ansi',
  'cp1252',
  'windows1252',
  'iso885915',
])
const doubleByte = /^(?:gb|big5|euc|shift|sjis|ms93|cp93|cp94|cp95|ks|windows31j|windows949)/

/**
 * Bytes to text. Order of trust: byte order mark; a declaration the bytes are valid in; UTF-8 when valid; the agency's
 * habit; windows-1252. Declarations lie in both directions, so valid multi-byte UTF-8 beats every declared single-byte
 * charset, and a declared UTF-8 that the bytes refute is not obeyed. U+0000 and lone surrogates are dropped: neither XML
 * nor PostgreSQL can hold them.
 */
export function decodeText(bytes: Uint8Array, hints: CharsetHints = {}): DecodedText {
  const warnings: ItemWarning[] = []
  const claim = hints.declared ?? hints.transport
  const choice = (used: string, because: string): CharsetChoice =>
    claim === undefined ? { used, because } : { used, declared: claim, because }
  const done = (text: string, used: string, because: string): DecodedText => ({
    text: dropUnstorable(text, warnings),
    charset: choice(used, because),
    warnings,
  })

  // every mark begins with one of the highest bytes
  for (const [name, mark] of (bytes[0] ?? 0) < 0xef ? [] : byteOrderMarks) {
    if (!mark.every((byte, at) => bytes[at] === byte)) continue
    const rest = bytes.subarray(mark.length)
    if (name !== 'utf-8') return done(iconv().decode(asBuffer(rest), name, { stripBOM: true }), name, 'bom')
    const survey = surveyUtf8(rest)
    if (survey.invalid === 0) return done(asBuffer(rest).toString('utf8'), 'utf-8', 'bom')
    return decodeMixture(rest, survey)
  }
  const wide = sniffUtf16(bytes)
  if (wide !== undefined) return done(iconv().decode(asBuffer(bytes), wide), wide, 'validity')

  const survey = surveyUtf8(bytes)
  if (survey.invalid === 0 && survey.multiByte === 0 && !/2022|hz|utf-?7/i.test(claim ?? '')) {
    const name = fold(claim ?? 'utf-8') === 'utf8' || claim === undefined ? 'utf-8' : 'ascii'
    return done(asBuffer(bytes).toString('latin1'), name, claim === undefined ? 'validity' : 'declaration')
  }

  for (const [label, because] of [
    [hints.declared, 'declaration'],
    [hints.transport, 'transport'],
  ] as const) {
    if (label === undefined) continue
    const text = tryDeclared(bytes, label, survey)
    if (text !== undefined)
      return done(text, saysLatin1.has(fold(label)) ? 'windows-1252' : label.toLowerCase(), because)
    if (fold(label) !== 'utf8') conflict(label, 'the bytes are valid UTF-8 or not valid in it')
    else if (survey.invalid > 0) conflict(label, `${survey.invalid} bytes are not UTF-8`)
  }
  if (survey.invalid === 0) return done(asBuffer(bytes).toString('utf8'), 'utf-8', 'validity')
  if (survey.multiByte > 2 * survey.invalid) return decodeMixture(bytes, survey)
  if (hints.agencyDefault !== undefined) {
    const text = tryDeclared(bytes, hints.agencyDefault, survey)
    if (text !== undefined) return done(text, hints.agencyDefault.toLowerCase(), 'agency')
  }
  return done(decodeWindows1252(bytes), 'windows-1252', 'fallback')

  function conflict(label: string, detail: string): void {
    warnings.push({ code: 'charset.conflict', detail: `declared ${label.slice(0, 40)}: ${detail}` })
  }

  // mostly UTF-8 with a few stray bytes: a quotation pasted from elsewhere must not spoil the rest
  function decodeMixture(mixed: Uint8Array, found: Utf8Survey): DecodedText {
    warnings.push({
      code: 'charset.mixed',
      detail: `${found.invalid} bytes of ${mixed.length} were read as windows-1252`,
    })
    return done(decodeMixed(mixed), 'utf-8+windows-1252', 'validity')
  }
}

/** The charset parameter of a Content-Type, if it has one. */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s{0,8}charset\s{0,8}=\s{0,8}["']?([A-Za-z0-9_:.+-]{1,40})/i.exec(contentType ?? '')?.[1]
}

function tryDeclared(bytes: Uint8Array, label: string, survey: Utf8Survey): string | undefined {
  const name = fold(label)
  if (name === 'utf8') return survey.invalid === 0 ? asBuffer(bytes).toString('utf8') : undefined
  // no UTF-16 without a mark got this far; the label is a leftover of a conversion
  if (name.startsWith('utf16') || name.startsWith('ucs') || name.startsWith('utf32')) return undefined
  // legacy text that happens to be valid multi-byte UTF-8 is next to impossible; in double-byte charsets only when short
  if (survey.invalid === 0 && (doubleByte.test(name) ? countSequences(bytes, 4) >= 4 : survey.multiByte > 0))
    return undefined
  // latin-9 differs from windows-1252 in the euro sign alone; C1 bytes tell which of the two it is
  if (saysLatin1.has(name))
    return name === 'iso885915' && !hasC1(bytes) ? iconv().decode(asBuffer(bytes), label) : decodeWindows1252(bytes)
  const text = decodeLabelled(bytes, label)
  return text === undefined || text.includes('\ufffd') ? undefined : text
}

function decodeLabelled(bytes: Uint8Array, label: string): string | undefined {
  if (iconv().encodingExists(label)) return iconv().decode(asBuffer(bytes), label)
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-16 without a mark shows as a zero in every second byte of its first characters. */
function sniffUtf16(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length & ~1, 64)
  if (length < 4 || (bytes[0] !== 0 && bytes[1] !== 0 && bytes[2] !== 0 && bytes[3] !== 0)) return undefined
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  const enough = length / 2 - 1
  if (odd >= enough && even === 0) return 'utf-16le'
  return even >= enough && odd === 0 ? 'utf-16be' : undefined
}

function hasC1(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80 && byte < 0xa0) return true
  return false
}

const unstorable = /[\0\ud800-\udfff]/gu

function dropUnstorable(text: string, warnings: ItemWarning[]): string {
  const clean = withoutUnstorable(text)
  if (clean.length !== text.length) {
    warnings.push({ code: 'charset.unstorable', detail: `${text.length - clean.length} characters dropped` })
  }
  return clean
}

/** Drops U+0000 and lone surrogates. */
export function withoutUnstorable(text: string): string {
  return !text.includes('\0') && isWellFormed(text) ? text : text.replace(unstorable, '')
}

/** No surrogate stands alone. Native in every supported Node, but younger than the library the compiler knows. */
export function isWellFormed(text: string): boolean {
  return (text as string & { isWellFormed(): boolean }).isWellFormed()
}

function fold(label: string): string {
  return label.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
