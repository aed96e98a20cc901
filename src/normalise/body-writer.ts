import { escapeHtml } from './entities.ts'
import { blockLike, droppedWhole, keptBlocks, keptInline, synonyms } from './html-tags.ts'
import { readImage, readLink } from './html-attributes.ts'
import type { AttributeReader } from './html-attributes.ts'
import { BodyText } from './body-text.ts'

/**
 * An element that was opened; handed back to `close`. `dropped` tells the caller to skip what is inside; an `edge` parts
 * paragraphs and leaves no tag; `unwrapped` leaves nothing.
 */
export interface OpenElement {
  readonly name: string
  readonly tag: string
  readonly kind: 'block' | 'inline' | 'edge' | 'dropped' | 'unwrapped'
  /** A blank is owed before it. */
  space: boolean
  emitted: boolean
}

const holdsWords = new Set([
  'p',
  'li',
  'td',
  'th',
  'dd',
  'dt',
  'caption',
  'figcaption',
  'blockquote',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
])
const bareWords = new Set([...holdsWords, 'figure'])
const endsAtBlock = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const always = new Set(['td', 'th', 'tr'])
const parentOf: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  td: ['tr'],
  th: ['tr'],
  tr: ['table', 'thead', 'tbody', 'tfoot'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  caption: ['table'],
  colgroup: ['table'],
  dt: ['dl'],
  dd: ['dl'],
}
const bareIn: Readonly<Record<string, readonly string[]>> = {
  ul: ['li'],
  ol: ['li'],
  dl: ['dd'],
  tr: ['td'],
  table: ['tr', 'td'],
  thead: ['tr', 'td'],
  tbody: ['tr', 'td'],
  tfoot: ['tr', 'td'],
}
const maxDepth = 100

/**
 * Writes the clean HTML of a story and its plain text in one pass, from whatever walks a document (an HTML parser, an XML
 * tree). Elements outside the list are unwrapped, words never go: words that stand where none may stand get a paragraph,
 * list item or cell of their own. Empty elements leave no trace.
 */
export class BodyWriter {
  readonly #html: string[] = []
  readonly #text = new BodyText()
  readonly #open: OpenElement[] = []
  #pendingSpace = false
  #content = false
  #needsLineBreak = false

  /** Opens an element by its lower-case name; unknown names are unwrapped. */
  open(rawName: string, attribute: AttributeReader = () => undefined): OpenElement {
    const name = synonyms.get(rawName) ?? rawName
    if (droppedWhole.has(name) || isHidden(attribute)) return element(name, 'dropped')
    if (keptInline.has(name)) return this.#openInline(name, attribute)
    if (name === 'br') this.lineBreak()
    else if (name === 'img') this.#image(attribute)
    else if (name === 'hr') this.#rule()
    else if (keptBlocks.has(name) && this.#open.length < maxDepth) return this.#openBlock(name, attribute)
    else if (blockLike.has(name) || keptBlocks.has(name)) {
      this.#breakBlock()
      return this.#push(element(name, 'edge'))
    }
    return element(name, 'unwrapped')
  }

  close(opened: OpenElement): void {
    if (!this.#open.includes(opened)) return
    while (this.#open.length > 0) {
      const top = this.#open.at(-1) as OpenElement
      this.#pop()
      if (top === opened) return
    }
  }

  /** Words, with references already decoded. */
  text(raw: string): void {
    if (raw === '') return
    if (this.#open.some((frame) => frame.name === 'pre')) {
      this.#emit(raw.replace(/\r\n?/g, '\n'), true)
      return
    }
    const folded = foldable.test(raw) ? raw.replace(space, ' ') : raw
    const core = folded.trim()
    if (core === '') {
      this.#pendingSpace ||= this.#content
      return
    }
    const blank = this.#content && (this.#pendingSpace || folded.startsWith(' '))
    this.#emit(blank ? ` ${core}` : core, false)
    this.#pendingSpace = folded.endsWith(' ')
  }

  lineBreak(): void {
    if (!this.#content) return
    this.#html.push('<br>')
    this.#text.lineBreak()
    this.#pendingSpace = false
  }

  finish(): { html: string; text: string } {
    while (this.#open.length > 0) this.#pop()
    return { html: this.#html.join(''), text: this.#text.finish() }
  }

  #openInline(name: string, attribute: AttributeReader): OpenElement {
    const link = name === 'a' ? readLink(attribute) : ''
    if (link === undefined || this.#open.length >= maxDepth) return element(name, 'unwrapped')
    // a blank before it is owed until its first word: an element that stays empty leaves no trace, and so does its blank
    const space = this.#pendingSpace && this.#content
    this.#pendingSpace = false
    return this.#push({ ...element(name, 'inline'), tag: `<${name}${link}>`, space })
  }

  #openBlock(name: string, attribute: AttributeReader): OpenElement {
    const parents = parentOf[name]
    if (parents !== undefined) {
      this.#closeTo(parents)
      const inside = this.#open.at(-1)?.name
      // a list item without its list, a cell without its row: the words still form a paragraph
      if (inside === undefined || !parents.includes(inside)) return this.#openBlock('p', attribute)
    }
    this.#breakBlock()
    if (parents === undefined) this.#imply(true)
    this.#text.open(name)
    this.#content = false
    this.#pendingSpace = false
    this.#needsLineBreak = false
    return this.#push({ ...element(name, 'block'), tag: `<${name}${spans(name, attribute)}>` })
  }

  // closes what stands between here and the nearest of the given parents; does nothing when there is none near
  #closeTo(parents: readonly string[]): void {
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const name = this.#open[at]?.name ?? ''
      if (parents.includes(name)) {
        while (this.#open.length > at + 1) this.#pop()
        return
      }
      if (name === 'table') return
    }
  }

  // a block begins or ends: paragraphs and inline elements that are open end here
  #breakBlock(): void {
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const frame = this.#open[at] as OpenElement
      if (frame.kind === 'block' && endsAtBlock.has(frame.name)) {
        while (this.#open.length > at) this.#pop()
        return
      }
      if (frame.kind === 'block') break
    }
    const holder = this.#holder()
    if (holder !== undefined && bareWords.has(holder.name) && this.#content) {
      this.#needsLineBreak = true
      this.#pendingSpace = false
    }
  }

  #holder(): OpenElement | undefined {
    return this.#open.findLast((frame) => frame.kind === 'block')
  }

  // words stand bare in the document, a list, a table: they get what may hold them
  #imply(forBlock: boolean): void {
    const holder = this.#holder()?.name
    if (holder !== undefined && bareWords.has(holder)) return
    for (const name of holder === undefined ? (forBlock ? [] : ['p']) : (bareIn[holder] ?? [])) {
      this.#text.open(name)
      this.#content = false
      // below inline elements that were opened before any word came
      this.#push({ ...element(name, 'block'), tag: `<${name}>` }, true)
    }
  }

  #push(frame: OpenElement, belowInline = false): OpenElement {
    let at = this.#open.length
    if (belowInline) while (at > 0 && isAhead(this.#open[at - 1])) at--
    this.#open.splice(at, 0, frame)
    return frame
  }

  #pop(): void {
    const frame = this.#open.pop()
    if (frame === undefined) return
    if (frame.kind === 'edge') {
      this.#breakBlock()
      return
    }
    if (!frame.emitted && always.has(frame.name)) {
      this.#emitTags()
      this.#html.push(frame.tag)
      frame.emitted = true
    }
    if (frame.emitted) this.#html.push(`</${frame.name}>`)
    if (frame.space && !frame.emitted) this.#pendingSpace = true
    if (frame.kind !== 'block') return
    this.#text.close(frame.name)
    this.#pendingSpace = false
    const holder = this.#holder()
    const inHolder = holder !== undefined && bareWords.has(holder.name) && holder.emitted
    this.#content = inHolder
    // an element that left no trace still parted the words before it from those behind
    this.#needsLineBreak = inHolder && !frame.emitted
  }

  #emitTags(): void {
    for (const frame of this.#open) {
      if (!frame.emitted && frame.tag !== '') {
        if (frame.space) {
          this.#html.push(' ')
          this.#text.add(' ', false)
        }
        this.#html.push(frame.tag)
        frame.emitted = true
      }
    }
  }

  #emit(words: string, preformatted: boolean): void {
    this.#imply(false)
    // before the tags of inline elements that wait for their first word
    if (this.#needsLineBreak) {
      this.#html.push('<br>')
      this.#text.lineBreak()
      this.#needsLineBreak = false
    }
    this.#emitTags()
    this.#html.push(escapeHtml(words))
    this.#text.add(words, preformatted)
    this.#content = true
  }

  #image(attribute: AttributeReader): void {
    const tag = readImage(attribute)
    if (tag === undefined) return
    this.#emitTags()
    this.#html.push(tag)
  }

  #rule(): void {
    this.#breakBlock()
    if (this.#open.length > 0) return
    this.#html.push('<hr>')
  }
}

const foldable = /[\t\n\v\f\r\u00a0\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]| {2}/
const space = /[\s\u200b\u2060]+/g

/** Opened, but no word came yet: what has to hold the word can still be put before it. */
function isAhead(frame: OpenElement | undefined): boolean {
  return frame !== undefined && (frame.kind === 'edge' || (frame.kind === 'inline' && !frame.emitted))
}

function element(name: string, kind: OpenElement['kind']): OpenElement {
  return { name, tag: '', kind, space: false, emitted: false }
}

function spans(name: string, attribute: AttributeReader): string {
  if (name !== 'td' && name !== 'th') return ''
  let result = ''
  for (const which of ['colspan', 'rowspan']) {
    const span = Number.parseInt(attribute(which) ?? '', 10)
    if (span > 1 && span <= 1_000) result += ` ${which}="${span}"`
  }
  return result
}

function isHidden(attribute: AttributeReader): boolean {
  const style = attribute('style')
  if (style !== undefined && /display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden/i.test(style)) return true
  return attribute('hidden') !== undefined
}
