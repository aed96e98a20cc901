/** Where values of a JSON document begin and end, found without parsing them: broken ones keep their bounds, too. */

export const quote = 0x22
const backslash = 0x5c
export const comma = 0x2c
export const colon = 0x3a
export const openList = 0x5b
export const closeList = 0x5d
export const openObject = 0x7b
export const closeObject = 0x7d

/**
 * Only a guard for memory: an element that nests absurdly must not hold up the page it stands in, or the cursor would
 * stay before it for ever. The parser refuses it, alone.
 */
const deepest = 1_000_000

/** White space of JSON. */
export const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/** The first position from `at` on that holds no white space. */
export function skipBlank(bytes: Buffer, at: number): number {
  let next = at
  while (isBlank(bytes[next])) next += 1
  return next
}

/** The position after the string that opens at `at`; -1 when it never closes. */
export function endOfString(bytes: Buffer, at: number): number {
  for (let next = at + 1; next < bytes.length; next += 1) {
    const byte = bytes[next]
    if (byte === quote) return next + 1
    if (byte === backslash) next += 1
  }
  return -1
}

/**
 * The position after the value at `at`; -1 when it is cut or nests too deeply. Only strings and brackets are looked at:
 * a value that breaks other rules of JSON keeps its bounds, so one broken element does not hold up the page.
 */
export function endOfValue(bytes: Buffer, at: number): number {
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

/** True when the bytes are one JSON value, or several in a row, none of them cut. */
export function isWholeJson(bytes: Buffer): boolean {
  let next = skipBlank(bytes, skipMark(bytes))
  if (next === bytes.length) return false
  while (next < bytes.length) {
    const end = endOfValue(bytes, next)
    if (end <= next) return false
    next = skipBlank(bytes, end)
  }
  return true
}

/** The position after a UTF-8 byte order mark. */
export function skipMark(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
}
