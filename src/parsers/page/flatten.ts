import { isElement } from './tree.ts'
import type { PageElement, PageNode } from './tree.ts'
import { isBlock } from './walk.ts'

/** The lines a reader sees: every block and every line break begins one, blocks are parted by an empty line. */
export function writeLines(body: PageElement): string {
  const parts: string[] = []
  gather(body, parts)
  return parts.join('').replace(/[^\S\n]+/gu, ' ')
}

function gather(node: PageNode, parts: string[]): void {
  if (!isElement(node)) {
    parts.push(node.replace(/\s+/gu, ' '))
    return
  }
  if (node.name === 'br') parts.push('\n')
  else if (node.name === 'hr') parts.push('\n\n')
  const block = isBlock(node.name)
  if (block) parts.push('\n\n')
  for (const child of node.children) gather(child, parts)
  if (block) parts.push('\n\n')
}
