import { surveyText } from '../../normalise/words.ts'
import type { TextSurvey } from '../../normalise/words.ts'
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
    const words = group.map(trim)
    const text = words.join(' ')
    const survey = surveyText(text)
    // neither columns nor cells without a gap, and prose has none
    if (!survey.gap && !text.includes('\t')) readPart(group, { words, text, survey }, blocks)
    else {
      for (const part of splitTables(group)) {
        if ('rows' in part) blocks.push({ kind: 'table', rows: part.rows })
        else {
          const inner = part.map(trim)
          readPart(part, { words: inner, text: inner.join(' ') }, blocks)
        }
      }
    }
  }
  return blocks
}

const trim = (line: string): string => line.trim()

/** Some lines without the blanks round each, and all of them as prose. */
interface Prose {
  readonly words: readonly string[]
  readonly text: string
  /** Of a text without a gap. */
  readonly survey?: TextSurvey
}

/** Adds the blocks of lines that hold no table. */
function readPart(part: readonly string[], prose: Prose, blocks: Block[]): void {
  if (part.length > 1 && isUnwrapped(part, prose.words)) {
    for (const text of part) blocks.push({ kind: 'paragraph', text })
  } else if (part.length === 1 || isProse(prose)) {
    const { text, survey } = prose
    blocks.push({ kind: 'paragraph', text, ...(survey !== undefined && { survey }) })
  } else blocks.push({ kind: 'lines', lines: part })
}

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
  return line.startsWith('   ') || line.startsWith('\t')
}

/** Most lines are longer than a measure, or each is indented and closes a sentence. */
function isUnwrapped(group: readonly string[], words: readonly string[]): boolean {
  let long = 0
  for (const line of words) if (line.length > longestWrapped) long++
  if (long * 2 >= group.length) return true
  let closed = 0
  for (const line of group) if (isIndented(line) && /[.!?:"'”’)]\s*$/.test(line)) closed++
  return closed >= group.length * 0.8
}

function isProse({ words, text, survey }: Prose): boolean {
  let filled = 0
  for (let at = 0; at < words.length - 1; at++) if ((words[at] ?? '').length >= shortestFilled) filled++
  return filled >= (words.length - 1) * 0.7 && (survey !== undefined || !/\S {4,}\S/.test(text))
}

/** Cells parted by tabs or at least two blanks. */
function cellsOf(line: string): string[] {
  const text = line.trim()
  return text.includes('  ') || text.includes('\t') ? text.split(/\t+| {2,}/) : [text]
}

/** Runs of at least three lines with the same number of cells, a digit in most of them, are tables within the group. */
function splitTables(group: readonly string[]): (readonly string[] | { rows: string[][] })[] {
  const parts: (readonly string[] | { rows: string[][] })[] = []
  let from = 0
  for (let at = 0; at < group.length;) {
    const columns = cellsOf(group[at] ?? '').length
    let end = at + 1
    while (columns > 1 && end < group.length && cellsOf(group[end] ?? '').length === columns) end++
    const run = group.slice(at, end)
    if (run.length >= fewestRows && run.filter((line) => /\d/.test(line)).length * 2 >= run.length) {
      if (at > from) parts.push(group.slice(from, at))
      parts.push({ rows: run.map(cellsOf) })
      from = end
    }
    at = end
  }
  if (from < group.length) parts.push(group.slice(from))
  return parts
}
