import { Parser } from 'htmlparser2'
import { BodyWriter } from './body-writer.ts'
import type { OpenElement } from './body-writer.ts'
import { escapeHtml } from './entities.ts'
import { foldSpace } from './text.ts'

export interface RenderedBody {
  readonly html: string
  readonly text: string
  /** False when visible words went missing on the way; the caller keeps the original text then. */
  readonly whole: boolean
}

const maxOpen = 400

interface SpanEnd {
  readonly style: string | undefined
  length: number
  readonly closed: boolean
}

/** Cleans a body and takes its text, in one pass. Bounded in depth; linear in length. */
export function renderHtml(html: string): RenderedBody {
  const writer = new BodyWriter()
  const open: { name: string; element: OpenElement }[] = []
  let dropped = 0
  let seen = 0
  let tooDeep = false
  let span: SpanEnd | undefined
  const source = escapeFalseTags(html)
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > maxOpen) {
          tooDeep = true
          parser.pause()
          return
        }
        if (dropped > 0) {
          dropped++
          return
        }
        // adjoining spans of different classes are different things: a kicker and its source, glued by the serialiser
        if (name === 'span' && span?.closed === true && span.length > 1 && span.style !== attributes['class'])
          writer.text(' ')
        span = name === 'span' ? { style: attributes['class'], length: 0, closed: false } : undefined
        const element = writer.open(name, (attribute) =>
          Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined,
        )
        if (element.kind === 'dropped') dropped = 1
        else open.push({ name, element })
      },
      ontext(text) {
        if (dropped > 0) return
        const length = visibleLength(text)
        seen += length
        if (span?.closed === true) span = undefined
        else if (span !== undefined) span.length += length
        writer.text(text)
      },
      onclosetag(name) {
        if (dropped > 0) {
          dropped--
          return
        }
        if (span !== undefined) span = name === 'span' ? { ...span, closed: true } : undefined
        // the parser balances its tags, so the one that closes is the last one of this name
        for (let at = open.length - 1; at >= 0; at--) {
          const entry = open[at]
          if (entry === undefined || entry.name !== name) continue
          open.length = at
          writer.close(entry.element)
          return
        }
      },
    },
    { decodeEntities: true, recognizeSelfClosing: true, recognizeCDATA: true },
  )
  // in slices, so that a hostile depth is noticed before the whole of it was parsed
  for (let at = 0; at < source.length && !tooDeep; at += 65_536) parser.write(source.slice(at, at + 65_536))
  if (tooDeep) return { ...renderParagraphs(stripTags(html)), whole: false }
  parser.end()
  const { html: clean, text } = writer.finish()
  return { html: clean, text, whole: visibleLength(text) >= seen }
}

/** The HTML a newsroom may print: structure and emphasis stay, scripts, styles, forms and handlers go, words never do. */
export function sanitiseBody(html: string): string {
  return renderHtml(html).html
}

/** The words of some HTML: a blank line between paragraphs, a newline an item or row, a tab between cells. */
export function htmlToText(html: string): string {
  return renderHtml(html).text
}

/** One `p` a paragraph; newlines inside become `br`. */
export function textToHtml(paragraphs: readonly string[]): string {
  let html = ''
  for (const paragraph of paragraphs) {
    const trimmed = paragraph.trim()
    if (trimmed !== '') html += `<p>${escapeHtml(trimmed).replace(/\r\n?|\n/g, '<br>')}</p>`
  }
  return html
}

/** Text with blank lines between its paragraphs, as HTML and folded text. */
export function renderParagraphs(text: string): { html: string; text: string } {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) => paragraph.split('\n').map(foldSpace).filter(Boolean).join('\n'))
    .filter(Boolean)
  return { html: textToHtml(paragraphs), text: paragraphs.join('\n\n') }
}

/** Crude and safe: for text that cannot be walked, and for a second opinion. */
export function stripTags(html: string): string {
  return html
    .replace(/<(script|style)\b[^>]{0,2000}>[^<]*(?:<(?!\/\1)[^<]*)*<\/\1\s*>/gi, ' ')
    .replace(/<\/(?:p|div|tr|li|h[1-6]|blockquote)\s*>/gi, '\n\n')
    .replace(/<[^<>]*>/g, ' ')
}

/**
 * A less-than sign that begins no tag would swallow words: "<jane@example.org>", "<http://...>", an unclosed one at the
 * end. They are escaped before the parser sees them.
 */
function escapeFalseTags(html: string): string {
  // no tag holds a second less-than sign before it ends, unless in quotes
  let source = html.replace(/<(?!!)(?=[^<>"']*<)|<(?=\/[^a-z])/gi, '&lt;')
  const tailAt = source.lastIndexOf('>') + 1
  const tail = source.slice(tailAt)
  if (tail.includes('<')) {
    const escaped = tail.replace(/</g, (sign, at: number) =>
      unfinishedTag.test(tail.slice(at, at + 200)) ? sign : '&lt;',
    )
    source = source.slice(0, tailAt) + escaped
  }
  if (!/[@:]/.test(source)) return source
  return source.replace(/<(?=[^\s<>"'=]{1,80}@|[a-z]{2,8}:\/\/)/gi, '&lt;')
}

const unfinishedTag = /^<(?:\/?[a-z][a-z0-9]{0,20}(?:\s{1,20}[\w-]{1,40}\s{0,20}=|[\s/]{0,20}$)|!)/i

function visibleLength(text: string): number {
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x20 && code !== 0xa0 && (code < 0x2000 || code > 0x200b)) length++
  }
  return length
}
export { countWords } from './words.ts'
