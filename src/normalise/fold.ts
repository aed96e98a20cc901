/** Case, accents and points off: what names of months, places and agencies are looked up by. */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase()
    .trim()
}
