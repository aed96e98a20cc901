import type { ItemDraft } from '../../story/draft.ts'
import { compact } from '../../story/draft.ts'
import type { Entity } from '../../story/item.ts'
import { child, children, descendants, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { codeAt } from './concept.ts'
import type { Vocabulary } from './concept.ts'
import { hold } from '../newsml/status.ts'

/**
 * conceptItem, knowledgeItem and catalogItem carry vocabulary, planningItem carries coverage plans: kept and shown, never
 * printed as a story. Their words stand in abstract and notes.
 */
export function readConceptItem(item: XmlElement, vocabulary: Vocabulary, draft: ItemDraft): void {
  hold(draft, item.name === 'planningItem' ? 'planning' : 'concept', item.name)
  const concepts = descendants(item, 'concept')
  const first = concepts[0]
  const title =
    textOf(child(child(item, 'contentMeta'), 'headline')) ??
    textOf(child(child(item, 'itemMeta'), 'title')) ??
    vocabulary.name(first) ??
    textOf(child(first, 'name')) ??
    schemeName(item)
  draft.fill('headline', title, `${item.name}/concept/name`)
  for (const concept of concepts) readConcept(concept, vocabulary, draft)
  for (const coverage of descendants(item, 'newsCoverage')) {
    for (const note of [...descendants(coverage, 'edNote'), ...descendants(coverage, 'headline')]) {
      draft.add('notes', textOf(note), 'newsCoverageSet/newsCoverage')
    }
  }
}

function readConcept(concept: XmlElement, vocabulary: Vocabulary, draft: ItemDraft): void {
  const identified = vocabulary.concept(child(concept, 'conceptId'))
  const name = vocabulary.name(concept)
  const type = codeAt(child(concept, 'type'))
  const entity = compact<Entity>({ name, code: identified.code, scheme: identified.scheme })
  if (type === 'person') draft.add('people', entity, 'concept')
  else if (type === 'organisation') draft.add('organisations', entity, 'concept')
  else if (type === 'geoarea' || type === 'poi') draft.add('places', entity, 'concept')
  else if (type === 'event') draft.add('events', entity, 'concept')
  else draft.add('subjects', entity, 'concept')
  for (const definition of children(concept, 'definition')) {
    const text = textOf(definition)
    if (draft.has('abstract')) draft.add('notes', text, 'concept/definition')
    else draft.set('abstract', text, 'concept/definition')
  }
}

function schemeName(item: XmlElement): string | undefined {
  const scheme = descendants(item, 'scheme')[0]
  return scheme === undefined ? undefined : textOf(child(scheme, 'name'))
}
