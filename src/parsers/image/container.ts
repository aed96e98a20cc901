/** What a picture file holds besides its pixels. */
export interface Container {
  readonly mimeType: string
  readonly width?: number
  readonly height?: number
  /** XMP packet. */
  readonly xmp?: Uint8Array
  /** IIM records. */
  readonly iim?: Uint8Array
  /** ImageDescription, Artist and Copyright of EXIF or TIFF. */
  readonly exif?: ReadonlyMap<number, Uint8Array>
  /** The parts that hold pixels: the same whatever is written into the metadata. */
  readonly pixels: readonly Uint8Array[]
  /** The file ends before its pixels do. */
  readonly truncated?: boolean
}

/** Metadata larger than this is not read: no caption comes near. */
export const maxMetadataBytes = 4 * 1024 * 1024

export function startsWith(bytes: Uint8Array, text: string, at = 0): boolean {
  if (bytes.length < at + text.length) return false
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false
  return true
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
