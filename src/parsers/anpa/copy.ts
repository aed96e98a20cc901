import { linesOf } from '../../normalise/lines.ts'
import type { Block } from '../wire-text/blocks.ts'
import { holdsOthers, holdsSubstitutes, readCharacters } from './characters.ts'
import { readFurniture, readFurnitureLine } from './furniture.ts'
import type { Furniture, FurnitureLine } from './furniture.ts'
import { readCells, readSemicolonTables } from './table.ts'

export interface Copy {
  readonly furniture: Furniture
  readonly blocks: readonly Block[]
}

/** A line of copy with its role; `row` lines become tables, `break` lines end a paragraph. */
type Line =
  /** As it came: its characters are read with those of its paragraph. */
  | { readonly kind: 'start' | 'text' | 'closed'; readonly text: string }
  | { readonly kind: 'row'; readonly cells: readonly string[] }
  | { readonly kind: 'break' }
  | { readonly kind: 'heading' | 'single'; readonly text: string }

// the end of the copy, as AP and others print it
const ending = /^\(?-{0,2}(?:END|MORE|more|End)-{0,2}\)?$/

// codes are compared several times quicker than texts, and every line is
const backspace = 0x08
const tab = 0x09
const blank = 0x20
const caret = 0x5e
/** `<` and `=` at the end of a line. */
const quadLeft = 0x3c
const quadCentre = 0x3d

/**
 * Reads what stands between STX and ETX. Furniture lines before the first paragraph are sorted by content; those further
 * down are centred headings or single lines of the copy.
 */
export function readCopy(text: string): Copy {
  const head: FurnitureLine[] = []
  const lines: Line[] = []
  let inHead = true
  for (const raw of splitLines(text)) {
    const furniture = readFurnitureLine(raw)
    if (furniture !== undefined && ending.test(furniture.text)) continue
    if (furniture !== undefined && inHead) {
      head.push(furniture)
      continue
    }
    if (furniture !== undefined) {
      const kind = furniture.end === 'centre' ? 'heading' : 'single'
      lines.push({ kind, text: readCharacters(furniture.text) })
      continue
    }
    const line = readLine(raw)
    if (line.kind !== 'break') inHead = false
    lines.push(line)
  }
  const furniture = readFurniture(head)
  const rest: Line[] = furniture.rest.map(({ text: rest, end }) => ({
    kind: end === 'centre' ? 'heading' : 'single',
    text: rest,
  }))
  return { furniture, blocks: readSemicolonTables(toBlocks([...rest, ...lines], holdsSubstitutes(text))) }
}

const shared = /^\^[^\r\n]{0,200}<[ \t]{0,8}\^/m

/** Lines, with several furniture lines that share one ("^*9006< ^AP-Top-...") put on lines of their own. */
function splitLines(text: string): string[] {
  const lines = linesOf(text)
  if (!lines.some((line) => line.charCodeAt(0) === caret && line.includes('^', 1)) || !shared.test(text)) return lines
  return lines.flatMap((line) => (line.startsWith('^') ? line.split(/(?<=<)[ \t]{0,8}(?=\^)/) : [line]))
}

function readLine(raw: string): Line {
  const first = raw.charCodeAt(0)
  if (first === backspace) return { kind: 'row', cells: readCells(raw) }
  const text = raw.trimEnd()
  if (text === '') return { kind: 'break' }
  const starts = first === tab || (first === blank && text.startsWith('   '))
  const last = text.charCodeAt(text.length - 1)
  if (last !== quadLeft && last !== quadCentre) return { kind: starts ? 'start' : 'text', text: text.trimStart() }
  // a closed line ends where it stands: the next one does not go on with it
  const inner = text.slice(0, -1).trim()
  return starts ? { kind: 'single', text: readCharacters(inner).trim() } : { kind: 'closed', text: inner }
}

function toBlocks(lines: readonly Line[], substituted: boolean): Block[] {
  const blocks: Block[] = []
  let words: string[] = []
  let rows: (readonly string[])[] = []
  const flush = (): void => {
    if (words.length > 0) blocks.push(paragraphOf(words, substituted))
    if (rows.length > 0) blocks.push({ kind: 'table', rows })
    words = []
    rows = []
  }
  for (const line of lines) {
    if (line.kind === 'row') {
      if (words.length > 0) flush()
      rows.push(line.cells)
      continue
    }
    if (line.kind === 'text' || line.kind === 'closed') {
      if (rows.length > 0) flush()
      words.push(line.text)
      if (line.kind === 'closed') flush()
      continue
    }
    flush()
    if (line.kind === 'start') words.push(line.text)
    else if (line.kind === 'heading') blocks.push(headingOf(line.text))
    else if (line.kind === 'single') blocks.push({ kind: 'paragraph', text: line.text })
  }
  flush()
  return blocks
}

/** One look at the whole copy and one at the paragraph spare most lines the reading of their characters. */
function paragraphOf(lines: readonly string[], substituted: boolean): Block {
  const text = lines.join(' ')
  if (!holdsOthers(text) && !(substituted && holdsSubstitutes(text))) return { kind: 'paragraph', text, ascii: true }
  return { kind: 'paragraph', text: lines.map((line) => readCharacters(line).trim()).join(' ') }
}

/** A centred rule is no heading. */
function headingOf(text: string): Block {
  return { kind: /^[_\u2014-]{1,60}$/.test(text) ? 'paragraph' : 'heading', text }
}
