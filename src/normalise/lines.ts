/** The lines of a text, whichever of CR LF, LF and CR end them. */
export function linesOf(text: string): string[] {
  if (!text.includes('\r')) return text.split('\n')
  const unified = text.replaceAll('\r\n', '\n')
  // a string is far quicker to split at than an expression
  return unified.includes('\r') ? unified.split(/\r|\n/) : unified.split('\n')
}
