import { escapeHtml } from '../../normalise/entities.ts'
import { foldSpace } from '../../normalise/text.ts'

/** Lines longer than this were not broken by a wire's line counter: each of them is a paragraph. */
const wrapColumn = 110

interface Line {
  readonly text: string
  readonly indent: number
  /** Begins with an ideographic blank, which in Chinese and Japanese begins nothing but a paragraph. */
  readonly ideographic: boolean
  /** Columns set with blanks: three or more between words. */
  readonly columns: boolean
}

/**
 * Wire text as HTML paragraphs. Agencies mark a paragraph by a blank line, by an indent of two to five blanks in
 * hard-wrapped text (Reuters, ANSA, Kyodo), by "* " bullets, or by nothing but the end of a long line (Belga). Runs of
 * lines set in columns become `pre`, so that tables stay readable.
 */
export function plainTextHtml(text: string): string {
  return readTextBlocks(text)
    .map((block) => (block.columns ? `<pre>${escapeHtml(block.text)}</pre>` : `<p>${escapeHtml(block.text)}</p>`))
    .join('\n')
}

/** True when line breaks and indents in a text carry its paragraphs: wrapped lines, of which only some are indented. */
export function isHardWrapped(text: string): boolean {
  const lines = readLines(text).filter((line) => line.text !== '')
  if (lines.length < 4 || lines.some((line) => line.text.length > wrapColumn)) return false
  const flush = lines.filter((line) => line.indent === 0).length
  const indented = lines.filter((line) => line.indent >= 2).length
  return indented > 0 && flush * 3 >= lines.length
}

/** A paragraph, or lines that are set in columns. */
export interface TextBlock {
  readonly text: string
  readonly columns: boolean
}

/** The paragraphs of plain wire text, by the rules of `plainTextHtml`. */
export function readTextBlocks(text: string): TextBlock[] {
  const lines = readLines(text)
  const filled = lines.filter((line) => line.text !== '')
  const base = filled.reduce((least, line) => Math.min(least, line.indent), Infinity)
  const wrapped = wasWrapped(filled) || isIndented(filled, base)
  const longest = filled.reduce((most, line) => Math.max(most, line.text.length), 0)
  const blocks: TextBlock[] = []
  let open: Line[] = []

  const close = (): void => {
    if (open.length === 0) return
    const columns = open.length > 1 && open.filter((line) => line.columns).length * 2 > open.length
    const joined = columns
      ? open.map((line) => ' '.repeat(line.indent - base) + line.text).join('\n')
      : foldSpace(open.map((line) => line.text).join(' '))
    blocks.push({ text: joined, columns })
    open = []
  }

  for (const line of lines) {
    const previous = open.at(-1)
    if (line.text === '') close()
    else {
      if (previous !== undefined && startsParagraph(line, previous)) close()
      open.push(line)
    }
  }
  close()
  return blocks

  function startsParagraph(line: Line, previous: Line): boolean {
    if (line.columns && previous.columns) return false
    if (!wrapped) return true
    return (
      (line.indent >= base + 2 && (line.indent > previous.indent || previous.text.length * 4 < longest * 3)) ||
      line.ideographic ||
      /^(?:[*•]|-{1,2})\s/.test(line.text) ||
      isMark(line)
    )
  }
}

/**
 * Wrapped by a line counter: no line beyond its column, and most lines filled up to it. A list with one short entry a
 * line is not wrapped.
 */
function wasWrapped(lines: readonly Line[]): boolean {
  const longest = lines.reduce((most, line) => Math.max(most, line.text.length), 0)
  if (longest > wrapColumn || longest < 30) return false
  const full = lines.filter((line) => line.text.length * 4 >= longest * 3).length
  return full * 2 >= lines.length
}

/**
 * Short wrapped copy, of which too few lines are full to tell: its paragraphs are indented, and every line that is not
 * follows a line that was full enough to need another (Interfax).
 */
function isIndented(lines: readonly Line[], base: number): boolean {
  const longest = lines.reduce((most, line) => Math.max(most, line.text.length), 0)
  if (longest > wrapColumn || longest < 30) return false
  const opens = (line: Line): boolean => line.indent >= base + 2
  if (lines[0] === undefined || !opens(lines[0]) || lines.every(opens)) return false
  return lines.every((line, at) => opens(line) || (lines[at - 1]?.text.length ?? 0) * 5 >= longest * 3)
}

/** A line of its own by its look: "By JANE DOE", "___", "***". */
function isMark(line: Line): boolean {
  return /^(?:_{2,}|\*{3,}|-{3,})$/.test(line.text)
}

function readLines(text: string): Line[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((raw) => {
      const trimmed = raw.trim()
      const indent = trimmed === '' ? 0 : raw.replace(/\t/g, '    ').search(/\S/)
      return { text: trimmed, indent, ideographic: raw.startsWith('\u3000'), columns: /\S {3,40}\S/.test(trimmed) }
    })
}
