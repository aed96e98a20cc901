// a single range is searched at several times the speed of more
const beyondAscii = /[^ -~]/

/** Whether any printable character that stands for another occurs in a text. */
export function holdsSubstitutes(text: string): boolean {
  return text.includes('_') || text.includes('`') || text.includes('{') || text.includes("''")
}

/**
 * The seven-bit substitutions of American text wires: an underscore between blanks is a dash, two grave accents open and
 * two apostrophes close a quotation, a single accent opens one within it, a left brace behind a digit is one half, DLE is a fixed space.
 */
export function readCharacters(line: string): string {
  if (!holdsSubstitutes(line) && !beyondAscii.test(line)) return line
  let text = line
  if (text.includes('_')) text = text.replace(/(^|\s)_(?=\s|$)/g, '$1\u2014')
  if (text.includes('``')) text = text.replaceAll('``', '\u201c')
  if (text.includes('`')) text = text.replace(/`(?=\S)/g, '\u2018')
  if (text.includes("''")) text = text.replaceAll("''", '\u201d')
  if (text.includes('{')) text = text.replace(/(\d|\s|^)\{/g, '$1\u00bd')
  if (text.includes('\u0010')) text = text.replaceAll('\u0010', ' ')

  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)
    ? text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ')
    : text
}
