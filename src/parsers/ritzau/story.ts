import { setBody } from '../../normalise/body.ts'
import { readBylines } from '../../normalise/byline.ts'
import { readDateline } from '../../normalise/dateline.ts'
import { finishDraft } from '../../normalise/finish.ts'
import { htmlToText } from '../../normalise/html.ts'
import { digestUri } from '../../normalise/identity.ts'
import { foldSpace } from '../../normalise/text.ts'
import { setTime } from '../../normalise/time.ts'
import { readUrgency } from '../../normalise/urgency.ts'
import { ItemDraft } from '../../story/draft.ts'
import type { ParsedItem } from '../../story/draft.ts'
import type { ParserInput } from '../parser.ts'
import type { RitzauFields } from './fields.ts'

/** Ritzau writes Danish local time without a zone. */
const zoneOfAgency = 'Europe/Copenhagen'
const subjectCodes = 'http://cv.iptc.org/newscodes/subjectcode/'

/** One story. Undefined when it has neither text nor headline. */
export function readStory(fields: RitzauFields, input: ParserInput): ParsedItem | undefined {
  const { one } = fields
  const content = one('content', 'body')
  const headline = one('headline', 'title')
  if (content === undefined && headline === undefined) return undefined
  const zone = input.zone ?? zoneOfAgency
  const times = { zone, receivedAt: input.receivedAt }

  const draft = new ItemDraft()
  const id = one('NewsID', 'id')
  draft.set('uri', id ?? digestUri('ritzau', headline ?? '', content ?? ''), 'NewsID')
  draft.set('version', one('version'), 'version')
  draft.set('headline', headline === undefined ? undefined : plain(headline), 'headline')
  draft.set('slug', one('strapline'), 'strapline')
  if (content !== undefined) setBody(draft, content, 'content')
  const subtitle = one('subtitle')
  if (subtitle !== undefined) draft.set('abstract', plain(subtitle), 'subtitle')
  const town = one('town')
  if (town !== undefined) draft.set('dateline', readDateline(town), 'town')
  readPeople(draft, fields)
  draft.set('urgency', readUrgency(one('Priority')), 'Priority')
  draft.set('language', one('language') ?? 'da', 'agency')
  draft.set('source', 'Ritzau', 'agency')
  setTime(draft, 'versionCreated', one('PublishDate'), 'PublishDate', times)
  setTime(draft, 'embargoedUntil', one('Embargo', 'EmbargoDate'), 'Embargo', times)
  readClasses(draft, fields)
  readPublishing(draft, fields)
  const note = one('TilRedaktionen')
  if (note !== undefined) draft.set('editorialNote', plain(note), 'TilRedaktionen')
  return finishDraft(draft, { ...(id !== undefined && { authority: 'ritzau.dk' }), ...times })
}

function plain(html: string): string {
  return foldSpace(htmlToText(html).replace(/\n+/g, ' '))
}

/** Readers see the origin ("/ritzau/"); the reporter with telephone and address is for the desk. */
function readPeople(draft: ItemDraft, { one }: RitzauFields): void {
  const written = one('byLine') ?? ''
  // some desks write address and telephone behind the name
  const contact = written.search(/\S{1,64}@|\+?\d[\d ]{5}/)
  const reporter = (contact < 0 ? written : written.slice(0, contact)).replace(/[\s,;:/-]+$/, '')
  draft.set('byline', one('origin') ?? reporter, 'origin')
  if (reporter !== '')
    draft.set(
      'bylines',
      readBylines(reporter).map((person) => ({ ...person, organisation: 'Ritzau' })),
      'byLine',
    )
  if (contact >= 0) draft.add('notes', `byLine: ${written.slice(contact)}`, 'byLine')
  for (const name of ['byLineEmail', 'byLinePhone']) {
    const value = one(name)
    if (value !== undefined) draft.add('notes', `${name}: ${value}`, name)
  }
}

function readClasses(draft: ItemDraft, { one, many }: RitzauFields): void {
  const section = one('section')
  if (section !== undefined) draft.add('categories', section, 'section')
  // numbers lose the leading zero that the vocabulary has
  for (const code of many('IPTCList')) {
    if (/^\d{7,8}$/.test(code)) draft.add('subjects', { code: code.padStart(8, '0'), scheme: subjectCodes }, 'IPTCList')
  }
  for (const keyword of many('SubjectKeyword')) draft.add('keywords', foldSpace(keyword), 'SubjectKeyword')
  for (const company of many('Companies')) draft.add('organisations', { name: foldSpace(company) }, 'Companies')
  for (const isin of many('ISIN')) draft.add('organisations', { code: isin, scheme: 'ISIN' }, 'ISIN')
  const kind = one('format')
  if (kind !== undefined) draft.add('genres', kind, 'format')
}

/** Annuleret: withdrawn. Korrektion: correction. NyVersion: replaces what went before. Flash: an alert. */
function readPublishing(draft: ItemDraft, { one, many, flag }: RitzauFields): void {
  const state = one('Status') ?? ''
  if (flag('Annuleret') || /^(?:annul|slett?et|cancel|withdr)/i.test(state))
    draft.set('editorialType', 'kill', 'Annuleret')
  else if (flag('Korrektion') || /^(?:korrekt|rettelse|correct)/i.test(state))
    draft.set('editorialType', 'correction', 'Korrektion')
  else if (flag('NyVersion')) draft.set('editorialType', 'writethru', 'NyVersion')
  else if (/^flash$/i.test(one('format') ?? '')) draft.set('editorialType', 'alert', 'format')
  if (flag('InfoFlash')) draft.set('notPublishable', 'advisory', 'InfoFlash')
  for (const uri of new Set([...many('Replaces'), ...many('replacedID')])) {
    if (uri !== draft.get('uri')) draft.add('links', { rel: 'replaces', uri }, 'Replaces')
  }
  for (const uri of many('Related')) draft.add('links', { rel: 'seeAlso', uri }, 'Related')
}
