import {
  closeList,
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

/**
 * Walks over the members of the object at `at`; `value` is called with the name and the position of each value and says
 * where it ends. Returns the position after the object, -1 when it is cut.
 */
function walkMembers(bytes: Buffer, at: number, value: (name: string, start: number) => number): number {
  let next = skipBlank(bytes, at + 1)
  while (bytes[next] === quote) {
    const nameEnd = endOfString(bytes, next)
    if (nameEnd < 0) return -1
    const name = bytes.toString('utf8', next + 1, nameEnd - 1)
    next = skipBlank(bytes, nameEnd)
    if (bytes[next] !== colon) return -1
    const end = value(name, skipBlank(bytes, next + 1))
    if (end < 0) return -1
    next = skipBlank(bytes, end)
    if (bytes[next] === comma) next = skipBlank(bytes, next + 1)
  }
  return bytes[next] === closeObject ? next + 1 : -1
}

/** Collects the elements of the list at `at`. Returns the position after it, -1 when it is cut or lacks a comma. */
function walkElements(bytes: Buffer, at: number, elements: Slice[]): number {
  let next = skipBlank(bytes, at + 1)
  while (next < bytes.length && bytes[next] !== closeList) {
    const reached = endOfValue(bytes, next)
    if (reached < 0) return -1
    let end = reached
    while (end > next && isBlank(bytes[end - 1])) end -= 1
    if (end > next) elements.push({ start: next, end })
    next = skipBlank(bytes, reached)
    if (bytes[next] === comma) next = skipBlank(bytes, next + 1)
    else if (bytes[next] !== closeList) return -1
  }
  return bytes[next] === closeList ? next + 1 : -1
}

/**
 * Takes the list `data.items` of an AP page apart, reading every byte once. Undefined when the page is cut or its
 * brackets do not match, which is what a half answer looks like. A page without such a list has no elements. Of equal
 * names the last counts, as it does for JSON.parse.
 */
export function slicePage(bytes: Buffer): SlicedPage | undefined {
  let elements: Slice[] = []
  let list: Slice | undefined
  const inData = (name: string, start: number): number => {
    if (name !== 'items') return endOfValue(bytes, start)
    elements = []
    list = undefined
    if (bytes[start] !== openList) return endOfValue(bytes, start)
    const end = walkElements(bytes, start, elements)
    if (end > 0) list = { start, end }
    return end
  }
  const inPage = (name: string, start: number): number => {
    if (name !== 'data') return endOfValue(bytes, start)
    elements = []
    list = undefined
    return bytes[start] === openObject ? walkMembers(bytes, start, inData) : endOfValue(bytes, start)
  }
  const start = skipBlank(bytes, skipMark(bytes))
  if (bytes[start] !== openObject) return undefined
  const end = walkMembers(bytes, start, inPage)
  if (end < 0 || skipBlank(bytes, end) !== bytes.length) return undefined
  if (list === undefined) return { elements, envelope: bytes.toString('utf8', start, end) }
  const { start: before, end: after } = list as Slice
  return { elements, envelope: `${bytes.toString('utf8', start, before)}[]${bytes.toString('utf8', after, end)}` }
}
