import { isElement } from './tree.ts'
import type { PageElement, PageNode } from './tree.ts'

const voids = new Set(['br', 'hr', 'img', 'wbr', 'input', 'source', 'col'])
/** What a scorer of paragraphs looks at; the rest only costs time. */
const keptAttributes = ['class', 'id', 'href', 'itemprop', 'colspan', 'role'] as const
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escape(text: string): string {
  return /[&<>"]/u.test(text) ? text.replace(/[&<>"]/gu, (character) => escapes[character]!) : text
}

/** Writes a tree as well-formed markup: every element closed, every attribute quoted. */
export function writeMarkup(root: PageElement): string {
  const parts: string[] = []
  write(root, parts)
  return parts.join('')
}

function write(node: PageNode, parts: string[]): void {
  if (!isElement(node)) {
    parts.push(escape(node))
    return
  }
  const { name } = node
  if (!/^[a-z][a-z0-9]{0,20}$/u.test(name)) {
    for (const child of node.children) write(child, parts)
    return
  }
  parts.push('<', name)
  for (const attribute of keptAttributes) {
    const value = node.attributes[attribute]
    if (value !== undefined && value !== '') parts.push(' ', attribute, '="', escape(value), '"')
  }
  if (voids.has(name)) {
    parts.push('/>')
    return
  }
  parts.push('>')
  for (const child of node.children) write(child, parts)
  parts.push('</', name, '>')
}
