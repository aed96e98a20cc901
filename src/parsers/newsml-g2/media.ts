import { mediaType, readCount, withoutSecrets } from '../../normalise/rendition.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { compact } from '../../story/draft.ts'
import type { ItemType, Media, Rendition } from '../../story/item.ts'
import { attr, child, children } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { codeOf } from './concept.ts'

/**
 * Reads `remoteContent`: siblings are renditions of one content. An item that is itself a picture or clip has one
 * medium with all of them; in a text each image or clip is a medium of its own.
 */
export function readRenditions(item: XmlElement, uri: string, type: ItemType, draft: ItemDraft): void {
  const remote = children(child(item, 'contentSet'), 'remoteContent')
  const icons = children(child(item, 'contentMeta'), 'icon')
  if (type !== 'text' && type !== 'composite') {
    const renditions = [
      ...remote.map((element) => readRendition(element)),
      ...icons.map((icon) => readRendition(icon, 'icon')),
    ]
    const kept = renditions.filter((rendition) => rendition !== undefined)
    if (kept.length > 0) draft.add('media', { uri, type, renditions: kept }, 'contentSet/remoteContent')
    return
  }
  for (const element of remote) {
    const rendition = readRendition(element)
    const own = attr(element, 'residref') ?? rendition?.href
    if (rendition === undefined || own === undefined) continue
    const medium = mediaType(rendition.mimeType)
    if (medium !== undefined) {
      draft.add(
        'media',
        compact<Media>({ uri: own, type: medium, renditions: [rendition] }),
        'contentSet/remoteContent',
      )
    } else draft.add('links', { rel: 'alternate', uri: own }, 'contentSet/remoteContent')
  }
}

function readRendition(element: XmlElement, role?: string): Rendition | undefined {
  const href = attr(element, 'href') ?? attr(element, 'residref')
  if (href === undefined) return undefined
  return compact<Rendition>({
    role: role ?? renditionRole(element),
    href: withoutSecrets(href),
    mimeType: attr(element, 'contenttype'),
    width: readCount(attr(element, 'width')),
    height: readCount(attr(element, 'height')),
    bytes: readCount(attr(element, 'size')),
  })
}

/** The agency's word for the rendition, in its own case: "viewImage", "thumbnail". */
function renditionRole(element: XmlElement): string {
  const rendition = attr(element, 'rendition') ?? attr(element, 'renditionuri')
  if (rendition === undefined) return 'main'
  if (/^https?:/i.test(rendition)) return codeOf(undefined, rendition) ?? 'main'
  return rendition.slice(rendition.indexOf(':') + 1)
}
