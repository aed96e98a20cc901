/** How much is remembered, where the ordinary thousand short texts are not the measure. */
export interface MemoryLimits {
  /** Readings kept at once. */
  readonly most?: number
  /** Characters of the longest text that is kept. */
  readonly longest?: number
}

/**
 * Remembers what a pure reading of a short text gave: a wire repeats its cities, bylines and languages all day, and one
 * story asks for each of them several times. Bounded: a full memory is emptied, and long texts are read anew.
 */
export function remember<T>(read: (text: string) => T, limits: MemoryLimits = {}): (text: string) => T {
  const { most = 1_000, longest = 120 } = limits
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > longest) return read(text)
    const found = known.get(text)
    if (found !== undefined || known.has(text)) return found as T
    // a piece cut from a document keeps the whole document alive: what is remembered is a copy of its own
    const own = JSON.parse(JSON.stringify(text)) as string
    const result = read(own)
    if (known.size >= most) known.clear()
    known.set(own, result)
    return result
  }
}
