import { compact } from '../../story/draft.ts'
import type { Caption, Item, Link, Media, Rendition } from '../../story/item.ts'
import { isClosed } from './status.ts'
import type { NinjsAssociation, NinjsRendition, NinjsText } from './shape.ts'

/** `rel` of a picture that goes with the item without a link to an item of its own. */
const mediaRel = 'writethru:media'
/** `rel` of a caption beyond the first of its picture, or of no picture known. */
const captionRel = 'writethru:caption'

export function writeRenditions(renditions: readonly Rendition[] = []): NinjsRendition[] {
  return renditions.map(({ role, href, mimeType, width, height, bytes }) =>
    compact<NinjsRendition>({
      name: role,
      href,
      contentType: mimeType,
      width: whole(width),
      height: whole(height),
      sizeInBytes: whole(bytes),
    }),
  )
}

// sizes are integers in ninjs; a page may give "640.5"
function whole(size: number | undefined): number | undefined {
  return size === undefined ? undefined : Math.round(size)
}

/** A caption as printed, credit and all where it was printed so. */
export function writeCaption(caption: Caption): NinjsText {
  return { role: 'caption', contentType: 'text/plain', value: printedCaption(caption) }
}

/** What a page set before a caption ("2 of 9", "View more") is no part of it; a flag is. */
function printedCaption({ text, raw, flags }: Caption): string {
  return raw !== undefined && (flags !== undefined || raw.startsWith(text)) ? raw : text
}

/** The credit of a caption that does not stand in the caption itself. */
export function looseCredit(caption: Caption): string | undefined {
  const { credit } = caption
  return credit !== undefined && printedCaption(caption).includes(credit) ? undefined : credit
}

/** The caption that the item's own `descriptions` carry: that of a picture, clip or graphic itself. */
export function ownCaption(item: Item): Caption | undefined {
  if (item.type === 'text' || item.type === 'composite') return undefined
  return item.captions?.find(({ mediaUri }) => mediaUri === undefined || mediaUri === item.uri)
}

/** The renditions of a picture, clip or graphic itself. */
export function ownMedia(item: Item): Media | undefined {
  return item.media?.find(({ uri }) => uri === item.uri)
}

/**
 * Pictures with their captions first, in order, then captions that have no picture to stand with, then links. Each is
 * `partial`: an association says what the item says of another, and must never overwrite the other itself.
 */
export function writeAssociations(item: Item): NinjsAssociation[] {
  const links = [...(item.links ?? [])]
  const captions = (isClosed(item) ? [] : (item.captions ?? [])).filter((caption) => caption !== ownCaption(item))
  const media = (item.media ?? []).filter((medium) => medium !== ownMedia(item))
  return [
    ...media.map((medium, at) => {
      const link = take(links, ({ rel, uri }) => rel === 'hasPicture' && uri === medium.uri)
      const caption = take(captions, ({ mediaUri }) => mediaUri === medium.uri)
      return writeMedium(item, medium, `media-${at + 1}`, link, caption)
    }),
    ...captions.map((caption, at) => ({
      name: `caption-${at + 1}`,
      rel: captionRel,
      uri: caption.mediaUri ?? `${item.uri}#caption-${at + 1}`,
      representationType: 'partial' as const,
      ...writeCredited(caption),
    })),
    ...inOrder(links).map(({ rel, uri, version }, at) =>
      compact<NinjsAssociation>({ name: `link-${at + 1}`, rel, uri, version, representationType: 'partial' }),
    ),
  ]
}

function writeMedium(item: Item, medium: Media, name: string, link?: Link, caption?: Caption): NinjsAssociation {
  return compact<NinjsAssociation>({
    name,
    rel: link?.rel ?? mediaRel,
    uri: medium.uri,
    type: medium.type,
    version: link?.version,
    representationType: 'partial',
    renditions: isClosed(item) ? [] : writeRenditions(medium.renditions),
    ...(caption === undefined ? {} : writeCredited(caption)),
  })
}

function writeCredited(caption: Caption): Pick<NinjsAssociation, 'descriptions' | 'by'> {
  const credit = looseCredit(caption)
  const { agency, flags } = caption
  if (credit === undefined) return { descriptions: [writeCaption(caption)] }
  // "Jane Doe/TT" says no more than who made the picture; "AP Photo/Jane Doe, File" is a credit line
  if (agency === undefined && flags === undefined) return { descriptions: [writeCaption(caption)], by: credit }
  return {
    descriptions: [writeCaption(caption), { role: 'creditline', contentType: 'text/plain', value: credit }],
    ...(caption.photographer === undefined ? {} : { by: caption.photographer }),
  }
}

function take<T>(list: T[], fits: (member: T) => boolean): T | undefined {
  const at = list.findIndex(fits)
  return at < 0 ? undefined : list.splice(at, 1)[0]
}

/** Members of a package by their position; what has none keeps its place behind them. */
function inOrder(links: readonly Link[]): Link[] {
  return links.toSorted((a, b) => (a.position ?? Number.MAX_SAFE_INTEGER) - (b.position ?? Number.MAX_SAFE_INTEGER))
}
