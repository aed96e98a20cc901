import { escapeHtml } from '../../normalise/entities.ts'
import { foldSpace } from '../../normalise/text.ts'
import { countWords, surveyText } from '../../normalise/words.ts'
import type { TextSurvey } from '../../normalise/words.ts'

/** What the lines of a text wire become: prose, lines that must stay lines, a heading between them, or a table. */
export type Block =
  | {
      readonly kind: 'paragraph'
      readonly text: string
      /** What a parser has looked for is not looked for again. */
      readonly survey?: TextSurvey
    }
  | { readonly kind: 'heading'; readonly text: string }
  /** Results, standings, addresses: the line breaks are the content. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

/**
 * Clean HTML and text of some blocks in one pass, and the words of the text. The text wires have no markup of their own, so
 * nothing here needs a parser: everything is escaped.
 */
export function renderBlocks(blocks: readonly Block[]): { html: string; text: string; words: number } {
  let html = ''
  let words = 0
  const text: string[] = []
  for (const block of blocks) {
    const written = writeBlock(block)
    if (written === undefined) continue
    html += written.html
    text.push(written.text)
    words += written.words ?? countWords(written.text)
  }
  return { html, text: text.join('\n\n'), words }
}

const control = /[\u0000-\u0008\u000e-\u001f\u007f]+/g

const messy = /[\u0000-\u001f\u007f\u180e\u200b\u2060]|[^\S ]/

function clean(text: string): string {
  return isTidy(text, surveyText(text)) ? text.trim() : fold(text)
}

/** Most text needs nothing but a trim. */
function isTidy(text: string, { gap, others }: TextSurvey): boolean {
  return !gap && (!others || !messy.test(text))
}

function fold(text: string): string {
  return foldSpace(text.replace(control, ' '))
}

interface Written {
  readonly html: string
  readonly text: string
  /** Where they are known. */
  readonly words?: number
}

function writeBlock(block: Block): Written | undefined {
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
  if (block.kind === 'heading') {
    const text = clean(block.text)
    return text === '' ? undefined : { html: `<h2>${escapeHtml(text)}</h2>`, text }
  }
  const survey = block.survey ?? surveyText(block.text)
  const tidy = isTidy(block.text, survey)
  const text = tidy ? block.text.trim() : fold(block.text)
  if (text === '') return undefined
  const html = `<p>${escapeHtml(text)}</p>`
  return tidy ? { html, text, words: survey.words } : { html, text }
}
