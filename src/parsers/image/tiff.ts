import type { Container } from './container.ts'
import { maxMetadataBytes, startsWith, viewOf } from './container.ts'
import { readIimResource } from './photoshop.ts'

/** Bytes of one value of each TIFF type (TIFF 6.0, section 2). */
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

/** The tags of the first directory as raw bytes, big ones left out. For EXIF and for TIFF files. */
export function readTiffTags(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const tags = new Map<number, Uint8Array>()
  if (bytes.length < 8) return tags
  const little = startsWith(bytes, 'II')
  const view = viewOf(bytes)
  const directory = view.getUint32(4, little)
  if (directory + 2 > bytes.length) return tags
  const count = Math.min(view.getUint16(directory, little), 500)
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * 12
    if (at + 12 > bytes.length) break
    const length = (sizes[view.getUint16(at + 2, little)] ?? 0) * view.getUint32(at + 4, little)
    if (length === 0 || length > maxMetadataBytes) continue
    const from = length <= 4 ? at + 8 : view.getUint32(at + 8, little)
    if (from + length <= bytes.length) tags.set(view.getUint16(at, little), bytes.subarray(from, from + length))
  }
  return tags
}

/** Reads a TIFF file: XMP (tag 700), IIM (33723, or in Photoshop's block 34377). */
export function readTiff(bytes: Uint8Array): Container {
  const tags = readTiffTags(bytes)
  const little = startsWith(bytes, 'II')
  const photoshop = tags.get(34_377)
  const iim = tags.get(33_723) ?? (photoshop === undefined ? undefined : readIimResource(photoshop))
  const number = (tag: number): number | undefined => readNumbers(tags.get(tag), little)[0]
  const width = number(256)
  const height = number(257)
  const xmp = tags.get(700)
  const lengths = readNumbers(tags.get(279), little)
  const strips = readNumbers(tags.get(273), little).map((from, index) =>
    bytes.subarray(from, from + (lengths[index] ?? 0)),
  )
  return {
    mimeType: 'image/tiff',
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(xmp !== undefined && { xmp }),
    ...(iim !== undefined && { iim }),
    exif: tags,
    pixels: strips.some(({ length }) => length > 0) ? strips : [bytes],
  }
}

/** A single short, or a list of longs: enough to tell one picture's strips from another's. */
function readNumbers(raw: Uint8Array | undefined, little: boolean): number[] {
  if (raw === undefined) return []
  const view = viewOf(raw)
  if (raw.length === 2) return [view.getUint16(0, little)]
  const numbers: number[] = []
  for (let at = 0; at + 4 <= raw.length && numbers.length < 100_000; at += 4) numbers.push(view.getUint32(at, little))
  return numbers
}
