/** The lines of a text, whichever of CR LF, LF and CR end them. */
export function linesOf(text: string): string[] {
  const lines: string[] = []
  let from = 0
  let carriageReturn = text.indexOf('\r')
  let lineFeed = text.indexOf('\n')
  // each kind of end is looked for natively, and again only once it has been passed
  while (carriageReturn >= 0 || lineFeed >= 0) {
    if (carriageReturn < 0 || (lineFeed >= 0 && lineFeed < carriageReturn)) {
      lines.push(text.slice(from, lineFeed))
      from = lineFeed + 1
      lineFeed = text.indexOf('\n', from)
      continue
    }
    lines.push(text.slice(from, carriageReturn))
    from = carriageReturn + 1
    if (lineFeed === from) lineFeed = text.indexOf('\n', ++from)
    carriageReturn = text.indexOf('\r', from)
  }
  lines.push(from === 0 ? text : text.slice(from))
  return lines
}

/** What `trimEnd` gives: most lines end with a printable character, and a look at it is cheaper. */
export function trimmedEnd(line: string): string {
  const last = line.charCodeAt(line.length - 1)
  return last > 0x20 && last < 0x80 ? line : line.trimEnd()
}

/** What `trim` gives, as cheaply. */
export function trimmed(line: string): string {
  const first = line.charCodeAt(0)
  return first > 0x20 && first < 0x80 ? trimmedEnd(line) : line.trim()
}
