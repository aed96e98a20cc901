import { compact } from '../../story/draft.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { ItemType, Link } from '../../story/item.ts'
import { isObject, readMembers, readObjects, readString, readStrings } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'

const pictureLike: Readonly<Record<string, ItemType>> = {
  picture: 'picture',
  graphic: 'graphic',
  video: 'video',
  audio: 'audio',
}
const itemId = /^[0-9a-f]{32}$/i

/** Associations, canonical address, sources of translations, and the parent of a "The Latest" story. */
export function readLinks(item: JsonObject, draft: ItemDraft): void {
  let position = 0
  // keys are "1", "3": gaps are normal, the order is what counts
  for (const [key, association] of readMembers(item, 'associations')) {
    if (!isObject(association)) continue
    const uri = readString(association, 'altids.itemid')
    if (uri === undefined || /^0+$/.test(uri)) continue
    const type = readString(association, 'type')?.toLowerCase() ?? ''
    const media = Object.hasOwn(pictureLike, type) ? pictureLike[type] : undefined
    const from = `associations.${key}`
    const rel = media === undefined ? 'hasMember' : 'hasPicture'
    draft.add(
      'links',
      compact<Link>({ rel, uri, version: readString(association, 'version'), position: position++ }),
      from,
    )
    if (media !== undefined) draft.add('media', { uri, type: media }, from)
  }
  for (const link of readObjects(item, 'links')) {
    const href = readString(link, 'href')
    if (readString(link, 'rel') === 'canonical' && href !== undefined)
      draft.add('links', { rel: 'alternate', uri: href }, 'links')
  }
  for (const [path, rel] of [
    ['derivedfrom', 'translationOf'],
    ['refersto', 'seeAlso'],
  ] as const) {
    for (const source of readObjects(item, path)) {
      const code = readString(source, 'code')
      if (code !== undefined)
        draft.add(
          'links',
          { rel: path === 'derivedfrom' && draft.get('type') !== 'text' ? 'seeAlso' : rel, uri: code },
          path,
        )
    }
  }
  readParent(item, draft)
}

/** The Latest: the story it accompanies stands among the events, by its item id. */
function readParent(item: JsonObject, draft: ItemDraft): void {
  if (!readStrings(item, 'signals').some((signal) => signal.toLowerCase() === 'derivedlatest')) return
  for (const event of readObjects(item, 'event')) {
    const code = readString(event, 'code')
    if (code !== undefined && itemId.test(code)) draft.add('links', { rel: 'memberOf', uri: code }, 'event')
  }
}
