import { escapeHtml } from '../../normalise/entities.ts'
import { isBlock } from './walk.ts'
import type { DomNode } from './readability.ts'

/** A paragraph, heading, list item or table of the extracted story. */
export interface Block {
  /** p, h2 to h6, li, blockquote, pre, table. */
  readonly kind: string
  /** ul or ol for a list item; the list it belongs to is the run of items. */
  readonly list?: string
  /** Inline markup only (for a table: its rows). */
  readonly html: string
  /** Folded. */
  readonly text: string
  /** Characters of the text that stand in links. */
  readonly linked: number
}

const inline = new Set([
  'em',
  'strong',
  'b',
  'i',
  'u',
  'sub',
  'sup',
  'q',
  'cite',
  'code',
  's',
  'del',
  'ins',
  'mark',
  'small',
])
const kept = new Set(['em', 'strong', 'b', 'i', 'u', 'sub', 'sup'])

interface Open {
  kind: string
  list?: string
}

/** Cuts a tree into blocks. Never glues words: every block element and double line break begins a new block. */
export function readBlocks(root: DomNode): Block[] {
  const blocks: Block[] = []
  let html = ''
  let text = ''
  let linked = 0
  let breaks = 0

  const flush = (open: Open): void => {
    const folded = text.replace(/\s+/gu, ' ').trim()
    if (folded !== '')
      blocks.push({
        kind: open.kind,
        ...(open.list === undefined ? {} : { list: open.list }),
        html: html.trim(),
        text: folded,
        linked,
      })
    html = ''
    text = ''
    linked = 0
    breaks = 0
  }

  const addText = (value: string, inLink: boolean): void => {
    const folded = value.replace(/\s+/gu, ' ')
    if (folded === '') return
    if (folded !== ' ') breaks = 0
    html += escapeHtml(folded)
    text += folded
    if (inLink) linked += folded.trim().length
  }

  const walk = (node: DomNode, open: Open, inLink: boolean): void => {
    for (let at = 0; at < node.childNodes.length; at++) {
      const child = node.childNodes[at]!
      if (child.nodeType === 3) addText(child.textContent, inLink)
      else if (child.nodeType === 1) element(child, open, inLink)
    }
  }

  const element = (node: DomNode, open: Open, inLink: boolean): void => {
    const name = node.localName ?? ''
    if (name === 'br') {
      // two in a row part paragraphs, as people write who have no p
      if (++breaks >= 2) flush(open)
      else if (text !== '') {
        html += '<br>'
        text += ' '
      }
      return
    }
    if (name === 'table' && isData(node)) {
      flush(open)
      const table = writeTable(node)
      if (table) blocks.push(table)
      return
    }
    if (name === 'pre') {
      flush(open)
      if (node.textContent.trim() !== '')
        blocks.push({ kind: 'pre', html: escapeHtml(node.textContent), text: node.textContent.trim(), linked: 0 })
      return
    }
    if (isBlock(name)) {
      flush(open)
      const inner = openBlock(name, open)
      walk(node, inner, inLink)
      flush(inner)
      return
    }
    const href = name === 'a' ? safeHref(node.getAttribute?.('href')) : undefined
    const tag = href !== undefined ? 'a' : kept.has(name) ? name : undefined
    if (tag === undefined) {
      walk(node, open, inLink || name === 'a')
      if (!inline.has(name) && name !== 'a' && name !== 'span' && name !== 'font') html += ''
      return
    }
    const before = blocks.length
    const start = html.length
    html += href === undefined ? `<${tag}>` : `<a href="${escapeHtml(href)}">`
    walk(node, open, inLink || name === 'a')
    // a block inside an inline element was flushed: its tag is gone, and an end tag alone would be a stray
    if (blocks.length === before) html += `</${tag}>`
    else html = html.replace(/^<\/?[a-z]+[^>]*>$/u, '')
    if (html.slice(start) === `<${tag}></${tag}>`) html = html.slice(0, start)
  }

  walk(root, { kind: 'p' }, false)
  flush({ kind: 'p' })
  return blocks
}

function openBlock(name: string, outer: Open): Open {
  if (/^h[1-6]$/u.test(name)) return { kind: name === 'h1' ? 'h2' : name }
  if (name === 'ul' || name === 'ol') return { kind: 'li', list: name }
  if (name === 'li') return { kind: 'li', list: outer.list ?? 'ul' }
  if (name === 'blockquote') return { kind: 'blockquote' }
  if (name === 'dt' || name === 'dd') return { kind: 'p' }
  return outer.kind === 'blockquote' || outer.kind === 'li' ? outer : { kind: 'p' }
}

function safeHref(raw: string | null | undefined): string | undefined {
  return raw !== null && raw !== undefined && /^(?:https?:|mailto:)/iu.test(raw) && raw.length < 2000 ? raw : undefined
}

function children(node: DomNode, names: readonly string[]): DomNode[] {
  const found: DomNode[] = []
  for (let at = 0; at < node.childNodes.length; at++) {
    const child = node.childNodes[at]!
    if (child.nodeType === 1 && names.includes(child.localName ?? '')) found.push(child)
  }
  return found
}

function rowsOf(table: DomNode): DomNode[] {
  return [table, ...children(table, ['tbody', 'thead', 'tfoot'])].flatMap((part) => children(part, ['tr']))
}

/** A data table has rows of several short cells; a layout table has one, or cells with paragraphs in them. */
function isData(table: DomNode): boolean {
  const rows = rowsOf(table)
  const wide = rows.filter((row) => children(row, ['td', 'th']).length > 1)
  if (rows.length < 2 || wide.length < rows.length / 2) return false
  return rows.every((row) =>
    children(row, ['td', 'th']).every(
      (cell) => cell.textContent.length < 400 && children(cell, ['p', 'div', 'table']).length < 3,
    ),
  )
}

function writeTable(table: DomNode): Block | undefined {
  const lines: string[] = []
  let html = ''
  for (const row of rowsOf(table)) {
    const cells = children(row, ['td', 'th'])
    lines.push(cells.map((cell) => cell.textContent.replace(/\s+/gu, ' ').trim()).join('\t'))
    html += `<tr>${cells.map((cell) => `<${cell.localName}>${escapeHtml(cell.textContent.replace(/\s+/gu, ' ').trim())}</${cell.localName}>`).join('')}</tr>`
  }
  const text = lines.join('\n').trim()
  return text === '' ? undefined : { kind: 'table', html, text, linked: 0 }
}

/** Blocks as body HTML. */
export function writeBlocks(blocks: readonly Block[]): string {
  let html = ''
  let list: string | undefined
  for (const block of blocks) {
    if (block.list !== list) {
      if (list !== undefined) html += `</${list}>`
      if (block.list !== undefined) html += `<${block.list}>`
      list = block.list
    }
    html +=
      block.kind === 'blockquote'
        ? `<blockquote><p>${block.html}</p></blockquote>`
        : `<${block.kind}>${block.html}</${block.kind}>`
  }
  return list === undefined ? html : `${html}</${list}>`
}
