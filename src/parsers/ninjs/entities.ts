import { foldSpace } from '../../normalise/text.ts'
import { compact } from '../../story/draft.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { Entity } from '../../story/item.ts'
import type { JsonObject } from '../json/read.ts'
import { readObjects, readStrings, readValue } from '../json/read.ts'
import { readEntries, readText } from './fields.ts'

/** Subjects, categories, people, places and the rest, under the names of all three generations. */
export function readEntities(item: JsonObject, draft: ItemDraft): void {
  for (const entry of readEntries(item, 'subject', 'subjects').flatMap(eachCode)) {
    if (isSignal(entry)) continue
    const { name, code, scheme } = entityOf(entry)
    const rel = readText(entry, 'rel')?.toLowerCase() ?? ''
    if (/categor/.test(rel)) draft.add('categories', code ?? name, 'subject')
    // ninjs 2 and 3 have no field for keywords
    else if (rel === 'keyword') draft.add('keywords', name ?? code, 'subject')
    else if (name !== undefined || code !== undefined) draft.add('subjects', compact({ name, code, scheme }), 'subject')
  }
  for (const entry of readEntries(item, 'service', 'services'))
    draft.add('categories', readText(entry, 'code', 'name', 'literal'), 'service')
  for (const entry of readEntries(item, 'genre', 'genres'))
    draft.add('genres', readText(entry, 'name', 'literal', 'code'), 'genre')
  const lists = [
    ['people', 'person', 'people'],
    ['places', 'place', 'places'],
    ['organisations', 'organisation', 'organisations'],
    ['events', 'event', 'events'],
  ] as const
  for (const [field, ...names] of lists) {
    for (const entry of readEntries(item, ...names)) {
      const entity = entityOf(entry)
      if (entity.name !== undefined || entity.code !== undefined) draft.add(field, entity, names[0])
    }
  }
  for (const entry of readEntries(item, 'object', 'objects')) {
    const { name, code, scheme } = entityOf(entry)
    if (name !== undefined) draft.add('subjects', compact({ name, code, scheme }), 'object')
  }
  readKeywords(item, draft)
}

/** Keywords are strings, objects with a name, or one string that middleware joined with plus signs or commas. */
function readKeywords(item: JsonObject, draft: ItemDraft): void {
  for (const field of ['keywords', 'keyword', 'tags']) {
    const words = readStrings(item, field)
    const separator = typeof readValue(item, field) === 'string' ? /\s*[+;,]\s*/ : /\s*[+;]\s*/
    const joined = words.length === 1 ? words[0]?.split(separator) : undefined
    for (const word of joined !== undefined && joined.length > 1 ? joined : words)
      draft.add('keywords', foldSpace(word), field)
    for (const entry of readObjects(item, field))
      draft.add('keywords', readText(entry, 'name', 'literal', 'value', 'code'), field)
  }
}

/** Middleware gives one entry a list of codes, and one code several values: "iptccat:a+b" is "iptccat:a" and "iptccat:b". */
function eachCode(entry: JsonObject): JsonObject[] {
  const codes = readStrings(entry, 'code')
  if (!Array.isArray(readValue(entry, 'code')) && !/^[a-z]{1,30}:[^+\s]{1,60}\+/i.test(codes[0] ?? '')) return [entry]
  return codes.slice(0, 1_000).flatMap((code) => {
    const joined = /^([a-z]{1,30}:)([^+\s:]{1,60}(?:\+[^+\s:]{1,60}){1,20})$/i.exec(code)
    const single = joined?.[2]?.split('+').map((value) => `${joined[1] ?? ''}${value}`) ?? [code]
    return single.map((value) => ({ ...entry, code: value }))
  })
}

/** PA puts signals among the subjects: {"code":"sig:correction","profile":"sig","rel":"signal"}. */
export function isSignal(entry: JsonObject): boolean {
  return (
    readText(entry, 'rel') === 'signal' ||
    readText(entry, 'profile') === 'sig' ||
    /^sig:/.test(readText(entry, 'code', 'literal') ?? '')
  )
}

function entityOf(entry: JsonObject): Entity {
  const code = readText(entry, 'code', 'literal', 'qcode')
  const uri = readText(entry, 'uri')
  const name = readText(entry, 'name')
  // 2.x and 3.x: the uri names vocabulary and code at once
  const scheme =
    readText(entry, 'scheme') ??
    (uri !== undefined && code !== undefined && uri.endsWith(code)
      ? uri.slice(0, -code.length).replace(/[/#:]$/, '')
      : undefined)
  return compact<Entity>({ name: name === undefined ? undefined : foldSpace(name), code: code ?? uri, scheme })
}
