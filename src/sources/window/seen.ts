import { createHash } from 'node:crypto'

/**
 * What overlapping windows have brought already, as short digests in the cursor. It spares requests and duplicates;
 * when it forgets, the same is offered again and recognised by the store. 48 bits a digest: among 5,000 of them, an
 * unseen document is taken for a seen one once in 50 billion.
 */
export class Seen {
  readonly #keys: Set<string>
  readonly #most: number

  /** `stored` is what `toString` gave. */
  constructor(stored: string | undefined, most = 5000) {
    this.#keys = new Set((stored ?? '').split(' ').filter((key) => key !== ''))
    this.#most = most
  }

  /** True for what was added before; such a key counts as the newest again. */
  has(revision: string | Uint8Array): boolean {
    const key = digestOf(revision)
    if (!this.#keys.delete(key)) return false
    this.#keys.add(key)
    return true
  }

  add(revision: string | Uint8Array): void {
    const key = digestOf(revision)
    this.#keys.delete(key)
    this.#keys.add(key)
  }

  toString(): string {
    return [...this.#keys].slice(-this.#most).join(' ')
  }
}

const digestOf = (revision: string | Uint8Array): string =>
  createHash('sha256').update(revision).digest('base64url').slice(0, 8)
