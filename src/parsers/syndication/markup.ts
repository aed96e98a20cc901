import { decodeEntities, escapeHtml } from '../../normalise/entities.ts'
import { htmlToText } from '../../normalise/html.ts'
import { foldSpace } from '../../normalise/text.ts'
import type { XmlElement, XmlNode } from '../xml/element.ts'
import { rawText } from '../xml/read.ts'
import { resolveAddress } from './address.ts'

/** A text as a feed carries it, once it is known what it is. */
export type Markup = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'html'; readonly html: string }

const tag =
  /<\/?(?:p|br|a|b|i|em|strong|span|div|img|figure|ul|ol|li|h[1-6]|blockquote|table|tr|td|u|sub|sup|font|iframe|script|section|article|hr|pre|small|center|video|audio|figcaption|strike|s|q|cite|code|del|ins|wbr)(?:\s[^<>]{0,4000})?\/?>|<!--/i
const escapedTag =
  /&lt;\/?(?:p|br|a|b|i|em|strong|span|div|img|figure|ul|ol|li|h[1-6]|blockquote|table|td)(?:\s|\/?&gt;)/i
const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i

/**
 * Decides what a description or body is. RSS says neither plain nor HTML: both come, and HTML that was escaped once more
 * than it should. Tags decide; escaped tags beside no real one mean one more layer; references alone are decoded.
 */
export function readMarkup(element: XmlElement | undefined, base?: string): Markup | undefined {
  if (element === undefined) return undefined
  if (element.children.some((node) => typeof node !== 'string')) {
    const html = serialise(element.children, base)
    return foldSpace(html) === '' ? undefined : { kind: 'html', html }
  }
  return readMarkupText(rawText(element))
}

/** The same for a text whose XML or JSON layer is off. */
export function readMarkupText(raw: string): Markup | undefined {
  let text = raw
  if (foldSpace(text) === '') return undefined
  // at most two more layers: a generator that escapes, fed by one that escapes
  for (let layer = 0; layer < 2 && !tag.test(text) && escapedTag.test(text); layer++) text = decodeEntities(text)
  if (tag.test(text)) return { kind: 'html', html: text }
  return { kind: 'text', text: reference.test(text) ? decodeEntities(text) : text }
}

/** One line for a headline, name or summary: tags off, references decoded, white space folded. */
export function lineOf(element: XmlElement | undefined): string | undefined {
  const markup = readMarkup(element)
  return markup === undefined ? undefined : flatten(markup)
}

/** The words of a text without its structure. */
export function flatten(markup: Markup): string | undefined {
  const text = markup.kind === 'text' ? markup.text : htmlToText(markup.html)
  const line = foldSpace(text)
  return line === '' ? undefined : line
}

const attribute = /(\s(?:href|src)\s{0,4}=\s{0,4})("[^"]{0,4000}"|'[^']{0,4000}')/gi

/** Makes the links and pictures of HTML absolute; what cannot be resolved stays as it is. */
export function absoluteHtml(html: string, base: string | undefined): string {
  if (base === undefined) return html
  return html.replace(/<(?:a|img)\s[^<>]{1,8000}>/gi, (element) =>
    element.replace(attribute, (whole, name: string, quoted: string) => {
      const quote = quoted[0] ?? '"'
      const value = decodeEntities(quoted.slice(1, -1))
      if (/^(?:[a-z][a-z\d+.-]{1,20}:|#)/i.test(value.trim())) return whole
      const address = resolveAddress(value, base)
      return address === undefined
        ? whole
        : `${name}${quote}${address.replace(/&/g, '&amp;').replaceAll(quote, '%22')}${quote}`
    }),
  )
}

const empty: ReadonlySet<string> = new Set(['br', 'img', 'hr', 'wbr', 'col'])
const relative = /^(?![a-z][a-z\d+.-]{1,20}:|#)/i

/** XHTML as HTML, references made absolute; each element may bring a base of its own (XML Base). */
export function serialise(nodes: readonly XmlNode[], base: string | undefined): string {
  let html = ''
  for (const node of nodes) {
    if (typeof node === 'string') {
      html += escapeHtml(node)
      continue
    }
    const own = baseOf(node, base)
    const name = node.name.toLowerCase()
    if (!/^[a-z][\w.-]{0,60}$/.test(name)) {
      html += serialise(node.children, own)
      continue
    }
    html += `<${name}`
    for (const [key, value] of node.attributes) {
      if (!/^[a-z][\w-]{0,40}$/i.test(key)) continue
      const reference = key === 'href' || key === 'src'
      const kept = reference && relative.test(value.trim()) ? (resolveAddress(value, own) ?? value) : value
      html += ` ${key.toLowerCase()}="${escapeHtml(kept)}"`
    }
    html += '>'
    if (!empty.has(name)) html += `${serialise(node.children, own)}</${name}>`
  }
  return html
}

/** The base for references inside an element (XML Base): its own, resolved against the one around it. */
export function baseOf(element: XmlElement | undefined, outer: string | undefined): string | undefined {
  const own = element?.attributes.get('xml:base')
  return own === undefined ? outer : (resolveAddress(own, outer) ?? outer)
}
