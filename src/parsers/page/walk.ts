import { isElement } from './tree.ts'
import type { PageElement, PageNode } from './tree.ts'

const blocks = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** True for elements that begin a line of their own. */
export function isBlock(name: string): boolean {
  return blocks.has(name)
}

/** Every element below `root`, in document order. */
export function* descendants(root: PageElement): Generator<PageElement> {
  const open: PageElement[] = []
  push(root, open)
  for (let next = open.pop(); next; next = open.pop()) {
    yield next
    push(next, open)
  }
}

// last child first, so that the first is taken next
function push(element: PageElement, open: PageElement[]): void {
  for (let at = element.children.length - 1; at >= 0; at--) {
    const child = element.children[at]
    if (isElement(child)) open.push(child)
  }
}

/** All text below a node, folded, with a blank where a block or line break parts words. */
export function textOf(node: PageNode): string {
  const parts: string[] = []
  gather(node, parts)
  return parts.join('').replace(/\s+/gu, ' ').trim()
}

function gather(node: PageNode, parts: string[]): void {
  if (!isElement(node)) {
    parts.push(node)
    return
  }
  const parted = node.name === 'br' || isBlock(node.name)
  if (parted) parts.push(' ')
  for (const child of node.children) gather(child, parts)
  if (parted) parts.push(' ')
}

/** class and id, lower case, "imageCaption" as "image-caption", parted by a blank; empty when there are none. */
export function namesOf(element: PageElement): string {
  const { class: classes, id } = element.attributes
  if (classes === undefined && id === undefined) return ''
  const names = id === undefined ? classes! : classes === undefined ? id : `${classes} ${id}`
  return names
    .slice(0, 400)
    .replace(/([a-z0-9])(?=[A-Z])/gu, '$1-')
    .toLowerCase()
}

/** Removes an element from its parent. */
export function detach(element: PageElement): void {
  const siblings = element.parent?.children
  if (!siblings) return
  const at = siblings.indexOf(element)
  if (at >= 0) siblings.splice(at, 1)
  element.parent = undefined
}
