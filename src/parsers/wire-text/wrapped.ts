import type { Block } from './blocks.ts'

/** Lines of prose are filled to the measure; of those before the last this many characters are expected. */
const shortestFilled = 44
/** A line longer than any measure was never wrapped: it is a paragraph of its own. */
const longestWrapped = 100
const fewestRows = 3

/**
 * Turns lines wrapped by a typewriter's measure into blocks. A blank line or an indent begins a paragraph; short lines
 * stay lines (results, addresses), and lines set in columns become a table.
 */
export function readWrapped(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  for (const group of groupLines(lines)) {
    const columns = readColumns(group)
    if (columns !== undefined) blocks.push({ kind: 'table', rows: columns })
    else if (group.length > 1 && isUnwrapped(group)) {
      for (const text of group) blocks.push({ kind: 'paragraph', text })
    } else if (group.length === 1 || isProse(group)) blocks.push({ kind: 'paragraph', text: group.map(trim).join(' ') })
    else blocks.push({ kind: 'lines', lines: group })
  }
  return blocks
}

const trim = (line: string): string => line.trim()

/** Groups between blank lines; within a group of prose an indent begins the next. */
function groupLines(lines: readonly string[]): string[][] {
  const groups: string[][] = []
  let group: string[] = []
  const flush = (): void => {
    if (group.length > 0) groups.push(group)
    group = []
  }
  for (const line of lines) {
    if (line.trim() === '') {
      flush()
      continue
    }
    // an indented line after flush ones begins a paragraph; a group that is indented throughout is a list or a table
    const last = group.at(-1)
    if (last !== undefined && isIndented(line) && !isIndented(last)) flush()
    // and the flush line after an indented one goes on with it
    group.push(line)
  }
  flush()
  return groups
}

function isIndented(line: string): boolean {
  return /^(?:\t| {3})/.test(line)
}

/** Most lines are longer than a measure, or each is indented and closes a sentence. */
function isUnwrapped(group: readonly string[]): boolean {
  const long = group.filter((line) => line.trim().length > longestWrapped).length
  if (long * 2 >= group.length) return true
  const closed = group.filter((line) => isIndented(line) && /[.!?:"'”’)]\s*$/.test(line)).length
  return closed >= group.length * 0.8
}

function isProse(group: readonly string[]): boolean {
  let filled = 0
  for (const line of group.slice(0, -1)) {
    if (line.trim().length >= shortestFilled) filled++
  }
  return filled >= (group.length - 1) * 0.7 && !group.some((line) => /\S {4,}\S/.test(line))
}

/** Cells parted by tabs or at least two blanks, the same number in every row, a digit in most rows. */
function readColumns(group: readonly string[]): string[][] | undefined {
  if (group.length < fewestRows) return undefined
  const rows = group.map((line) => line.trim().split(/\t+| {2,}/))
  const columns = rows[0]?.length ?? 0
  if (columns < 2 || rows.some((row) => row.length !== columns)) return undefined
  return group.filter((line) => /\d/.test(line)).length * 2 >= group.length ? rows : undefined
}
