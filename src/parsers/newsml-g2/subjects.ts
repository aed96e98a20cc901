import type { ItemDraft } from '../../story/draft.ts'
import { compact } from '../../story/draft.ts'
import type { Entity, Item, Subject } from '../../story/item.ts'
import { attr, child, children, descendants } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { apCategoryNames, categorySchemes } from '../newsml/catalogs/categories.ts'
import { codeOf } from './concept.ts'
import type { Concept, Vocabulary } from './concept.ts'
import { hold } from '../newsml/status.ts'

type EntityList = 'people' | 'organisations' | 'places' | 'events'

/** Kinds of concept by @type, code part in lower case. Sources: IPTC cpnature; Reuters cptType:5 and up; AP, ANSA. */
const kinds: ReadonlyMap<string, EntityList> = new Map([
  ['person', 'people'],
  ['organisation', 'organisations'],
  ['organization', 'organisations'],
  ['geoarea', 'places'],
  ['poi', 'places'],
  ['event', 'events'],
  ['city', 'places'],
  ['country', 'places'],
  ['statprov', 'places'],
  ['region', 'places'],
  ['continentalcode', 'places'],
  // Reuters: country, its geographical properties are told by facets
  ['5', 'places'],
])

/** Reads subjects and places of `contentMeta` into subjects, categories and the four lists of entities. */
export function readSubjects(meta: XmlElement | undefined, vocabulary: Vocabulary, draft: ItemDraft): void {
  for (const subject of children(meta, 'subject')) readSubject(subject, vocabulary, draft)
  for (const located of children(meta, 'located')) {
    draft.add('places', entity(vocabulary.concept(located)), 'contentMeta/located')
  }
}

function readSubject(subject: XmlElement, vocabulary: Vocabulary, draft: ItemDraft): void {
  const main = child(subject, 'mainConcept')
  if (main !== undefined) {
    // faceted subjects of 2.30 and later: the main concept and each facet stand by themselves
    for (const part of [main, ...children(subject, 'facetConcept')]) readSubject(part, vocabulary, draft)
    return
  }
  const concept = vocabulary.concept(subject)
  const type = codeOf(attr(subject, 'type'), attr(subject, 'typeuri'))
  const list = kinds.get(type ?? '')
  if (list !== undefined) {
    draft.add(list, entity(concept), 'contentMeta/subject')
    if (list === 'organisations') readInstruments(subject, draft)
    return
  }
  if (categorySchemes.has(concept.scheme?.toLowerCase() ?? '')) readCategory(concept, draft)
  else if (type === 'cat' || type === 'category') readCategory(concept, draft)
  draft.add('subjects', named(concept), 'contentMeta/subject')
  // the agency's own mapping to the IPTC vocabularies is worth as much as its own term
  for (const same of children(subject, 'sameAs')) {
    const mapped = vocabulary.concept(same)
    if (mapped.scheme === 'medtop' || mapped.scheme === 'subj') {
      draft.add('subjects', named(mapped), 'contentMeta/subject/sameAs')
    }
  }
}

/** A company's papers, as exchange and symbol: what desks search releases by (NewsML-G2 guidelines, hasInstrument). */
function readInstruments(subject: XmlElement, draft: ItemDraft): void {
  for (const instrument of descendants(subject, 'hasInstrument')) {
    const symbol = attr(instrument, 'symbol')
    if (symbol === undefined) continue
    const market = attr(instrument, 'marketlabel') ?? attr(instrument, 'market')?.split(':').at(-1)
    const whole = market === undefined || symbol.includes(':') ? symbol : `${market}:${symbol}`
    draft.add('keywords', whole, 'contentMeta/subject/hasInstrument')
  }
}

function readCategory(concept: Concept, draft: ItemDraft): void {
  const code = concept.code ?? concept.literal
  draft.add('categories', code, 'contentMeta/subject')
  if (concept.scheme !== 'apcategorycode') return
  if (code === 'v') hold(draft, 'advisory', 'contentMeta/subject')
  if (code === 'V') hold(draft, 'banner', 'contentMeta/subject')
}

function named(concept: Concept): Subject | undefined {
  const name =
    concept.name ?? (concept.scheme === 'apcategorycode' ? apCategoryNames.get(concept.code ?? '') : undefined)
  if (concept.code === undefined && name === undefined) return undefined
  return compact<Subject>({ code: concept.code, name, scheme: concept.scheme })
}

function entity(concept: Concept): NonNullable<Item[EntityList]>[number] | undefined {
  if (concept.code === undefined && concept.name === undefined) return undefined
  return compact<Entity>({ name: concept.name, code: concept.code, scheme: concept.scheme })
}
