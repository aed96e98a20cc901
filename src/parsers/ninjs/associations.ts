import { splitCredit } from '../../normalise/credits/credit.ts'
import { foldSpace } from '../../normalise/text.ts'
import { compact } from '../../story/draft.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { Caption, ItemType, Link, Rendition } from '../../story/item.ts'
import type { JsonObject } from '../json/read.ts'
import { readNumber } from '../json/read.ts'
import { readNamedMembers, readText } from './fields.ts'
import { captionVariant, plain, readCreditLine } from './texts.ts'

const pictureLike: Readonly<Record<string, ItemType>> = {
  picture: 'picture',
  photo: 'picture',
  image: 'picture',
  graphic: 'graphic',
  video: 'video',
  audio: 'audio',
}

/** What an association may say it is to the item, in our own words (see `Link`). */
const linkRels: ReadonlySet<string> = new Set([
  'pictureOf', 'hasPicture', 'earlierVersion', 'replaces', 'replacedBy', 'memberOf', 'hasMember', 'cancels',
  'translationOf', 'seeAlso', 'alternate', 'derivedFrom', 'processedFrom',
]) // prettier-ignore

/** Associated items: an object keyed by name in 1.x, a list with names in 2.x and 3.x. */
export function readAssociations(item: JsonObject): { key: string; value: JsonObject }[] {
  return readNamedMembers(item, 'associations')
}

/**
 * An association that is a whole item (Superdesk sends pictures so, with their own version and embargo) becomes an item of
 * its own. A partial one must not: it would overwrite the picture that came complete.
 */
export function isItemOfItsOwn(association: JsonObject): boolean {
  const representation = readText(association, 'representationtype', 'representationType')?.toLowerCase()
  if (representation === 'incomplete' || representation === 'partial') return false
  return (
    readText(association, 'uri', 'guid') !== undefined &&
    readText(association, 'version') !== undefined &&
    readText(association, 'versioncreated', 'versionCreated') !== undefined
  )
}

/** The item's own renditions and caption, and what its associations say of the pictures that go with it. */
export function readMediaParts(item: JsonObject, draft: ItemDraft): void {
  const uri = draft.get('uri') ?? ''
  const type = draft.get('type')
  if (type !== undefined && type !== 'text' && type !== 'composite') {
    const renditions = readRenditions(item)
    // a picture is its own medium before any of its files is known; a bulletin may have its files in its associations
    if (renditions.length > 0 || type === 'picture' || type === 'graphic')
      draft.add('media', compact({ uri, type, renditions }), 'renditions')
    draft.add('captions', captionOf(item, uri, 'main', type), 'description_text')
  }
  readAssociations(item).forEach(({ key, value }, position) => {
    const from = `associations.${key}`
    const target = readText(value, 'uri', 'guid') ?? readRenditions(value)[0]?.href
    if (target === undefined) return
    const rel = readText(value, 'rel') ?? ''
    // our own ninjs: a caption of a picture that has one already, or of none that is known
    if (rel === 'writethru:caption') {
      const mediaUri = target.startsWith(`${uri}#`) ? undefined : target
      draft.add('captions', captionOf(value, mediaUri, 'media'), from)
      return
    }
    const named = linkRels.has(rel)
    const kind = readText(value, 'type')?.toLowerCase() ?? (named ? '' : 'picture')
    const media = Object.hasOwn(pictureLike, kind) ? pictureLike[kind] : undefined
    if (rel !== 'writethru:media')
      draft.add(
        'links',
        compact<Link>({
          rel: named ? rel : media === undefined ? 'hasMember' : 'hasPicture',
          uri: target,
          version: readText(value, 'version'),
          position: !named || rel === 'hasMember' || rel === 'hasPicture' ? position : undefined,
        }),
        from,
      )
    if (media === undefined) {
      readGallery(value, draft, `${from}.associations`)
      return
    }
    draft.add('media', compact({ uri: target, type: media, renditions: readRenditions(value) }), from)
    const caption = captionOf(value, target, 'media')
    draft.add('captions', caption, from)
    // a credit is owed with the picture even when nobody wrote a caption
    const credit = caption === undefined ? (readCreditLine(value) ?? readText(value, 'byline', 'by')) : undefined
    if (credit !== undefined) draft.add('notes', `picture credit: ${foldSpace(credit)}`, from)
  })
}

/** Pictures of a gallery or a side story that goes with the item: media of the item as well, one level down. */
function readGallery(composite: JsonObject, draft: ItemDraft, from: string): void {
  if (isItemOfItsOwn(composite)) return
  for (const { key, value } of readAssociations(composite)) {
    const kind = readText(value, 'type')?.toLowerCase() ?? 'picture'
    const media = Object.hasOwn(pictureLike, kind) ? pictureLike[kind] : undefined
    const renditions = readRenditions(value)
    const target = readText(value, 'uri', 'guid') ?? renditions[0]?.href
    if (media === undefined || target === undefined) continue
    draft.add('media', compact({ uri: target, type: media, renditions }), `${from}.${key}`)
    draft.add('captions', captionOf(value, target, 'media'), `${from}.${key}`)
  }
}

function captionOf(
  item: JsonObject,
  mediaUri: string | undefined,
  role: 'main' | 'media',
  type?: ItemType,
): Caption | undefined {
  const raw = plain(captionVariant(item, type))
  if (raw === undefined) return undefined
  const split = splitCredit(raw)
  const byline = readText(item, 'byline', 'by')
  const creditLine = readCreditLine(item)
  // "Arkivbild." says what kind of picture it is and credits nobody
  const isCredited = split.photographer !== undefined || split.agency !== undefined || split.flags.length === 0
  const own = isCredited ? split.credit : undefined
  const credited = own === undefined && creditLine !== undefined ? splitCredit(`(${creditLine})`) : split
  return compact<Caption>({
    text: split.text === '' ? raw : split.text,
    credit: own ?? creditLine ?? byline ?? split.credit,
    photographer: credited.photographer ?? (own === undefined ? photographerOf(byline) : undefined),
    agency: credited.agency,
    flags: [...new Set([...split.flags, ...credited.flags])],
    role,
    mediaUri,
    raw: split.text === raw ? undefined : raw,
  })
}

/** "Jane Doe/TT": the name before the agency. */
function photographerOf(byline: string | undefined): string | undefined {
  const name = foldSpace((byline ?? '').split('/')[0] ?? '')
  return /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}?[\p{L}.'’-]+){1,4}$/u.test(name) ? name : undefined
}

function readRenditions(item: JsonObject): Rendition[] {
  return readNamedMembers(item, 'renditions').map(({ key, value }) => {
    // TT numbers its renditions and says what they are inside
    const usage = [readText(value, 'usage'), readText(value, 'variant')].filter(Boolean).join(' ')
    return compact<Rendition>({
      role: usage === '' ? key : usage,
      href: readText(value, 'href')
        ?.replace(/([?&])(?:token|key|apikey|sig|signature|expires|awsaccesskeyid|x-amz-[a-z-]{1,30})=[^&]*/gi, '$1')
        .replace(/\?&+/, '?')
        .replace(/&&+/g, '&')
        .replace(/[?&]+$/, ''),
      mimeType: readText(value, 'mimetype', 'contentType', 'contenttype'),
      width: readNumber(value, 'width'),
      height: readNumber(value, 'height'),
      bytes: readNumber(value, 'sizeinbytes') ?? readNumber(value, 'sizeInBytes'),
    })
  })
}
