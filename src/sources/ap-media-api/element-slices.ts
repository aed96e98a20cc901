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

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a
const openList = 0x5b
const closeList = 0x5d
const openObject = 0x7b
const closeObject = 0x7d

/** No honest page nests deeper. */
const deepest = 256

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

function skipBlank(bytes: Buffer, at: number): number {
  let next = at
  while (isBlank(bytes[next])) next += 1
  return next
}

/** The position after the string that opens at `at`; -1 when it never closes. */
function endOfString(bytes: Buffer, at: number): number {
  for (let close = bytes.indexOf(quote, at + 1); close >= 0; close = bytes.indexOf(quote, close + 1)) {
    let slashes = 0
    while (bytes[close - 1 - slashes] === backslash && close - 1 - slashes > at) slashes += 1
    if (slashes % 2 === 0) return close + 1
  }
  return -1
}

/**
 * The position after the value at `at`; -1 when it is cut or nests too deeply. Only strings and brackets are looked at:
 * a value that breaks other rules of JSON keeps its bounds, so one broken element does not hold up the page.
 */
function endOfValue(bytes: Buffer, at: number): number {
  const open: number[] = []
  for (let next = at; next < bytes.length; next += 1) {
    const byte = bytes[next]
    if (byte === quote) {
      next = endOfString(bytes, next) - 1
      if (next < 0) return -1
      if (open.length === 0) return next + 1
    } else if (byte === openList || byte === openObject) {
      if (open.push(byte) > deepest) return -1
    } else if (byte === closeList || byte === closeObject) {
      if (open.length === 0) return next
      if (open.pop() !== (byte === closeList ? openList : openObject)) return -1
      if (open.length === 0) return next + 1
    } else if (byte === comma && open.length === 0) return next
  }
  return -1
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
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const start = skipBlank(bytes, bom)
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
