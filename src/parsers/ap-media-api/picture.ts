import { splitCredit } from '../../normalise/credits/credit.ts'
import { foldSpace } from '../../normalise/text.ts'
import { compact } from '../../story/draft.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { Caption, Rendition } from '../../story/item.ts'
import { isObject, readMembers, readNumber, readString } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'

/** The caption with its credit taken off, and the renditions of pictures, graphics, video and audio. */
export function readPictureParts(item: JsonObject, draft: ItemDraft): void {
  const uri = draft.get('uri') ?? ''
  const raw = readString(item, 'description_caption')
  // a banner is a picture of a notice, and its caption is the notice
  if (raw !== undefined && draft.get('notPublishable') !== 'banner')
    draft.add('captions', captionOf(foldSpace(raw), item, uri), 'description_caption')
  else if (raw !== undefined) draft.add('notes', foldSpace(raw), 'description_caption')
  const type = draft.get('type')
  if (type === undefined || type === 'text' || type === 'composite') return
  const renditions = readMembers(item, 'renditions').map(([name, value]) => renditionOf(name, value))
  draft.add(
    'media',
    compact({ uri, type, renditions: renditions.filter((rendition) => rendition !== undefined) }),
    'renditions',
  )
}

function captionOf(raw: string, item: JsonObject, uri: string): Caption {
  const credit = splitCredit(raw)
  return compact<Caption>({
    text: credit.text === '' ? raw : credit.text,
    credit: credit.credit,
    photographer: credit.photographer ?? readString(item, 'photographer.name'),
    agency: credit.agency,
    flags: credit.flags,
    role: 'main',
    mediaUri: uri,
    raw: credit.text === raw ? undefined : raw,
  })
}

/** `href` is absent when a rendition is not licensed; where it is there it carries session tokens, which must not be stored. */
function renditionOf(role: string, value: unknown): Rendition | undefined {
  if (!isObject(value)) return undefined
  return compact<Rendition>({
    role,
    href: withoutTokens(readString(value, 'href')),
    mimeType: readString(value, 'mimetype'),
    width: readNumber(value, 'width'),
    height: readNumber(value, 'height'),
    bytes: readNumber(value, 'sizeinbytes'),
  })
}

const volatile = /^(?:tag|qt|et|ai|dt|trf|cid|apikey|api_key|x-api-key|token|key|sig|signature|expires)$/i

function withoutTokens(href: string | undefined): string | undefined {
  if (href === undefined) return undefined
  const mark = href.indexOf('?')
  if (mark < 0) return href
  const kept = href
    .slice(mark + 1)
    .split('&')
    .filter((pair) => !volatile.test(pair.split('=', 1)[0] ?? ''))
  return kept.length === 0 ? href.slice(0, mark) : `${href.slice(0, mark)}?${kept.join('&')}`
}
