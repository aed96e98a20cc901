import type { ItemDraft } from '../../story/draft.ts'
import { readCount, withoutSecrets } from '../../normalise/rendition.ts'
import { resolveAddress } from '../syndication/address.ts'
import { rendition, typeOfMedium } from '../syndication/medium.ts'
import type { Medium } from '../syndication/medium.ts'
import type { Members } from '../syndication/members.ts'
import { attr, child, textOf } from '../xml/read.ts'

/** Enclosures (one by the specification, several in the wild), and pictures in the fields of podcasts and CMSs. */
export function readEnclosures(members: Members, base: string | undefined, draft: ItemDraft): Medium[] {
  const media: Medium[] = []
  for (const element of members.of('core', 'enclosure')) {
    const href = resolveAddress(attr(element, 'url') ?? attr(element, 'resource'), base)
    if (href === undefined) continue
    const mimeType = attr(element, 'type')
    const type = typeOfMedium({ mimeType, href })
    if (type === undefined) {
      // a paper of a court, a table: no medium, and still what the item came with
      draft.add('links', { rel: 'alternate', uri: withoutSecrets(href) }, 'item/enclosure')
      continue
    }
    // 0 and 1 stand for "unknown" in most feeds
    const bytes = readCount(attr(element, 'length')) ?? 0
    const typed = mimeType?.includes('/') === true ? mimeType : undefined
    media.push({ type, renditions: [rendition({ role: 'main', href, mimeType: typed, bytes: bytes > 1 ? bytes : undefined })], role: 'media' }) // prettier-ignore
  }
  for (const element of [...members.of('itunes', 'image'), ...members.of('core', 'image')]) {
    const raw = attr(element, 'href') ?? attr(element, 'url') ?? textOf(child(element, 'url')) ?? textOf(element)
    const href = raw === undefined || /\s/.test(raw) ? undefined : resolveAddress(raw, base)
    if (href !== undefined)
      media.push({ type: 'picture', renditions: [rendition({ role: 'main', href })], role: 'media' })
  }
  return media
}
