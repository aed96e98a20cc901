import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parsers/registry.ts'
import type { ParseOutcome } from '../../../src/parsers/parser.ts'
import { iim, jpeg } from '../image/build.ts'

const feed = (id: string, title = 'Bridge opens'): Uint8Array =>
  strToU8(`<rss version="2.0"><channel><title>Tarn</title><link>https://tarn.example/</link><item><guid>${id}</guid><title>${title}</title></item></channel></rss>`) // prettier-ignore
const picture = jpeg({ iim: iim([[2, 120, 'A bridge.']]) })

function tar(files: Record<string, Uint8Array>): Buffer {
  const blocks: Buffer[] = []
  for (const [name, bytes] of Object.entries(files)) {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write('0000644\0', 100)
    header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124)
    header.write('        0', 148)
    header.write('ustar\0', 257)
    let sum = 0
    for (const byte of header) sum += byte
    // the type stands behind the checksum field, which counts as blanks
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    blocks.push(header, Buffer.from(bytes), Buffer.alloc((512 - (bytes.length % 512)) % 512))
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

function parsed(outcome: ParseOutcome): Extract<ParseOutcome, { kind: 'parsed' }> {
  if (outcome.kind !== 'parsed') throw new Error(`${outcome.code}: ${outcome.detail}`)
  return outcome
}
const uris = (bytes: Uint8Array): string[] => parsed(parseDocument({ bytes })).items.map(({ item }) => item.uri)

describe('bundles: every file in them counts as if it had come alone', () => {
  it('reads the files of zip, tar, gzipped tar and zip within zip', () => {
    const files = { 'a/one.xml': feed('t:1'), 'a/two.xml': feed('t:2'), '__MACOSX/a/._one.xml': strToU8('junk') }
    expect(uris(zipSync(files))).toEqual(['t:1', 't:2'])
    expect(uris(tar(files))).toEqual(['t:1', 't:2'])
    expect(uris(gzipSync(tar(files)))).toEqual(['t:1', 't:2'])
    expect(uris(zipSync({ 'inner.zip': zipSync(files), 'three.xml': feed('t:3') }))).toEqual(['t:1', 't:2', 't:3'])
  })

  it('takes a bundle of one file for that file', () => {
    expect(parsed(parseDocument({ bytes: gzipSync(feed('t:9')) })).format).toBe('rss')
  })

  it('ties a story to the pictures of its name', () => {
    const { items } = parsed(parseDocument({ bytes: zipSync({ 'ab1.xml': feed('t:1'), 'ab1_2.jpg': picture, 'zz.jpg': jpeg({ pixels: 'x' }) }) })) // prettier-ignore
    const [story, tied, other] = items.map(({ item }) => item)
    expect(story?.links).toContainEqual({ rel: 'hasPicture', uri: tied?.uri })
    expect(tied?.links).toEqual([{ rel: 'pictureOf', uri: 't:1' }])
    expect(other?.links).toBeUndefined()
  })

  it('keeps the good files when one is bad, and says which', () => {
    const zip = Buffer.from(zipSync({ 'good.xml': feed('t:1'), 'bad.xml': feed('t:2', 'x'.repeat(3_000)) }, { level: 9 })) // prettier-ignore
    const at = zip.indexOf('bad.xml') + 'bad.xml'.length
    zip.fill(0xff, at, at + 30)
    const outcome = parsed(parseDocument({ bytes: zip }))
    expect(outcome.items.map(({ item }) => item.uri)).toEqual(['t:1'])
    expect(outcome.refused).toEqual([{ index: 1, code: 'parse.malformed', detail: 'bad.xml: damaged or encrypted' }])
  })

  it('refuses bombs before they go off', () => {
    const zeros = new Uint8Array(32 * 1024 * 1024)
    const bomb = zipSync({ 'a.xml': zeros }, { level: 9 })
    expect(parseDocument({ bytes: bomb })).toMatchObject({ kind: 'refused', code: 'parse.too-large' })
    expect(parseDocument({ bytes: gzipSync(zeros) })).toMatchObject({ kind: 'refused', code: 'parse.too-large' })
    let nested = zipSync({ 'a.xml': feed('t:1') })
    for (let level = 0; level < 5; level++) nested = zipSync({ 'a.zip': nested })
    expect(parseDocument({ bytes: nested })).toMatchObject({ kind: 'refused', code: 'parse.too-deep' })
  })

  it('refuses office documents and empty bundles', () => {
    expect(parseDocument({ bytes: zipSync({ '[Content_Types].xml': feed('x'), 'word/document.xml': feed('y') }) })).toMatchObject({ code: 'parse.unsupported' }) // prettier-ignore
    expect(parseDocument({ bytes: zipSync({ '.DS_Store': strToU8('x') }) })).toMatchObject({ code: 'parse.no-items' })
  })

  it('survives damage anywhere', () => {
    const whole = [zipSync({ 'a.xml': feed('t:1'), 'b.xml': feed('t:2') }), tar({ 'a.xml': feed('t:1') }), gzipSync(feed('t:1'))] // prettier-ignore
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.nat(), fc.uint8Array({ maxLength: 20 }), (bytes, place, morsel) => {
        const at = place % bytes.length
        const outcome = parseDocument({ bytes: Buffer.concat([bytes.subarray(0, at), morsel, bytes.subarray(at + morsel.length)]) }) // prettier-ignore
        if (outcome.kind === 'refused') expect(outcome.code).not.toBe('parse.crashed')
      }),
      { numRuns: 300 },
    )
  })
})
