import { startsWith, viewOf } from './container.ts'

/** The resource of Photoshop's block that holds IIM (Adobe, "Photoshop File Formats", 0x0404). */
const iimResource = 0x0404

/** Walks image resource blocks ("8BIM", id, Pascal name, size, data; all padded to even lengths). */
export function readIimResource(block: Uint8Array): Uint8Array | undefined {
  const view = viewOf(block)
  let at = 0
  for (let count = 0; count < 500 && at + 12 <= block.length; count++) {
    if (!startsWith(block, '8BIM', at)) return undefined
    const id = view.getUint16(at + 4)
    const nameLength = (block[at + 6] ?? 0) + 1
    const sizeAt = at + 6 + nameLength + (nameLength % 2)
    if (sizeAt + 4 > block.length) return undefined
    const size = view.getUint32(sizeAt)
    const data = block.subarray(sizeAt + 4, sizeAt + 4 + size)
    if (id === iimResource) return data
    at = sizeAt + 4 + size + (size % 2)
  }
  return undefined
}
