import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parsers/registry.ts'
import type { Item } from '../../../src/story/item.ts'
import { iim, jpeg, utf8Mark, xmp } from './build.ts'

function parse(bytes: Uint8Array): Item {
  const outcome = parseDocument({ bytes })
  if (outcome.kind !== 'parsed') throw new Error(`${outcome.code}: ${outcome.detail}`)
  expect(outcome.format).toBe('image')
  return outcome.items[0]!.item
}

const alt = (name: string, text: string): string =>
  `<dc:${name}><rdf:Alt><rdf:li xml:lang="de">falsch</rdf:li><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt></dc:${name}>`

describe('pictures: what is written into a file is what its item says', () => {
  it('reads IIM: caption without its credit, people, place, times with their zone', () => {
    const item = parse(
      jpeg({
        iim: iim([
          utf8Mark,
          [1, 70, '20310303'],
          [1, 80, '184500+0000'],
          [2, 5, 'HARBOUR'],
          [2, 10, '4'],
          [2, 25, 'boats'],
          [2, 25, 'quays'],
          [2, 40, 'NO SALES'],
          [2, 55, '20310303'],
          [2, 60, '101500-0500'],
          [2, 80, 'MARA TOLEN'],
          [2, 85, 'STAFF'],
          [2, 90, 'Port Quibla'],
          [2, 101, 'Tarn'],
          [2, 103, 'QBA101'],
          [2, 110, 'AP'],
          [2, 116, 'Copyright 2031 The Associated Press'],
          [2, 120, 'Boats lie at the quay in Port Quibla – “closed” – on Monday. (AP Photo/Mara Tolen)'],
        ]),
      }),
    )
    expect(item).toMatchObject({
      type: 'picture',
      uri: 'urn:x-writethru:picture:ap:20310303101500:qba101:harbour',
      slug: 'HARBOUR',
      urgency: 4,
      keywords: ['boats', 'quays'],
      editorialNote: 'NO SALES',
      firstCreated: '2031-03-03T10:15:00-05:00',
      versionCreated: '2031-03-03T18:45:00Z',
      bylines: [{ name: 'Mara Tolen' }],
      dateline: { text: 'Port Quibla, Tarn', city: 'Port Quibla', country: 'Tarn' },
      creditLine: 'AP',
      captions: [
        {
          text: 'Boats lie at the quay in Port Quibla – “closed” – on Monday.',
          credit: 'AP Photo/Mara Tolen',
          photographer: 'Mara Tolen',
          agency: 'AP',
          role: 'main',
        },
      ],
      media: [{ type: 'picture', renditions: [{ role: 'main', mimeType: 'image/jpeg', width: 900, height: 600 }] }],
    })
  })

  it('reads IIM without a declared charset in whichever fits', () => {
    const text = 'Die Brücke über den Bach – gesperrt.'
    expect(parse(jpeg({ iim: iim([[2, 120, text]]) })).captions?.[0]?.text).toBe(text)
    const legacy = Buffer.from('Die Br\u00fccke \u0096 gesperrt.', 'latin1')
    expect(parse(jpeg({ iim: iim([[2, 120, legacy]]) })).captions?.[0]?.text).toBe('Die Brücke – gesperrt.')
  })

  it('keeps UTF-8 though a value was cut in the middle of a letter', () => {
    const cut = Buffer.from('Möwen über der Brü').subarray(0, -1)
    const item = parse(jpeg({ iim: iim([[2, 105, 'Größe'], [2, 120, cut]]) })) // prettier-ignore
    expect(item.headline).toBe('Größe')
    expect(item.captions?.[0]?.text).toBe('Möwen über der Br')
  })

  it('prefers XMP, which does not cut captions', () => {
    const item = parse(
      jpeg({
        iim: iim([[2, 120, 'A long caption that was']]),
        xmp: xmp(alt('description', 'A long caption that was cut in the old record.'), 'photoshop:Headline="Cut"'),
      }),
    )
    expect(item.captions?.[0]?.text).toBe('A long caption that was cut in the old record.')
    expect(item.headline).toBe('Cut')
  })

  it('prefers IIM when XMP remembers another IIM: it was edited later', () => {
    const before = iim([[2, 120, 'The name was wrong.']])
    const digest = createHash('md5').update(before).digest('hex').toUpperCase()
    const packet = xmp(alt('description', 'The name was wrong.'), `photoshop:LegacyIPTCDigest="${digest}"`)
    const corrected = iim([[2, 120, 'The name is right.']])
    expect(parse(jpeg({ iim: before, xmp: packet })).captions?.[0]?.text).toBe('The name was wrong.')
    expect(parse(jpeg({ iim: corrected, xmp: packet })).captions?.[0]?.text).toBe('The name is right.')
  })

  it('reads lists and structures of XMP', () => {
    const item = parse(
      jpeg({
        xmp: xmp(
          '<dc:creator><rdf:Seq><rdf:li>Ines Farrow</rdf:li></rdf:Seq></dc:creator><dc:subject><rdf:Bag><rdf:li>crane</rdf:li><rdf:li>quay</rdf:li></rdf:Bag></dc:subject>' +
            '<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Jola Brandt</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>' +
            '<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A crane.</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>',
          'photoshop:Credit="Example News" Iptc4xmpExt:DigImageGUID="urn:example:9"',
        ),
      }),
    )
    expect(item).toMatchObject({
      uri: 'urn:example:9',
      byline: 'Ines Farrow',
      keywords: ['crane', 'quay'],
      people: [{ name: 'Jola Brandt' }],
      captions: [{ text: 'A crane.', role: 'alt' }],
    })
  })

  it('knows a picture by its pixels when nothing else is there, whatever its caption', () => {
    const one = parse(jpeg({ iim: iim([[2, 120, 'First.']]) }))
    const corrected = parse(jpeg({ iim: iim([[2, 120, 'Second.']]) }))
    const other = parse(jpeg({ iim: iim([[2, 120, 'First.']]), pixels: 'others' }))
    expect(corrected.uri).toBe(one.uri)
    expect(other.uri).not.toBe(one.uri)
  })

  it('reads XMP in PNG and WebP, IIM and XMP in TIFF', () => {
    const packet = xmp(alt('description', 'The same words.'))
    const u32 = (value: number, little = false): Buffer => {
      const bytes = Buffer.alloc(4)
      if (little) bytes.writeUInt32LE(value)
      else bytes.writeUInt32BE(value)
      return bytes
    }
    const chunk = (type: string, body: Uint8Array): Buffer => Buffer.concat([u32(body.length), Buffer.from(type), body, u32(0)]) // prettier-ignore
    const png = Buffer.concat([
      Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
      chunk('IHDR', Buffer.concat([u32(30), u32(20), Buffer.from([8, 2, 0, 0, 0])])),
      chunk('iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0'), packet])),
      chunk('IDAT', Buffer.from('pixels')),
      chunk('IEND', Buffer.alloc(0)),
    ])
    const riff = Buffer.concat([Buffer.from('WEBPVP8 '), u32(6, true), Buffer.from('pixels'), Buffer.from('XMP '), u32(packet.length, true), packet]) // prettier-ignore
    const webp = Buffer.concat([Buffer.from('RIFF'), u32(riff.length, true), riff])
    const entry = (tag: number, type: number, count: number, at: number): Buffer => {
      const bytes = Buffer.alloc(12)
      bytes.writeUInt16LE(tag, 0)
      bytes.writeUInt16LE(type, 2)
      bytes.writeUInt32LE(count, 4)
      bytes.writeUInt32LE(at, 8)
      return bytes
    }
    const records = iim([[2, 105, 'Old record']])
    const from = 8 + 2 + 2 * 12 + 4
    const tiff = Buffer.concat([
      Buffer.from('II*\0'), u32(8, true), Buffer.from([2, 0]),
      entry(700, 1, packet.length, from), entry(33_723, 7, records.length, from + packet.length),
      u32(0), packet, records,
    ]) // prettier-ignore
    for (const bytes of [png, webp, tiff]) expect(parse(bytes).captions?.[0]?.text).toBe('The same words.')
    expect(parse(tiff).headline).toBe('Old record')
    expect(parse(png).media?.[0]?.renditions?.[0]).toMatchObject({ width: 30, height: 20 })
  })

  it('says when a picture says nothing, and refuses what is no picture any more', () => {
    expect(parse(jpeg({})).warnings).toContainEqual(expect.objectContaining({ code: 'image.no-metadata' }))
    const damaged = parse(jpeg({ xmp: Buffer.from('<x:xmpmeta'), iim: iim([[2, 105, 'Still here']]) }))
    expect(damaged.headline).toBe('Still here')
    expect(parseDocument({ bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0x10]) })).toMatchObject({ code: 'parse.truncated' }) // prettier-ignore
  })

  it('survives any bytes behind any head', () => {
    const heads = ['\u00ff\u00d8\u00ff', '\u0089PNG\r\n\u001a\n', 'II*\0', 'MM\0*', 'RIFFxxxxWEBP']
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), (head, tail) => {
        const outcome = parseDocument({ bytes: Buffer.concat([Buffer.from(head, 'latin1'), tail]) })
        if (outcome.kind === 'refused') expect(outcome.code).not.toBe('parse.crashed')
      }),
      { numRuns: 300 },
    )
  })
})
