import type { DomNode } from './readability.ts'
import { isElement } from './tree.ts'
import type { PageElement, PageNode } from './tree.ts'
import { textOf } from './walk.ts'

/** The page's own tree in the shape of Readability's, so that both are cut into blocks by the same hand. */
export function asDomNode(node: PageNode): DomNode {
  if (!isElement(node)) return { nodeType: 3, textContent: node, childNodes: [] }
  const element: PageElement = node
  let children: DomNode[] | undefined
  return {
    nodeType: 1,
    localName: element.name,
    get textContent() {
      return textOf(element)
    },
    get childNodes() {
      return (children ??= element.children.map(asDomNode))
    },
    getAttribute: (name) => (Object.hasOwn(element.attributes, name) ? element.attributes[name]! : null),
  }
}
