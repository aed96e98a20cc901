import { compact } from '../../story/draft.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { Entity } from '../../story/item.ts'
import { readObjects, readString, readStrings } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'

/** Subjects, categories, people, places, organisations, events and kinds of an item. */
export function readEntities(item: JsonObject, draft: ItemDraft): void {
  for (const subject of readObjects(item, 'subject')) readSubject(subject, draft)
  readNamed(item, 'person', 'people', draft)
  readNamed(item, 'organisation', 'organisations', draft)
  readNamed(item, 'organization', 'organisations', draft)
  readNamed(item, 'place', 'places', draft)
  readNamed(item, 'event', 'events', draft)
  for (const path of ['profile', 'editorialrole', 'fixture.name']) draft.add('genres', readString(item, path), path)
}

/** Category codes keep their case: the upper-case V marks a picture banner. One subject may come twice, by editor and machine. */
function readSubject(subject: JsonObject, draft: ItemDraft): void {
  const code = readString(subject, 'code')
  const rels = readStrings(subject, 'rels')
  if (rels.includes('category') || rels.includes('suppcategory')) {
    draft.add('categories', code ?? readString(subject, 'name'), 'subject')
    return
  }
  const found = compact({ code, name: readString(subject, 'name'), scheme: readString(subject, 'scheme') })
  const known =
    draft.get('subjects')?.some((other) => other.code === code && (code !== undefined || other.name === found.name)) ===
    true
  if (!known && (found.code !== undefined || found.name !== undefined)) draft.add('subjects', found, 'subject')
}

/** The person named first in a caption has no code and doubles the machine's entry: the one with the code stays. */
function readNamed(
  item: JsonObject,
  path: string,
  field: 'people' | 'organisations' | 'places' | 'events',
  draft: ItemDraft,
): void {
  const found = readObjects(item, path).map((entity) =>
    compact<Entity>({
      name: readString(entity, 'name'),
      code: readString(entity, 'code'),
      scheme: readString(entity, 'scheme'),
    }),
  )
  const coded = new Set(found.filter((entity) => entity.code !== undefined).map((entity) => entity.name?.toLowerCase()))
  for (const entity of found) {
    if (entity.code === undefined && coded.has(entity.name?.toLowerCase())) continue
    if (entity.name !== undefined || entity.code !== undefined) draft.add(field, entity, path)
  }
}
