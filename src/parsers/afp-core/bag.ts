import { titleCaseName } from '../../normalise/byline.ts'
import { splitCredit } from '../../normalise/credits/credit.ts'
import { htmlToText } from '../../normalise/html.ts'
import { foldSpace } from '../../normalise/text.ts'
import { compact } from '../../story/draft.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { Caption, ItemType, Rendition } from '../../story/item.ts'
import { readNumber, readObjects, readString, readStrings } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'

const mostMembers = 500

const kinds: Readonly<Record<string, ItemType>> = {
  photo: 'picture', picture: 'picture', image: 'picture', video: 'video', graphic: 'graphic', audio: 'audio',
} // prettier-ignore

/**
 * Reads the bag: the files of the document itself, when it is a picture or a film, and what goes with it. A member that
 * has the document's own uno is the document.
 */
export function readBag(document: JsonObject, draft: ItemDraft, uno: string): void {
  const ownType = draft.get('type') ?? 'text'
  const isMedia = ownType !== 'text' && ownType !== 'composite'
  const members = readObjects(document, 'bagItem').slice(0, mostMembers)
  members.forEach((member, position) => {
    const name = readString(member, 'uno')
    const own = isMedia && (name === uno || (name === undefined && position === 0))
    const uri = own ? uno : name
    if (uri === undefined) return
    const renditions = readFiles(member)
    const type = own ? ownType : kindOf(member)
    draft.add('media', compact({ uri, type, renditions }), 'bagItem')
    if (!own) draft.add('links', { rel: 'hasPicture', uri, position }, 'bagItem')
    // the caption of a picture stands in the document, too, and there it is whole
    if (!own || readStrings(document, 'caption').length === 0) {
      draft.add('captions', captionOf(readString(member, 'caption'), member, uri, own), 'bagItem')
    }
  })
  if (!isMedia) return
  if (!draft.has('media')) draft.add('media', { uri: uno, type: ownType }, 'class')
  draft.add('captions', captionOf(readStrings(document, 'caption').join(' '), document, uno, true), 'caption')
}

function kindOf(member: JsonObject): ItemType {
  const kind = readObjects(member, 'medias')
    .map((file) => readString(file, 'type')?.toLowerCase())
    .find((type) => type !== undefined)
  return (kind !== undefined && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined) ?? 'picture'
}

function captionOf(given: string | undefined, member: JsonObject, mediaUri: string, own: boolean): Caption | undefined {
  const raw = foldSpace(htmlToText(given ?? ''))
  if (raw === '') return undefined
  const split = splitCredit(raw)
  const creator = readString(member, 'creator')
  return compact<Caption>({
    text: split.text === '' ? raw : split.text,
    credit: split.credit ?? creator,
    photographer:
      split.photographer ?? (split.credit === undefined && creator !== undefined ? titleCaseName(creator) : undefined),
    agency: split.agency ?? readString(member, 'provider'),
    flags: split.flags,
    role: own ? 'main' : 'media',
    mediaUri,
    raw: split.text === raw ? undefined : raw,
  })
}

function readFiles(member: JsonObject): Rendition[] {
  return readObjects(member, 'medias')
    .slice(0, 100)
    .map((file) =>
      compact<Rendition>({
        role: readString(file, 'role') ?? readString(file, 'rendition') ?? 'main',
        // the query opens the file for the customer
        href: readString(file, 'href')?.split('?')[0],
        width: readNumber(file, 'width'),
        height: readNumber(file, 'height'),
        bytes: readNumber(file, 'sizeInBytes'),
      }),
    )
}
