const most = 1_000
const longest = 120

/**
 * Remembers what a pure reading of a short text gave: a wire repeats its cities, bylines and languages all day, and one
 * story asks for each of them several times. Bounded: a full memory is emptied, and long texts are read anew.
 */
export function remember<T>(read: (text: string) => T): (text: string) => T {
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
