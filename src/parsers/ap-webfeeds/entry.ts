import { finishDraft } from '../../normalise/finish.ts'
import { readLanguage } from '../../normalise/language.ts'
import { setTime } from '../../normalise/time.ts'
import { ItemDraft } from '../../story/draft.ts'
import type { ParsedItem } from '../../story/draft.ts'
import { compact } from '../../story/draft.ts'
import type { ItemType, Rendition, Subject } from '../../story/item.ts'
import { fillHeadline } from '../newsml/headline.ts'
import { readCaption } from '../newsml/caption.ts'
import { mediaType, readCount, withoutSecrets } from '../../normalise/rendition.ts'
import { placePayload } from '../newsml/merge.ts'
import { readPayload } from '../newsml/payload.ts'
import { at, attr, child, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { readContentMetadata, readMediaType } from './content-metadata.ts'
import { readNewsManagement } from './news-management.ts'

/** AP writes its times in UTC, some of them without saying so (`statusChangeOn`). */
const options = { zone: 'UTC' } as const

/** The first entry of some feeds describes the provider: no content, no management. */
export function isHeaderEntry(entry: XmlElement): boolean {
  return ['ContentMetadata', 'NewsManagement', 'content'].every((name) => child(entry, name) === undefined)
}

/** Reads one entry; undefined when nothing in it identifies the story. */
export function readEntry(entry: XmlElement, feed: XmlElement, receivedAt: string | undefined): ParsedItem | undefined {
  const management = child(entry, 'NewsManagement')
  const metadata = child(entry, 'ContentMetadata')
  const id = textOf(child(entry, 'id'))
  // the entry's id changes with each version, the management id is the story's
  const uri = textOf(child(management, 'ManagementId')) ?? storyId(id)
  if (uri === undefined) return undefined

  const draft = new ItemDraft()
  const type = readMediaType(metadata) ?? 'text'
  draft.set('uri', uri, 'apnm:NewsManagement/ManagementId').set('type', type, 'apcm:ContentMetadata/MediaType')
  draft.set('etag', id, 'entry/id')
  readNewsManagement(management, options, draft)
  setTime(draft, 'firstCreated', textOf(child(entry, 'published')), 'entry/published', options)
  setTime(draft, 'versionCreated', textOf(child(entry, 'updated')), 'entry/updated', options)
  draft.set('provider', textOf(at(entry, 'author/name')) ?? textOf(at(feed, 'author/name')), 'entry/author')
  const language = attr(entry, 'xml:lang') ?? attr(child(entry, 'content'), 'xml:lang') ?? attr(feed, 'xml:lang')
  draft.set('language', readLanguage(language), 'entry@xml:lang')
  draft.set('copyrightNotice', textOf(child(entry, 'rights')), 'entry/rights')
  readContentMetadata(metadata, draft)
  // a member's copy: the contributor is where it comes from
  draft.fill('source', textOf(at(entry, 'contributor/name')), 'entry/contributor')
  for (const category of children(entry, 'category')) {
    const subject = { code: attr(category, 'term'), name: attr(category, 'label'), scheme: attr(category, 'scheme') }
    draft.add('subjects', compact<Subject>(subject), 'entry/category')
  }
  const title = textOf(child(entry, 'title'))
  draft.fill('slug', title, 'entry/title')
  readContent(entry, draft)
  draft.fill('abstract', textOf(child(entry, 'summary')), 'entry/summary')
  readLinks(entry, uri, type, draft)
  if (type !== 'text' && type !== 'composite') bodyToCaption(uri, draft)
  draft.fill('headline', title, 'entry/title')
  fillHeadline(draft)
  return finishDraft(draft, { ...options, ...(receivedAt === undefined ? {} : { receivedAt }) })
}

/** `urn:publicid:ap.org:<32 hex>` without the variant after it. */
function storyId(id: string | undefined): string | undefined {
  return id === undefined ? undefined : (/^urn:publicid:ap\.org:[0-9a-f]{32}/i.exec(id)?.[0] ?? id)
}

function readContent(entry: XmlElement, draft: ItemDraft): void {
  for (const content of children(entry, 'content')) {
    const src = attr(content, 'src')
    if (src !== undefined) draft.add('links', { rel: 'alternate', uri: withoutSecrets(src) }, 'entry/content@src')
    const payload = readPayload(content, {
      contentType: attr(content, 'type'),
      headline: draft.get('headline'),
      path: 'entry/content',
      ...options,
    })
    placePayload(draft, payload, 'entry/content')
  }
}

/** Enclosures are renditions of a picture or clip, and media of their own beside a text. */
function readLinks(entry: XmlElement, uri: string, type: ItemType, draft: ItemDraft): void {
  const own: Rendition[] = []
  for (const link of children(entry, 'link')) {
    const href = attr(link, 'href')
    if (href === undefined) continue
    const rel = attr(link, 'rel') ?? 'alternate'
    if (rel !== 'enclosure') {
      if (rel === 'alternate' || rel === 'related') {
        draft.add('links', { rel: rel === 'related' ? 'seeAlso' : rel, uri: withoutSecrets(href) }, 'entry/link')
      }
      continue
    }
    const mimeType = attr(link, 'type')
    const rendition = compact<Rendition>({
      role: attr(link, 'title') ?? attr(child(link, 'Characteristics'), 'MediaType') ?? 'main',
      href: withoutSecrets(href),
      mimeType,
      bytes: readCount(attr(link, 'length')),
    })
    const medium = mediaType(mimeType)
    if (type !== 'text' && type !== 'composite') own.push(rendition)
    else if (medium !== undefined)
      draft.add('media', { uri: rendition.href ?? href, type: medium, renditions: [rendition] }, 'entry/link')
    else draft.add('links', { rel: 'alternate', uri: withoutSecrets(href) }, 'entry/link')
  }
  if (own.length > 0) draft.add('media', { uri, type, renditions: own }, 'entry/link')
}

/** A photo entry has its caption where a story has its body. */
function bodyToCaption(uri: string, draft: ItemDraft): void {
  const text = draft.get('bodyText')
  if (text === undefined || draft.get('type') === 'video' || draft.get('type') === 'audio') return
  draft.remove('bodyText').remove('bodyHtml').remove('wordCount')
  for (const paragraph of text.split(/\n{2,}/)) {
    draft.add('captions', readCaption(paragraph, { role: 'main', mediaUri: uri }), 'entry/content')
  }
}
