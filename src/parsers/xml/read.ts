import { decodeHTMLStrict } from 'entities'
import { foldSpace } from '../../normalise/text.ts'
import type { XmlElement, XmlNode } from './element.ts'

export type { XmlElement, XmlNode } from './element.ts'

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string'
}

/** First child element of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined
  for (const node of element.children) if (typeof node !== 'string' && node.name === name) return node
  return undefined
}

/** All child elements, or those of a name. */
export function children(element: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = []
  if (element === undefined) return found
  for (const node of element.children)
    if (typeof node !== 'string' && (name === undefined || node.name === name)) found.push(node)
  return found
}

/** First element at a path of child names: at(root, 'head/docdata/urgency'). Every branch is tried. */
export function at(element: XmlElement | undefined, path: string): XmlElement | undefined {
  return all(element, path)[0]
}

/** All elements at a path of child names, in document order. */
export function all(element: XmlElement | undefined, path: string): XmlElement[] {
  let level = element === undefined ? [] : [element]
  for (const name of path.split('/')) {
    if (level.length === 0) return level
    level = level.length === 1 ? children(level[0], name) : level.flatMap((parent) => children(parent, name))
  }
  return level
}

/** All descendants of a name, in document order, the element itself left out. */
export function descendants(element: XmlElement | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = []
  collect(element)
  return found

  function collect(parent: XmlElement | undefined): void {
    for (const node of parent?.children ?? []) {
      if (typeof node === 'string') continue
      if (node.name === name) found.push(node)
      collect(node)
    }
  }
}

/** The value of an attribute, trimmed; undefined when absent or blank. */
export function attr(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.attributes.get(name)?.trim()
  return value === '' ? undefined : value
}

/** All text inside, as it stands. */
export function rawText(element: XmlElement | undefined): string {
  if (element === undefined) return ''
  const only = element.children[0]
  if (element.children.length === 1 && typeof only === 'string') return only
  let text = ''
  for (const node of element.children) text += typeof node === 'string' ? node : rawText(node)
  return text
}

/**
 * Text with the references that are still in it read. Only whole ones, with their semicolon: "&section=2" in an address is
 * no paragraph sign. References that are still there were escaped twice on their way (`o&amp;#39;clock`): no agency prints one.
 */
export function readAgain(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text
}

/** All text inside, white space folded and references read that were escaped twice; undefined when there is none. */
export function textOf(element: XmlElement | undefined): string | undefined {
  const text = foldSpace(readAgain(lineText(element)))
  return text === '' ? undefined : text
}

/** Elements that end a word though no blank stands there. */
const breaks: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li', 'block', 'tr', 'td', 'th'])

/** All text inside as one line: markup inside a word parts nothing, a break or a paragraph does. */
function lineText(element: XmlElement | undefined): string {
  if (element === undefined) return ''
  const only = element.children[0]
  if (element.children.length === 1 && typeof only === 'string') return only
  let text = ''
  for (const node of element.children) {
    if (typeof node === 'string') text += node
    else text += breaks.has(node.name) ? ` ${lineText(node)} ` : lineText(node)
  }
  return text
}

/** The text of every element that has some. */
export function textsOf(elements: readonly XmlElement[]): string[] {
  return elements.map(textOf).filter((text) => text !== undefined)
}
