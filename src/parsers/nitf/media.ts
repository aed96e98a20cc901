import { splitCredit } from '../../normalise/credits/credit.ts'
import { foldSpace } from '../../normalise/text.ts'
import { compact } from '../../story/draft.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { Caption, ItemType, Rendition } from '../../story/item.ts'
import { renderBlocks } from '../xml/block.ts'
import { attr, child, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'

const types: Readonly<Record<string, ItemType>> = {
  image: 'picture', photo: 'picture', picture: 'picture', photograph: 'picture', graphic: 'graphic', infographic: 'graphic',
  video: 'video', audio: 'audio', text: 'text',
} // prettier-ignore

/** NITF `media`: its references become renditions, its caption a caption with the credit taken off. */
export function readMedia(media: XmlElement, draft: ItemDraft, from: string): void {
  const raw = (attr(media, 'media-type') ?? 'image').toLowerCase()
  const type = Object.hasOwn(types, raw) ? types[raw] : 'picture'
  const renditions = children(media, 'media-reference')
    .map(renditionOf)
    .filter((rendition) => rendition.href !== undefined)
  const uri = metadata(media, ['id', 'itemid', 'media-id', 'managementid']) ?? attr(media, 'id') ?? renditions[0]?.href
  if (uri !== undefined && type !== undefined) draft.add('media', compact({ uri, type, renditions }), from)

  const producer = textOf(child(media, 'media-producer'))
  for (const element of children(media, 'media-caption')) {
    const text = foldSpace(renderBlocks([element]).text)
    if (text === '') continue
    const printed = splitCredit(text)
    // a producer often repeats the credit that the caption ends with
    const credit =
      printed.credit === undefined && producer !== undefined
        ? { ...splitCredit(`(${producer})`), text: printed.text }
        : printed
    draft.add(
      'captions',
      compact<Caption>({
        text: credit.text === '' ? text : credit.text,
        credit: credit.credit ?? producer,
        photographer: credit.photographer,
        agency: credit.agency,
        flags: credit.flags,
        role: 'media',
        mediaUri: uri,
        raw: credit.text === text ? undefined : text,
      }),
      `${from}/media-caption`,
    )
  }
}

function renditionOf(reference: XmlElement): Rendition {
  const size = (name: string): number | undefined => {
    const value = Number.parseInt(attr(reference, name) ?? '', 10)
    return value > 0 ? value : undefined
  }
  return compact<Rendition>({
    role: attr(reference, 'name') ?? attr(reference, 'id') ?? 'reference',
    href: attr(reference, 'source') ?? attr(reference, 'data-location'),
    mimeType: attr(reference, 'mime-type'),
    width: size('width'),
    height: size('height'),
  })
}

function metadata(media: XmlElement, names: readonly string[]): string | undefined {
  for (const element of children(media, 'media-metadata')) {
    if (names.includes((attr(element, 'name') ?? '').toLowerCase())) return attr(element, 'value')
  }
  return undefined
}
