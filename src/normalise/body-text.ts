const newline = new Set(['li', 'tr', 'dt', 'dd', 'caption', 'thead', 'tbody', 'tfoot', 'colgroup', 'col'])

/** The plain text of a body as it is written: a blank line between paragraphs, a newline a row or item, a tab a cell. */
export class BodyText {
  readonly #parts: string[] = []
  #break = 0
  #cells = 0
  #items = 0
  #cellsInRow: number[] = []
  #begun = false

  open(name: string): void {
    if (name === 'td' || name === 'th') {
      const row = this.#cellsInRow.length - 1
      const before = this.#cellsInRow[row] ?? 0
      this.#flush()
      if (before > 0) this.#parts.push('\t')
      if (row >= 0) this.#cellsInRow[row] = before + 1
      this.#cells++
      this.#begun = false
      return
    }
    if (name === 'tr') this.#cellsInRow.push(0)
    this.#raise(name)
    if (name === 'li' || name === 'dd' || name === 'dt') this.#items++
  }

  close(name: string): void {
    if (name === 'td' || name === 'th') {
      this.#cells--
      this.#break = 0
      this.#begun = true
      return
    }
    if (name === 'tr') this.#cellsInRow.pop()
    if (name === 'li' || name === 'dd' || name === 'dt') this.#items--
    this.#raise(name)
  }

  lineBreak(): void {
    this.#break = Math.max(this.#break, 1)
  }

  add(words: string, preformatted: boolean): void {
    this.#flush()
    this.#parts.push(preformatted && this.#cells > 0 ? words.replaceAll('\n', ' ') : words)
    this.#begun = true
  }

  finish(): string {
    let text = this.#parts.join('')
    if (text.includes(' \n')) text = text.replace(/ +\n/g, '\n')
    let from = 0
    let to = text.length
    while (from < to && isEdge(text.charCodeAt(from), false)) from++
    while (to > from && isEdge(text.charCodeAt(to - 1), true)) to--
    return from === 0 && to === text.length ? text : text.slice(from, to)
  }

  #raise(name: string): void {
    this.#break = Math.max(this.#break, newline.has(name) || this.#items > 0 ? 1 : 2)
  }

  // breaks are owed until words come; in a cell they are a blank, so that a row stays one line
  #flush(): void {
    if (this.#break > 0 && this.#parts.length > 0) {
      if (this.#cells > 0) {
        if (this.#begun) this.#parts.push(' ')
      } else this.#parts.push(this.#break === 1 ? '\n' : '\n\n')
    }
    this.#break = 0
  }
}

/** Blanks and line ends around a text; a tab at its beginning parts an empty first cell from the next. */
function isEdge(code: number, atEnd: boolean): boolean {
  return code === 0x20 || code === 0x0a || (atEnd && code === 0x09)
}
