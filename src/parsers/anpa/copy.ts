import { linesOf, trimmedEnd } from '../../normalise/lines.ts'
import type { Block } from '../wire-text/blocks.ts'
import { holdsSubstitutes, readCharacters } from './characters.ts'
import { CopyBlocks } from './copy-blocks.ts'
import { readFurniture, readFurnitureLine } from './furniture.ts'
import type { Furniture, FurnitureLine } from './furniture.ts'
import { readCells, readSemicolonTables } from './table.ts'

export interface Copy {
  readonly furniture: Furniture
  readonly blocks: readonly Block[]
}

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
  const blocks = new CopyBlocks(holdsSubstitutes(text))
  let furniture: Furniture | undefined
  for (const raw of linesOf(text)) {
    if (raw.charCodeAt(0) === caret) {
      for (const line of furnitureLinesOf(raw)) {
        if (ending.test(line.text)) continue
        if (furniture === undefined) head.push(line)
        else addFurniture({ text: readCharacters(line.text), end: line.end }, blocks)
      }
      continue
    }
    const words = trimmedEnd(raw)
    if (words === '') {
      blocks.end()
      continue
    }
    furniture ??= openCopy(head, blocks)
    addLine(raw, words, blocks)
  }
  furniture ??= openCopy(head, blocks)
  return { furniture, blocks: readSemicolonTables(blocks.finish()) }
}

/** What stood before the first paragraph; lines of it that belong to the copy come first there. */
function openCopy(head: readonly FurnitureLine[], blocks: CopyBlocks): Furniture {
  const furniture = readFurniture(head)
  for (const line of furniture.rest) addFurniture(line, blocks)
  return furniture
}

function addFurniture({ text, end }: FurnitureLine, blocks: CopyBlocks): void {
  if (end === 'centre') blocks.heading(text)
  else blocks.single(text)
}

/** What a line that begins with a caret holds: several furniture lines may share it ("^*9006< ^AP-Top-..."). */
function furnitureLinesOf(raw: string): FurnitureLine[] {
  const lines = raw.includes('^', 1) ? raw.split(/(?<=<)[ \t]{0,8}(?=\^)/) : [raw]
  return lines.map(readFurnitureLine)
}

/** A line of copy; `words` is the same without the blanks at its end. */
function addLine(raw: string, words: string, blocks: CopyBlocks): void {
  const first = raw.charCodeAt(0)
  if (first === backspace) {
    blocks.row(readCells(raw))
    return
  }
  const starts = first === tab || (first === blank && words.startsWith('   '))
  const last = words.charCodeAt(words.length - 1)
  if (last !== quadLeft && last !== quadCentre) {
    if (starts) blocks.end()
    blocks.text(words.trimStart())
    return
  }
  // a closed line ends where it stands: the next one does not go on with it
  const closed = words.slice(0, -1).trim()
  if (starts) blocks.single(readCharacters(closed).trim())
  else {
    blocks.text(closed)
    blocks.end()
  }
}
