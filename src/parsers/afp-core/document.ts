import { setBody } from '../../normalise/body.ts'
import { readBylines, titleCaseName } from '../../normalise/byline.ts'
import { readDateline } from '../../normalise/dateline.ts'
import { finishDraft } from '../../normalise/finish.ts'
import { htmlToText } from '../../normalise/html.ts'
import { readLanguage } from '../../normalise/language.ts'
import { foldSpace } from '../../normalise/text.ts'
import { setTime } from '../../normalise/time.ts'
import { readUrgency } from '../../normalise/urgency.ts'
import { compact, ItemDraft } from '../../story/draft.ts'
import type { ParsedItem } from '../../story/draft.ts'
import { WireError } from '../../story/errors.ts'
import type { EditorialType, ItemType, Status, Subject } from '../../story/item.ts'
import { readString, readStrings } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'
import type { ParserInput } from '../parser.ts'
import { readBag } from './bag.ts'

const types: Readonly<Record<string, ItemType>> = {
  text: 'text', picture: 'picture', photo: 'picture', graphic: 'graphic', infographie: 'graphic', video: 'video',
  videographic: 'video', audio: 'audio', multimedia: 'text', livereport: 'text', composite: 'composite',
} // prettier-ignore
const statuses: Readonly<Record<string, Status>> = {
  usable: 'usable', canceled: 'canceled', cancelled: 'canceled', withheld: 'withheld', embargoed: 'embargoed',
} // prettier-ignore

const kinds: readonly (readonly [RegExp, EditorialType])[] = [
  [/correct|rectif/, 'correction'],
  [/cancel|annul|kill/, 'kill'],
  [/alert|flash/, 'alert'],
  [/update|actualis/, 'update'],
]

const lookUp = <T>(table: Readonly<Record<string, T>>, key: string | undefined): T | undefined =>
  key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined

/**
 * Reads one document. `uno` is the story, `revision` its version; a document without a class is a picture when it has a
 * caption and no text.
 */
export function readDocument(document: JsonObject, input: ParserInput): ParsedItem {
  const uno = readString(document, 'uno')
  if (uno === undefined) throw new WireError('parse.no-identity', 'a document without its uno')
  const draft = new ItemDraft().set('uri', uno, 'uno')
  draft.set('version', readString(document, 'revision'), 'revision')
  draft.set('type', typeOf(document), 'class')
  const times = { zone: input.zone, receivedAt: input.receivedAt }
  draft.set('status', lookUp(statuses, readString(document, 'status')?.toLowerCase()), 'status')
  setTime(draft, 'versionCreated', readString(document, 'published'), 'published', times)
  setTime(draft, 'firstCreated', readString(document, 'created'), 'created', times)
  setTime(draft, 'embargoedUntil', readString(document, 'embargoed'), 'embargoed', times)
  readLines(document, draft)
  readBody(document, draft)
  readBag(document, draft, uno)
  readSubjects(document, draft)
  const global = /^(?:urn|tag|https?):/.test(uno)
  return finishDraft(draft, { ...(!global && { authority: 'afp.com' }), ...times })
}

function typeOf(document: JsonObject): ItemType {
  const named = [...readStrings(document, 'class'), ...readStrings(document, 'product')]
  for (const name of named) {
    const type = lookUp(types, name.toLowerCase())
    if (type !== undefined) return type
  }
  const captioned = readStrings(document, 'caption').length > 0
  return captioned && readStrings(document, 'news').length === 0 ? 'picture' : 'text'
}

function readLines(document: JsonObject, draft: ItemDraft): void {
  const fold = (name: string): string | undefined => {
    const text = readStrings(document, name).join(' ')
    return text === '' ? undefined : foldSpace(htmlToText(text))
  }
  draft.set('headline', fold('headline') ?? fold('title'), 'headline')
  // AFP's slug is a list of words; the order is part of it
  draft.set('slug', readStrings(document, 'slug').map(foldSpace).join('-'), 'slug')
  const byline = fold('byline') ?? fold('creator')
  draft.set('byline', byline, 'creator')
  if (byline !== undefined) draft.set('bylines', readBylines(byline), 'creator')
  draft.set('abstract', fold('summary') ?? fold('abstract'), 'summary')
  const city = fold('city')
  const printed = fold('dateline')
  if (printed !== undefined) draft.set('dateline', readDateline(printed), 'dateline')
  else if (city !== undefined)
    draft.set('dateline', compact({ text: city, city: titleCaseName(city), country: fold('countryname') }), 'city')
  draft.set('creditLine', fold('credit'), 'credit')
  draft.set('copyrightNotice', fold('copyright'), 'copyright')
  draft.set('source', fold('source') ?? 'AFP', 'source')
  draft.set('provider', fold('provider'), 'provider')
  draft.set('language', readLanguage(readString(document, 'lang') ?? readString(document, 'language')), 'lang')
  draft.set('urgency', readUrgency(readString(document, 'urgency')), 'urgency')
  draft.set('editorialNote', fold('advisory'), 'advisory')
  for (const term of readStrings(document, 'usageTerms')) draft.add('usageTerms', foldSpace(term), 'usageTerms')
  for (const genre of readStrings(document, 'genre')) draft.add('genres', genre, 'genre')
  const signals = readStrings(document, 'signal').join(' ').toLowerCase()
  draft.set('editorialType', kinds.find(([pattern]) => pattern.test(signals))?.[1], 'signal')
}

/** `news` is a list of paragraphs, as text or as HTML. */
function readBody(document: JsonObject, draft: ItemDraft): void {
  const paragraphs = readStrings(document, 'news')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
  if (paragraphs.length === 0) return
  const html = paragraphs.map((text) =>
    /^<(?:p|h[1-6]|ul|ol|table|div|figure|blockquote)[\s>]/i.test(text) ? text : `<p>${text}</p>`,
  )
  setBody(draft, html.join(''), 'news')
}

/** Codes of two vocabularies, words of the desk, and what AFP's machine found in the text. */
function readSubjects(document: JsonObject, draft: ItemDraft): void {
  for (const code of readStrings(document, 'mediatopic')) draft.add('subjects', topic(code, 'medtop'), 'mediatopic')
  for (const code of readStrings(document, 'iptc')) draft.add('subjects', topic(code, 'subj'), 'iptc')
  for (const word of readStrings(document, 'keyword')) draft.add('keywords', word, 'keyword')
  for (const name of readStrings(document, 'entity_person')) draft.add('people', { name }, 'entity_person')
  for (const name of readStrings(document, 'entity_organisation'))
    draft.add('organisations', { name }, 'entity_organisation')
  for (const name of readStrings(document, 'entity_company')) draft.add('organisations', { name }, 'entity_company')
  for (const name of readStrings(document, 'entity_location')) draft.add('places', { name }, 'entity_location')
  for (const name of readStrings(document, 'event')) draft.add('events', { name }, 'event')
}

function topic(code: string, fallback: string): Subject {
  const scheme = /^([A-Za-z][\w-]{0,30}):/.exec(code)?.[1]
  return compact<Subject>({ code, scheme: scheme ?? fallback })
}
