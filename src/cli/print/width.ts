const marks = /\p{Mark}|\u200d|[\ufe00-\ufe0f]/u
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u

const colour = /\u001b\[[0-9;]{0,12}m/g

/** Columns a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text.replace(colour, '')) {
    if (marks.test(character)) continue
    width += wide.test(character) ? 2 : 1
  }
  return width
}

/** Cuts a text without colours to so many columns, with an ellipsis. */
export function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  let width = 0
  let kept = ''
  for (const character of text) {
    width += widthOf(character)
    if (width > columns - 1) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

export function padTo(text: string, columns: number, side: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, columns - widthOf(text)))
  return side === 'left' ? text + blanks : blanks + text
}

/** Breaks a text into lines of at most so many columns, at blanks; a longer word stands alone. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const word of text.split(' ')) {
    const more = widthOf(word)
    if (line !== '' && width + 1 + more > columns) {
      lines.push(line)
      line = ''
      width = 0
    }
    line = line === '' ? word : `${line} ${word}`
    width += more + (width === 0 ? 0 : 1)
  }
  return [...lines, line]
}
