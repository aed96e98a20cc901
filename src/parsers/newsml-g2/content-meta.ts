import { readBylines } from '../../normalise/byline.ts'
import { readLanguage } from '../../normalise/language.ts'
import { foldSpace } from '../../normalise/text.ts'
import { setTime } from '../../normalise/time.ts'
import { readUrgency } from '../../normalise/urgency.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { ItemType } from '../../story/item.ts'
import { readPrintedDateline } from '../newsml/dateline.ts'
import { attr, child, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { roleAt } from './concept.ts'
import { inLanguage } from '../newsml/language.ts'
import type { Vocabulary } from './concept.ts'
import type { ReadingOptions } from '../newsml/options.ts'

/** What a reader of `contentMeta` needs to know of the item around it. */
export interface ContentMetaContext extends ReadingOptions {
  readonly vocabulary: Vocabulary
  readonly type: ItemType
  /** xml:lang of the item. */
  readonly language?: string | undefined
}

const extendedHeadlines = new Set(['extendedheadline', 'subheadline', 'sub', 'subtitle', 'deck'])
/** Headlines for machines or other surfaces; the item has no place for them. */
const otherHeadlines = new Set(['seoheadline', 'seo', 'short', 'originalheadline', 'mobile'])

/** Reads `contentMeta` except descriptions and subjects, which have their own readers. */
export function readContentMeta(meta: XmlElement | undefined, context: ContentMetaContext, draft: ItemDraft): void {
  if (meta === undefined) return
  const urgency = readUrgency(textOf(child(meta, 'urgency')))
  draft.set('urgency', urgency, 'contentMeta/urgency')
  readHeadlines(meta, context.language, draft)
  readSlugline(textOf(filled(meta, 'slugline')[0]), draft)
  for (const keyword of filled(meta, 'keyword')) draft.add('keywords', textOf(keyword), 'contentMeta/keyword')
  for (const genre of children(meta, 'genre')) {
    draft.add('genres', context.vocabulary.party(genre), 'contentMeta/genre')
  }
  draft.set('creditLine', textOf(filled(meta, 'creditline')[0]), 'contentMeta/creditline')
  draft.set('source', readSource(meta, context.vocabulary), 'contentMeta/infoSource')
  readByline(meta, context, draft)
  const language = children(meta, 'language').map((entry) => attr(entry, 'tag'))[0] ?? context.language
  draft.set('language', readLanguage(language), 'contentMeta/language')
  const dateline = readPrintedDateline(textOf(inLanguage(filled(meta, 'dateline'), context.language)))
  draft.set('dateline', dateline, 'contentMeta/dateline')
  const created = textOf(child(meta, 'contentCreated'))
  // truncated dates are allowed here and say nothing of the moment
  if (!draft.has('firstCreated') && created !== undefined && /[T ]\d/.test(created)) {
    setTime(draft, 'firstCreated', created, 'contentMeta/contentCreated', context)
  }
}

/** Reuters hangs the take onto the slug: "USA-WEATHER/ (UPDATE 1, PIX, CORRECTED)". */
function readSlugline(raw: string | undefined, draft: ItemDraft): void {
  const suffixed =
    /^(.{1,200}?)\s{0,5}\(((?:UPDATE|WRAPUP|CORRECTED|CORRECTION|REFILE|RPT|REPEAT|PIX|TV)\b[^()]{0,80})\)$/.exec(
      raw ?? '',
    )
  draft.set('slug', suffixed?.[1] ?? raw, 'contentMeta/slugline')
  draft.set('takeKey', suffixed?.[2], 'contentMeta/slugline')
}

function readHeadlines(meta: XmlElement, language: string | undefined, draft: ItemDraft): void {
  const headlines = filled(meta, 'headline')
  const main = headlines.filter((headline) => {
    const role = roleAt(headline) ?? ''
    return !extendedHeadlines.has(role) && !otherHeadlines.has(role)
  })
  const plain = main.filter((headline) => roleAt(headline) === undefined)
  const chosen = inLanguage(plain.length > 0 ? plain : main, language) ?? headlines[0]
  draft.set('headline', textOf(chosen), 'contentMeta/headline')
  const extended = headlines.filter((headline) => extendedHeadlines.has(roleAt(headline) ?? ''))
  draft.set('headlineExtended', textOf(inLanguage(extended, language)), 'contentMeta/headline')
}

/** The provider of origin goes before enhancers and redistributors (Reuters names all of them). */
function readSource(meta: XmlElement, vocabulary: Vocabulary): string | undefined {
  const sources = children(meta, 'infoSource')
  const origin = sources.find((source) => /^(?:origprov|origin|source|originfo)$/.test(roleAt(source) ?? ''))
  return vocabulary.party(origin ?? sources[0])
}

/** `by` is the byline as printed; the titles of its people stand with the creators. */
function readByline(meta: XmlElement, { vocabulary, language }: ContentMetaContext, draft: ItemDraft): void {
  const versions = filled(meta, 'by')
  const spoken = attr(inLanguage(versions, language), 'xml:lang')
  const lines = versions.filter((version) => attr(version, 'xml:lang') === spoken).map(textOf)
  const byline = lines.length === 0 ? undefined : [...new Set(lines)].join(', ')
  if (byline === undefined) return
  const named = personAmong(meta, vocabulary)
  const bylines = readBylines(byline, named === undefined ? undefined : bylineTitle(named))
  draft.set('byline', byline, 'contentMeta/by').set('bylines', bylines, 'contentMeta/by')
}

/**
 * Where neither metadata nor text print a byline, a creator counts when it is plainly a person's name: agencies also put
 * their own name, login names and initials there (dpa "family.given", Reuters "Reuters", ANSA "VR").
 */
export function fillByline(meta: XmlElement | undefined, vocabulary: Vocabulary, draft: ItemDraft): void {
  if (meta === undefined || draft.has('byline')) return
  const named = personAmong(meta, vocabulary)
  const byline = vocabulary.party(named)
  if (named === undefined || byline === undefined) return
  const bylines = readBylines(byline, bylineTitle(named))
  // a creator that turns out to be a company is no byline
  if (bylines.every((entry) => entry.organisation === entry.name)) return
  draft.set('byline', byline, 'contentMeta/creator').set('bylines', bylines, 'contentMeta/creator')
}

function personAmong(meta: XmlElement, vocabulary: Vocabulary): XmlElement | undefined {
  return children(meta, 'creator').find((creator) => isPerson(creator, vocabulary.party(creator)))
}

function isPerson(creator: XmlElement, name: string | undefined): boolean {
  if (name === undefined || child(creator, 'organisationDetails') !== undefined) return false
  if (/\b(?:source|supplier|redistributor|provider)\b/i.test(roleAt(creator) ?? '')) return false
  const type = attr(creator, 'type')
  if (type !== undefined) return /person$/i.test(type)
  return child(creator, 'name') !== undefined && /^\p{Lu}[\p{L}'’.-]{1,40}(?: \p{L}[\p{L}'’.-]{0,40}){1,4}$/u.test(name)
}

/** AP: creator/related/name[@role=aprol:BylineTitle]. Others: @jobtitle as literal text. */
function bylineTitle(creator: XmlElement): string | undefined {
  for (const related of children(creator, 'related')) {
    const name = children(related, 'name').find((entry) => roleAt(entry) === 'bylinetitle')
    if (name !== undefined) return textOf(name)
  }
  return undefined
}

/** Children of a name that hold text, white space apart. */
export function filled(parent: XmlElement, name: string): XmlElement[] {
  return children(parent, name).filter((element) => foldSpace(textOf(element) ?? '') !== '')
}
