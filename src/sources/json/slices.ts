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
} from './bounds.ts'
import { TooMuchJson } from './read.ts'

/** Where a value stands in the bytes of a document; `end` is the position after it. */
export interface Slice {
  readonly start: number
  readonly end: number
}

/** A page taken apart without being parsed: the elements of its list, and the page with the list emptied. */
export interface SlicedPage {
  readonly elements: readonly Slice[]
  /** The page with `[]` where the list was: what needs to be parsed of it. */
  readonly envelope: Buffer
}

/** No agency gives more in one answer, whatever it is asked for; each slice takes memory that it does not take on the wire. */
const mostSlices = 20_000

function checkCount(slices: number): void {
  if (slices >= mostSlices) throw new TooMuchJson(`more than ${mostSlices} elements in one list`)
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
    const end = withoutBlanks(bytes, next, reached)
    checkCount(elements.length)
    if (end > next) elements.push({ start: next, end })
    next = skipBlank(bytes, reached)
    if (bytes[next] === comma) next = skipBlank(bytes, next + 1)
    else if (bytes[next] !== closeList) return -1
  }
  return bytes[next] === closeList ? next + 1 : -1
}

function withoutBlanks(bytes: Buffer, start: number, reached: number): number {
  let end = reached
  while (end > start && isBlank(bytes[end - 1])) end -= 1
  return end
}

/**
 * Finds the values that stand at `path` in a document that is one object. `found` is called with the start of each, the
 * last of equal names last, and says where it ends; `passed` is called when a name of the path comes again, because what
 * was found under it before counts no longer. False when the document is cut or goes on after its end.
 */
function walkPath(
  bytes: Buffer,
  path: readonly string[],
  found: (start: number) => number,
  passed: () => void,
): boolean {
  const walk = (at: number, depth: number): number =>
    walkMembers(bytes, at, (name, start) => {
      if (name !== path[depth]) return endOfValue(bytes, start)
      passed()
      if (depth === path.length - 1) return found(start)
      return bytes[start] === openObject ? walk(start, depth + 1) : endOfValue(bytes, start)
    })
  const start = skipBlank(bytes, skipMark(bytes))
  if (bytes[start] !== openObject) return false
  const end = path.length === 0 ? found(start) : walk(start, 0)
  return end >= 0 && skipBlank(bytes, end) === bytes.length
}

/**
 * Takes the list at `path` (["data", "items"]) of a page apart, reading every byte once. Undefined when the page is cut
 * or its brackets do not match, which is what a half answer looks like. A page without such a list has no elements. Of
 * equal names the last counts, as it does for JSON.parse. Throws TooMuchJson for more elements than any list has.
 */
export function sliceList(bytes: Buffer, path: readonly string[]): SlicedPage | undefined {
  let elements: Slice[] = []
  let list: Slice | undefined
  const whole = walkPath(
    bytes,
    path,
    (start) => {
      if (bytes[start] !== openList) return endOfValue(bytes, start)
      const end = walkElements(bytes, start, elements)
      if (end > 0) list = { start, end }
      return end
    },
    () => {
      elements = []
      list = undefined
    },
  )
  if (!whole) return undefined
  const start = skipBlank(bytes, skipMark(bytes))
  if (list === undefined) return { elements, envelope: bytes.subarray(start) }
  const { start: before, end: after } = list as Slice
  return {
    elements,
    envelope: Buffer.concat([bytes.subarray(start, before), Buffer.from('[]'), bytes.subarray(after)]),
  }
}

/**
 * The members of the object at `path` (none: the document itself), each with the place of its value. Undefined when the
 * document is cut; empty when there is no such object. Throws TooMuchJson for more members than any object has.
 */
export function sliceMembers(bytes: Buffer, path: readonly string[]): ReadonlyMap<string, Slice> | undefined {
  const members = new Map<string, Slice>()
  const whole = walkPath(
    bytes,
    path,
    (start) =>
      bytes[start] !== openObject
        ? endOfValue(bytes, start)
        : walkMembers(bytes, start, (name, from) => {
            const reached = endOfValue(bytes, from)
            checkCount(members.size)
            if (reached > 0) members.set(name, { start: from, end: withoutBlanks(bytes, from, reached) })
            return reached
          }),
    () => members.clear(),
  )
  return whole ? members : undefined
}
