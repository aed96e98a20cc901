import { asString, isObject, readMembers, readValue } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'

/**
 * The generations differ in names: `versioncreated` (1, 2) is `versionCreated` (3), `person` (1) is `people` (2, 3).
 * A field is looked up under all its names, in the order given.
 */
export function readField(item: unknown, ...names: readonly string[]): unknown {
  for (const name of names) {
    const value = readValue(item, name)
    if (value !== undefined && value !== null && value !== '') return value
  }
  return undefined
}

export function readText(item: unknown, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = asString(readValue(item, name))
    if (text !== undefined) return text
  }
  return undefined
}

/** The objects of the first of these fields that has any; a single object counts, and plain strings become names. */
export function readEntries(item: unknown, ...names: readonly string[]): JsonObject[] {
  const value = readField(item, ...names)
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return list.map((member) => (typeof member === 'string' ? { name: member } : member)).filter(isObject)
}

/** A text in one of its forms: headline, description or body. */
export interface Variant {
  /** "main", "caption", "html", "text": the role in 2.x and 3.x, the end of the name in 1.x ("body_html"). */
  readonly role: string
  readonly contentType: string
  readonly value: string
}

/**
 * All forms of a text: `bodies[]` with roles (2.x, 3.x), `body_html`, `body_text` and any other `body_*` (1.x), and the
 * plain field itself.
 */
export function readVariants(item: JsonObject, single: string, plural: string): Variant[] {
  const found: Variant[] = []
  for (const entry of readEntries(item, plural)) {
    const value = asString(readValue(entry, 'value'))
    if (value === undefined) continue
    found.push({
      role: (readText(entry, 'role') ?? '').toLowerCase(),
      contentType: (readText(entry, 'contentType', 'contenttype') ?? '').toLowerCase(),
      value,
    })
  }
  for (const [key, raw] of Object.entries(item)) {
    if (key !== single && !key.startsWith(`${single}_`)) continue
    const value = typeof raw === 'string' && raw.trim() !== '' ? raw : undefined
    if (value !== undefined) found.push({ role: key.slice(single.length + 1).toLowerCase(), contentType: '', value })
  }
  return found
}

export function isHtml(variant: Variant): boolean {
  return (
    /html/.test(variant.contentType) ||
    /html/.test(variant.role) ||
    /<(?:p|div|section|article|br|h[1-6]|ul|table|body)[\s/>]/i.test(variant.value.slice(0, 2_000))
  )
}

/** Members of a field that is an object keyed by name (1.x) or a list with names inside (2.x, 3.x). */
export function readNamedMembers(item: JsonObject, field: string): { key: string; value: JsonObject }[] {
  const value = readValue(item, field)
  if (Array.isArray(value)) {
    return value
      .filter(isObject)
      .map((member, at) => ({ key: readText(member, 'name', 'role') ?? String(at), value: member }))
  }
  return readMembers(item, field).flatMap(([key, member]) => (isObject(member) ? [{ key, value: member }] : []))
}
