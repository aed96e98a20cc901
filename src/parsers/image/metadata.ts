import { createHash } from 'node:crypto'
import { decodeText } from '../../normalise/charset.ts'
import { foldSpace } from '../../normalise/text.ts'
import type { CharsetChoice } from '../../story/charset.ts'
import type { Container } from './container.ts'
import { maxMetadataBytes } from './container.ts'
import { readIim } from './iim.ts'
import { readXmp } from './xmp.ts'

/** The metadata of a picture, whichever of its standards holds it. */
export interface Metadata {
  /** Values of an XMP property or, in its stead, an IIM dataset; in order, the better source alone. */
  all(property: string | undefined, dataset?: string): readonly string[]
  one(property: string | undefined, dataset?: string): string | undefined
  /** EXIF text: 270 description, 315 artist, 33432 copyright. */
  exif(tag: number): string | undefined
  readonly charset: CharsetChoice | undefined
  /** XMP was there and could not be read. */
  readonly brokenXmp: boolean
  readonly isEmpty: boolean
}

/**
 * Puts XMP, IIM and EXIF together. XMP is preferred, since IIM cuts captions at 2,000 bytes; unless XMP remembers a digest
 * of the IIM it was written with (`photoshop:LegacyIPTCDigest`) and the IIM is another now: then IIM was edited later, by
 * a program that knows no XMP. A value that only is the beginning of the other is never preferred.
 */
export function readMetadata(container: Container): Metadata {
  const packet = container.xmp !== undefined && container.xmp.length <= maxMetadataBytes ? container.xmp : undefined
  const xmp = packet === undefined ? undefined : readXmp(packet)
  const iim = container.iim === undefined ? undefined : readIim(container.iim)
  const remembered = xmp?.one('LegacyIPTCDigest')?.toLowerCase()
  const isNewer =
    container.iim !== undefined &&
    remembered !== undefined &&
    /^[\da-f]{32}$/.test(remembered) &&
    !/^0+$/.test(remembered) &&
    createHash('md5').update(container.iim).digest('hex') !== remembered

  const all = (property: string | undefined, dataset?: string): readonly string[] => {
    const modern = property === undefined ? [] : (xmp?.all(property) ?? [])
    const legacy = dataset === undefined ? [] : (iim?.all(dataset) ?? [])
    if (modern.length === 0) return legacy
    if (legacy.length === 0 || !isNewer) return modern
    return isCut(legacy, modern) ? modern : legacy
  }
  return {
    all,
    one: (property, dataset) => all(property, dataset)[0],
    exif: (tag) => {
      const raw = container.exif?.get(tag)
      if (raw === undefined || raw.length > 20_000) return undefined
      const text = foldSpace(decodeText(raw, {}).text)
      return text === '' ? undefined : text
    },
    charset: xmp === undefined ? iim?.charset : undefined,
    brokenXmp: packet !== undefined && xmp === undefined,
    isEmpty: xmp === undefined && iim === undefined,
  }
}

function isCut(legacy: readonly string[], modern: readonly string[]): boolean {
  return legacy.every((value, at) => foldSpace(modern[at] ?? '').startsWith(foldSpace(value)))
}
