/**
 * The 32 places where windows-1252 differs from latin-1. Wire text that claims latin-1 is windows-1252 in practice, and
 * the same characters also arrive as C1 controls and as numeric references (&#146;).
 */
const upper = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
  0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
]

const c1 = /[\u0080-\u009f]/g

/** Replaces C1 controls by the characters windows-1252 has in their places; the five unassigned ones are dropped. */
export function mapC1(text: string): string {
  if (text.search(c1) < 0) return text
  return text.replace(c1, (control) => {
    const mapped = upper[control.charCodeAt(0) - 0x80] ?? 0
    return mapped < 0xa0 ? '' : String.fromCharCode(mapped)
  })
}

/** Bytes to text. Node's own decoder for this charset reads 80-9F as controls in some releases, so it is not used. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return mapC1(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
}

/** The byte of a character in windows-1252, or undefined: what undoing a wrong decoding needs. */
export function windows1252Byte(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code
  const at = upper.indexOf(code)
  return at < 0 ? undefined : at + 0x80
}
