import { readBylines } from '../../normalise/byline.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { compact } from '../../story/draft.ts'
import type { Caption, ItemType, Rendition } from '../../story/item.ts'
import { attr, child, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { readCount, withoutSecrets } from '../../normalise/rendition.ts'
import { readCaption } from '../newsml/caption.ts'
import { contentKind, isCaptionRole, listComponents, roleOf } from './components.ts'
import { readContent } from './content.ts'
import { childLike, formalName, propertyValues } from './named.ts'

/** Captions longer than this are texts. */
const longestCaption = 3000

/**
 * Reads a picture or clip component: its content items are renditions of one medium, its caption stands beside them or
 * in a component of its own. `ownUri` is the story's when the story is the picture. Returns the type of the medium.
 */
export function readMediaTree(
  component: XmlElement,
  ownUri: string | undefined,
  draft: ItemDraft,
): ItemType | undefined {
  const renditions: Rendition[] = []
  let type: ItemType | undefined
  let uri = ownUri ?? attr(component, 'Duid')
  const texts: string[] = []
  for (const inner of listComponents(component)) {
    const role = roleOf(inner)
    for (const content of children(inner, 'ContentItem')) {
      const kind = contentKind(content)
      if (kind === 'style' || kind === 'document') continue
      if (kind === 'text') {
        if (isCaptionRole(role)) texts.push(readContent(content).text)
        continue
      }
      // a video with stills is a video
      type = type === undefined || kind === 'video' ? kind : type
      const rendition = readRendition(content)
      if (rendition !== undefined) renditions.push(rendition)
      uri ??= rendition?.href
    }
  }
  if (type === undefined || uri === undefined) return type
  const line = captionLine(component)
  if (texts.length === 0 && ownUri === undefined && line !== undefined) texts.push(line)
  const place = 'NewsComponent/ContentItem'
  const owner = ownUri === undefined && renditions[0]?.href !== undefined ? renditions[0].href : uri
  draft.add('media', { uri: owner, type, ...(renditions.length > 0 ? { renditions } : {}) }, place)
  const credited = ownUri === undefined ? creditOf(component) : {}
  for (const text of texts) {
    const caption = readCaption(text, { role: ownUri === undefined ? 'media' : 'main', mediaUri: owner })
    if (text.length > longestCaption || caption === undefined) draft.add('notes', text, place)
    else draft.add('captions', { ...credited, ...caption }, place)
  }
  return type
}

/** Who made a picture that goes with a text: its own component's lines say it, where the caption does not. */
function creditOf(component: XmlElement): Pick<Caption, 'credit' | 'photographer'> {
  const lines = childLike(component, 'NewsLines')
  const byline = textOf(childLike(lines, 'ByLine'))
  const photographers =
    byline === undefined ? [] : readBylines(byline).filter(({ name, organisation }) => name !== organisation)
  return compact<Pick<Caption, 'credit' | 'photographer'>>({
    credit: textOf(childLike(lines, 'CreditLine')) ?? byline,
    photographer: photographers.length === 1 ? photographers[0]?.name : undefined,
  })
}

/** Press releases and some agencies write the caption as the headline of the picture's own component. */
function captionLine(component: XmlElement): string | undefined {
  return textOf(childLike(childLike(component, 'NewsLines'), 'HeadLine'))
}

/** A medium that stands alone among the content of a story. */
export function readLooseMedium(content: XmlElement, type: ItemType, draft: ItemDraft): void {
  const rendition = readRendition(content)
  if (rendition?.href === undefined) return
  draft.add('media', { uri: rendition.href, type, renditions: [rendition] }, 'NewsComponent/ContentItem')
}

function readRendition(content: XmlElement): Rendition | undefined {
  const characteristics = child(content, 'Characteristics')
  const property = (...names: string[]): string | undefined =>
    names.flatMap((name) => propertyValues(characteristics, name))[0]
  const href = attr(content, 'Href')
  const rendition = compact<Rendition>({
    role: property('ImageUse', 'MultiMediaUse', 'Rendition', 'Use') ?? formalName(child(content, 'Format')) ?? 'main',
    href: href === undefined ? undefined : withoutSecrets(href),
    mimeType: formalName(child(content, 'MimeType')),
    width: readCount(property('PixelWidth', 'Width')),
    height: readCount(property('PixelHeight', 'Height')),
    bytes: readCount(textOf(child(characteristics, 'SizeInBytes'))),
  })
  return rendition.href === undefined && rendition.mimeType === undefined ? undefined : rendition
}
