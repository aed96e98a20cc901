import {
  closeObject,
  colon,
  comma,
  endOfString,
  endOfValue,
  isBlank,
  openList,
  openObject,
  quote,
  skipBlank,
  skipMark,
} from '../json/bounds.ts'

/** Where a value stands in the bytes of a document; `end` is the position after it. */
export interface Slice {
  readonly start: number
  readonly end: number
}

/** A page taken apart without being parsed: the elements of its list, and the page with the list emptied. */
export interface SlicedPage {
  readonly elements: readonly Slice[]
  /** The page with `[]` where the list was: what JSON.parse needs to see of it. */
  readonly envelope: string
}

/** Finds the value of a member of the object at `at`; the last of equal names, as JSON.parse would. */
function member(bytes: Buffer, at: number, name: string): Slice | undefined {
  if (bytes[at] !== openObject) return undefined
  let found: Slice | undefined
  let next = skipBlank(bytes, at + 1)
  while (bytes[next] === quote) {
    const nameEnd = endOfString(bytes, next)
    if (nameEnd < 0) return undefined
    const here = bytes.toString('utf8', next + 1, nameEnd - 1) === name
    next = skipBlank(bytes, nameEnd)
    if (bytes[next] !== colon) return undefined
    const start = skipBlank(bytes, next + 1)
    const end = endOfValue(bytes, start)
    if (end < 0) return undefined
    if (here) found = { start, end }
    next = skipBlank(bytes, end)
    if (bytes[next] === comma) next = skipBlank(bytes, next + 1)
  }
  return bytes[next] === closeObject ? found : undefined
}

function elementsOf(bytes: Buffer, list: Slice): Slice[] | undefined {
  const elements: Slice[] = []
  let next = skipBlank(bytes, list.start + 1)
  while (next < list.end - 1) {
    let end = endOfValue(bytes, next)
    if (end < 0) return undefined
    const after = skipBlank(bytes, end)
    while (end > next && isBlank(bytes[end - 1])) end -= 1
    if (end > next) elements.push({ start: next, end })
    if (bytes[after] !== comma && after !== list.end - 1) return undefined
    next = skipBlank(bytes, after + 1)
  }
  return elements
}

/**
 * Takes the list `data.items` of an AP page apart, in time linear in its length. Undefined when the page is cut or its
 * brackets do not match, which is what a half answer looks like. A page without such a list has no elements.
 */
export function slicePage(bytes: Buffer): SlicedPage | undefined {
  const start = skipBlank(bytes, skipMark(bytes))
  if (bytes[start] !== openObject) return undefined
  const end = endOfValue(bytes, start)
  if (end < 0 || skipBlank(bytes, end) !== bytes.length) return undefined
  const data = member(bytes, start, 'data')
  const list = data === undefined ? undefined : member(bytes, data.start, 'items')
  if (list === undefined || bytes[list.start] !== openList) {
    return { elements: [], envelope: bytes.toString('utf8', start, end) }
  }
  const elements = elementsOf(bytes, list)
  if (elements === undefined) return undefined
  return {
    elements,
    envelope: `${bytes.toString('utf8', start, list.start)}[]${bytes.toString('utf8', list.end, end)}`,
  }
}
