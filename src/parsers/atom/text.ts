import { rawText } from '../xml/read.ts'
import { child } from '../xml/read.ts'
import type { XmlElement } from '../xml/element.ts'
import { baseOf, flatten, readMarkup, readMarkupText, serialise } from '../syndication/markup.ts'
import type { Markup } from '../syndication/markup.ts'

/**
 * Reads a text construct or content (RFC 4287 3.1, 4.1.3). `type` says what it is: text as it stands, escaped HTML,
 * XHTML in a div, or a MIME type. Text with paragraphs of HTML in it is HTML, whatever its type says: many generators
 * leave the type out. Undefined for what is no text (base64 of a picture).
 */
export function readConstruct(element: XmlElement | undefined, base: string | undefined): Markup | undefined {
  if (element === undefined) return undefined
  const type = element.attributes.get('type')?.trim().toLowerCase() ?? 'text'
  const own = baseOf(element, base)
  if (type === 'xhtml' || element.children.some((node) => typeof node !== 'string')) {
    const html = serialise(child(element, 'div')?.children ?? element.children, baseOf(child(element, 'div'), own))
    return html.trim() === '' ? undefined : { kind: 'html', html }
  }
  if (element.attributes.get('mode') === 'base64') return undefined
  const raw = rawText(element)
  if (type === 'html' || type === 'text/html') return readMarkup(element, own)
  if (type !== 'text' && !type.startsWith('text/')) return /[+/]xml$/.test(type) ? readMarkupText(raw) : undefined
  if (raw.trim() === '') return undefined
  const guess = readMarkupText(raw)
  return guess?.kind === 'html' || !element.attributes.has('type') ? guess : { kind: 'text', text: raw }
}

/** One line of such a text. */
export function readText(element: XmlElement | undefined): string | undefined {
  const markup = readConstruct(element, undefined)
  return markup === undefined ? undefined : flatten(markup)
}
