import type { Container } from './container.ts'
import { maxMetadataBytes, startsWith, viewOf } from './container.ts'
import { readIimResource } from './photoshop.ts'
import { readTiffTags } from './tiff.ts'

const xmpHead = 'http://ns.adobe.com/xap/1.0/\0'
const extensionHead = 'http://ns.adobe.com/xmp/extension/\0'
const photoshopHead = 'Photoshop 3.0\0'

/** Walks the segments of a JPEG up to its first scan (ITU T.81 B.1; XMP part 3, 1.1.3). */
export function readJpeg(bytes: Uint8Array): Container {
  const view = viewOf(bytes)
  const photoshop: Uint8Array[] = []
  const extensions: { offset: number; part: Uint8Array }[] = []
  let found: { width?: number; height?: number; xmp?: Uint8Array; exif?: ReadonlyMap<number, Uint8Array> } = {}
  let scan: number | undefined
  let at = 2
  for (let segments = 0; segments < 2_000 && at + 4 <= bytes.length; segments++) {
    if (bytes[at] !== 0xff) break
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0xda || marker === 0xd9) {
      scan = at
      break
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2
      continue
    }
    const length = view.getUint16(at + 2)
    if (length < 2) break
    const body = bytes.subarray(at + 4, at + 2 + length)
    if (marker === 0xe1) {
      if (startsWith(body, xmpHead)) found.xmp ??= body.subarray(xmpHead.length)
      else if (startsWith(body, extensionHead) && body.length > 75) {
        extensions.push({ offset: viewOf(body).getUint32(71), part: body.subarray(75) })
      } else if (startsWith(body, 'Exif\0\0')) found = { ...found, exif: readTiffTags(body.subarray(6)) }
    } else if (marker === 0xed && startsWith(body, photoshopHead)) photoshop.push(body.subarray(photoshopHead.length))
    else if (isFrame(marker) && body.length >= 5) {
      found = { ...found, height: viewOf(body).getUint16(1), width: viewOf(body).getUint16(3) }
    }
    at += 2 + length
  }
  const iim = photoshop.length === 0 ? undefined : readIimResource(Buffer.concat(photoshop))
  const xmp = found.xmp ?? joinExtensions(extensions)
  return {
    ...found,
    mimeType: 'image/jpeg',
    ...(xmp !== undefined && { xmp }),
    ...(iim !== undefined && { iim }),
    pixels: scan === undefined ? [] : [bytes.subarray(scan)],
    ...(scan === undefined && { truncated: true }),
  }
}

/** SOF0 to SOF15, without DHT, JPG and DAC, which stand between them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** Only where the main packet is missing: what news needs always fits into it. */
function joinExtensions(extensions: { offset: number; part: Uint8Array }[]): Uint8Array | undefined {
  if (extensions.length === 0) return undefined
  const joined = Buffer.concat(extensions.sort((a, b) => a.offset - b.offset).map(({ part }) => part))
  return joined.length > maxMetadataBytes ? undefined : joined
}
