import type { Paint } from './paint.ts'
import { padTo, widthOf } from './width.ts'

export interface Column {
  readonly title: string
  readonly align?: 'left' | 'right'
}

/** Aligned columns under their titles. The last column keeps its length. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], paint: Paint): string {
  const widths = columns.map((column, at) =>
    Math.max(widthOf(column.title), ...rows.map((row) => widthOf(row[at] ?? ''))),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => {
        const right = columns[at]?.align === 'right'
        return at === columns.length - 1 && !right ? cell : padTo(cell, widths[at] ?? 0, right ? 'right' : 'left')
      })
      .join('  ')
      .trimEnd()
  const head = line(columns.map((column) => column.title))
  return [paint('dim', head), ...rows.map(line)].join('\n')
}

/** A column that a narrow terminal can do without: the lowest `spare` goes first. */
export interface SpareColumn extends Column {
  readonly spare?: number
}

/** A table that fits into so many columns of the terminal, if leaving out what can be spared makes it fit. */
export function tableWithin(
  room: number,
  columns: readonly SpareColumn[],
  rows: readonly (readonly string[])[],
  paint: Paint,
): string {
  const ranks = [...new Set(columns.flatMap(({ spare }) => (spare === undefined ? [] : [spare])))].sort((a, b) => a - b)
  let shown = ''
  for (const rank of [0, ...ranks]) {
    const kept = columns.map(({ spare }) => spare === undefined || spare > rank)
    const choose = <T>(values: readonly T[]) => values.filter((_, at) => kept[at])
    shown = table(choose(columns), rows.map(choose), paint)
    if (Math.max(...shown.split('\n').map(widthOf)) <= room) break
  }
  return shown
}

/** Names and values, one a line, values aligned. */
export function facts(pairs: readonly (readonly [string, string | undefined])[], paint: Paint, indent = ''): string {
  const shown = pairs.filter((pair): pair is readonly [string, string] => pair[1] !== undefined && pair[1] !== '')
  const width = Math.max(0, ...shown.map(([name]) => widthOf(name)))
  return shown
    .map(([name, value]) => {
      const body = value.split('\n').join(`\n${indent}${' '.repeat(width + 2)}`)
      return `${indent}${paint('dim', padTo(name, width))}  ${body}`
    })
    .join('\n')
}
