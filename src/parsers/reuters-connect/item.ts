import { setBody, setTextBody } from '../../normalise/body.ts'
import { readBylines } from '../../normalise/byline.ts'
import { splitCredit } from '../../normalise/credits/credit.ts'
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
import type { Caption, ItemType, Rendition, Status, Subject } from '../../story/item.ts'
import { readNumber, readObjects, readString, readStrings } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'
import type { ParserInput } from '../parser.ts'
import { readPrefix } from './prefix.ts'

const types: Readonly<Record<string, ItemType>> = {
  text: 'text', picture: 'picture', photo: 'picture', image: 'picture', video: 'video', audio: 'audio', graphic: 'graphic', composite: 'composite',
} // prettier-ignore
const statuses: Readonly<Record<string, Status>> = {
  usable: 'usable', canceled: 'canceled', cancelled: 'canceled', withheld: 'withheld', embargoed: 'embargoed',
} // prettier-ignore

/**
 * Reads one item of the content API. The guid without its last number is the identity, that number the version; the unique
 * story number (USN) is kept beside it.
 */
export function readItem(item: JsonObject, input: ParserInput): ParsedItem {
  const draft = new ItemDraft()
  const type =
    lookUp(
      types,
      readString(item, 'type')
        ?.toLowerCase()
        .replace(/^icls:/, ''),
    ) ?? 'text'
  readIdentity(item, draft)
  draft.set('type', type, 'type')
  const headline = readString(item, 'headLine') ?? readString(item, 'headline')
  draft.set('headline', headline === undefined ? undefined : foldSpace(headline), 'headLine')
  const body = readString(item, 'bodyXhtmlRich') ?? readString(item, 'bodyXhtml') ?? readString(item, 'body')
  if (body !== undefined && /<[a-z]/i.test(body)) setBody(draft, body, 'bodyXhtml')
  else if (body !== undefined) setTextBody(draft, body, 'bodyXhtml')
  readCaption(item, draft, type)
  readRenditions(item, draft, type)
  // a deletion comes with a headline and nothing else
  if (!draft.has('bodyText') && !draft.has('captions') && !draft.has('media') && !isDeletion(item)) {
    throw new WireError('parse.unsupported', 'a search result without its text: the item itself must be asked for')
  }
  readLines(item, draft)
  readManagement(item, draft, input)
  readSubjects(item, draft)
  for (const member of readObjects(item, 'associations').slice(0, 500)) {
    const uri = guidOf(readString(member, 'uri') ?? readString(member, 'versionedGuid'))
    if (uri !== undefined)
      draft.add('links', { rel: type === 'composite' ? 'hasMember' : 'seeAlso', uri }, 'associations')
  }
  const global = /^(?:tag|urn|https?):/.test(draft.get('uri') ?? '')
  return finishDraft(draft, {
    ...(!global && { authority: 'reuters.com' }),
    zone: input.zone,
    receivedAt: input.receivedAt,
  })
}

function lookUp<T>(table: Readonly<Record<string, T>>, key: string | undefined): T | undefined {
  return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined
}

/** "tag:reuters.com,2031:newsml_KBN0AB12C:3" is version 3 of "tag:reuters.com,2031:newsml_KBN0AB12C". */
function guidOf(guid: string | undefined): string | undefined {
  return guid?.replace(/^(tag:[^\s:]{1,100}:[^\s:]{1,200}):\d{1,20}$/, '$1')
}

/** "edStat:D" among the signals, which come as one or as several. */
function editStatusOf(item: JsonObject): string | undefined {
  for (const signal of readStrings(item, 'signal')) {
    const letter = /^edStat:([A-Z])$/.exec(signal.trim())?.[1]
    if (letter !== undefined) return letter
  }
  return undefined
}

function isDeletion(item: JsonObject): boolean {
  return editStatusOf(item) === 'D' || /^(?:stat:)?cancell?ed$/i.test(readString(item, 'pubStatus') ?? '')
}

function readIdentity(item: JsonObject, draft: ItemDraft): void {
  const versioned = readString(item, 'versionedGuid')
  const usn = readString(item, 'usn')
  const uri = guidOf(versioned) ?? guidOf(readString(item, 'uri')) ?? usn
  if (uri === undefined) throw new WireError('parse.no-identity', 'neither guid nor story number')
  draft.set('uri', uri, 'versionedGuid')
  draft.set('version', readString(item, 'version') ?? /:(\d{1,20})$/.exec(versioned ?? '')?.[1], 'version')
  if (usn !== undefined) draft.add('notes', `USN ${usn}`, 'usn')
}

function readLines(item: JsonObject, draft: ItemDraft): void {
  const { takeKey, editorialType } = readPrefix(draft.get('headline') ?? '')
  draft.set('takeKey', takeKey, 'headLine')
  draft.set('editorialType', editorialType, 'headLine')
  // "HARBOR-FERRY/ (UPDATE 2)": what changes with each filing is no part of the slug
  draft.set('slug', readString(item, 'slug')?.replace(/\s{0,4}\([A-Z][A-Z0-9 ,-]{1,60}\)$/, ''), 'slug')
  const byline = readString(item, 'byLine')
  draft.set('byline', byline, 'byLine')
  if (byline !== undefined) draft.set('bylines', readBylines(byline), 'byLine')
  const abstract = readString(item, 'intro') ?? readString(item, 'fragment')
  if (abstract !== undefined) draft.set('abstract', foldSpace(htmlToText(abstract)), 'intro')
  const place = readStrings(item, 'located')[0] ?? readString(item, 'dateLine')
  // the date line of some items is a time
  if (place !== undefined && !/^\d{4}-\d{2}/.test(place)) draft.set('dateline', readDateline(place), 'located')
}

function readManagement(item: JsonObject, draft: ItemDraft, input: ParserInput): void {
  const times = { zone: input.zone, receivedAt: input.receivedAt }
  const editStatus = editStatusOf(item)
  // what the headline's prefix says is nearer: "CORRECTED-" and "UPDATE 2-" come under the same letter
  if (editStatus === 'D') draft.fill('editorialType', 'kill', 'signal')
  if (editStatus === 'C') draft.fill('editorialType', 'correction', 'signal')
  if (editStatus === 'U') draft.fill('editorialType', 'update', 'signal')
  draft.set(
    'status',
    editStatus === 'D'
      ? 'canceled'
      : lookUp(
          statuses,
          readString(item, 'pubStatus')
            ?.toLowerCase()
            .replace(/^stat:/, ''),
        ),
    'pubStatus',
  )
  draft.set('urgency', readUrgency(readString(item, 'urgency')), 'urgency')
  draft.set('language', readLanguage(readString(item, 'language')), 'language')
  setTime(draft, 'firstCreated', readString(item, 'firstCreated'), 'firstCreated', times)
  setTime(draft, 'versionCreated', readString(item, 'versionCreated'), 'versionCreated', times)
  setTime(draft, 'embargoedUntil', readString(item, 'embargoed'), 'embargoed', times)
  draft.set('creditLine', readString(item, 'credit') ?? readString(item, 'creditLine'), 'credit')
  draft.set('copyrightNotice', readString(item, 'copyrightNotice'), 'copyrightNotice')
  for (const terms of readStrings(item, 'usageTerms')) draft.add('usageTerms', terms, 'usageTerms')
  draft.set('source', readString(item, 'source') ?? 'Reuters', 'source')
  draft.set('editorialNote', readString(item, 'editorialNote') ?? readString(item, 'edNote'), 'editorialNote')
  for (const name of ['profile', 'productLabel']) {
    for (const value of readStrings(item, name)) draft.add('genres', value, name)
  }
  for (const keyword of readStrings(item, 'keyword')) draft.add('keywords', keyword, 'keyword')
}

/** Codes carry their vocabulary as a prefix: "N2:US", "medtop:04000000". */
function readSubjects(item: JsonObject, draft: ItemDraft): void {
  for (const subject of readObjects(item, 'subject').slice(0, 1_000)) {
    const code = readString(subject, 'code')
    const scheme = /^([A-Za-z][\w-]{0,30}):/.exec(code ?? '')?.[1]
    const found = compact<Subject>({ code, name: readString(subject, 'name'), scheme })
    if (found.code !== undefined || found.name !== undefined) draft.add('subjects', found, 'subject')
  }
}

function readCaption(item: JsonObject, draft: ItemDraft, type: ItemType): void {
  const raw = readString(item, 'caption')
  if (raw === undefined || type === 'text') return
  const split = splitCredit(foldSpace(raw))
  const caption = compact<Caption>({
    text: split.text,
    credit: split.credit,
    photographer: split.photographer,
    agency: split.agency,
    flags: split.flags,
    role: 'main',
    mediaUri: draft.get('uri'),
    raw: split.text === foldSpace(raw) ? undefined : raw,
  })
  if (caption.text !== undefined && caption.text !== '') draft.add('captions', caption, 'caption')
}

function readRenditions(item: JsonObject, draft: ItemDraft, type: ItemType): void {
  const renditions: Rendition[] = []
  for (const rendition of readObjects(item, 'renditions').slice(0, 200)) {
    const href = readString(rendition, 'uri') ?? readString(rendition, 'url')
    renditions.push(
      compact<Rendition>({
        role: readString(rendition, 'code') ?? readString(rendition, 'type') ?? 'main',
        // tokens in the query are the customer's
        href: href?.split('?')[0],
        mimeType: readString(rendition, 'mimeType'),
        width: readNumber(rendition, 'width'),
        height: readNumber(rendition, 'height'),
        bytes: readNumber(rendition, 'size'),
      }),
    )
  }
  if (renditions.length > 0 && type !== 'text') {
    draft.add('media', { uri: draft.get('uri') ?? '', type, renditions }, 'renditions')
  }
}
