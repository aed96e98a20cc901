import { decodeEntities } from '../../normalise/entities.ts'
import { renderHtml, renderParagraphs, stripTags } from '../../normalise/html.ts'
import { foldSpace, tidyText } from '../../normalise/text.ts'
import type { Item } from '../../story/item.ts'
import { children, rawText } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import type { Figure } from './figures.ts'
import { isHardWrapped, plainTextHtml } from './plain-text.ts'

/** What a wrapper (inlineXML, inlineData, DataContent) holds, once it is opened. */
export type Payload =
  | { readonly kind: 'empty' }
  /** A NITF document: its metadata and its body, as items of their own. */
  | { readonly kind: 'nitf'; readonly item: Item }
  /** Markup for readers. `notes` are parts that the agency set apart as not for publication. */
  | {
      readonly kind: 'html'
      readonly html: string
      readonly text: string
      readonly title?: string
      readonly notes: readonly string[]
      /** Pictures with captions, which have left the text. */
      readonly figures?: readonly Figure[]
    }
  /** Bytes that are no text: a picture sent inside the document. */
  | { readonly kind: 'binary'; readonly bytes: number }
  /** XML of another trade (SportsML, EventsML): the words of its paragraphs only. */
  | {
      readonly kind: 'foreign'
      readonly name: string
      readonly html: string
      readonly text: string
      /** The first thing it names: an event, a match. */
      readonly title?: string
    }

export interface PayloadHints {
  /** MIME type as labelled. The content itself is believed before it: Reuters labels XHTML "application/xhtml+html". */
  readonly contentType?: string | undefined
  /** "base64" when the agency says so. */
  readonly encoding?: string | undefined
  /** The headline known so far: a first heading that only repeats it is left out of the body. */
  readonly headline?: string | undefined
  /** Path in the document, for the origins. */
  readonly path: string
  /** How times without a zone inside are to be read. */
  readonly zone?: string | undefined
  readonly receivedAt?: string | undefined
}

/** Reads a text body that may be plain, HTML as characters, or base64. */
export function readTextPayload(raw: string, hints: PayloadHints): Payload {
  const type = hints.contentType?.toLowerCase() ?? ''
  let text = raw
  if (hints.encoding?.toLowerCase().includes('base64')) {
    const bytes = Buffer.from(raw.slice(0, 50_000_000), 'base64')
    if (type !== '' && !/^text\/|xml|html|json/.test(type)) return { kind: 'binary', bytes: bytes.length }
    text = new TextDecoder('utf-8').decode(bytes)
    if (type === '' && text.includes('\ufffd')) return { kind: 'binary', bytes: bytes.length }
  }
  if (text.trim() === '') return { kind: 'empty' }
  const source = tidyText(looksLikeHtml(text) ? withoutTitle(wrappedHtml(text), hints.headline) : plainTextHtml(text))
  const rendered = renderHtml(source)
  return { kind: 'html', ...(rendered.whole ? rendered : renderParagraphs(stripTags(source))), notes: [] }
}

/** Characters that are markup: a known tag opens and closes, or breaks a line. "<b>" alone in running text is text. */
export function looksLikeHtml(text: string): boolean {
  return /<(?:p|div|br|h[1-6]|table|ul|ol|section|article|body|html|pre|blockquote)(?:\s[^<>]{0,2000})?\/?>/i.test(text)
}

/**
 * HTML as characters inside the only paragraph of a body: the body was escaped on its way, paragraph marks and all.
 * Undefined for every other body.
 */
export function escapedIn(body: XmlElement): string | undefined {
  let inner = body
  for (let depth = 0; depth < 5; depth++) {
    const elements = children(inner)
    if (elements.length === 0) {
      const text = rawText(inner)
      return inner !== body && text.includes('<') && looksLikeHtml(text) ? text : undefined
    }
    const [only] = elements
    if (only === undefined || elements.length > 1 || rawText(only).length < rawText(inner).trim().length)
      return undefined
    inner = only
  }
  return undefined
}

/** ANSA sends wrapped text inside one p: its line breaks are its paragraphs. */
function wrappedHtml(text: string): string {
  const only = /^\s*<p>([^<]*)<\/p>\s*$/i.exec(text)
  return only?.[1] !== undefined && isHardWrapped(only[1]) ? plainTextHtml(decodeEntities(only[1])) : text
}

/** Leaves out a first heading that only repeats the headline, as `withoutFurniture` does for elements. */
function withoutTitle(html: string, headline: string | undefined): string {
  const found = /^\s{0,200}(?:<!--[^<>]{0,200}-->\s{0,200}){0,5}<h1(?:\s[^<>]{0,500})?>([^<]{1,1000})<\/h1>/i.exec(html)
  if (found?.[1] === undefined || headline === undefined) return html
  const same = foldSpace(decodeEntities(found[1])).toLowerCase() === foldSpace(headline).toLowerCase()
  return same ? html.slice(found[0].length) : html
}
