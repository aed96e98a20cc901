import type { Container } from './container.ts'
import { latin1, viewOf } from './container.ts'

const xmpKeyword = 'XML:com.adobe.xmp\0'

/** Walks the chunks of a PNG; XMP stands uncompressed in an iTXt chunk (XMP part 3, 1.1.5). */
export function readPng(bytes: Uint8Array): Container {
  const view = viewOf(bytes)
  const pixels: Uint8Array[] = []
  let size: { width: number; height: number } | undefined
  let xmp: Uint8Array | undefined
  let at = 8
  for (let chunks = 0; chunks < 100_000 && at + 8 <= bytes.length; chunks++) {
    const length = view.getUint32(at)
    const type = latin1(bytes.subarray(at + 4, at + 8))
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR' && body.length >= 8) {
      size = { width: viewOf(body).getUint32(0), height: viewOf(body).getUint32(4) }
    } else if (type === 'IDAT') pixels.push(body)
    else if (type === 'iTXt' && latin1(body.subarray(0, xmpKeyword.length)) === xmpKeyword) xmp ??= readText(body)
    else if (type === 'IEND') break
    at += 12 + length
  }
  return { mimeType: 'image/png', ...size, ...(xmp !== undefined && { xmp }), pixels }
}

/** Behind the keyword: compression flag and method, then language and translated keyword, each ended by a zero. */
function readText(body: Uint8Array): Uint8Array | undefined {
  let at = xmpKeyword.length
  if (body[at] !== 0) return undefined
  at += 2
  for (let field = 0; field < 2; field++) {
    const end = body.indexOf(0, at)
    if (end < 0) return undefined
    at = end + 1
  }
  return body.subarray(at)
}
