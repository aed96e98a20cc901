import { escapeHtml } from '../../normalise/entities.ts'
import { foldSpace } from '../../normalise/text.ts'

/** What the lines of a text wire become: prose, lines that must stay lines, a heading between them, or a table. */
export type Block =
  | {
      readonly kind: 'paragraph'
      readonly text: string
      /** Known to hold no two blanks side by side; what a parser has looked for is not looked for again. */
      readonly gapless?: boolean
      /** Known to be printable ASCII. */
      readonly ascii?: boolean
    }
  | { readonly kind: 'heading'; readonly text: string }
  /** Results, standings, addresses: the line breaks are the content. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

/**
 * Clean HTML and text of some blocks in one pass. The text wires have no markup of their own, so nothing here needs a
 * parser: everything is escaped.
 */
export function renderBlocks(blocks: readonly Block[]): { html: string; text: string } {
  let html = ''
  const text: string[] = []
  for (const block of blocks) {
    const written = writeBlock(block)
    if (written === undefined) continue
    html += written.html
    text.push(written.text)
  }
  return { html, text: text.join('\n\n') }
}

const control = /[\u0000-\u0008\u000e-\u001f\u007f]+/g

// most text is printable ASCII and needs nothing but a trim; a single range is searched at several times the speed of more
const beyondAscii = /[^ -~]/

/** Whether a text holds anything but printable ASCII: a paragraph whose text does not may be marked `ascii`. */
export function holdsOthers(text: string): boolean {
  return beyondAscii.test(text)
}

const messy = /[\u0000-\u001f\u007f\u180e\u200b\u2060]|[^\S ]/

function clean(text: string, gapless = false, ascii = false): string {
  const isTidy = (gapless || !text.includes('  ')) && (ascii || !holdsOthers(text) || !messy.test(text))
  return isTidy ? text.trim() : foldSpace(text.replace(control, ' '))
}

function writeBlock(block: Block): { html: string; text: string } | undefined {
  if (block.kind === 'table') {
    const rows = block.rows
      .map((row) => row.map((cell) => clean(cell)))
      .filter((row) => row.some((cell) => cell !== ''))
    if (rows.length === 0) return undefined
    const html = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')
    return { html: `<table>${html}</table>`, text: rows.map((row) => row.join('\t').trimEnd()).join('\n') }
  }
  if (block.kind === 'lines') {
    const lines = block.lines.map((line) => clean(line)).filter((line) => line !== '')
    if (lines.length === 0) return undefined
    return { html: `<p>${lines.map(escapeHtml).join('<br>')}</p>`, text: lines.join('\n') }
  }
  const text = block.kind === 'paragraph' ? clean(block.text, block.gapless, block.ascii) : clean(block.text)
  if (text === '') return undefined
  const tag = block.kind === 'heading' ? 'h2' : 'p'
  return { html: `<${tag}>${escapeHtml(text)}</${tag}>`, text }
}
