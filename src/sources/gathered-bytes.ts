/** Pieces are copied into blocks of this size; a longer one is a block of its own. */
const blockBytes = 65_536

/**
 * Bytes that arrive in pieces. A sender chooses how long the pieces are: kept as they come, sixteen million of one byte
 * each take two gigabytes, and each may hold on to the 64 kB it was read with.
 */
export class GatheredBytes {
  readonly #blocks: Buffer[] = []
  #block = Buffer.alloc(0)
  #used = 0
  #length = 0

  get length(): number {
    return this.#length
  }

  add(piece: Uint8Array): void {
    this.#length += piece.length
    if (piece.length >= blockBytes) {
      this.#close()
      this.#blocks.push(Buffer.from(piece.buffer, piece.byteOffset, piece.length))
      return
    }
    let from = 0
    while (from < piece.length) {
      if (this.#used === this.#block.length) {
        this.#close()
        this.#block = Buffer.allocUnsafe(blockBytes)
      }
      const count = Math.min(piece.length - from, this.#block.length - this.#used)
      this.#block.set(piece.subarray(from, from + count), this.#used)
      this.#used += count
      from += count
    }
  }

  /** Everything in one piece. */
  joined(): Buffer {
    this.#close()
    const [first] = this.#blocks
    // A part of a block is copied, so that a short answer does not keep a long block.
    if (this.#blocks.length === 1 && first!.length >= blockBytes) return first!
    const all = Buffer.concat(this.#blocks, this.#length)
    this.#blocks.splice(0, this.#blocks.length, all)
    return all
  }

  #close(): void {
    if (this.#used > 0) this.#blocks.push(this.#block.subarray(0, this.#used))
    this.#block = Buffer.alloc(0)
    this.#used = 0
  }
}
