import type { ParseOutcome, Parser, ParserInput, Probe } from '../parser.ts'
import type { Container } from './container.ts'
import { startsWith } from './container.ts'
import { readPicture } from './item.ts'
import { readJpeg } from './jpeg.ts'
import { readMetadata } from './metadata.ts'
import { readPng } from './png.ts'
import { readTiff } from './tiff.ts'
import { readWebp } from './webp.ts'

const format = 'image'

/** Pictures with what is written into them: JPEG, TIFF, PNG and WebP with XMP, IPTC-IIM and EXIF. */
export const image: Parser = {
  format,
  title: 'Pictures with IPTC and XMP metadata',

  detect({ bytes }: Probe): number {
    return readerOf(bytes) === undefined ? 0 : 99
  },

  parse(input: ParserInput): ParseOutcome {
    const container = readerOf(input.bytes)?.(input.bytes)
    if (container === undefined) return { kind: 'refused', format, code: 'parse.unsupported', detail: 'no picture file known' } // prettier-ignore
    const metadata = readMetadata(container)
    if (container.pixels.length === 0 && metadata.isEmpty) {
      return { kind: 'refused', format, code: 'parse.truncated', detail: 'the file ends before picture and metadata' }
    }
    const { charset } = metadata
    return { kind: 'parsed', format, items: [readPicture(metadata, container, input)], ...(charset && { charset }) }
  },
}

function readerOf(bytes: Uint8Array): ((bytes: Uint8Array) => Container) | undefined {
  if (startsWith(bytes, '\u00ff\u00d8\u00ff')) return readJpeg
  if (startsWith(bytes, '\u0089PNG\r\n\u001a\n')) return readPng
  if (startsWith(bytes, 'II*\0') || startsWith(bytes, 'MM\0*')) return readTiff
  return startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8) ? readWebp : undefined
}
