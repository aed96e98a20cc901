import { isAscii, isUtf8 } from 'node:buffer'
import { decodeWindows1252 } from './windows-1252.ts'

export interface Utf8Survey {
  /** Well-formed sequences of two to four bytes. */
  readonly multiByte: number
  /** Bytes that belong to no well-formed sequence (overlong forms and surrogates count as such). */
  readonly invalid: number
}

/** Length of the well-formed multi-byte sequence at a place, or 0. RFC 3629, table 3-7 of Unicode. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  const second = bytes[at + 1] ?? 0
  if (lead < 0xc2 || lead > 0xf4 || (second & 0xc0) !== 0x80) return 0
  if (lead < 0xe0) return 2
  if (((bytes[at + 2] ?? 0) & 0xc0) !== 0x80) return 0
  if (lead < 0xf0) return (lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f) ? 0 : 3
  if (((bytes[at + 3] ?? 0) & 0xc0) !== 0x80) return 0
  return (lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f) ? 0 : 4
}

/**
 * Counts what is and what is not UTF-8. A cut sequence at the very end counts as invalid. When all is valid, `multiByte` is
 * 1 for "some": one native pass settles it.
 */
export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  if (isAscii(bytes)) return { multiByte: 0, invalid: 0 }
  if (isUtf8(bytes)) return { multiByte: 1, invalid: 0 }
  let multiByte = 0
  let invalid = 0
  for (let at = 0; at < bytes.length;) {
    if ((bytes[at] ?? 0) < 0x80) at++
    else {
      const length = sequenceAt(bytes, at)
      if (length === 0) invalid++
      else multiByte++
      at += length === 0 ? 1 : length
    }
  }
  return { multiByte, invalid }
}

/** How many multi-byte sequences valid UTF-8 holds, counted up to a limit. */
export function countSequences(bytes: Uint8Array, limit: number): number {
  let count = 0
  for (let at = 0; at < bytes.length && count < limit; at++) if ((bytes[at] ?? 0) >= 0xc2) count++
  return count
}

/** UTF-8 where it is well formed, windows-1252 for the bytes between. */
export function decodeMixed(bytes: Uint8Array): string {
  const parts: string[] = []
  let from = 0
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length;) {
    const length = (bytes[at] ?? 0) < 0x80 ? 1 : sequenceAt(bytes, at)
    if (length > 0) at += length
    else {
      parts.push(buffer.toString('utf8', from, at), decodeWindows1252(bytes.subarray(at, at + 1)))
      at++
      from = at
    }
  }
  parts.push(buffer.toString('utf8', from))
  return parts.join('')
}
