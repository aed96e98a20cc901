import type { Container } from './container.ts'
import { latin1, startsWith, viewOf } from './container.ts'
import { readTiffTags } from './tiff.ts'

/** Walks the RIFF chunks of a WebP file. */
export function readWebp(bytes: Uint8Array): Container {
  const view = viewOf(bytes)
  const pixels: Uint8Array[] = []
  let found: { width?: number; height?: number; xmp?: Uint8Array; exif?: ReadonlyMap<number, Uint8Array> } = {}
  let at = 12
  for (let chunks = 0; chunks < 10_000 && at + 8 <= bytes.length; chunks++) {
    const type = latin1(bytes.subarray(at, at + 4))
    const length = view.getUint32(at + 4, true)
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (type === 'XMP ') found.xmp = body
    else if (type === 'EXIF') {
      found = { ...found, exif: readTiffTags(startsWith(body, 'Exif\0\0') ? body.subarray(6) : body) }
    } else if (type === 'VP8X' && body.length >= 10) {
      found = { ...found, width: 1 + uint24(body, 4), height: 1 + uint24(body, 7) }
    } else if (type === 'VP8 ' || type === 'VP8L' || type === 'ANMF') pixels.push(body)
    at += 8 + length + (length % 2)
  }
  return { ...found, mimeType: 'image/webp', pixels }
}

function uint24(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)
}
