import { setBody } from '../../normalise/body.ts'
import { readBylines } from '../../normalise/byline.ts'
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
import type { Status, Subject } from '../../story/item.ts'
import { asString, readObjects, readString, readStrings, readValue } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'
import type { ParserInput } from '../parser.ts'
import { readPictures } from './pictures.ts'

const statuses: Readonly<Record<string, Status>> = {
  usable: 'usable', canceled: 'canceled', cancelled: 'canceled', withheld: 'withheld', embargoed: 'embargoed',
} // prettier-ignore

/**
 * Reads one entry. `urn` is the story and `version` its revision; `updated` tells apart what was sent again under one
 * version, with other pictures or categories. An entry without a text is the picture it carries.
 */
export function readEntry(entry: JsonObject, input: ParserInput): ParsedItem {
  const urn = readString(entry, 'urn')
  if (urn === undefined) throw new WireError('parse.no-identity', 'an entry without a urn')
  const draft = new ItemDraft().set('uri', urn, 'urn')
  const body = readString(entry, 'article_html')
  const pictures = readObjects(entry, 'associations').filter((part) => isPicture(part))
  draft.set('type', body === undefined && pictures.length > 0 ? 'picture' : 'text', 'article_html')
  draft.set('version', readString(entry, 'version'), 'version')
  draft.set('etag', readString(entry, 'updated'), 'updated')
  const status = readString(entry, 'pubstatus')?.toLowerCase()
  draft.set(
    'status',
    status !== undefined && Object.hasOwn(statuses, status) ? statuses[status] : undefined,
    'pubstatus',
  )
  const times = { zone: input.zone, receivedAt: input.receivedAt }
  setTime(draft, 'versionCreated', readString(entry, 'version_created'), 'version_created', times)
  setTime(draft, 'firstCreated', readString(entry, 'first_created'), 'first_created', times)
  setTime(draft, 'embargoedUntil', readString(entry, 'embargoed'), 'embargoed', times)
  setTime(draft, 'expires', readString(entry, 'expires'), 'expires', times)
  readLines(entry, draft)
  if (body !== undefined) setBody(draft, body, 'article_html')
  readPictures(pictures, draft, urn)
  readCategories(entry, draft)
  readNotes(entry, draft)
  const global = /^(?:urn|tag|https?):/.test(urn)
  return finishDraft(draft, { ...(!global && { authority: 'dpa.com' }), ...times })
}

const isPicture = (part: JsonObject): boolean => /^(?:image|picture|txt2img)$/.test(readString(part, 'type') ?? 'image')

function readLines(entry: JsonObject, draft: ItemDraft): void {
  const fold = (name: string): string | undefined => {
    const text = readString(entry, name)
    return text === undefined ? undefined : foldSpace(htmlToText(text))
  }
  draft.set('headline', fold('headline'), 'headline')
  draft.set('headlineExtended', fold('subheadline'), 'subheadline')
  // the line above the headline is a word or two on the subject, and stands where keywords fail
  draft.add('keywords', fold('kicker'), 'kicker')
  draft.set('abstract', fold('teaser'), 'teaser')
  const byline = fold('byline')
  draft.set('byline', byline, 'byline')
  if (byline !== undefined) draft.set('bylines', readBylines(byline), 'byline')
  const dateline = fold('dateline')
  if (dateline !== undefined && !/^\d{4}-\d{2}/.test(dateline)) {
    draft.set('dateline', readDateline(dateline), 'dateline')
  }
  draft.set('creditLine', fold('creditline'), 'creditline')
  draft.set('copyrightNotice', fold('copyrightnotice'), 'copyrightnotice')
  for (const terms of readStrings(entry, 'usageterms')) draft.add('usageTerms', foldSpace(terms), 'usageterms')
  draft.set('source', fold('source') ?? 'dpa', 'source')
  draft.set('language', readLanguage(readString(entry, 'language')), 'language')
  draft.set('urgency', readUrgency(readString(entry, 'urgency')), 'urgency')
  for (const genre of readStrings(entry, 'genre_names')) draft.add('genres', genre, 'genre_names')
}

/** dpa's kinds of categories: what a story is about, what an editor searches by, where it happens, which desk has it. */
function readCategories(entry: JsonObject, draft: ItemDraft): void {
  const ranked = readObjects(entry, 'categories')
    .slice(0, 1_000)
    .toSorted((a, b) => Number(readString(a, 'rank') ?? 0) - Number(readString(b, 'rank') ?? 0))
  for (const category of ranked) {
    const kind = readString(category, 'type')?.replace(/^dnltype:/, '')
    const name = readString(category, 'name')
    const code = readString(category, 'qcode')
    if (kind === 'keyword') draft.add('keywords', name, 'categories')
    else if (kind === 'geosubject') draft.add('places', compact({ name, code }), 'categories')
    else if (kind === 'desk') draft.add('categories', code ?? name, 'categories')
    else if (kind === 'dpasubject' || kind === 'subject') {
      const scheme = /^([A-Za-z][\w-]{0,30}):/.exec(code ?? '')?.[1]
      draft.add('subjects', compact<Subject>({ code, name, scheme }), 'categories')
    }
  }
  for (const word of readStrings(entry, 'keyword_names')) draft.add('keywords', word, 'keyword_names')
}

/** What is for editors alone: their notes, and the notepad with contacts, addresses and phone numbers. */
function readNotes(entry: JsonObject, draft: ItemDraft): void {
  const notes = readObjects(entry, 'ednotes').flatMap(
    (note) => readString(note, 'ednote') ?? readString(note, 'text') ?? [],
  )
  const plain = [readString(entry, 'ednote'), ...notes].flatMap((note) =>
    note === undefined ? [] : foldSpace(htmlToText(note)),
  )
  if (plain.length > 0) draft.set('editorialNote', [...new Set(plain)].join(' '), 'ednotes')
  const notepad = readValue(entry, 'notepad')
  const parts =
    asString(notepad) ??
    ['header_html', 'public_html', 'nonpublic_html'].map((name) => readString(notepad, name) ?? '').join(' ')
  const text = foldSpace(htmlToText(parts))
  if (text !== '') draft.add('notes', text, 'notepad')
}
