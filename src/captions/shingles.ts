import { addCharacters, addWord, fnvStart } from '../normalise/fnv.ts'

/** Words in one shingle: at five, an index of all of them finds .997 of the repeats with .63 candidates a caption. */
const shingleWords = 5

/** A number for a word, as an unsigned 32-bit integer. */
export function hashWord(word: string): number {
  return addCharacters(fnvStart, word) >>> 0
}

/** A number for a run of words, as a signed 32-bit integer (PostgreSQL's `integer`). */
function hashRun(words: readonly string[], from: number, to: number): number {
  let hash = fnvStart
  for (let at = from; at < to; at++) hash = addWord(hash, words[at]!)
  return hash | 0
}

/**
 * The hashes of all runs of five words, sorted, each once. A shorter caption gives one hash of all its words; none when
 * there is no word. Two captions that share a hash are candidates, nothing more.
 */
export function shingles(words: readonly string[]): Int32Array {
  if (words.length === 0) return new Int32Array(0)
  if (words.length <= shingleWords) return Int32Array.of(hashRun(words, 0, words.length))
  const hashes = new Set<number>()
  for (let at = 0; at + shingleWords <= words.length; at++) hashes.add(hashRun(words, at, at + shingleWords))
  return Int32Array.from(hashes).sort()
}
