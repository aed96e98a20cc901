import type { ItemDraft } from '../../story/draft.ts'
import { compact } from '../../story/draft.ts'
import type { Subject } from '../../story/item.ts'
import { attr, child, children, descendants, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { inLanguage } from '../newsml/language.ts'
import { topicName } from '../newsml/catalogs/topics.ts'
import { formalName } from './named.ts'

/** Names of codes that the document itself explains in its topic sets; read once for all its items. */
export class TopicNames {
  readonly #descriptions = new Map<string, readonly XmlElement[]>()

  constructor(root: XmlElement) {
    for (const topic of descendants(root, 'Topic')) {
      const code = textOf(child(topic, 'FormalName'))
      const named = children(topic, 'Description').filter(
        (entry) => attr(entry, 'Variant')?.toLowerCase() !== 'category',
      )
      if (code !== undefined && named.length > 0 && !this.#descriptions.has(code)) this.#descriptions.set(code, named)
    }
  }

  /** The name in the language, else in English, else the first. */
  name(code: string, language: string | undefined): string | undefined {
    return textOf(inLanguage(this.#descriptions.get(code) ?? [], language))
  }
}

/** What agencies call the IPTC Subject Reference System, which is the default vocabulary of SubjectCode. */
const subjectSchemes = new Set(['iptcsubjectcodes', 'iptcsubjectcode', 'subjectcode', 'iptc'])

/**
 * Reads SubjectCode: Subject, SubjectMatter and SubjectDetail in document order, each once. AFP adds the old
 * three-letter category as @cat.
 */
export function readSubjectCodes(meta: XmlElement, topics: TopicNames, draft: ItemDraft): void {
  for (const group of children(meta, 'SubjectCode')) {
    for (const entry of children(group)) {
      if (!entry.name.startsWith('Subject')) continue
      draft.add('categories', attr(entry, 'cat'), 'DescriptiveMetadata/SubjectCode@cat')
      const code = formalName(entry)
      if (code === undefined) continue
      const scheme = readScheme(entry, code)
      const name = topics.name(code, draft.get('language')) ?? topicName(scheme, code)
      draft.add('subjects', compact<Subject>({ code, name, scheme }), 'DescriptiveMetadata/SubjectCode')
      if (scheme !== 'subj' && /^[A-Z]{2,4}$/.test(code)) {
        draft.add('categories', code, 'DescriptiveMetadata/SubjectCode')
      }
    }
  }
}

function readScheme(entry: XmlElement, code: string): string | undefined {
  const named = attr(entry, 'Vocabulary') ?? attr(entry, 'Scheme')
  if (named !== undefined) return subjectSchemes.has(named.toLowerCase()) ? 'subj' : named
  // the specification gives SubjectCode its vocabulary; only its own shape of codes is taken for it
  return /^\d{8}$/.test(code) ? 'subj' : undefined
}
