/** Enough for the pages of a few polls; what falls out is read from the database again. */
const mostBytes = 24 * 1024 * 1024

/**
 * Raw bytes this process stored a moment ago, by digest: what a poll wrote is mostly read by the same process at once,
 * and the way there and back as hexadecimal text costs as much as parsing it. Bytes are named by their content, so an
 * entry can be missing but never wrong. Read once, an entry is let go.
 */
export class RecentCaptures {
  readonly #kept = new Map<string, Buffer>()
  #size = 0

  keep(digest: string, bytes: Buffer): void {
    if (this.#kept.has(digest)) return
    this.#kept.set(digest, bytes)
    this.#size += bytes.length
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= mostBytes) break
      this.#drop(oldest)
    }
  }

  take(digest: string): Buffer | undefined {
    const bytes = this.#kept.get(digest)
    if (bytes !== undefined) this.#drop(digest)
    return bytes
  }

  #drop(digest: string): void {
    this.#size -= this.#kept.get(digest)?.length ?? 0
    this.#kept.delete(digest)
  }
}
