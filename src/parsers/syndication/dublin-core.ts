import { foldSpace } from '../../normalise/text.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { textOf, textsOf } from '../xml/read.ts'
import { lineOf } from './markup.ts'
import type { Members } from './members.ts'
import { readAuthor } from './people.ts'
import { readPeriod } from './times.ts'
import type { RawTimes } from './times.ts'

/** First text of a term in either Dublin Core vocabulary; `dcterms` repeats the elements of `dc`. */
export function term(members: Members, name: string): string | undefined {
  return textOf(members.one('dcterms', name)) ?? textOf(members.one('dc', name))
}

/** Creators as printed; a feed has one element for all or one for each. */
export function readCreators(members: Members): string[] {
  const elements = [...members.of('dc', 'creator'), ...members.of('dcterms', 'creator')]
  return elements.map((element) => readAuthor(lineOf(element))).filter((name) => name !== undefined)
}

/** Times of an item in Dublin Core terms. */
export function readTermTimes(members: Members): RawTimes {
  const period = readPeriod(textOf(members.one('dcterms', 'valid')))
  return {
    created: textOf(members.one('dcterms', 'created')) ?? textOf(members.one('dcterms', 'issued')),
    modified: textOf(members.one('dcterms', 'modified')),
    validFrom: textOf(members.one('dcterms', 'available')) ?? period.start,
    validUntil: period.end,
  }
}

/** Rights, publisher, source, subjects, coverage. Item before channel: call it for the item first. */
export function readDublinCore(members: Members, draft: ItemDraft): void {
  draft.fill('copyrightNotice', term(members, 'rights'), 'dc:rights')
  draft.fill('copyrightHolder', textOf(members.one('dcterms', 'rightsHolder')), 'dcterms:rightsHolder')
  draft.fill('provider', term(members, 'publisher'), 'dc:publisher')
  const source = term(members, 'source')
  if (source !== undefined && /^https?:/i.test(source)) draft.add('links', { rel: 'seeAlso', uri: source }, 'dc:source')
  else draft.fill('source', source, 'dc:source')
  draft.fill('headlineExtended', textOf(members.one('dcterms', 'alternative')), 'dcterms:alternative')
  for (const subject of textsOf([...members.of('dc', 'subject'), ...members.of('dcterms', 'subject')])) {
    for (const keyword of subject.split(/[;|]/)) draft.add('keywords', foldSpace(keyword), 'dc:subject')
  }
  for (const place of textsOf([...members.of('dc', 'coverage'), ...members.of('dcterms', 'spatial')])) {
    draft.add('places', { name: place }, 'dc:coverage')
  }
  for (const [name, rel] of [
    ['replaces', 'replaces'],
    ['isReplacedBy', 'replacedBy'],
    ['isPartOf', 'memberOf'],
  ] as const) {
    for (const uri of textsOf(members.of('dcterms', name))) draft.add('links', { rel, uri }, `dcterms:${name}`)
  }
}
