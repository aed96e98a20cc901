import { foldSpace } from '../../normalise/text.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { attr, children, isElement, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { inLanguage } from '../newsml/language.ts'
import type { Vocabulary } from './concept.ts'

/** Reads `rightsInfo`: holder, notice and usage terms. Of translations the item's language is taken. */
export function readRights(
  item: XmlElement,
  vocabulary: Vocabulary,
  language: string | undefined,
  draft: ItemDraft,
): void {
  for (const rights of children(item, 'rightsInfo')) {
    for (const holder of children(rights, 'copyrightHolder')) {
      draft.fill('copyrightHolder', vocabulary.party(holder), 'rightsInfo/copyrightHolder')
    }
    const notice = inLanguage(filled(rights, 'copyrightNotice'), language)
    draft.fill('copyrightNotice', textOf(notice), 'rightsInfo/copyrightNotice')
    const terms = filled(rights, 'usageTerms')
    const wanted = attr(inLanguage(terms, language), 'xml:lang')
    for (const term of terms.filter((version) => attr(version, 'xml:lang') === wanted)) {
      draft.add('usageTerms', spokenText(term), 'rightsInfo/usageTerms')
    }
  }
}

/** Text of an element in which `br` parts lines. */
export function spokenText(element: XmlElement): string {
  return foldSpace(element.children.map((node) => (isElement(node) ? ` ${spokenText(node)} ` : node)).join(''))
}

function filled(parent: XmlElement, name: string): XmlElement[] {
  return children(parent, name).filter((element) => textOf(element) !== undefined)
}
