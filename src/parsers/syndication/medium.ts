import { peelCredits, splitCredit } from '../../normalise/credits/credit.ts'
import { foldSpace } from '../../normalise/text.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { compact } from '../../story/draft.ts'
import type { Caption, CaptionRole, ItemType, Media, Rendition } from '../../story/item.ts'
import { withoutSecrets } from '../../normalise/rendition.ts'

/** A picture or clip of a feed item, before those that are the same are put together. */
export interface Medium {
  readonly type: ItemType
  readonly renditions: readonly Rendition[]
  /** Caption as printed. */
  readonly caption?: string | undefined
  /** Credit from a field of its own. */
  readonly credit?: string | undefined
  /** Who made it, where a field says so. */
  readonly photographer?: string | undefined
  readonly role: CaptionRole
}

const byExtension: readonly (readonly [RegExp, ItemType])[] = [
  [/\.(?:jpe?g|png|gif|webp|avif|tiff?|bmp|heic)$/i, 'picture'],
  [/\.(?:svg|eps|ai)$/i, 'graphic'],
  [/\.(?:mp4|m4v|mov|webm|mpe?g|avi|m3u8|ogv|flv)$/i, 'video'],
  [/\.(?:mp3|m4a|aac|ogg|oga|wav|flac|opus)$/i, 'audio'],
]
const mediumNames: ReadonlyMap<string, ItemType> = new Map([
  ['image', 'picture'],
  ['video', 'video'],
  ['audio', 'audio'],
])

/** Type of a medium: the feed's word for it, else the MIME type, else the name of the file. Undefined for documents. */
export function typeOfMedium(hints: { medium?: string | undefined; mimeType?: string | undefined; href: string }) {
  const mime = hints.mimeType?.toLowerCase()
  if (mime === 'image/svg+xml') return 'graphic'
  const named = mediumNames.get(hints.medium?.toLowerCase() ?? '') ?? mediumNames.get(mime?.split('/')[0] ?? '')
  if (named !== undefined || hints.medium !== undefined) return named
  const path = hints.href.split(/[?#]/, 1)[0] ?? ''
  return byExtension.find(([pattern]) => pattern.test(path))?.[1]
}

/** One rendition, its address without keys. */
export function rendition(
  parts: { role: string; href: string } & Partial<{ [K in keyof Rendition]: Rendition[K] | undefined }>,
): Rendition {
  return compact<Rendition>({ ...parts, href: withoutSecrets(parts.href) })
}

/** The address without its query: image servers give the sizes of one picture there. */
function pictureKey(href: string): string {
  return href.replace(/^https?:/i, '').split(/[?#]/, 1)[0] ?? href
}

/**
 * Adds the media of an item and their captions. Media that share an address but for its query are renditions of one. A
 * caption that only repeats headline or summary is none: many feeds fill the field so.
 */
export function addMedia(draft: ItemDraft, media: readonly Medium[], from: string): void {
  const merged = new Map<string, { type: ItemType; renditions: Rendition[]; sources: Medium[] }>()
  for (const medium of media.slice(0, 500)) {
    const keys = medium.renditions.map(({ href }) => pictureKey(href ?? ''))
    const known = keys.map((key) => merged.get(key)).find((entry) => entry !== undefined)
    const entry = known ?? { type: medium.type, renditions: [], sources: [] }
    for (const next of medium.renditions) {
      if (!entry.renditions.some(({ href }) => href === next.href)) entry.renditions.push(next)
    }
    entry.sources.push(medium)
    for (const key of keys) if (!merged.has(key)) merged.set(key, entry)
  }
  for (const { type, renditions, sources } of new Set(merged.values())) {
    const uri = (renditions.find(({ role }) => role === 'main') ?? renditions[0])?.href
    if (uri === undefined) continue
    draft.add('media', compact<Media>({ uri, type, renditions }), from)
    addCaption(draft, sources, uri, from)
  }
}

function addCaption(draft: ItemDraft, sources: readonly Medium[], mediaUri: string, from: string): void {
  const told = [draft.get('headline'), draft.get('abstract')].map((text) => foldSpace(text ?? ''))
  const credit = sources.find((source) => source.credit !== undefined)?.credit
  const maker = sources.find((source) => source.photographer !== undefined)?.photographer
  const captioned = sources.filter(({ caption }) => caption !== undefined && !told.includes(foldSpace(caption)))
  const seen = new Set<string>()
  for (const { caption, role } of captioned) {
    const read = readCaption(caption ?? '', credit, { role, mediaUri })
    if (read === undefined || seen.has(read.text)) continue
    seen.add(read.text)
    draft.add('captions', compact<Caption>({ ...read, photographer: read.photographer ?? maker }), from)
  }
  // a credit is owed with the picture even when nobody wrote a caption
  if (seen.size === 0 && credit !== undefined) draft.add('notes', `picture credit: ${credit}`, from)
}

/** A caption parted from its credit, with the credit of its own field where the text names none. */
export function readCaption(
  raw: string,
  creditField: string | undefined,
  more: Pick<Caption, 'role' | 'mediaUri'>,
): Caption | undefined {
  const printed = splitCredit(raw)
  const text = foldSpace(printed.text)
  if (text === '') return undefined
  const field = creditField === undefined ? undefined : readCreditField(creditField)
  return compact<Caption>({
    text,
    credit: printed.credit ?? creditField,
    photographer: printed.photographer ?? field?.photographer,
    agency: printed.agency ?? field?.agency,
    flags: printed.flags.length > 0 ? printed.flags : field?.flags,
    ...more,
    raw: foldSpace(raw) === text ? undefined : foldSpace(raw),
  })
}

/** Photographer and agency in a credit that stands alone: read as if a caption stood before it. */
export function readCreditField(credit: string): ReturnType<typeof splitCredit> {
  return peelCredits(`A caption. (${foldSpace(credit).replace(/[()]/g, ' ').slice(0, 200)})`)
}
