import { Buffer } from 'node:buffer'
import { crc32, deflateSync } from 'node:zlib'

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

/** One IIM dataset: tag marker, record, dataset, length, value. */
function dataset(record: number, number: number, value: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([0x1c, record, number, value.length >> 8, value.length & 255]), value])
}

/** IIM datasets as [record, number, text], UTF-8 declared when asked for. */
export function iim(values: readonly (readonly [number, number, string])[], utf8 = true): Buffer {
  const sets = values.map(([record, number, text]) =>
    dataset(record, number, utf8 ? Buffer.from(text, 'utf8') : latin1(text)),
  )
  return Buffer.concat([
    ...(utf8 ? [dataset(1, 90, latin1('\x1b%G'))] : []),
    dataset(2, 0, Buffer.from([0, 2])),
    ...sets,
  ])
}

function photoshopBlock(records: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(records.length)
  const odd = records.length % 2 === 1 ? Buffer.alloc(1) : Buffer.alloc(0)
  return Buffer.concat([latin1('Photoshop 3.0\0'), latin1('8BIM'), Buffer.from([4, 4, 0, 0]), length, records, odd])
}

/** An XMP packet around the given properties. */
export function xmp(properties: string): string {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}

function segment(marker: number, payload: Uint8Array): Buffer {
  const size = payload.length + 2
  return Buffer.concat([Buffer.from([0xff, marker, size >> 8, size & 255]), payload])
}

/** A JPEG of one grey point with the given metadata. */
export function jpeg(parts: { iim?: Uint8Array; xmp?: string }): Buffer {
  const segments: Buffer[] = [Buffer.from([0xff, 0xd8])]
  if (parts.iim) segments.push(segment(0xed, photoshopBlock(parts.iim)))
  if (parts.xmp) {
    segments.push(
      segment(0xe1, Buffer.concat([latin1('http://ns.adobe.com/xap/1.0/\0'), Buffer.from(parts.xmp, 'utf8')])),
    )
  }
  segments.push(segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])))
  segments.push(segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x7f, 0xff, 0xd9]))
  return Buffer.concat(segments)
}

function chunk(type: string, payload: Uint8Array): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(payload.length)
  const named = Buffer.concat([latin1(type), payload])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([head, named, sum])
}

/** A PNG of one point that carries XMP in an iTXt chunk. */
export function png(packet: string): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  const text = Buffer.concat([latin1('XML:com.adobe.xmp\0\0\0\0\0'), Buffer.from(packet, 'utf8')])
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('iTXt', text),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A WebP container with XMP. */
export function webp(packet: string): Buffer {
  const riffChunk = (name: string, payload: Uint8Array): Buffer => {
    const size = Buffer.alloc(4)
    size.writeUInt32LE(payload.length)
    return Buffer.concat([latin1(name), size, payload, Buffer.alloc(payload.length % 2)])
  }
  const body = Buffer.concat([
    latin1('WEBP'),
    riffChunk('VP8X', Buffer.from([4, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    riffChunk('XMP ', Buffer.from(packet, 'utf8')),
  ])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length)
  return Buffer.concat([latin1('RIFF'), size, body])
}

/** A little-endian TIFF with IIM in tag 33723 and XMP in tag 700. */
export function tiff(records: Uint8Array, packet: string): Buffer {
  const xmpBytes = Buffer.from(packet, 'utf8')
  const entries: [number, number, number, number][] = [
    [256, 3, 1, 1],
    [257, 3, 1, 1],
    [700, 1, xmpBytes.length, 0],
    [33723, 7, records.length, 0],
  ]
  const start = 8 + 2 + entries.length * 12 + 4
  const out = Buffer.alloc(start)
  out.write('II', 0, 'latin1')
  out.writeUInt16LE(42, 2)
  out.writeUInt32LE(8, 4)
  out.writeUInt16LE(entries.length, 8)
  let offset = start
  entries.forEach(([tag, type, count, value], at) => {
    const place = 10 + at * 12
    out.writeUInt16LE(tag, place)
    out.writeUInt16LE(type, place + 2)
    out.writeUInt32LE(count, place + 4)
    if (count > 4) {
      out.writeUInt32LE(offset, place + 8)
      offset += count
    } else out.writeUInt32LE(value, place + 8)
  })
  return Buffer.concat([out, xmpBytes, records])
}
