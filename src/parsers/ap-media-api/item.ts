import { finishDraft } from '../../normalise/finish.ts'
import { readLanguage } from '../../normalise/language.ts'
import { foldSpace } from '../../normalise/text.ts'
import { setTime } from '../../normalise/time.ts'
import { readUrgency } from '../../normalise/urgency.ts'
import type { ParsedItem } from '../../story/draft.ts'
import { ItemDraft } from '../../story/draft.ts'
import { WireError } from '../../story/errors.ts'
import type { ItemType, ItemWarning } from '../../story/item.ts'
import { isObject, readObjects, readString, readStrings } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'
import type { ParserInput } from '../parser.ts'
import { mergeCompanions } from './companions.ts'
import { readEntities } from './entities.ts'
import { readLinks } from './links.ts'
import { readPeople } from './people.ts'
import { readPictureParts } from './picture.ts'
import { readPublishing } from './publishing.ts'
import { readSlugline } from './slugline.ts'
import { readDatelines } from './datelines.ts'

const types: Readonly<Record<string, ItemType>> = {
  text: 'text', picture: 'picture', photo: 'picture', graphic: 'graphic', audio: 'audio', video: 'video', complexdata: 'composite', composite: 'composite',
} // prettier-ignore

/**
 * Reads one item. Nothing but the identity is required: AP's clients must not depend on any other field. Throws a
 * WireError `parse.no-items` when the element has no item, `parse.no-identity` when the item has no id.
 */
export function readItem(
  item: unknown,
  meta: unknown,
  nitf: string | undefined,
  input: ParserInput,
  warnings: readonly ItemWarning[],
): ParsedItem {
  if (!isObject(item)) throw new WireError('parse.no-items', 'an element of the page has no item')
  const uri = readIdentity(item)
  if (uri === undefined) throw new WireError('parse.no-identity', 'neither altids.itemid nor an id in the uri')
  const draft = new ItemDraft().set('uri', uri, 'altids.itemid')
  for (const { code, detail } of warnings) draft.warn(code, detail)

  const rawType = readString(item, 'type')?.toLowerCase() ?? 'text'
  const type = (Object.hasOwn(types, rawType) ? types[rawType] : undefined) ?? 'composite'
  draft.set('type', type, 'type')
  draft.set('version', readString(item, 'version'), 'version')
  draft.set('etag', readString(item, 'altids.etag'), 'altids.etag')
  readTimes(item, draft, input)
  readTexts(item, draft)
  readPeople(item, draft)
  readDatelines(item, draft)
  readEntities(item, draft)
  readPublishing(item, draft)
  readLinks(item, draft)
  readPictureParts(item, draft)
  mergeCompanions(draft, input, nitf)
  readHeadline(item, draft)
  void meta
  return finishDraft(draft, { authority: 'ap.org', zone: input.zone, receivedAt: input.receivedAt })
}

/** The item id: 32 hexadecimal digits, the same through every revision. The uri carries volatile query parameters. */
function readIdentity(item: JsonObject): string | undefined {
  return readString(item, 'altids.itemid') ?? /\/content\/([0-9a-f]{32})\b/i.exec(readString(item, 'uri') ?? '')?.[1]
}

function readTimes(item: JsonObject, draft: ItemDraft, input: ParserInput): void {
  const options = { zone: 'UTC', receivedAt: input.receivedAt }
  setTime(draft, 'versionCreated', readString(item, 'versioncreated'), 'versioncreated', options)
  setTime(draft, 'firstCreated', readString(item, 'firstcreated'), 'firstcreated', options)
  setTime(draft, 'expires', readString(item, 'expires'), 'expires', options)
  // absent and null mean no embargo; anything else holds, readable or not
  setTime(draft, 'embargoedUntil', readString(item, 'embargoed'), 'embargoed', options)
}

function readTexts(item: JsonObject, draft: ItemDraft): void {
  const text = (field: string): string | undefined => {
    const value = readString(item, field)
    return value === undefined ? undefined : foldSpace(value)
  }
  draft.set('headlineExtended', text('headline_extended'), 'headline_extended')
  // of agate and briefs the headline is the slug, and in short answers it is the only one
  const coded = /^(?:BC|AM|PM|AP)-\S/.test(text('headline') ?? '') ? text('headline') : undefined
  // AP's own schema writes the key with a blank behind it; of a picture it is a number
  const reference =
    draft.get('type') === 'text' ? (text('altids.referenceid') ?? text('altids.referenceid ')) : undefined
  draft.set('slug', readSlugline(item) ?? text('title') ?? reference ?? coded, 'slugline')
  draft.set('abstract', text('description_summary'), 'description_summary')
  draft.set('editorialNote', text('ednote'), 'ednote')
  draft.add('notes', text('description_editornotes'), 'description_editornotes')
  draft.set('usageTerms', readStrings(item, 'usageterms'), 'usageterms')
  draft.set('copyrightNotice', text('copyrightnotice'), 'copyrightnotice')
  draft.set('creditLine', text('description_creditline'), 'description_creditline')
  draft.set('provider', text('provider'), 'provider')
  draft.set('source', readString(readObjects(item, 'infosource')[0], 'name'), 'infosource')
  draft.set('keywords', readStrings(item, 'keywords'), 'keywords')
  draft.set('language', readLanguage(text('language')), 'language')
  draft.set(
    'urgency',
    readUrgency(readString(item, 'urgency')) ?? readUrgency(readString(item, 'editorialpriority'), 'anpa'),
    'urgency',
  )
}

/**
 * AP's own converter: a text without a headline takes the title, then the slug, then its first words. Pictures have the
 * title there: a headline, never a caption.
 */
function readHeadline(item: JsonObject, draft: ItemDraft): void {
  const headline = readString(item, 'headline') ?? readString(item, 'title') ?? readSlugline(item)
  draft.set('headline', headline === undefined ? undefined : foldSpace(headline), 'headline')
  if (draft.has('headline')) return
  const words = draft.get('bodyText')?.split(/\s+/, 10).join(' ')
  draft.fill('headline', words, 'bodyText')
}
