import { splitCredit } from '../../normalise/credits/credit.ts'
import { htmlToText } from '../../normalise/html.ts'
import { foldSpace } from '../../normalise/text.ts'
import { compact } from '../../story/draft.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { Caption, Rendition } from '../../story/item.ts'
import { readNumber, readObjects, readString } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'

const mostPictures = 500

/** Reads the pictures of an entry: their captions, and links to them. Of an entry that is a picture, the first is it. */
export function readPictures(pictures: readonly JsonObject[], draft: ItemDraft, urn: string): void {
  const isPicture = draft.get('type') === 'picture'
  pictures.slice(0, mostPictures).forEach((picture, position) => {
    const own = isPicture && position === 0
    const renditions = readRenditions(picture)
    const uri = own ? urn : (readString(picture, 'urn') ?? renditions[0]?.href)
    if (uri === undefined) return
    draft.add('media', compact({ uri, type: 'picture' as const, renditions }), 'associations')
    if (!own) draft.add('links', { rel: 'hasPicture', uri, position }, 'associations')
    draft.add('captions', captionOf(picture, uri, own), 'associations')
  })
}

function captionOf(picture: JsonObject, mediaUri: string, own: boolean): Caption | undefined {
  const given = readString(picture, 'caption')
  if (given === undefined) return undefined
  const raw = foldSpace(htmlToText(given))
  if (raw === '') return undefined
  const split = splitCredit(raw)
  const line = readString(picture, 'creditline')
  const credited = split.credit === undefined && line !== undefined ? splitCredit(`(${line})`) : split
  return compact<Caption>({
    text: split.text === '' ? raw : split.text,
    credit: split.credit ?? line,
    photographer: credited.photographer,
    agency: credited.agency,
    flags: credited.flags,
    role: own ? 'main' : 'media',
    mediaUri,
    raw: split.text === raw ? undefined : raw,
  })
}

function readRenditions(picture: JsonObject): Rendition[] {
  return readObjects(picture, 'renditions')
    .slice(0, 100)
    .map((rendition) => {
      const size = readString(rendition, 'size')
      return compact<Rendition>({
        role: size === undefined ? 'main' : `s${size}`,
        // what opens the file for a customer stands in the query
        href: readString(rendition, 'url')?.split('?')[0],
        mimeType: readString(rendition, 'mimetype'),
        width: readNumber(rendition, 'width'),
        height: readNumber(rendition, 'height'),
      })
    })
}
