/** A rendition as it came. */
export interface FetchedCompanion {
  readonly bytes: Uint8Array
  readonly contentType?: string
}

/** What one process remembers at most. */
const mostBytes = 16 * 1024 * 1024

/**
 * The renditions fetched lately. A poll whose transaction failed is run again, and overlaps repeat revisions; without
 * this each would be downloaded, and metered, twice. Losing it costs quota, never a story.
 */
export class CompanionMemory {
  readonly #kept = new Map<string, FetchedCompanion>()
  #size = 0

  get(name: string): FetchedCompanion | undefined {
    return this.#kept.get(name)
  }

  keep(name: string, companion: FetchedCompanion): void {
    if (this.#kept.has(name)) return
    this.#kept.set(name, companion)
    this.#size += companion.bytes.length
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#size <= mostBytes) break
      this.#kept.delete(oldest)
      this.#size -= bytes.length
    }
  }
}
