import { readNumber, readObjects, readString } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'
import { resolveAddress } from '../syndication/address.ts'
import { rendition, typeOfMedium } from '../syndication/medium.ts'
import type { Medium } from '../syndication/medium.ts'

/** Pictures and clips of an item: `image`, `banner_image` and `attachments`. */
export function readAttachments(item: JsonObject, base: string | undefined): Medium[] {
  const media: Medium[] = []
  for (const field of ['image', 'banner_image']) {
    const href = resolveAddress(readString(item, field), base)
    if (href !== undefined)
      media.push({ type: 'picture', renditions: [rendition({ role: 'main', href })], role: 'media' })
  }
  for (const attachment of readObjects(item, 'attachments')) {
    const href = resolveAddress(readString(attachment, 'url'), base)
    if (href === undefined) continue
    const mimeType = readString(attachment, 'mime_type')
    const type = typeOfMedium({ mimeType, href })
    if (type === undefined) continue
    const bytes = readNumber(attachment, 'size_in_bytes')
    const size = bytes !== undefined && Number.isSafeInteger(bytes) && bytes > 0 ? bytes : undefined
    // the title of a picture says what it shows, unless it is a name of two words or of a file
    const title = readString(attachment, 'title')
    const caption = type === 'picture' && (title?.split(' ').length ?? 0) > 2 ? title : undefined
    media.push({ type, renditions: [rendition({ role: 'main', href, mimeType, bytes: size })], caption, role: 'media' })
  }
  return media
}
