import { renderHtml } from '../../normalise/html.ts'
import { readLanguage } from '../../normalise/language.ts'
import { setRenderedBody } from '../../normalise/body.ts'
import { finishDraft } from '../../normalise/finish.ts'
import { ItemDraft } from '../../story/draft.ts'
import type { ParsedItem } from '../../story/draft.ts'
import { attr, child, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { findAgency, readAuthority } from '../newsml/catalogs/agencies.ts'
import { Vocabulary } from './concept.ts'
import { readConceptItem } from './concept-item.ts'
import { fillByline, readContentMeta } from './content-meta.ts'
import { readContentSet } from './content-set.ts'
import { completeDateline, fillDateline } from './dateline.ts'
import { readDescriptions, readParts } from './descriptions.ts'
import { fillHeadline } from '../newsml/headline.ts'
import { readItemMeta, readItemType } from './item-meta.ts'
import { readRenditions } from './media.ts'
import { readOpening } from '../newsml/opening.ts'
import { readPackage } from './package-item.ts'
import { readRights } from './rights.ts'
import { readItemStatus } from './status.ts'
import { readSubjects } from './subjects.ts'

/** Items of the G2 family, by element name. */
export const itemNames: ReadonlySet<string> = new Set([
  'newsItem',
  'packageItem',
  'conceptItem',
  'knowledgeItem',
  'planningItem',
  'catalogItem',
])

/** What an item inherits from the message around it. */
export interface MessageContext {
  /** newsMessage/header; absent when the item came alone. */
  readonly header?: XmlElement | undefined
  /** The feed's zone, which goes before the agency's usual one. */
  readonly zone?: string | undefined
  readonly receivedAt?: string | undefined
}

export type ItemOutcome =
  { readonly kind: 'read'; readonly parsed: ParsedItem } | { readonly kind: 'refused'; readonly detail: string }

/**
 * Reads one item of any kind. It is refused only when it has no guid, for then no revision of it could ever be told from
 * another story; everything else may be absent (a Reuters cancel has a headline and no content).
 */
export function readItem(item: XmlElement, message: MessageContext): ItemOutcome {
  const guid = attr(item, 'guid')
  if (guid === undefined) return { kind: 'refused', detail: `${item.name} has no guid` }
  const itemMeta = child(item, 'itemMeta')
  const contentMeta = child(item, 'contentMeta')
  const language = attr(item, 'xml:lang')
  const vocabulary = new Vocabulary([item, message.header, child(item, 'contentSet')], language)
  const sender = textOf(child(message.header, 'sender'))
  const provider = child(itemMeta, 'provider')
  const names = [
    attr(provider, 'literal'),
    vocabulary.concept(provider).code,
    vocabulary.party(provider),
    sender,
    domainOf(guid),
  ]
  const zone = message.zone ?? findAgency(names)?.zone
  const options = {
    ...(zone === undefined ? {} : { zone }),
    ...(message.receivedAt === undefined ? {} : { receivedAt: message.receivedAt }),
  }

  const draft = new ItemDraft()
  const type = readItemType(itemMeta) ?? (item.name === 'packageItem' ? 'composite' : 'text')
  draft.set('uri', guid, '@guid')
  // absent means 1 (specification); kept as sent, for Reuters' numbers pass every safe integer of their time
  draft.set('version', attr(item, 'version') ?? '1', '@version')
  draft.set('type', type, 'itemMeta/itemClass')
  readItemStatus(itemMeta, draft)
  readItemMeta(itemMeta, vocabulary, options, draft)
  readRights(item, vocabulary, language, draft)
  readContentMeta(contentMeta, { ...options, vocabulary, type, language }, draft)
  readSubjects(contentMeta, vocabulary, draft)
  // ANSA puts its place into itemMeta
  readSubjects(itemMeta, vocabulary, draft)
  draft.fill(
    'headline',
    textOf(children(itemMeta, 'title').find((title) => attr(title, 'role') === undefined)),
    'itemMeta/title',
  )
  const mediaUri = type === 'text' || type === 'composite' ? undefined : guid
  const script = readDescriptions(contentMeta, type, mediaUri, draft)
  readRenditions(item, guid, type, draft)
  readIds(contentMeta, draft)
  const bodied = readContentSet(item, options, draft)
  if (!bodied && type !== 'picture' && type !== 'graphic') {
    const parts = script === '' ? readParts(item) : script
    if (parts !== '') setRenderedBody(draft, renderHtml(parts), 'contentMeta/description')
  }
  if (item.name === 'packageItem') readPackage(item, draft)
  else if (item.name !== 'newsItem') readConceptItem(item, vocabulary, draft)
  draft.fill('language', readLanguage(language), '@xml:lang')
  readOpening(draft)
  fillByline(contentMeta, vocabulary, draft)
  fillDateline(contentMeta, vocabulary, draft)
  completeDateline(contentMeta, vocabulary, draft)
  fillHeadline(draft)

  const authority = readAuthority(guid, names)
  return { kind: 'read', parsed: finishDraft(draft, { ...options, ...(authority === undefined ? {} : { authority }) }) }
}

/** AP gives etag and item id as alternative ids (AP Media API guide, NewsML-G2 mapping). */
function readIds(contentMeta: XmlElement | undefined, draft: ItemDraft): void {
  for (const altId of children(contentMeta, 'altId')) {
    const type = attr(altId, 'type')?.toLowerCase()
    if (type === 'ap:etag') draft.set('etag', textOf(altId), 'contentMeta/altId')
    if (type === 'ap:itemid') {
      const uri = textOf(altId)
      if (uri !== undefined) draft.add('links', { rel: 'alternate', uri }, 'contentMeta/altId')
    }
  }
}

/** The naming domain inside a guid: tag:reuters.com,2018:..., urn:newsml:stt.fi:... */
function domainOf(guid: string): string | undefined {
  return /^(?:tag[:_]([a-z0-9.-]{3,100})[,_]|urn:newsml:([a-z0-9.-]{3,100}):)/i.exec(guid)?.slice(1).find(Boolean)
}
