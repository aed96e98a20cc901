import { attr, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'

/** Children by name whatever their case: Belga writes Headline, TASS misspells whole containers. */
export function childrenLike(element: XmlElement | undefined, name: string): XmlElement[] {
  const wanted = name.toLowerCase()
  return children(element).filter((entry) => entry.name.toLowerCase() === wanted)
}

export function childLike(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenLike(element, name)[0]
}

/** The value of a NewsML 1 term: @FormalName, else the text some agencies put there instead (TASS: Urgency). */
export function formalName(element: XmlElement | undefined): string | undefined {
  return attr(element, 'FormalName') ?? attr(element, 'Value') ?? (element === undefined ? undefined : textOf(element))
}

/** Values of `Property` children with a FormalName, in any case; blank ones left out. */
export function propertyValues(element: XmlElement | undefined, name: string): string[] {
  const wanted = name.toLowerCase()
  return children(element, 'Property')
    .filter((property) => attr(property, 'FormalName')?.toLowerCase() === wanted)
    .map((property) => attr(property, 'Value') ?? textOf(property))
    .filter((value) => value !== undefined)
}
