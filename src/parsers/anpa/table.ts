import type { Block } from '../wire-text/blocks.ts'
import { readCharacters } from './characters.ts'

/**
 * The cells of a line that begins with BS. US and RS move to the next tab stop, so several in a row are spacing and no
 * empty cells; only the first cell may be empty, over a column of names. A caret with DLE, or a semicolon, parts cells, too;
 * DLE alone is a blank within one. A quad sign may end the line.
 */
export function readCells(line: string): string[] {
  const cells = line
    .slice(1)
    .replace(/[<=]$/, '')
    .split(/\^\u0010?|[\u001e\u001f;]/)
  return cells.map((cell) => readCharacters(cell).trim()).filter((cell, at) => at === 0 || cell !== '')
}

const fewestRows = 3
const longestCell = 60

/** Runs of at least three lines with the same number of semicolons, two or more, are a table set as text. */
export function readSemicolonTables(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some((block) => columnsOf(block) >= 3)) return blocks
  const done: Block[] = []
  for (let at = 0; at < blocks.length;) {
    const columns = columnsOf(blocks[at])
    let end = at
    while (columns >= 3 && end < blocks.length && columnsOf(blocks[end]) === columns) end++
    if (end - at >= fewestRows) {
      done.push({ kind: 'table', rows: blocks.slice(at, end).map(cellsOf) })
      at = end
    } else {
      const block = blocks[at]
      if (block !== undefined) done.push(block)
      at++
    }
  }
  return done
}

function columnsOf(block: Block | undefined): number {
  if (block?.kind !== 'paragraph' || !block.text.includes(';')) return 0
  const cells = cellsOf(block)
  return cells.every((cell) => cell.length <= longestCell) ? cells.length : 0
}

function cellsOf(block: Block | undefined): string[] {
  return block?.kind === 'paragraph' && block.text.includes(';') ? block.text.split(';').map((cell) => cell.trim()) : []
}
