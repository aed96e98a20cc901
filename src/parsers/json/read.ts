import { withoutUnstorable } from '../../normalise/charset.ts'
import { foldSpace } from '../../normalise/text.ts'
import type { ErrorCode } from '../../story/errors.ts'
import type { ItemWarning } from '../../story/item.ts'
import { repairJson } from './repair.ts'

export type JsonObject = Readonly<Record<string, unknown>>

export type JsonOutcome =
  | { readonly kind: 'read'; readonly value: unknown; readonly repaired: boolean; readonly warnings: ItemWarning[] }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly detail: string }

const maxDepth = 200

/**
 * Names, values and brackets together. A page of a hundred AP items with all their metadata has some 600,000; two bytes
 * of JSON may take 160 in memory, and V8 ends the process, not the parsing, when there is no more.
 */
const maxParts = 2_000_000

/** Parses JSON strictly, and after the documented repair of repair.ts when that fails. */
export function parseJson(text: string): JsonOutcome {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  if (source.trim() === '') return { kind: 'refused', code: 'parse.empty', detail: 'no characters' }
  const excess = findExcess(source)
  if (excess !== undefined) return { kind: 'refused', code: 'parse.too-deep', detail: excess }
  try {
    return { kind: 'read', value: storable(JSON.parse(source), source), repaired: false, warnings: [] }
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 120)
    const repair = repairJson(source)
    try {
      const value = storable(JSON.parse(repair.text), source)
      const warnings = [{ code: 'json.repaired', detail: `${reason}; ${repair.done.join(', ')}` }]
      return { kind: 'read', value, repaired: true, warnings }
    } catch {
      return { kind: 'refused', code: repair.cut ? 'parse.truncated' : 'parse.malformed', detail: reason }
    }
  }
}

/** An object that is neither an array nor null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The own value at a dotted path; undefined when any step is missing. Nothing inherited is ever read. */
export function readValue(value: unknown, path: string): unknown {
  if (!path.includes('.')) return isObject(value) && Object.hasOwn(value, path) ? value[path] : undefined
  let found = value
  for (const key of path.split('.')) {
    if (!isObject(found) || !Object.hasOwn(found, key)) return undefined
    found = found[key]
  }
  return found
}

/** A string at a path, trimmed; numbers become digits, a list gives its first. Undefined when blank or of another kind. */
export function readString(value: unknown, path: string): string | undefined {
  return asString(readValue(value, path))
}

export function asString(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (Array.isArray(value)) {
    for (const member of value) {
      const text = asString(member)
      if (text !== undefined) return text
    }
  }
  return undefined
}

/** A number at a path; digits in a string count. */
export function readNumber(value: unknown, path: string): number | undefined {
  const found = readValue(value, path)
  if (typeof found === 'number') return Number.isFinite(found) ? found : undefined
  if (typeof found !== 'string' || !/^\s{0,8}-?\d{1,15}(?:\.\d{1,15})?\s{0,8}$/.test(found)) return undefined
  return Number(found)
}

/** A list at a path. A single value where a list is expected counts as a list of one; null as none. */
export function readList(value: unknown, path: string): readonly unknown[] {
  const found = readValue(value, path)
  if (found === undefined || found === null) return []
  return Array.isArray(found) ? found : [found]
}

/** The strings of a list at a path, folded, without blanks and repeats. */
export function readStrings(value: unknown, path: string): string[] {
  const found = readList(value, path)
    .map((member) => foldSpace(asString(member) ?? ''))
    .filter((text) => text !== '')
  return [...new Set(found)]
}

/** The objects of a list at a path; an object keyed by name or number gives its members in key order. */
export function readObjects(value: unknown, path: string): JsonObject[] {
  return readList(value, path).filter(isObject)
}

/** The own members of an object at a path, digits first and in order. Keys may have gaps (AP: associations 1, 3). */
export function readMembers(value: unknown, path: string): [key: string, value: unknown][] {
  const found = readValue(value, path)
  if (!isObject(found)) return []
  return Object.entries(found).sort(([a], [b]) => {
    const left = Number.parseInt(a, 10)
    const right = Number.parseInt(b, 10)
    if (Number.isNaN(left) || Number.isNaN(right))
      return Number.isNaN(left) === Number.isNaN(right) ? 0 : Number.isNaN(left) ? 1 : -1
    return left - right
  })
}

// escapes may write what PostgreSQL cannot hold; most documents have none of them, and then there is nothing to do
function storable(value: unknown, source: string): unknown {
  return source.includes('\\u') && /\\u(?:0000|[dD][89a-fA-F])/.test(source) ? clean(value) : value
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return withoutUnstorable(value)
  if (Array.isArray(value)) return value.map(clean)
  if (!isObject(value)) return value
  const kept: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  for (const [key, member] of Object.entries(value)) kept[withoutUnstorable(key)] = clean(member)
  return kept
}

/** Of what a document has more than any honest one. JSON.parse would take the depth; nobody after it should have to. */
function findExcess(text: string): string | undefined {
  // most documents have no more brackets than that in all, and are shorter than that many parts
  if (text.length <= maxParts && !hasMoreThan(text, maxDepth)) return undefined
  let depth = 0
  let parts = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === 0x5c) at++
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x2c || code === 0x3a) parts++
    else if (code === 0x7b || code === 0x5b) {
      parts++
      if (++depth > maxDepth) return `nested deeper than ${maxDepth}`
    } else if (code === 0x7d || code === 0x5d) depth--
  }
  return parts > maxParts ? `more than ${maxParts} names and values` : undefined
}

function hasMoreThan(text: string, limit: number): boolean {
  let count = 0
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) if (++count > limit) return true
  }
  return false
}
