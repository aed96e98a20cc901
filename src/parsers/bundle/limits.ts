import { WireError } from '../../story/errors.ts'

/** What an honest delivery stays far below, and a bomb passes at once. */
export const bundleLimits = {
  members: 2_000,
  /** Unpacked, all members and all levels together. */
  totalBytes: 192 * 1024 * 1024,
  memberBytes: 64 * 1024 * 1024,
  /** Unpacked to packed; counts above `ratioFreeBytes` only, since small texts pack well. */
  ratio: 200,
  ratioFreeBytes: 4 * 1024 * 1024,
  /** Archives within archives. */
  depth: 3,
} as const

/** Counts what has been unpacked so far, over all levels of one bundle. */
export class Budget {
  #bytes = 0
  #members = 0
  readonly #packed: number

  constructor(packed: number) {
    this.#packed = packed
  }

  /** How many bytes the next member may have. */
  get left(): number {
    const byRatio = Math.max(bundleLimits.ratioFreeBytes, this.#packed * bundleLimits.ratio)
    return Math.max(0, Math.min(bundleLimits.memberBytes, Math.min(bundleLimits.totalBytes, byRatio) - this.#bytes))
  }

  /** Takes one member of that size; throws `parse.too-large`. */
  take(bytes: number): void {
    if (bytes > this.left)
      throw new WireError('parse.too-large', `the bundle unpacks to more than ${this.#bytes + this.left} bytes`)
    this.#bytes += bytes
    if (++this.#members > bundleLimits.members) {
      throw new WireError('parse.too-large', `more than ${bundleLimits.members} files in the bundle`)
    }
  }
}
