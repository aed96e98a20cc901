import { isElement } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'

/**
 * The element as NITF; undefined when it is something else. NITF came from SGML, where case meant nothing, and old lines
 * still write NITF, HEDLINE and P in capitals: then every name is taken in lower case, as the DTD has it.
 */
export function nitfIn(element: XmlElement | undefined): XmlElement | undefined {
  if (element === undefined || element.name === 'nitf') return element
  return element.name === 'NITF' ? inLowerCase(element) : undefined
}

function inLowerCase(element: XmlElement): XmlElement {
  return {
    ...element,
    name: element.name.toLowerCase(),
    attributes: new Map([...element.attributes].map(([name, value]) => [name.toLowerCase(), value])),
    children: element.children.map((node) => (isElement(node) ? inLowerCase(node) : node)),
  }
}
