import { asString, isObject, readValue } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'
import { children, isElement, rawText } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'

/** One Ritzau story, whether it came as XML or as JSON: the same names in both, in changing case. */
export interface RitzauFields {
  /** The value of the first of these fields that is there and not nil, trimmed. */
  one(...names: string[]): string | undefined
  /** The values of a list field. */
  many(...names: string[]): string[]
  flag(...names: string[]): boolean
}

/** Fields of an RBNews element. `i:nil="true"` and empty elements count as absent. */
export function xmlFields(element: XmlElement): RitzauFields {
  const byName = new Map<string, XmlElement>()
  for (const member of children(element))
    if (!byName.has(member.name.toLowerCase())) byName.set(member.name.toLowerCase(), member)
  const find = (names: string[]): XmlElement | undefined =>
    names.map((name) => byName.get(name.toLowerCase())).find((found) => found !== undefined)
  return fieldsOf(
    (names) => rawText(find(names)).trim(),
    (names) => {
      const list = find(names)
      const members = (list?.children ?? []).filter(isElement)
      return members.length > 0 ? members.map((member) => rawText(member)) : [rawText(list)]
    },
  )
}

/** Fields of a JSON object. */
export function jsonFields(object: JsonObject): RitzauFields {
  const byName = new Map<string, string>()
  for (const key of Object.keys(object).slice(0, 500)) {
    if (!byName.has(key.toLowerCase())) byName.set(key.toLowerCase(), key)
  }
  const find = (names: string[]): unknown => {
    for (const name of names) {
      const key = byName.get(name.toLowerCase())
      const value = key === undefined ? undefined : object[key]
      if (value !== undefined && value !== null) return value
    }
    return undefined
  }
  const text = (value: unknown): string =>
    typeof value === 'boolean'
      ? String(value)
      : isObject(value)
        ? (asString(readValue(value, 'name')) ?? '')
        : (asString(value) ?? '')
  return fieldsOf(
    (names) => text(find(names)).trim(),
    (names) => {
      const value = find(names)
      return (Array.isArray(value) ? value : [value]).map(text)
    },
  )
}

function fieldsOf(read: (names: string[]) => string, list: (names: string[]) => string[]): RitzauFields {
  return {
    one: (...names) => read(names) || undefined,
    many: (...names) =>
      list(names)
        .map((value) => value.trim())
        .filter((value) => value !== ''),
    flag: (...names) => /^(?:true|1|ja)$/i.test(read(names)),
  }
}
