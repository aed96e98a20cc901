/** FNV-1a, 32 bits: cheap, and the same on every machine. Where a digest begins. */
export const fnvStart = 0x811c9dc5

/** A digest with the characters of a text added. */
export function addCharacters(before: number, text: string): number {
  let hash = before
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** The same with a blank behind the text, so that words do not run into each other. */
export function addWord(before: number, word: string): number {
  return Math.imul(addCharacters(before, word) ^ 0x20, 0x01000193)
}
