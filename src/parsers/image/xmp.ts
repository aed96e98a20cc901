import { foldLines, tidyText } from '../../normalise/text.ts'
import type { XmlElement } from '../xml/element.ts'
import { attr, children, descendants, rawText } from '../xml/read.ts'
import { readXml } from '../xml/tree.ts'

/** Properties of an XMP packet by local name: `Headline`, `description`. */
export interface Xmp {
  all(name: string): readonly string[]
  one(name: string): string | undefined
}

/**
 * Reads an XMP packet: simple properties as attributes or elements, lists, and alternatives by language with the default
 * first. Undefined when the packet cannot be read: IIM then has to do.
 */
export function readXmp(packet: Uint8Array): Xmp | undefined {
  const end = packet.lastIndexOf(0x3e)
  const document = readXml({ bytes: packet.subarray(0, end + 1) })
  if (document.kind === 'refused') return undefined
  const values = new Map<string, string[]>()
  const put = (name: string, found: readonly string[]): void => {
    const texts = found.map((text) => foldLines(tidyText(text))).filter((text) => text !== '')
    if (texts.length > 0 && !values.has(name)) values.set(name, texts)
  }
  const root = document.root.name === 'RDF' ? [document.root] : descendants(document.root, 'RDF')
  for (const description of root.flatMap((rdf) => children(rdf, 'Description'))) {
    for (const [name, value] of description.attributes) if (name !== 'about') put(name, [value])
    for (const property of children(description)) put(property.name, valuesOf(property))
  }
  const all = (name: string): readonly string[] => values.get(name) ?? []
  return { all, one: (name) => all(name)[0] }
}

function valuesOf(property: XmlElement): string[] {
  const list = children(property).find(({ name }) => name === 'Bag' || name === 'Seq' || name === 'Alt')
  if (list === undefined) return children(property).length > 0 ? namesOf([property]) : [rawText(property)]
  const members = children(list, 'li')
  const isStructured = members.some((member) => children(member).length > 0 || isRecord(member))
  if (isStructured) return namesOf(members)
  if (list.name !== 'Alt') return members.map(rawText)
  const preferred = members.find((member) => attr(member, 'xml:lang')?.toLowerCase() === 'x-default')
  const sorted = preferred === undefined ? members : [preferred, ...members.filter((member) => member !== preferred)]
  return sorted.map(rawText)
}

/** Structures are written as elements, or as attributes of the member. */
function isRecord(member: XmlElement): boolean {
  return member.attributes.has('parseType') || ['City', 'CountryName'].some((name) => attr(member, name) !== undefined)
}

/** Structures (events, organisations, registry entries): the name or id in each. */
function namesOf(members: readonly XmlElement[]): string[] {
  return members.flatMap((member) => {
    const inside = [
      ...descendants(member, 'Name'),
      ...descendants(member, 'EventName'),
      ...descendants(member, 'RegItemId'),
    ]
    const text = inside[0] === undefined ? placeOf(member) : rawText(descendants(inside[0], 'li')[0] ?? inside[0])
    return text === '' ? [] : [text]
  })
}

/** A location is a structure, too: "Voss, Vestland, Norway". Its parts are elements or attributes. */
function placeOf(member: XmlElement): string {
  return ['City', 'ProvinceState', 'CountryName']
    .map((name) => {
      const element = descendants(member, name)[0]
      const value =
        element === undefined ? attributeOf(member, name) : rawText(descendants(element, 'li')[0] ?? element)
      return foldLines(value ?? '')
    })
    .filter((part) => part !== '')
    .join(', ')
}

function attributeOf(member: XmlElement, name: string): string | undefined {
  return [member, ...descendants(member, 'Description')].map((element) => attr(element, name)).find(Boolean)
}
