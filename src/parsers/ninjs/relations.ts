import { compact } from '../../story/draft.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { Link } from '../../story/item.ts'
import type { JsonObject } from '../json/read.ts'
import { asString, readList } from '../json/read.ts'
import { isObject } from '../json/read.ts'
import { readText } from './fields.ts'

/** Field to relation. TT names earlier states (`revisions`) and successors; Superdesk says what an item evolved from. */
const relations: readonly (readonly [field: string, rel: string])[] = [
  ['replacing', 'replaces'],
  ['replacedby', 'replacedBy'],
  ['replacedBy', 'replacedBy'],
  ['revisions', 'earlierVersion'],
  ['evolvedfrom', 'replaces'],
  ['evolvedFrom', 'replaces'],
  ['translationof', 'translationOf'],
  ['link', 'alternate'],
  ['weburl', 'alternate'],
]

export function readRelations(item: JsonObject, draft: ItemDraft): void {
  for (const [field, rel] of relations) {
    for (const member of readList(item, field).slice(0, 200)) {
      const uri = isObject(member) ? readText(member, 'uri', 'guid', 'href') : asString(member)
      if (uri === undefined || uri === draft.get('uri')) continue
      draft.add(
        'links',
        compact<Link>({ rel, uri, version: isObject(member) ? readText(member, 'version') : undefined }),
        field,
      )
    }
  }
}
