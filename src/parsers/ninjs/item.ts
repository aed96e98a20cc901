import { readBylines } from '../../normalise/byline.ts'
import { readDateline } from '../../normalise/dateline.ts'
import { finishDraft } from '../../normalise/finish.ts'
import { htmlToText } from '../../normalise/html.ts'
import { readLanguage } from '../../normalise/language.ts'
import { foldLines, foldSpace } from '../../normalise/text.ts'
import { setTime } from '../../normalise/time.ts'
import { readUrgency } from '../../normalise/urgency.ts'
import type { ParsedItem } from '../../story/draft.ts'
import { ItemDraft } from '../../story/draft.ts'
import { WireError } from '../../story/errors.ts'
import type { Byline, ItemType, ItemWarning } from '../../story/item.ts'
import type { JsonObject } from '../json/read.ts'
import { readValue } from '../json/read.ts'
import type { ParserInput } from '../parser.ts'
import { readMediaParts } from './associations.ts'
import { addBodyMedia } from './body-media.ts'
import { readEntities } from './entities.ts'
import { readEntries, readText } from './fields.ts'
import { readRelations } from './relations.ts'
import { readPublishing } from './publishing.ts'
import { warnOfDepartures } from './standard.ts'
import { readCreditLine, readTexts } from './texts.ts'

const types: Readonly<Record<string, ItemType>> = {
  text: 'text', picture: 'picture', photo: 'picture', image: 'picture', graphic: 'graphic', video: 'video', audio: 'audio',
  composite: 'composite', component: 'composite', package: 'composite', event: 'composite', planning: 'composite',
} // prettier-ignore

/** Reads one item of any generation. Only the uri is required. Throws a WireError `parse.no-identity` without one. */
export function readNinjs(
  item: JsonObject,
  input: ParserInput,
  warnings: readonly ItemWarning[] = [],
  parent?: ParsedItem,
): ParsedItem {
  const uri = readUri(item)
  if (uri === undefined) throw new WireError('parse.no-identity', 'no uri and no guid')
  const draft = new ItemDraft().set('uri', uri, 'uri')
  for (const { code, detail } of warnings) draft.warn(code, detail)
  const rawType = readText(item, 'type', 'newsObjectType')?.toLowerCase() ?? guessType(item)
  draft.set('type', (Object.hasOwn(types, rawType) ? types[rawType] : undefined) ?? 'text', 'type')
  if (!Object.hasOwn(types, rawType))
    draft.warn('ninjs.type', `type ${rawType.slice(0, 40)} is unknown and read as text`)
  draft.set('version', readText(item, 'version'), 'version')
  draft.set('etag', readText(item, 'altids.etag', 'etag', '_etag') ?? readAltId(item, 'etag'), 'etag')
  draft.set('takeKey', readAltId(item, 'takekey'), 'altIds')
  readTimes(item, draft, input)
  const inBody = readTexts(item, draft)
  readCredits(item, draft)
  readEntities(item, draft)
  readPublishing(item, draft)
  readMediaParts(item, draft)
  addBodyMedia(draft, inBody)
  readRelations(item, draft)
  warnOfDepartures(item, draft)
  if (parent !== undefined) draft.add('links', { rel: 'pictureOf', uri: parent.item.uri }, 'associations')
  return finishDraft(draft, {
    authority: authorityOf(uri, draft) ?? (isGlobal(uri) ? undefined : parent?.authority),
    zone: input.zone,
    receivedAt: input.receivedAt,
  })
}

/** An alternative identifier by its role: `altIds` is a list of roles and values in 2.x and 3.x. */
function readAltId(item: JsonObject, role: string): string | undefined {
  const entry = readEntries(item, 'altids', 'altIds').find((known) => readText(known, 'role')?.toLowerCase() === role)
  return entry === undefined ? undefined : readText(entry, 'value')
}

/** Query parameters of an API are session data, not identity. */
function readUri(item: JsonObject): string | undefined {
  const uri = readText(item, 'uri', 'guid', 'id', '_id')
  return uri === undefined
    ? undefined
    : /^https?:/.test(uri)
      ? uri.replace(/\?(?:qt|et|ai|apikey|token)=.*$/i, '')
      : uri
}

/** ninjs does not require a type: what has renditions and no body is a picture. */
function guessType(item: JsonObject): string {
  const hasBody = Object.keys(item).some((key) => key.startsWith('body') || key === 'bodies')
  return !hasBody && readValue(item, 'renditions') !== undefined ? 'picture' : 'text'
}

function readTimes(item: JsonObject, draft: ItemDraft, input: ParserInput): void {
  const options = { zone: input.zone, receivedAt: input.receivedAt }
  setTime(draft, 'versionCreated', readText(item, 'versioncreated', 'versionCreated'), 'versioncreated', options)
  setTime(draft, 'firstCreated', readText(item, 'firstcreated', 'firstCreated'), 'firstcreated', options)
  setTime(draft, 'expires', readText(item, 'expires', 'expiry'), 'expires', options)
  // free text ("Next Monday") is valid in practice and holds; an empty string is how serialisers write "none"
  setTime(
    draft,
    'embargoedUntil',
    readText(item, 'embargoed', 'embargoedUntil', 'embargoeduntil'),
    'embargoed',
    options,
  )
}

function readCredits(item: JsonObject, draft: ItemDraft): void {
  // editors of content systems leave their markup in lines
  const unmarked = (...names: string[]): string => {
    const text = readText(item, ...names) ?? ''
    return /<\/?[a-z][^<>]{0,200}>/i.test(text) ? htmlToText(text) : text
  }
  const fold = (...names: string[]): string | undefined => foldSpace(unmarked(...names)) || undefined
  draft.set('slug', fold('slugline', 'slug'), 'slugline')
  const note = unmarked('ednote', 'edNote', 'editornote', 'editorialnote', 'editorialNote')
  draft.set('editorialNote', foldLines(note), 'ednote')
  // a blank line parts terms
  for (const term of (readText(item, 'usageterms', 'usageTerms') ?? '').split(/\n[^\S\n]*\n/))
    draft.add('usageTerms', foldSpace(term), 'usageterms')
  draft.add('usageTerms', fold('rightsinfo.linkedrights', 'rightsInfo.linkedRights'), 'rightsinfo')
  draft.set('copyrightNotice', fold('copyrightnotice', 'copyrightNotice'), 'copyrightnotice')
  draft.set('copyrightHolder', fold('copyrightholder', 'copyrightHolder'), 'copyrightholder')
  draft.fill('creditLine', readCreditLine(item), 'creditline')
  const sources = readEntries(item, 'infosource', 'infosources', 'infoSources')
  const provides = (entry: JsonObject): boolean => readText(entry, 'role')?.toLowerCase() === 'provider'
  draft.set(
    'source',
    readText(
      sources.find((entry) => !provides(entry)),
      'name',
    ) ?? fold('source'),
    'source',
  )
  draft.set('provider', fold('provider', 'provider.name') ?? readText(sources.find(provides), 'name'), 'provider')
  draft.set('language', readLanguage(fold('language')), 'language')
  draft.set('urgency', readUrgency(readText(item, 'urgency')), 'urgency')
  // Superdesk's own items have the dateline as printed beside its place
  const located = fold('dateline.text', 'dateline', 'located')
  // the place of an event is not where its notice was filed
  if (located !== undefined && draft.get('type') !== 'composite')
    draft.set('dateline', readDateline(located), 'located')
  readPeople(item, draft, fold('byline', 'by'))
}

/** `byline` as printed; people from the lists that TT (`bylines`), AP's relatives and Superdesk (`authors`) add. */
function readPeople(item: JsonObject, draft: ItemDraft, printed: string | undefined): void {
  const people: Byline[] = []
  const names: string[] = []
  for (const entry of readEntries(item, 'bylines', 'authors')) {
    if (readText(entry, 'internal') === 'true' || readValue(entry, 'internal') === true) continue
    const role = readText(entry, 'role')?.toLowerCase()
    if (role !== undefined && /editor|subscriber|photo|ansvarig|redakt/.test(role)) continue
    const name = readText(entry, 'by', 'byline', 'name')
    if (name === undefined) continue
    names.push(foldSpace(name))
    people.push(...readBylines(name, readText(entry, 'title', 'jobtitle')))
  }
  draft.set('byline', printed ?? names.join(', '), printed === undefined ? 'bylines' : 'byline')
  draft.set('bylines', people, 'bylines')
}

function isGlobal(uri: string): boolean {
  return /^(?:urn:|tag:|https?:)/i.test(uri)
}

function authorityOf(uri: string, draft: ItemDraft): string | undefined {
  if (isGlobal(uri)) return undefined
  return (draft.get('provider') ?? draft.get('source') ?? draft.get('copyrightHolder'))?.toLowerCase()
}
