/** Case, accents and points off: what names of months, places and agencies are looked up by. */
export function foldName(text: string): string {
  const letters = beyondAscii.test(text) ? text.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : text
  return letters.replaceAll('.', '').toLowerCase().trim()
}

const beyondAscii = /[^\u0000-\u007f]/
