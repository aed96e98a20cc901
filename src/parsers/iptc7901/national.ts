const german: Readonly<Record<string, string>> = {
  '[': 'Ä', '\\': 'Ö', ']': 'Ü', '{': 'ä', '|': 'ö', '}': 'ü', '~': 'ß',
} // prettier-ignore
const within = /\p{L}[{|}~]\p{Ll}|\p{L}~(?=[\s.,;:!?"')]|$)/gu
const fewest = 3

/**
 * Undoes DIN 66003, the German variant of the seven-bit code, in which umlauts stand where ASCII has brackets: "M}nchen".
 * Only for text without any character above 7 bits, and only when several such characters stand within words.
 */
export function readGermanVariant(text: string): { text: string; used: boolean } {
  const mayUse = text.includes('{') || text.includes('|') || text.includes('}') || text.includes('~')
  if (!mayUse || /[^\u0000-\u007f]/.test(text)) return { text, used: false }
  if ((text.match(within) ?? []).length < fewest) return { text, used: false }
  return { text: text.replace(/[[\\\]{|}~]/g, (character) => german[character] ?? character), used: true }
}
