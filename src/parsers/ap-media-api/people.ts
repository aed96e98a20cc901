import { readBylines, titleCaseName } from '../../normalise/byline.ts'
import { foldSpace } from '../../normalise/text.ts'
import { compact } from '../../story/draft.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { Byline } from '../../story/item.ts'
import { readObjects, readString } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'

/**
 * Bylines of texts, photographers of pictures. The producer, the caption writer and the editor stay out: the last may be
 * an e-mail address, and none of them is meant for readers.
 */
export function readPeople(item: JsonObject, draft: ItemDraft): void {
  const printed: string[] = []
  const people: Byline[] = []
  for (const byline of readObjects(item, 'bylines')) {
    const by = readString(byline, 'by')
    if (by === undefined) continue
    printed.push(foldSpace(by))
    people.push(...readBylines(by, readString(byline, 'title')))
  }
  draft.set('byline', printed.join(', '), 'bylines')
  draft.set('bylines', people, 'bylines')
  const photographer = readString(item, 'photographer.name')
  if (photographer === undefined || draft.has('byline')) return
  draft.set('byline', foldSpace(photographer), 'photographer.name')
  draft.set(
    'bylines',
    [compact<Byline>({ name: titleCaseName(foldSpace(photographer)), title: readString(item, 'photographer.title') })],
    'photographer',
  )
}
