import { attr, child, children } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import type { ItemType } from '../../story/item.ts'
import { mediaType } from '../../normalise/rendition.ts'
import { formalName } from './named.ts'

/** The components inside one, not those inside NewsItems inside it. */
export function innerComponents(component: XmlElement): XmlElement[] {
  return children(component, 'NewsComponent')
}

/** A component and all inside it, in document order. The reader of XML bounds the depth. */
export function listComponents(root: XmlElement): XmlElement[] {
  const listed: XmlElement[] = []
  collect(root)
  return listed

  function collect(component: XmlElement): void {
    listed.push(component)
    innerComponents(component).forEach(collect)
  }
}

/** Role of a component, lower case; agencies add suffixes ("Main-Text", "Caption en"). */
export function roleOf(component: XmlElement): string {
  return formalName(child(component, 'Role'))?.toLowerCase().trim() ?? ''
}

export function languageOf(component: XmlElement): string | undefined {
  const own = attr(component, 'xml:lang') ?? attr(component, 'lang')
  return (
    own ??
    children(component)
      .filter((entry) => entry.name.startsWith('Descriptive'))
      .map((entry) => formalName(child(entry, 'Language')))
      .find((language) => language !== undefined)
  )
}

/** What a ContentItem is made of. */
export type ContentKind = 'text' | ItemType | 'style' | 'document'

/** Kind of a ContentItem by MediaType, MIME type, format and extension, in this order of trust. */
export function contentKind(content: XmlElement): ContentKind {
  const mime = formalName(child(content, 'MimeType'))?.toLowerCase()
  const format = formalName(child(content, 'Format'))?.toLowerCase() ?? ''
  const media = formalName(child(content, 'MediaType'))?.toLowerCase() ?? ''
  const href = attr(content, 'Href')
  if (mime === 'text/css' || format === 'css') return 'style'
  if (/photo|picture|image/.test(media)) return 'picture'
  if (/graphic/.test(media)) return 'graphic'
  if (/video/.test(media)) return 'video'
  if (/audio|sound/.test(media)) return 'audio'
  const byMime = mediaType(mime)
  if (byMime !== undefined) return byMime
  if (href === undefined) return 'text'
  if (/jpe?g|png|gif|tiff|webp/.test(format) || /\.(?:jpe?g|png|gif|tiff?|webp)$/i.test(href)) return 'picture'
  if (/mpeg-?4|quicktime|windows media video|flv/.test(format) || /\.(?:mp4|mov|wmv|flv|webm|mpg)$/i.test(href))
    return 'video'
  if (/mp3|mpeg-?3|wav|aac/.test(format) || /\.(?:mp3|wav|ogg|m4a|aac)$/i.test(href)) return 'audio'
  return 'document'
}

const captionRole = /caption|legend|l[eé]gende|bildtext|didascalia|pie de foto/

export function isCaptionRole(role: string): boolean {
  return captionRole.test(role)
}

const scriptRole = /script|shot-?list|dope-?sheet|storyline|soundbite|transcri/

/** True when every text of a tree is a script, a shot list or a caption. */
export function hasScriptsOnly(root: XmlElement): boolean {
  return listComponents(root).every(
    (component) =>
      scriptRole.test(roleOf(component)) ||
      isCaptionRole(roleOf(component)) ||
      labelRole.test(roleOf(component)) ||
      !children(component, 'ContentItem').some((content) => contentKind(content) === 'text'),
  )
}

/** Roles of texts that stand with a medium without being its caption. */
const labelRole = /^(?:title|headline|byline|credit|keyword)/

/** What a tree of components holds. Remembered for each element, for every level asks for those below it. */
interface Holdings {
  readonly media: boolean
  /** A text that is neither caption nor label. */
  readonly text: boolean
}

const known = new WeakMap<XmlElement, Holdings>()

function holdingsOf(component: XmlElement): Holdings {
  const remembered = known.get(component)
  if (remembered !== undefined) return remembered
  const role = roleOf(component)
  const kinds = children(component, 'ContentItem').map(contentKind)
  const inner = innerComponents(component).map(holdingsOf)
  const found = {
    media:
      kinds.some((kind) => kind !== 'text' && kind !== 'style' && kind !== 'document') ||
      inner.some((below) => below.media),
    text:
      (kinds.includes('text') && !isCaptionRole(role) && !labelRole.test(role)) || inner.some((below) => below.text),
  }
  known.set(component, found)
  return found
}

/** A component that is a picture or clip with its caption, renditions and nothing else. */
export function isMediaTree(component: XmlElement): boolean {
  const { media, text } = holdingsOf(component)
  return media && !text
}

/** True when there is anything to read in a tree: a text, a caption, a medium. */
export function hasContent(component: XmlElement): boolean {
  return listComponents(component).some((inner) => child(inner, 'ContentItem') !== undefined)
}
