import { finishDraft } from '../../normalise/finish.ts'
import { readLanguage } from '../../normalise/language.ts'
import { setTime } from '../../normalise/time.ts'
import { readUrgency } from '../../normalise/urgency.ts'
import { ItemDraft } from '../../story/draft.ts'
import type { ParsedItem } from '../../story/draft.ts'
import { compact } from '../../story/draft.ts'
import type { ItemType, Link } from '../../story/item.ts'
import type { ErrorCode } from '../../story/errors.ts'
import { at, attr, child, children, descendants, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { findAgency, readAuthority } from '../newsml/catalogs/agencies.ts'
import { fillHeadline } from '../newsml/headline.ts'
import { readOpening } from '../newsml/opening.ts'
import { readStoryContent } from './body.ts'
import type { StoryContent } from './body.ts'
import { hasScriptsOnly, innerComponents, isMediaTree, listComponents } from './components.ts'
import { findVersions, leadingRoles } from './versions.ts'
import type { StoryVersion } from './versions.ts'
import { readIdentity } from './identity.ts'
import type { Identity } from './identity.ts'
import { readManagement } from './management.ts'
import { readMetadata } from './metadata.ts'
import { formalName } from './named.ts'
import { readNewsLines } from './news-lines.ts'
import type { TopicNames } from './subjects.ts'

/** What every item of a document shares. */
export interface EnvelopeContext {
  readonly root: XmlElement
  readonly topics: TopicNames
  readonly zone?: string | undefined
  readonly receivedAt?: string | undefined
}

export type NewsItemOutcome =
  | { readonly kind: 'read'; readonly parsed: readonly ParsedItem[] }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly detail: string; readonly uri?: string }

/** Reads one NewsItem: usually one item, several when it holds objects or languages of their own. */
export function readNewsItem(newsItem: XmlElement, context: EnvelopeContext): NewsItemOutcome {
  const identity = readIdentity(newsItem)
  if (identity === undefined) {
    return {
      kind: 'refused',
      code: 'parse.no-identity',
      detail: 'NewsItem without NewsIdentifier, label, slug or headline',
    }
  }
  const root = child(newsItem, 'NewsComponent')
  const partial = refusePartial(newsItem, identity)
  if (partial !== undefined) return { kind: 'refused', code: 'parse.needs-base', detail: partial, uri: identity.uri }
  const shared = { newsItem, identity, names: [identity.providerId, ...partyNames(newsItem, context.root)] }
  const versions = root === undefined ? [undefined] : findVersions(root)
  const bare = new ItemDraft()
  readMembers(newsItem, bare)
  const members = bare.get('links') ?? []
  return {
    kind: 'read',
    parsed: versions.map((version, position) => readVersion({ ...shared, members }, version, position, context)),
  }
}

/**
 * Update="U" carries instructions for parts of an earlier revision, Update="A" only management data. Without their base
 * they are no story, so they are parked. Two exceptions: a document that is whole all the same, and one that closes the
 * story, for a kill must never wait.
 */
function refusePartial(newsItem: XmlElement, identity: Identity): string | undefined {
  if (identity.update === 'N') return undefined
  const status = formalName(at(newsItem, 'NewsManagement/Status'))?.toLowerCase() ?? ''
  if (/^(?:cancell?ed|withheld)$/.test(status)) return undefined
  if (child(newsItem, 'Update') === undefined && descendants(newsItem, 'DataContent').length > 0) return undefined
  return `Update="${identity.update}" of ${identity.uri} needs the revision before it`
}

/** What all versions of a NewsItem have in common. */
interface Shared {
  readonly newsItem: XmlElement
  readonly identity: Identity
  /** Names of the agency, the surest first. */
  readonly names: readonly (string | undefined)[]
  readonly members: readonly Link[]
}

function readVersion(
  { newsItem, identity, names, members }: Shared,
  version: StoryVersion | undefined,
  position: number,
  context: EnvelopeContext,
): ParsedItem {
  const draft = new ItemDraft()
  const envelope = child(context.root, 'NewsEnvelope')
  const zone = context.zone ?? findAgency(names)?.zone
  const options = {
    ...(zone === undefined ? {} : { zone }),
    ...(context.receivedAt === undefined ? {} : { receivedAt: context.receivedAt }),
  }
  const uri = versionUri(identity, version, position)
  draft.set('uri', uri, 'Identification/NewsIdentifier')
  draft.set('version', identity.version, 'Identification/NewsIdentifier/RevisionId')
  if (identity.version !== undefined && !/^\d{1,30}$/.test(identity.version)) {
    draft.warn('version.not-a-number', `RevisionId ${identity.version.slice(0, 40)}`)
  }
  if (identity.update !== 'N') {
    draft.warn('newsml.update-partial', `RevisionId has Update="${identity.update}"; what it does not say is not gone`)
  }
  readManagement(newsItem, options, draft)
  readLanguageOf(newsItem, version, draft)
  for (const component of storyComponents(version)) {
    readNewsLines(component, draft)
    readMetadata(component, context.topics, draft)
  }
  draft.fill('slug', textOf(at(newsItem, 'Identification/NameLabel')), 'Identification/NameLabel')
  readEnvelope(envelope, options, draft)
  const root = version?.component
  const content =
    root === undefined
      ? { media: new Set<ItemType>(), bodied: false }
      : readStoryContent(root, version?.shared ?? [], uri, options, draft)
  for (const member of members) draft.add('links', member, 'NewsComponent/NewsItemRef')
  draft.set('type', readType(newsItem, root, content, draft), 'ContentItem/MediaType')
  if (uri !== identity.uri) {
    const rel = version?.objectId === undefined ? 'translationOf' : 'memberOf'
    draft.add('links', { rel, uri: identity.uri }, 'Identification/NewsIdentifier')
  }
  draft.fill('provider', identity.providerId, 'Identification/NewsIdentifier/ProviderId')
  readOpening(draft)
  fillHeadline(draft)
  const authority = readAuthority(uri, names)
  return finishDraft(draft, { ...options, ...(authority === undefined ? {} : { authority }) })
}

/** Belga's objects have ids of their own; the first language keeps the story's, the others add theirs. */
function versionUri(identity: Identity, version: StoryVersion | undefined, position: number): string {
  if (version?.objectId !== undefined) return version.objectId
  if (position === 0 || version?.language === undefined) return identity.uri
  return `${identity.uri}#${version.language.toLowerCase()}`
}

/** The components that speak for the story: its own first, then those around it; pictures speak for themselves. */
function storyComponents(version: StoryVersion | undefined): readonly XmlElement[] {
  if (version === undefined) return []
  const root = version.component
  if (isMediaTree(root)) return [...listComponents(root), ...version.ancestors]
  const own: XmlElement[] = []
  collect(root)
  return [...own, ...version.ancestors]

  function collect(component: XmlElement): void {
    own.push(component)
    for (const inner of innerComponents(component)) if (!isMediaTree(inner)) collect(inner)
  }
}

function readLanguageOf(newsItem: XmlElement, version: StoryVersion | undefined, draft: ItemDraft): void {
  const language = version?.language ?? attr(version?.component, 'xml:lang') ?? attr(newsItem, 'xml:lang')
  draft.set('language', readLanguage(language), 'xml:lang')
}

function readEnvelope(envelope: XmlElement | undefined, options: { zone?: string }, draft: ItemDraft): void {
  draft.fill('urgency', readUrgency(formalName(child(envelope, 'Priority'))), 'NewsEnvelope/Priority')
  draft.fill('provider', formalName(at(envelope, 'SentFrom/Party')), 'NewsEnvelope/SentFrom')
  if (!draft.has('versionCreated')) {
    setTime(draft, 'versionCreated', textOf(child(envelope, 'DateAndTime')), 'NewsEnvelope/DateAndTime', options)
  }
}

/** Items inside the components of this one, by reference or in full. */
function readMembers(newsItem: XmlElement, draft: ItemDraft): void {
  let position = 0
  const link = (uri: string | undefined): void => {
    if (uri === undefined) return
    draft.add('links', compact<Link>({ rel: 'hasMember', uri, position }), 'NewsComponent/NewsItemRef')
    position++
  }
  for (const reference of descendants(newsItem, 'NewsItemRef')) link(attr(reference, 'NewsItem'))
  for (const inner of descendants(newsItem, 'NewsItem')) link(readIdentity(inner)?.uri)
}

/**
 * The type is that of what carries the story: its text, unless NewsItemType or the leading role says that the text only
 * goes with a sound or a clip (Belga's bulletins).
 */
function readType(
  newsItem: XmlElement,
  root: XmlElement | undefined,
  content: StoryContent,
  draft: ItemDraft,
): ItemType {
  if (content.bodied) {
    const words = [
      formalName(at(newsItem, 'NewsManagement/NewsItemType')),
      ...(root === undefined ? [] : leadingRoles(root)),
    ]
    const said = words.map((word) => /^(?:audio|video)/.exec(word?.toLowerCase() ?? '')?.[0] as ItemType | undefined)
    const named = said.find((type) => type !== undefined && content.media.has(type))
    if (named !== undefined) return named
    // words that only go with a clip make no text of it
    if (root !== undefined && hasScriptsOnly(root))
      return (['video', 'audio'] as const).find((type) => content.media.has(type)) ?? 'text'
    return 'text'
  }
  const found = (['video', 'audio', 'graphic', 'picture'] as const).find((type) => content.media.has(type))
  if (found !== undefined) return found
  return (draft.get('links') ?? []).some((link) => link.rel === 'hasMember') ? 'composite' : 'text'
}

function partyNames(newsItem: XmlElement, root: XmlElement): (string | undefined)[] {
  const providers = descendants(newsItem, 'Provider').flatMap((provider) => children(provider, 'Party'))
  return [...providers, at(root, 'NewsEnvelope/SentFrom/Party')].map(formalName)
}
