/** Builds small picture files with metadata, byte by byte, so that a test can say exactly what stands in them. */

export type Dataset = readonly [record: number, dataset: number, value: string | Uint8Array]

export function iim(datasets: readonly Dataset[], encoding: BufferEncoding = 'utf8'): Buffer {
  return Buffer.concat(
    datasets.map(([record, dataset, value]) => {
      const bytes = typeof value === 'string' ? Buffer.from(value, encoding) : Buffer.from(value)
      return Buffer.concat([Buffer.from([0x1c, record, dataset, bytes.length >> 8, bytes.length & 255]), bytes])
    }),
  )
}

export const utf8Mark: Dataset = [1, 90, Buffer.from('\u001b%G', 'latin1')]

export function xmp(properties: string, attributes = ''): Buffer {
  return Buffer.from(
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" ${attributes}>${properties}</rdf:Description></rdf:RDF></x:xmpmeta>${' '.repeat(40)}<?xpacket end="w"?>`,
  )
}

function segment(marker: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body])
}

export function photoshop(records: Uint8Array): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(records.length)
  const other = Buffer.from('8BIM\u0003\u00ed\u0000\u0000\u0000\u0000\u0000\u0002ab', 'latin1')
  return Buffer.concat([other, Buffer.from('8BIM\u0004\u0004\u0000\u0000', 'latin1'), size, records, Buffer.alloc(records.length % 2)]) // prettier-ignore
}

export function jpeg(parts: { iim?: Uint8Array; xmp?: Uint8Array; pixels?: string }): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0', 'latin1')),
    ...(parts.xmp ? [segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0'), parts.xmp)] : []),
    ...(parts.iim ? [segment(0xed, Buffer.from('Photoshop 3.0\0'), photoshop(parts.iim))] : []),
    segment(0xc0, Buffer.from([8, 0x02, 0x58, 0x03, 0x84, 1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from(parts.pixels ?? 'pixels'),
    Buffer.from([0xff, 0xd9]),
  ])
}
