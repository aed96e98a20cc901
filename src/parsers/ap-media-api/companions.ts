import { setBody } from '../../normalise/body.ts'
import { ItemDraft } from '../../story/draft.ts'
import type { Item } from '../../story/item.ts'
import { readNitf } from '../nitf/nitf.ts'
import type { ParserInput } from '../parser.ts'
import { readXml } from '../xml/tree.ts'

// what the NITF may add where the JSON is silent; identity, status and times are the JSON's alone
const completed: readonly (keyof Item)[] = [
  'byline',
  'bylines',
  'dateline',
  'abstract',
  'editorialNote',
  'headline',
  'headlineExtended',
  'copyrightHolder',
  'provider',
  'language',
]

/**
 * Merges the NITF rendition of a text (body, byline, dateline, captions), the script of a video. The body itself comes
 * from nowhere else: without a companion the item is metadata, and says so.
 */
export function mergeCompanions(draft: ItemDraft, input: ParserInput, embedded: string | undefined): void {
  const type = draft.get('type')
  for (const { role, bytes, contentType } of input.companions ?? []) {
    const name = role.toLowerCase()
    if (name === 'nitf' || name === 'script' || name === 'script_nitf')
      mergeNitf(draft, { bytes, ...(contentType !== undefined && { contentType }) }, input)
    else if (name.startsWith('shotlist')) mergeShotlist(draft, { bytes })
  }
  if (embedded !== undefined && !draft.has('bodyHtml')) {
    if (/^\s{0,200}<(?:\?xml|nitf)/.test(embedded)) mergeNitf(draft, embedded, input)
    else setBody(draft, embedded, 'nitf.body_html')
  }
  if (type === 'text' && !draft.has('bodyText'))
    draft.warn('ap.no-body', 'the NITF rendition was not at hand; the body is missing')
}

function mergeNitf(draft: ItemDraft, source: ParserInput | string, input: ParserInput): void {
  const xml = readXml(source)
  if (xml.kind === 'refused') {
    draft.warn('ap.nitf-unreadable', `${xml.code}: ${xml.detail}`)
    return
  }
  for (const { code, detail } of xml.warnings) draft.warn(code, `nitf: ${detail}`)
  // the slug and headline of the JSON tell which heading of the body only repeats them
  const found = new ItemDraft()
  readNitf(xml.root, found, { prefix: 'nitf/', zone: input.zone, receivedAt: input.receivedAt })
  for (const field of ['bodyHtml', 'bodyText', 'wordCount'] as const)
    draft.set(field, found.get(field), `nitf/body/body.content`)
  for (const field of completed) draft.fill(field, found.get(field), 'nitf')
  for (const caption of found.get('captions') ?? []) draft.add('captions', caption, 'nitf/media')
  for (const media of found.get('media') ?? []) draft.add('media', media, 'nitf/media')
  for (const note of found.get('notes') ?? []) draft.add('notes', note, 'nitf')
}

function mergeShotlist(draft: ItemDraft, source: ParserInput): void {
  const xml = readXml(source)
  if (xml.kind === 'refused') return
  const found = new ItemDraft()
  readNitf(xml.root, found)
  draft.add('notes', found.get('bodyText'), 'shotlist')
}
