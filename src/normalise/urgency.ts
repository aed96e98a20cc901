/** AP's legacy priority letters; the numbers are those AP's own clients use. */
const letters: Readonly<Record<string, number>> = { f: 1, b: 2, u: 3, r: 4, z: 4, d: 5, w: 6, a: 7, s: 8 }
const words: Readonly<Record<string, number>> = {
  flash: 1, bulletin: 2, urgent: 3, high: 3, important: 3, routine: 4, regular: 4, normal: 4, deferred: 5, daily: 5, low: 6,
} // prettier-ignore

/**
 * Reads an urgency of 1 (flash) to 9. `scheme` "anpa" reads the priority letters of ANPA 1312 and of AP's
 * editorialpriority; digits and words are read in any scheme. Anything else gives undefined.
 */
export function readUrgency(raw: string | number | undefined, scheme?: 'anpa'): number | undefined {
  const text = String(raw ?? '')
    .trim()
    .toLowerCase()
  if (/^[1-9](?:\.0)?$/.test(text)) return Number(text[0])
  const word = Object.hasOwn(words, text) ? words[text] : undefined
  if (word !== undefined) return word
  return scheme === 'anpa' && Object.hasOwn(letters, text) ? letters[text] : undefined
}
