import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'
import { WireError } from '../../story/errors.ts'

/** More layers than this has no honest server; each would be a chance to multiply. */
const mostLayers = 3

/** Deflate, the only compression method a zlib header (RFC 1950) can name. */
const zlibMethod = 8

const unzip = {
  gzip: promisify(gunzip),
  br: promisify(brotliDecompress),
  deflate: promisify(inflate),
  raw: promisify(inflateRaw),
}

/**
 * Undoes Content-Encoding (gzip, br, deflate, several in a row), never letting more than `maxBytes` come out of any
 * layer. Throws `source.too-large` above it and `source.bad-answer` for a cut or broken stream.
 */
export async function decodeBody(
  bytes: Buffer,
  contentEncoding: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  const layers = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (layers.length > mostLayers) throw new WireError('source.bad-answer', `${layers.length} layers of compression`)
  let body = bytes
  for (const layer of layers.reverse()) body = await undo(layer, body, maxBytes)
  return body
}

async function undo(layer: string, bytes: Buffer, maxBytes: number): Promise<Buffer> {
  if (bytes.length === 0) return bytes
  const limit = { maxOutputLength: maxBytes }
  try {
    switch (layer) {
      case 'gzip':
      case 'x-gzip':
        // Some servers announce gzip and send the body as it is.
        return bytes[0] === 0x1f && bytes[1] === 0x8b ? await unzip.gzip(bytes, limit) : bytes
      case 'br':
        return await unzip.br(bytes, limit)
      case 'deflate':
        // Officially zlib, in the wild often raw: the low nibble of the first byte is 8 in a zlib header.
        return ((bytes[0] as number) & 0x0f) === zlibMethod
          ? await unzip.deflate(bytes, limit)
          : await unzip.raw(bytes, limit)
      default:
        throw new WireError('source.bad-answer', `unknown compression "${layer.slice(0, 40)}"`)
    }
  } catch (error) {
    if (error instanceof WireError) throw error
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new WireError('source.too-large', `the answer unpacks to more than ${maxBytes} bytes`, { cause: error })
    }
    throw new WireError('source.bad-answer', `the ${layer} stream is cut or broken`, { cause: error })
  }
}
