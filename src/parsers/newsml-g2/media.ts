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

/** A whole number of pixels or bytes; undefined when it is anything else, or beyond what a file can be. */
export function readCount(raw: string | undefined): number | undefined {
  if (raw === undefined || !/^\d{1,15}$/.test(raw)) return undefined
  return Number(raw)
}

/** Type of a medium by its MIME type; undefined for documents. */
export function mediaType(mimeType: string | undefined): ItemType | undefined {
  const kind = mimeType?.toLowerCase().split('/')[0]
  return kind === 'image' ? 'picture' : kind === 'video' ? 'video' : kind === 'audio' ? 'audio' : undefined
}

/** An address without keys and session tokens, which must not be stored or shown. */
export function withoutSecrets(href: string): string {
  const at = href.indexOf('?')
  if (at < 0) return href
  const kept = href
    .slice(at + 1)
    .split('&')
    .filter(
      (pair) =>
        !/^(?:[a-z_-]{0,30}(?:token|apikey|api_key|session|signature|password|auth)[a-z_-]{0,30}|sid|key|sig)=/i.test(
          pair,
        ),
    )
  return href.slice(0, at) + (kept.length > 0 ? `?${kept.join('&')}` : '')
}
