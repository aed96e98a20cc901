/**
 * Takes the plural off a Latin word: "fighters" and "fighter", "parties" and "party" are one word to a comparison.
 * Nothing more is reduced: "testifies" and "testifying" are two actions in two captions.
 */
export function stemWord(word: string): string {
  const length = word.length
  if (length < 4 || word.charCodeAt(length - 1) !== 0x73) return word
  const before = word[length - 2]!
  if ('suia'.includes(before) || before > 'z' || before < 'a') return word
  if (before === 'e') {
    if (length > 4 && word[length - 3] === 'i') return word.slice(0, -3) + 'y'
    if (length > 4 && /(?:[sxz]|[cs]h)$/u.test(word.slice(0, -2))) return word.slice(0, -2)
  }
  return word.slice(0, -1)
}
