import { attr, child, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import type { ItemType } from '../../story/item.ts'
import { mediaType } from '../newsml-g2/media.ts'
import { formalName, propertyValues } from './named.ts'

/** Components nest as deep as the document may; this many levels are looked at. */
export const maxDepth = 60

/** A component with the components around it, the nearest first. */
export interface PlacedComponent {
  readonly component: XmlElement
  readonly ancestors: readonly XmlElement[]
}

/** All components of a tree in document order, the root first. Items nested inside have components of their own. */
export function listComponents(root: XmlElement, ancestors: readonly XmlElement[] = []): PlacedComponent[] {
  const listed: PlacedComponent[] = [{ component: root, ancestors }]
  if (ancestors.length >= maxDepth) return listed
  for (const inner of children(root, 'NewsComponent')) {
    for (const placed of listComponents(inner, [root, ...ancestors])) listed.push(placed)
  }
  return listed
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

/** Belga's own id of a text, picture or sound inside a NewsItem. */
export function objectIdOf(component: XmlElement): string | undefined {
  return children(component, 'AdministrativeMetadata').flatMap((entry) => propertyValues(entry, 'NewsObjectId'))[0]
}

/** One version of a story inside a NewsItem: what becomes an item of its own. */
export interface StoryVersion extends PlacedComponent {
  readonly objectId?: string
  readonly language?: string
}

/**
 * Finds what a NewsItem holds several of: Belga's objects, which have ids of their own, and language versions, which
 * have headlines of their own. Everything else is one story, whatever its tree looks like.
 */
export function findVersions(root: XmlElement): StoryVersion[] {
  const all = listComponents(root)
  const objects = all.filter(({ component }) => objectIdOf(component) !== undefined)
  if (objects.length > 0) {
    return objects.map((placed) => ({
      ...placed,
      ...describe(placed.component),
      objectId: objectIdOf(placed.component)!,
    }))
  }
  const holder = soleChain(root)
  const inner = children(holder.component, 'NewsComponent').filter(
    (component) => !isMediaTree(component) && textOf(headlineOf(component)) !== undefined,
  )
  const languages = new Set(inner.map(languageOf))
  if (inner.length < 2 || languages.size !== inner.length || languages.has(undefined))
    return [{ component: root, ancestors: [] }]
  return inner.map((component) => ({
    component,
    ancestors: [holder.component, ...holder.ancestors],
    ...describe(component),
  }))
}

function describe(component: XmlElement): { language?: string } {
  const language = languageOf(component)
  return language === undefined ? {} : { language }
}

/** Goes down while there is exactly one component and no content: wrappers around wrappers. */
function soleChain(root: XmlElement): PlacedComponent {
  let at: PlacedComponent = { component: root, ancestors: [] }
  for (let depth = 0; depth < maxDepth; depth++) {
    const inner = children(at.component, 'NewsComponent')
    if (inner.length !== 1 || child(at.component, 'ContentItem') !== undefined) return at
    at = { component: inner[0]!, ancestors: [at.component, ...at.ancestors] }
  }
  return at
}

/** Roles from the outermost component inwards while each holds just one: they say what the whole is. */
export function leadingRoles(root: XmlElement): string[] {
  const { component, ancestors } = soleChain(root)
  return [...ancestors, component].map(roleOf)
}

function headlineOf(component: XmlElement): XmlElement | undefined {
  return child(child(component, 'NewsLines'), 'HeadLine') ?? child(child(component, 'NewsLines'), 'Headline')
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

/** Roles of texts that stand with a medium without being its caption. */
const labelRole = /^(?:title|headline|byline|credit|keyword)/

/** A component that is a picture or clip with its caption, renditions and nothing else. */
export function isMediaTree(component: XmlElement): boolean {
  let media = 0
  for (const { component: inner } of listComponents(component)) {
    for (const content of children(inner, 'ContentItem')) {
      const kind = contentKind(content)
      if (kind === 'style' || kind === 'document') continue
      if (kind !== 'text') media++
      else if (!isCaptionRole(roleOf(inner)) && !labelRole.test(roleOf(inner))) return false
    }
  }
  return media > 0
}
